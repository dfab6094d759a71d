"""What acts as a heading without being one: a bold line, the summary of a fold."""

import re
from collections.abc import Iterator

from msgspec import Struct

from doclint.facts.bold import bold_of
from doclint.markdown.nodes import Document
from doclint.model import Span
from doclint.rare import rare

_SUMMARY = rare(r"<summary\b[^>]{0,200}>(?:\s|<[^<>]{0,80}>)*([^<]{1,120})", re.IGNORECASE)
_LONGEST = 80


class StandIn(Struct, frozen=True, gc=False, array_like=True):
    """`section` indexes Facts.sections: the section it stands in."""

    text: str
    span: Span
    section: int


def stand_ins_of(document: Document) -> tuple[StandIn, ...]:
    """Bold lines and summaries, in document order."""
    found = [*_bold_lines(document), *_summaries(document)]
    return tuple(sorted(found, key=lambda stand_in: stand_in.span))


def _bold_lines(document: Document) -> Iterator[StandIn]:
    for leaf, bold in document.ask(bold_of):
        if bold is not leaf.inlines[0] or bold.text_start or len(leaf.text) > _LONGEST:
            continue
        if leaf.text[bold.text_end :].strip(" \t:") == "" and not leaf.text.endswith("."):
            text = " ".join(leaf.text.split()).rstrip(":").rstrip()
            yield StandIn(text, document.span_of(leaf), document.section_at(leaf.start))


def _summaries(document: Document) -> Iterator[StandIn]:
    if "<summary" not in document.text:
        return
    for html in document.html:
        for match in _SUMMARY.finditer(html.content):
            start = html.start + match.start()
            span = document.span(start, min(start + len(match.group()), html.end))
            yield StandIn(" ".join(match.group(1).split()), span, document.section_at(html.start))
