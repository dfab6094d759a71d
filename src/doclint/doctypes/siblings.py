"""Sections of a document that are built alike, and what one of them lacks."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct

from doclint.doctypes.outline import Outline, Place

_FEWEST = 4  # sections beside each other that make a pattern
_SHARED = 0.75  # of them have a subsection that belongs to the pattern


class Odd(Struct, frozen=True, gc=False):
    """A section without subsections that most of those beside it have."""

    place: Place
    missing: tuple[str, ...]
    siblings: int  # sections beside each other, this one counted


def odd_sections(outline: Outline) -> Iterator[Odd]:
    """Sections that lack what is in most of the sections beside them."""
    sections = outline.facts.sections
    below: dict[int, list[Place]] = defaultdict(list)
    for place in outline.headings:
        below[sections[place.section].parent].append(place)
    for several in list(below.values()):
        yield from _odd([place for place in several if below.get(place.section)], below)


def _odd(several: list[Place], below: dict[int, list[Place]]) -> Iterator[Odd]:
    if len(several) < _FEWEST:
        return
    inside = {place.section: {part.name.key: part.text for part in below[place.section]} for place in several}
    counts = Counter(key for parts in inside.values() for key in parts)
    names = {key: text for parts in inside.values() for key, text in parts.items()}
    shared = [key for key, count in counts.items() if key and count >= len(several) * _SHARED]
    for place in several:
        missing = tuple(names[key] for key in shared if key not in inside[place.section])
        if missing and len(missing) < len(shared):
            yield Odd(place, missing, len(several))
