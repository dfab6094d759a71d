"""Bytes → Document."""

from collections.abc import Iterator
from operator import attrgetter

from doclint.markdown.autolinks import bare_links
from doclint.markdown.flavours import shows
from doclint.markdown.frontmatter import front_matter_of
from doclint.markdown.html import Attribute, attributes, unescaped
from doclint.markdown.nodes import Document, Html, Link
from doclint.markdown.shapes import Tree
from doclint.markdown.source import decode
from doclint.markdown.telling import depends_on_all
from doclint.rare import rare

__all__ = ["Document", "parse"]

_LINKING = {("a", "href"), ("area", "href"), ("img", "src"), ("source", "src"), ("video", "src"), ("audio", "src")}
_LINKING |= {("video", "poster"), ("iframe", "src"), ("img", "srcset"), ("source", "srcset")}


_CANDIDATE = rare(r"([^\s,]\S*)[^,]*")  # an address and its width or density


def parse(path: str, raw: bytes, flavour: str = "gfm", outline: bool = False) -> Document:
    """
    Read one file. Never raises for what is in it: what is odd is in the Document.

    For an outline, blocks may be left out in which there is no heading, link, definition, HTML, footnote or
    attribute list, no address, and no path that is named.
    """
    source = decode(raw)
    header = front_matter_of(source.text)
    outline = outline and not depends_on_all(source.text)
    tree = _read(source.text, header.end if header else 0, flavour, outline)
    links = tree.links
    links.extend(_html_links(source.text, tree))
    if flavour != "commonmark":
        links.extend(bare_links(source.text, tree.leaves))
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
        items=tuple(sorted(tree.items, key=attrgetter("start"))),
        html=tuple(tree.html),
        definitions=tuple(tree.definitions),
        footnotes=tuple(tree.footnotes),
        broken_references=tuple(tree.broken_references),
        not_analysed=tree.not_analysed,
    )


def _read(text: str, base: int, flavour: str, outline: bool) -> Tree:
    """By the fast reader what it can read, where it is installed; else by the reference."""
    if not shows(flavour, text):
        try:
            from doclint.markdown import native

            return native.read(text, base, flavour, outline)
        except ImportError:
            pass
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # of a parser in Rust that met its own mistake
                raise
    from doclint.markdown import reference

    return reference.read(text, base, flavour)


def _html_links(text: str, tree: Tree) -> Iterator[Link]:
    for html in tree.html:
        if "=" not in html.content:
            continue
        for attribute in attributes(text, html):
            if (attribute.tag, attribute.name) not in _LINKING:
                continue
            place = html.text_start if isinstance(html, Html) else 0
            for start, end, target in _targets(text, attribute):
                image = attribute.tag != "a"
                yield Link(start, end, place, place, target, "", "html", "", image, "")


def _targets(text: str, attribute: Attribute) -> Iterator[tuple[int, int, str]]:
    """Where an attribute names a target, and the target; a `srcset` names several."""
    if attribute.name != "srcset":
        yield attribute.start, attribute.end, attribute.value.strip()
        return
    for match in _CANDIDATE.finditer(text, attribute.start, attribute.end):
        yield match.start(1), match.end(1), unescaped(match.group(1))
