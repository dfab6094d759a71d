"""Suppression comments are facts: they also apply to findings about files that were not parsed today."""

import re

from msgspec import Struct

from doclint.markdown.nodes import Document
from doclint.model import Span
from doclint.rare import rare

_COMMENT = rare(
    r"<!--\s*doclint-(disable-next-line|disable-line|disable-file|disable|enable)\b\s*(.*?)\s*-->", re.DOTALL
)
_UNTIL = rare(r",?\s*\buntil\s*=\s*(\S+)")


class Directive(Struct, frozen=True, gc=False, array_like=True):
    """
    A suppression comment.

    `rules` as written, empty for all; `until` as written, empty for none. It covers `first` to `last` line;
    a later `enable` may end that sooner.
    """

    kind: str  # disable-next-line, disable-line, disable, enable, disable-file
    rules: tuple[str, ...]
    reason: str
    until: str
    span: Span
    first: int
    last: int


def directives_of(document: Document) -> tuple[Directive, ...]:
    """Suppression comments in document order; those shown in code are not comments."""
    if "doclint-" not in document.text:
        return ()
    found = []
    for html in sorted(document.html, key=lambda node: node.start):
        for match in _COMMENT.finditer(document.text, html.start, html.end):
            kind, stated = match.groups()
            names, _, rest = stated.partition("--")
            until = _UNTIL.search(rest)
            reason = _UNTIL.sub("", rest).strip().strip(",").strip()
            span = document.span(*match.span())
            rules = tuple(name for name in re.split(r"[\s,]+", names) if name)
            lines = _covered(document, kind, span)
            found.append(Directive(kind, rules, reason, until.group(1) if until else "", span, *lines))
    return tuple(found)


def _covered(document: Document, kind: str, span: Span) -> tuple[int, int]:
    last = document.line_count
    if kind == "disable-line":
        return span.line, span.end_line
    if kind == "disable-next-line":
        return _next_line(document, span.end_line)
    return (1 if kind == "disable-file" else span.line), last


def _next_line(document: Document, line: int) -> tuple[int, int]:
    """The next line with text on it; all of it when a table or a code block begins there, which hold no comments."""
    following = line + 1
    while following < document.line_count and not document.line(following).strip():
        following += 1
    if following > document.line_count:
        return following, following
    start = document.line_starts[following - 1]
    end = start + len(document.line(following))
    for block in (*document.code_blocks, *document.tables):
        if start <= block.start <= end:
            return following, document.span_of(block).end_line
    return following, following
