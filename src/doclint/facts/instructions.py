"""The instructions of a document: how many, how many ambiguous, and the terms they leave to others."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from doclint.instructions import instructions_of
from doclint.instructions.terms import Term, are_said, defined_in, words_of_placeholder, words_outside_placeholders
from doclint.markdown.nodes import Document
from doclint.model import Confidence, Span


class TermFact(Struct, frozen=True, gc=False, array_like=True):
    """An abbreviation or a placeholder of an instruction that its own document does not explain; its first use."""

    text: str
    kind: Literal["abbreviation", "placeholder"]
    span: Span


class InstructionFact(Struct, frozen=True, gc=False, array_like=True):
    """Instructions read, and the ambiguous ones: how many of each category and confidence."""

    read: int
    ambiguous: tuple[tuple[str, Confidence, int], ...]
    open_terms: tuple[TermFact, ...]
    defined: tuple[str, ...]  # abbreviations the document defines

    def count(self, *confidences: str) -> int:
        """Ambiguous instructions of these confidences."""
        return sum(number for _, confidence, number in self.ambiguous if confidence in confidences)


def instruction_fact_of(document: Document, silent: bool = False) -> InstructionFact:
    """The counts and the terms of a document; what it defines alone if its instructions do not matter."""
    defined = defined_in(document)
    if silent:
        return InstructionFact(0, (), (), tuple(sorted(defined)))
    reading = document.ask(instructions_of)
    counts = tuple((*key, number) for key, number in sorted(reading.count().items()))
    return InstructionFact(
        reading.instructions, counts, tuple(_open(document, reading.terms, defined)), tuple(sorted(defined))
    )


def _open(document: Document, terms: tuple[Term, ...], defined: frozenset[str]) -> Iterator[TermFact]:
    first = {term.text: term for term in reversed(terms)}
    has_placeholder = any(term.kind == "placeholder" for term in first.values())
    said = words_outside_placeholders(document.text) if has_placeholder else frozenset()
    for term in sorted(first.values(), key=lambda term: term.start):
        explained = (
            term.text in defined if term.kind == "abbreviation" else are_said(words_of_placeholder(term.text), said)
        )
        if not explained:
            yield TermFact(term.text, term.kind, document.span(term.start, term.end))
