"""The sections of a document as one looks for them by name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from doclint.doctypes.names import Name, holds, name_of
from doclint.facts import Facts
from doclint.model import Span

_STEP = re.compile(r"\W*(?:step|stage)\s+\d", re.IGNORECASE)
_NUMBERED_STEP = re.compile(r"\W*(?:(?:step|phase|stage)\s+\d|\d+(?:\.\d+)*[.)]?\s)", re.IGNORECASE)
_LONGEST_TITLE = 300  # characters of a title that are looked at
_LONGEST_LABEL = 40  # characters of what may stand for a heading


class Place(Struct, frozen=True, gc=False):
    """Where something called so stands. `section` is an index into Facts.sections: the section itself, or around it."""

    text: str
    name: Name
    span: Span
    section: int
    is_heading: bool  # False: a bold line, a label, an HTML heading
    is_title: bool  # the heading of the whole document


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


def hooks_of(names: Iterable[Name]) -> frozenset[str]:
    """Words one of which a heading has to have to be called one of these names."""
    return frozenset(word for name in names if name.words for word in (name.words[0], name.glued))


class Outline:
    """Built where it is asked for. Looking for a name costs next to nothing where none of its words is in a heading."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def title(self) -> str:
        """What the page is called, empty where nothing says it."""
        return self.facts.title[:_LONGEST_TITLE] if _has_title(self.facts) else ""

    @cached_property
    def headings(self) -> tuple[Place, ...]:
        """All but that of the table of contents."""
        return tuple(_headings(self.facts))

    @cached_property
    def _by_heading(self) -> "_Index":
        return _Index(self.headings)

    @cached_property
    def _by_stand_in(self) -> "_Index":
        """What acts as a heading: looked at only where no heading is found."""
        return _Index(_stand_ins(self.facts))

    def find(self, names: Iterable[str], within: int | None = None, *, headings_only: bool = False) -> Place | None:
        """The place called one of these, in a section or anywhere: a heading before what only acts as one."""
        wanted = [name for name in map(name_of, names) if name.words]
        family = None if within is None else self.family(within)
        found = self._by_heading.find(wanted, family[1:] if family else None)
        return found if found or headings_only else self._by_stand_in.find(wanted, family)

    def may_have(self, hooks: Collection[str]) -> bool:
        """Could a heading be called one of the names with these hooks (`hooks_of`)? If not, none is."""
        return not self._by_heading.hooks.isdisjoint(hooks)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The names of its labels, without gaps."""
        return frozenset(name_of(label.name).glued for label in self.facts.labels)

    @cached_property
    def whole(self) -> Holdings:
        """What the document holds."""
        return self.holdings()

    def family(self, section: int) -> range:
        """A section and its subsections, as indexes into Facts.sections."""
        sections = self.facts.sections
        last = section + 1
        while last < len(sections) and sections[last].level > sections[section].level:
            last += 1
        return range(section, last)

    def holdings(self, section: int | None = None) -> Holdings:
        """What a section holds, with its subsections; the whole document for None."""
        family = range(len(self.facts.held)) if section is None else self.family(section)
        held = self.facts.held[family.start : family.stop]
        headings = [place for place in self.headings if place.section in family and not self._opens(place, section)]
        stand_ins = [one.text for one in self.facts.stand_ins if one.section in family]
        labels = [one.name for one in self.facts.labels if one.section in family]
        step = _STEP if section is None else _NUMBERED_STEP
        named = sum(1 for text in (*(place.text for place in headings), *stand_ins, *labels) if step.match(text))
        steps = sum(one.steps for one in held) + named
        tasks = sum(one.tasks for one in held)
        return Holdings(
            words=self.facts.words if section is None else sum(one.words for one in held),
            steps=steps,
            items=steps + tasks + sum(one.bullets for one in held),
            tasks=tasks,
            rows=sum(one.table_rows for one in held),
            links=sum(one.links for one in held),
            languages=tuple(language for one in held for language in one.languages),
            subsections=len(headings) + len(stand_ins),
        )

    @staticmethod
    def _opens(place: Place, section: int | None) -> bool:
        return place.is_title or place.section == section


class _Index:
    """Places by what they are called, in document order."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = tuple(places)

    @cached_property
    def hooks(self) -> frozenset[str]:
        """All by which a place can be found: single words, and whole names without gaps."""
        names = [place.name for place in self._places]
        return frozenset(name.glued for name in names).union(*(name.joined for name in names))

    @cached_property
    def _same(self) -> dict[frozenset[str] | str, list[Place]]:
        found: dict[frozenset[str] | str, list[Place]] = {}
        for place in self._places:
            found.setdefault(place.name.key, []).append(place)
            found.setdefault(place.name.glued, []).append(place)
        return found

    @cached_property
    def _with_word(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for place in self._places:
            for word in place.name.joined:
                found.setdefault(word, []).append(place)
        return found

    def find(self, wanted: Sequence[Name], family: range | None) -> Place | None:
        """The first place of this very name, else the first that contains it; of these sections, or of any."""
        hooks = self.hooks
        likely = [name for name in wanted if name.words[0] in hooks or name.glued in hooks]
        found = self._called(likely, family) or self._containing(likely, family) if likely else ()
        return min(found, key=lambda place: place.span.line, default=None)

    def _called(self, wanted: Iterable[Name], family: range | None) -> list[Place]:
        same = self._same
        several = [same[key] for name in wanted for key in (name.key, name.glued) if key in same]
        return [place for places in several for place in _within(places, family)]

    def _containing(self, wanted: Iterable[Name], family: range | None) -> list[Place]:
        known = self._with_word
        several = [(name, known[word]) for name in wanted for word in (name.words[0], name.glued) if word in known]
        return [
            place
            for name, places in several
            for place in _within(places, family)
            if not place.is_title and holds(place.name, name)
        ]


def _within(places: Sequence[Place], family: range | None) -> Sequence[Place]:
    """Those in these sections, of places in document order."""
    if family is None:
        return places
    first, last = (bisect_left(places, at, key=lambda place: place.section) for at in (family.start, family.stop))
    return places[first:last]


def _has_title(facts: Facts) -> bool:
    """Without a heading of level 1, or with several, the first heading does not say what the page is."""
    stated = any(field.key.casefold() == "title" for field in facts.fields)
    return stated or sum(section.level == 1 for section in facts.sections) == 1


def _headings(facts: Facts) -> Iterator[Place]:
    toc = facts.toc.section if facts.toc else None
    tops = sum(section.level == 1 for section in facts.sections)
    spans = {heading.span.line: heading.span for heading in facts.headings}
    for index, section in enumerate(facts.sections):
        if section.level and index != toc:
            span = spans.get(section.line, Span(section.line, 1, section.line, 1))
            is_title = section.level == 1 and tops == 1
            yield Place(section.title, name_of(section.title), span, index, True, is_title)


def _stand_ins(facts: Facts) -> Iterator[Place]:
    toc = facts.toc.section if facts.toc else None
    for stand_in in facts.stand_ins:
        if stand_in.section != toc:
            yield Place(stand_in.text, name_of(stand_in.text), stand_in.span, stand_in.section, False, False)
    for heading in facts.html_headings:
        around = bisect_right(facts.sections, heading.span.line, key=lambda section: section.line) - 1
        yield Place(heading.text, name_of(heading.text), heading.span, around, False, False)
    for label in facts.labels:
        if label.bold and label.section != toc and len(label.name) <= _LONGEST_LABEL:
            yield Place(label.name, name_of(label.name), label.span, label.section, False, False)
