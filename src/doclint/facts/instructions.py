"""How many instructions a document gives, and how many of them are ambiguous."""

from msgspec import Struct

from doclint.instructions import instructions_of
from doclint.markdown.nodes import Document
from doclint.model import Confidence


class InstructionFact(Struct, frozen=True, gc=False):
    """Instructions read, and the ambiguous ones: how many of each category and confidence."""

    read: int
    ambiguous: tuple[tuple[str, Confidence, int], ...]

    def count(self, *confidences: str) -> int:
        """Ambiguous instructions of these confidences."""
        return sum(number for _, confidence, number in self.ambiguous if confidence in confidences)


def instruction_fact_of(document: Document) -> InstructionFact:
    """The counts of a document."""
    reading = document.ask(instructions_of)
    counts = sorted(reading.count().items())
    return InstructionFact(reading.instructions, tuple((*key, number) for key, number in counts))
