"""Suppression comments are facts: they also apply to findings about files that were not parsed today."""

import re

from msgspec import Struct

from doclint.markdown.nodes import Document
from doclint.model import Span

_COMMENT = re.compile(
    r"<!--\s*doclint-(disable-next-line|disable-line|disable-file|disable|enable)\b\s*(.*?)\s*-->", re.DOTALL
)
_UNTIL = re.compile(r",?\s*\buntil\s*=\s*(\S+)")


class Directive(Struct, frozen=True, gc=False):
    """`rules` as written, empty for all; `until` as written, empty for none."""

    kind: str  # disable-next-line, disable-line, disable, enable, disable-file
    rules: tuple[str, ...]
    reason: str
    until: str
    span: Span


def directives_of(document: Document) -> tuple[Directive, ...]:
    """Suppression comments in document order; those shown in code are not comments."""
    if "doclint-" not in document.text:
        return ()
    found = []
    for html in sorted(document.html, key=lambda node: node.start):
        for match in _COMMENT.finditer(html.content):
            names, _, rest = match.group(2).partition("--")
            until = _UNTIL.search(rest)
            reason = _UNTIL.sub("", rest).strip().strip(",").strip()
            start = document.text.find(match.group(), html.start)
            span = document.span(start, start + len(match.group()))
            rules = tuple(name for name in re.split(r"[\s,]+", names) if name)
            found.append(Directive(match.group(1), rules, reason, until.group(1) if until else "", span))
    return tuple(found)
