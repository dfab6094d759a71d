"""What raw HTML in Markdown adds: links, ids and names."""

import re
from collections.abc import Iterator

from msgspec import Struct

from doclint.markdown.nodes import Html, HtmlBlock
from doclint.markdown.shapes import places_of_lines
from doclint.rare import rare

_VALUE = r"""(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)((?:\s+[^\s\"'<>/=]+" + _VALUE + r")*)\s*/?>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_COMMENT = rare(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class Attribute(Struct, frozen=True, gc=False):
    """One attribute of a tag; `start` and `end` are offsets of the raw value in the text of the document."""

    tag: str
    name: str
    value: str
    start: int
    end: int


def attributes(text: str, node: Html | HtmlBlock) -> Iterator[Attribute]:
    """Every attribute of every tag of a node of the document `text`, in order; comments are skipped."""
    html = node.content
    if "<!--" in html:
        html = _COMMENT.sub(lambda match: " " * len(match.group()), html)
    place = places_of_lines(text, node, html)
    for tag in _TAG.finditer(html):
        name = tag.group(1).lower()
        for match in _ATTRIBUTE.finditer(html, tag.start(2), tag.end(2)):
            group = next((number for number in (2, 3, 4) if match.group(number) is not None), 0)
            value = unescaped(match.group(group)) if group else ""
            start, end = match.span(group) if group else (match.end(1), match.end(1))
            yield Attribute(name, match.group(1).lower(), value, place(start), place(end))


def unescaped(text: str) -> str:
    """A text with the characters its references stand for: `&amp;` → `&`."""
    if "&" not in text:
        return text
    from html import unescape  # a table of two thousand names

    return unescape(text)
