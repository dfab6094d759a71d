"""How many instructions a document gives, and how many of them are ambiguous."""

from msgspec import Struct

from doclint.instructions import instructions_of
from doclint.markdown.nodes import Document


class InstructionFact(Struct, frozen=True, gc=False):
    """Instructions read, and the ambiguous ones by category and confidence: (category, confidence, how many)."""

    read: int
    ambiguous: tuple[tuple[str, str, int], ...]

    def count(self, *confidences: str) -> int:
        """Ambiguous instructions of these confidences."""
        return sum(number for _, confidence, number in self.ambiguous if confidence in confidences)


def instruction_fact_of(document: Document) -> InstructionFact:
    """The counts of a document."""
    reading = document.ask(instructions_of)
    return InstructionFact(
        reading.instructions, tuple((*key, number) for key, number in sorted(reading.count().items()))
    )
