"""What the documents ask of their readers, in numbers: instructions read, and the ambiguous ones among them."""

from collections import Counter
from collections.abc import Mapping

from doclint.audit.values import Ambiguous, AskingDocument, Instructions
from doclint.facts import Facts

_MOST = 10  # documents named
_SHOWN = ("high", "medium")


def instructions_in(facts: Mapping[str, Facts]) -> Instructions:
    """Counts over all documents, whatever is suppressed; ambiguous are those of high and medium confidence."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in facts.values():
        for category, confidence, number in one.instructions.ambiguous:
            counts[category, confidence] += number
    read = sum(one.instructions.read for one in facts.values())
    ambiguous = sum(number for (_, confidence), number in counts.items() if confidence in _SHOWN)
    documents = [
        AskingDocument(path=path, read=one.instructions.read, ambiguous=one.instructions.count(*_SHOWN))
        for path, one in facts.items()
    ]
    return Instructions(
        read=read,
        ambiguous=ambiguous,
        share=round(ambiguous / read, 3) if read else None,
        kinds=tuple(
            Ambiguous(category=category, confidence=str(confidence), count=number)
            for (category, confidence), number in sorted(counts.items())
        ),
        worst=tuple(
            sorted((one for one in documents if one.ambiguous), key=lambda one: (-one.ambiguous, one.path))[:_MOST]
        ),
    )
