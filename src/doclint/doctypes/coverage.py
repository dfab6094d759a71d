"""Is there a procedure for this scenario: a heading that names it, with something to do below?"""

from collections.abc import Iterable, Iterator, Mapping
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


class Ground:
    """The headings of several documents that have a word of one of these scenarios, found by it."""

    def __init__(self, outlines: Mapping[str, Outline], scenarios: Iterable[str]) -> None:
        self._outlines = outlines
        self._by_stem: dict[str, list[tuple[str, Place, frozenset[str]]]] = {}
        wanted = frozenset().union(*map(_wanted, scenarios))
        for path, outline in outlines.items() if wanted else ():
            for place, shared, whole in _sharing(outline, wanted):
                for stem in shared:
                    self._by_stem.setdefault(stem, []).append((path, place, whole))

    def covering(self, scenario: str, *, beside: str = "") -> Covering:
        """The best heading for one of them, one with a procedure below before one without; none in `beside`, a path."""
        wanted = _wanted(scenario)
        best = Covering()
        for path, place, whole in (named for stem in sorted(wanted) for named in self._by_stem.get(stem, ())):
            if wanted <= whole and path != beside:
                if not lacking(PROCEDURE, self._outlines[path].holdings(place.section)):
                    return Covering(path, place, True)
                best = best if best.place else Covering(path, place)
        return best


def _wanted(scenario: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in name_of(scenario.partition(":")[0]).words)


def _sharing(outline: Outline, wanted: frozenset[str]) -> Iterator[tuple[Place, frozenset[str], frozenset[str]]]:
    """Headings with a wanted word: those words, and all of the heading, of those above it and of the title."""
    above = [(0, _stems(outline.title))]
    for place in outline.headings:
        level = outline.facts.sections[place.section].level
        while above[-1][0] >= level:
            above.pop()
        above.append((level, _stems(place.text)))
        if shared := wanted & above[-1][1]:
            yield place, shared, frozenset().union(*(stems for _, stems in above))


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in name_of(text).joined)
