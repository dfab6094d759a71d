"""Labels: `**Last Updated**: 2026-01-31`, `Owner: SRE`, two-column tables of fields; what a document says of itself."""

import re

from msgspec import Struct

from doclint.facts.bold import bold_of
from doclint.markdown.nodes import Document, Emphasis, Leaf
from doclint.model import Span

_AFTER_BOLD = re.compile(r"[ \t]*:?[ \t]*")
_LONGEST_NAME = 60


class LabelFact(Struct, frozen=True, gc=False, array_like=True):
    """`name` without its colon; `value` is plain text to the end of the line; `section` indexes Facts.sections."""

    name: str
    value: str
    span: Span  # of the name
    value_span: Span
    section: int
    bold: bool


def labels_of(document: Document) -> tuple[LabelFact, ...]:
    """Bold labels in paragraphs and list items, in document order."""
    return tuple(filter(None, (_label(document, leaf, bold) for leaf, bold in document.ask(bold_of))))


def _label(document: Document, leaf: Leaf, bold: Emphasis) -> LabelFact | None:
    text = leaf.text
    start, end = bold.text_start, bold.text_end
    name = text[start:end]
    after = _AFTER_BOLD.match(text, end)
    assert after is not None  # the pattern matches the empty string
    if not name.rstrip().endswith(":") and ":" not in after.group():
        return None
    if start and text[text.rfind("\n", 0, start) + 1 : start].strip(" \t-*•|✅❌"):
        return None  # bold in mid-line is emphasis
    name = name.strip().rstrip(":").strip()
    if not name or len(name) > _LONGEST_NAME or "\n" in name:
        return None
    line_end = text.find("\n", end)
    value = text[after.end() : len(text) if line_end < 0 else line_end].rstrip()
    places = leaf.source_range(after.end(), after.end() + len(value)) if value else (bold.end, bold.end)
    section = document.section_at(bold.start)
    return LabelFact(name, value, document.span(bold.start, bold.end), document.span(*places), section, True)
