"""The sections of a document as one looks for them by name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from doclint.doctypes.names import Name, holds, name_of
from doclint.facts import Facts
from doclint.model import Span

_STEP = re.compile(r"\W*(?:step|stage)\s+\d", re.IGNORECASE)
_NUMBERED_STEP = re.compile(r"\W*(?:(?:step|phase|stage)\s+\d|\d+(?:\.\d+)*[.)]?\s)", re.IGNORECASE)


class Place(Struct, frozen=True, gc=False):
    """Where something called so stands. `section` is an index into Facts.sections: the section itself, or around it."""

    text: str
    name: Name
    span: Span
    section: int
    is_heading: bool  # False: a bold line, a label, an HTML heading
    is_title: bool = False  # the heading of the whole document


class Holdings(Struct, frozen=True, gc=False):
    """What a section and its subsections hold."""

    words: int
    steps: int
    items: int
    tasks: int
    rows: int
    links: int
    languages: tuple[str, ...]
    subsections: int


class Outline:
    """Built once per document. Looking for a name costs next to nothing where none of its words is in a heading."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.title = facts.title
        self.places = sorted(_places(facts), key=lambda place: (place.span, not place.is_heading))
        self._same: dict[frozenset[str] | str, list[Place]] = {}
        self._with_word: dict[str, list[Place]] = {}
        for place in self.places:
            self._same.setdefault(place.name.key, []).append(place)
            self._same.setdefault(place.name.glued, []).append(place)
            for word in place.name.joined:
                self._with_word.setdefault(word, []).append(place)

    def find(self, names: Iterable[str], within: int = -1) -> Place | None:
        """The place called one of these: the very name before what contains it, a heading before a bold line."""
        wanted = [name for name in map(name_of, names) if name.words]
        return _best(self._called(wanted), within, self) or _best(self._containing(wanted), within, self)

    def _called(self, wanted: Iterable[Name]) -> Iterator[Place]:
        for name in wanted:
            yield from self._same.get(name.key, ())
            yield from self._same.get(name.glued, ())

    def _containing(self, wanted: Iterable[Name]) -> Iterator[Place]:
        for name in wanted:
            candidates = (*self._with_word.get(name.words[0], ()), *self._with_word.get(name.glued, ()))
            yield from (place for place in candidates if not place.is_title and holds(place.name, name))

    def family(self, section: int) -> range:
        """A section and its subsections, as indexes into Facts.sections."""
        sections = self.facts.sections
        last = section + 1
        while last < len(sections) and sections[last].level > sections[section].level:
            last += 1
        return range(section, last)

    def holdings(self, section: int | None = None) -> Holdings:
        """What a section holds, with its subsections; the whole document for None."""
        all_sections = self.facts.sections
        family = range(len(all_sections)) if section is None else self.family(section)
        sections = [all_sections[index] for index in family]
        inside = [place for place in self.places if place.section in family and not self._opens(place, section)]
        step = _STEP if section is None else _NUMBERED_STEP
        steps = sum(section.steps for section in sections) + sum(1 for place in inside if step.match(place.text))
        tasks = sum(section.tasks for section in sections)
        return Holdings(
            words=sum(section.words for section in sections),
            steps=steps,
            items=steps + tasks + sum(section.bullets for section in sections),
            tasks=tasks,
            rows=sum(section.table_rows for section in sections),
            links=sum(section.links for section in sections),
            languages=tuple(language for section in sections for language in section.languages),
            subsections=sum(place.is_heading for place in inside),
        )

    @staticmethod
    def _opens(place: Place, section: int | None) -> bool:
        return place.is_title or (place.is_heading and place.section == section)


def _best(places: Iterable[Place], within: int, outline: Outline) -> Place | None:
    """The first heading among the places inside a section (-1: anywhere), else the first of them."""
    found = list(places)
    if within >= 0 and found:
        family = set(outline.family(within)) - {within}
        labels = {within}  # a bold line in the section itself is inside it, too
        found = [place for place in found if place.section in (family if place.is_heading else family | labels)]
    return min(found, key=lambda place: (not place.is_heading, place.span), default=None)


def _places(facts: Facts) -> Iterator[Place]:
    toc = facts.toc.section if facts.toc else -1
    tops = sum(section.level == 1 for section in facts.sections)
    starts = {heading.span.line: heading.span for heading in facts.headings}
    for index, section in enumerate(facts.sections):
        if section.level and index != toc:
            span = starts.get(section.line, Span(section.line, 1, section.line, 1))
            is_title = section.level == 1 and tops == 1
            yield Place(section.title, name_of(section.title), span, index, True, is_title)
    for stand_in in facts.stand_ins:
        if stand_in.section != toc:
            yield Place(stand_in.text, name_of(stand_in.text), stand_in.span, stand_in.section, False)
    for heading in facts.html_headings:
        around = bisect_right(facts.sections, heading.span.line, key=lambda section: section.line) - 1
        yield Place(heading.text, name_of(heading.text), heading.span, around, False)
    for label in facts.labels:
        if label.bold and label.section != toc:
            yield Place(label.name, name_of(label.name), label.span, label.section, False)
