"""Bytes → Document."""

import re

from doclint.markdown.frontmatter import front_matter_of
from doclint.markdown.html import attributes
from doclint.markdown.native import Tree, read
from doclint.markdown.nodes import Document, Html, Link, LinkDefinition
from doclint.markdown.source import decode

__all__ = ["Document", "parse"]

_BARE = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>?!.,:*_~'\")\]]", re.IGNORECASE)
_LINKING = {("a", "href"), ("area", "href"), ("img", "src"), ("source", "src"), ("video", "src"), ("audio", "src")}
_LINKING |= {("video", "poster"), ("iframe", "src"), ("img", "srcset"), ("source", "srcset")}


def parse(path: str, raw: bytes, flavour: str = "gfm") -> Document:
    """Read one file. Never raises for what is in it: what is odd is in the Document."""
    source = decode(raw)
    header = front_matter_of(source.text)
    tree = read(source.text, header.end if header else 0)
    links = tree.links
    links.extend(_html_links(tree))
    links.extend(_bare_links(tree))
    links.sort(key=lambda link: (link.start, -link.end))
    return Document(
        path=path,
        text=source.text,
        flavour=flavour,
        size=source.size,
        bom=source.bom,
        undecodable=source.undecodable,
        front_matter=header,
        children=tuple(tree.children),
        headings=tuple(tree.headings),
        leaves=tuple(tree.leaves),
        links=tuple(links),
        code_blocks=tuple(tree.code_blocks),
        code_spans=tuple(tree.code_spans),
        tables=tuple(tree.tables),
        items=tuple(sorted(tree.items, key=lambda item: item.start)),
        html=tuple(tree.html),
        definitions=_definitions(source.text, header.end if header else 0),
        footnotes=tuple(tree.footnotes),
    )


def _html_links(tree: Tree) -> list[Link]:
    found = []
    for html in tree.html:
        if "=" not in html.content:
            continue
        for attribute in attributes(html.content):
            if (attribute.tag, attribute.name) not in _LINKING:
                continue
            targets = [attribute.value]
            if attribute.name == "srcset":
                targets = [part.split()[0] for part in attribute.value.split(",") if part.split()]
            place = html.text_start if isinstance(html, Html) else 0
            start = html.start + attribute.start
            for target in targets:
                image = attribute.tag != "a"
                found.append(
                    Link(start, html.start + attribute.end, place, place, target.strip(), "", "html", "", image, "")
                )
    return found


def _bare_links(tree: Tree) -> list[Link]:
    found = []
    for leaf in tree.leaves:
        if "://" not in leaf.text and "www." not in leaf.text:
            continue
        taken = [(inline.text_start, inline.text_end) for inline in leaf.inlines if not isinstance(inline, Html)]
        for match in _BARE.finditer(leaf.text):
            start, end = match.span()
            if any(begin <= start < stop for begin, stop in taken if stop > begin and stop - begin >= end - start):
                continue
            first, last = leaf.source_range(start, end)
            target = match.group()
            if target[:4].lower() == "www.":
                target = "http://" + target
            found.append(Link(first, last, start, end, target, "", "bare", "", False, match.group()))
    return found


def _definitions(text: str, base: int) -> tuple[LinkDefinition, ...]:
    if "]:" not in text:
        return ()
    from pyromark import reference_definitions

    from doclint.markdown.native import _offsets

    body = text[base:]
    at = _offsets(body, base)
    return tuple(
        LinkDefinition(at(value["span"]["start"]), at(value["span"]["end"]), label, value["dest"], value["title"] or "")
        for label, value in reference_definitions(body).items()
    )
