"""Is there a procedure for this scenario: a heading that names it, with something to do below?"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from doclint.doctypes.names import name_of
from doclint.doctypes.outline import Outline, Place
from doclint.doctypes.owed import lacking
from doclint.doctypes.shape import Content

PROCEDURE = Content(any=("steps", "tasks", "code", "table"), words=1)
_STEM = 5  # letters that two forms of a word share: operations, operational


class Covering(Struct, frozen=True, gc=False):
    """Where a scenario is covered; else where it is named without anything to do below."""

    path: str = ""
    place: Place | None = None
    is_procedure: bool = False


def covering(scenario: str, outlines: Mapping[str, Outline]) -> Covering:
    """The best heading for a scenario: one with a procedure below before one without."""
    wanted = frozenset(word[:_STEM] for word in name_of(scenario.partition(":")[0]).words)
    best = Covering()
    for path, outline in outlines.items() if wanted else ():
        for place in _naming(wanted, outline):
            if not lacking(PROCEDURE, outline.holdings(place.section)):
                return Covering(path, place, True)
            best = best if best.place else Covering(path, place)
    return best


def _naming(wanted: frozenset[str], outline: Outline) -> Iterator[Place]:
    """Headings that say it, alone or together with the headings above them and the title."""
    title = _stems(outline.title)
    above: list[tuple[int, frozenset[str]]] = []
    for place in outline.headings:
        level = outline.facts.sections[place.section].level
        while above and above[-1][0] >= level:
            above.pop()
        own = _stems(place.text)
        if wanted & own and wanted <= own.union(title, *(words for _, words in above)):
            yield place
        above.append((level, own))


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in name_of(text).joined)
