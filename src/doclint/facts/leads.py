"""Bold openings of lines: `**Level 1: Associate**`, `**Q: How do I …?**`; headings in all but name."""

from msgspec import Struct

from doclint.markdown.nodes import Document, Emphasis, Paragraph

_LONGEST = 120


class LeadFact(Struct, frozen=True, gc=False, array_like=True):
    """`section` indexes Facts.sections."""

    text: str
    line: int
    section: int


def leads_of(document: Document) -> tuple[LeadFact, ...]:
    """Bold openings of paragraphs, of their lines, and of list items, in document order."""
    found = []
    for leaf in document.leaves:
        if not isinstance(leaf, Paragraph) or not leaf.inlines:
            continue
        for inline in leaf.inlines:
            if not isinstance(inline, Emphasis) or inline.kind != "strong" or not _opens(leaf.text, inline.text_start):
                continue
            text = leaf.text[inline.text_start : inline.text_end].strip()
            if text and len(text) <= _LONGEST and "\n" not in text:
                found.append(LeadFact(text, document.line_of(inline.start), document.section_at(inline.start)))
    return tuple(found)


def _opens(text: str, start: int) -> bool:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return not any(character.isalnum() for character in before)
