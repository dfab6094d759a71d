"""A request in its context, what can be wrong with it, and what to ask of its words."""

from collections.abc import Sequence

from msgspec import Struct

from doclint.instructions.asking import Request
from doclint.instructions.lexicon import Lexicon
from doclint.instructions.resolved import Context
from doclint.instructions.sentences import Sentence
from doclint.model import Confidence

HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW
ENDS = frozenset((",", ".", ";", "(", "and", "or", "—", "–", "-"))
LONGEST_NOUN = 7  # words
SURE_NOUN = 4
NO_LIMIT = "has no limit: give the value, its unit and where to read it"
NO_METHOD = "names a goal, not an action: give the command or the steps, or link to them"
NO_NUMBER = "is no number: say how many, or how much"
NO_TARGET = "leads nowhere: link to it, or name the section"
NO_NAME = "names nobody: give the role and how to reach it"


class Defect(Struct, frozen=True, gc=False):
    """What is missing, how sure we are, the words it shows in, and what to say of them."""

    category: str
    confidence: Confidence
    start: int
    end: int
    lack: str  # goes on after the quoted words: "has no limit: give …"


class Case(Struct, frozen=True, gc=False):
    """A request in its context."""

    words: tuple[str, ...]  # of the sentence
    sentence: Sentence
    request: Request
    context: Context
    lexicon: Lexicon


def core(words: Sequence[str]) -> tuple[str, ...]:
    """The words of an object, up to a bracket, a dash or the end."""
    if _BREAKS.isdisjoint(words):
        return tuple(words)
    return tuple(words[: next(place for place, word in enumerate(words) if word in _BREAKS)])


_BREAKS = frozenset(("(", "[", ".", ";", ":", "—", "–", "-", "→", "!"))


def head(target: tuple[str, ...], lexicon: Lexicon) -> str:
    """The noun of an object: its last word before "of", "on", "in"."""
    end = next((place for place, word in enumerate(target) if word in lexicon.relations), len(target))
    return target[end - 1] if end else ""


def closes(case: Case, start: int, end: int) -> bool:
    """Whether a word of state closes its statement; a phrase need not."""
    words = case.words
    return end - start > 1 or end == len(words) or words[end] in ENDS or words[end] in case.lexicon.relations
