"""Bold openings of lines: `**Level 1: Associate**`, `**Q: How do I …?**`; headings in all but name."""

from msgspec import Struct

from doclint.facts.bold import bold_of
from doclint.markdown.nodes import Document

_LONGEST = 120


class LeadFact(Struct, frozen=True, gc=False, array_like=True):
    """`section` indexes Facts.sections."""

    text: str
    line: int
    section: int


def leads_of(document: Document) -> tuple[LeadFact, ...]:
    """Bold openings of paragraphs, of their lines, and of list items, in document order."""
    found = []
    for leaf, bold in document.ask(bold_of):
        if bold.text_start and not _opens(leaf.text, bold.text_start):
            continue
        text = leaf.text[bold.text_start : bold.text_end].strip()
        if text and len(text) <= _LONGEST and "\n" not in text:
            found.append(LeadFact(text, document.line_of(bold.start), document.section_at(bold.start)))
    return tuple(found)


def _opens(text: str, start: int) -> bool:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return not any(map(str.isalnum, before))
