"""Labels: `**Last Updated**: 2026-01-31`, `Owner: SRE`, two-column tables of fields; what a document says of itself."""

import re

from msgspec import Struct

from doclint.markdown.nodes import Document, Emphasis, Leaf, Paragraph
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
    found: list[LabelFact] = []
    for leaf in document.leaves:
        if isinstance(leaf, Paragraph) and leaf.inlines and ":" in leaf.text:
            found.extend(_bold_labels(document, leaf))
    return tuple(found)


def _bold_labels(document: Document, leaf: Leaf) -> list[LabelFact]:
    found = []
    text = leaf.text
    for inline in leaf.inlines:
        if not isinstance(inline, Emphasis) or inline.kind != "strong":
            continue
        start, end = inline.text_start, inline.text_end
        if start and text[text.rfind("\n", 0, start) + 1 : start].strip(" \t-*•|✅❌"):
            continue  # bold in mid-line is emphasis
        name = text[start:end]
        after = _AFTER_BOLD.match(text, end)
        assert after is not None  # the pattern matches the empty string
        if not name.rstrip().endswith(":") and ":" not in after.group():
            continue
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        value = text[after.end() : line_end]
        name = name.strip().rstrip(":").strip()
        if not name or len(name) > _LONGEST_NAME or "\n" in name:
            continue
        stripped = value.rstrip()
        value_range = leaf.source_range(after.end(), after.end() + len(stripped))
        if not stripped:
            value_range = (inline.end, inline.end)
        found.append(
            LabelFact(
                name,
                stripped,
                document.span(inline.start, inline.end),
                document.span(*value_range),
                document.section_at(inline.start),
                True,
            )
        )
    return found
