"""What a document owes by its type and does not have."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from doclint.doctypes.names import is_named, nearest_of
from doclint.doctypes.outline import Holdings, Outline, Place
from doclint.doctypes.shape import Content, DocType, Level, Match, OwedField, OwedSection, Parts
from doclint.facts.stamps import kind_of
from doclint.model import Confidence, Severity

_STATED: dict[Level, Severity] = {"must": Severity.ERROR, "should": Severity.WARNING}
_RECOGNISED: dict[tuple[Confidence, Level], Severity] = {
    (Confidence.HIGH, "must"): Severity.WARNING,
    (Confidence.HIGH, "should"): Severity.INFO,
    (Confidence.MEDIUM, "must"): Severity.INFO,
}
_KINDS = {
    "steps": "numbered steps",
    "list": "a list",
    "tasks": "check boxes",
    "code": "code",
    "table": "a table",
    "links": "links",
    "subsections": "sections of its own",
}


class Missing(Struct, frozen=True, gc=False):
    """A section that is owed and not there: the heading that looks like it, and the section it comes after."""

    section: OwedSection
    nearest: Place | None
    after: Place | None


class Part(Struct, frozen=True, gc=False):
    """One of several like sections, and what it lacks."""

    place: Place
    missing: tuple[OwedSection, ...]


def severity_of(level: Level, match: Match) -> Severity | None:
    """How bad it is to lack this, by how sure it is that the document is of the type; None: not worth a word."""
    return _STATED.get(level) if match.stated else _RECOGNISED.get((match.confidence, level))


def missing_sections(outline: Outline, doc_type: DocType) -> list[Missing]:
    """Sections of the type that the document does not have, in the order of the type; those it may have left out."""
    found: list[Missing] = []
    for number, section in enumerate(doc_type.sections):
        place = place_of(outline, section, doc_type)
        if place is None and section.level != "may" and not (section.or_field and _has_field(outline, section)):
            found.append(Missing(section, _nearest(outline, section), _last_of(outline, doc_type.sections[:number])))
    return found


def missing_fields(outline: Outline, doc_type: DocType) -> list[OwedField]:
    """Fields of the type that the document gives no value; but those it may leave out."""
    facts = outline.facts
    labels = [label.name for label in facts.labels if label.value]
    given = (*labels, *(field.key for field in facts.fields if field.value or field.values))
    kinds = {stamp.kind for stamp in facts.stamps}  # stated in any form, also in tables and plain lines
    owed = (field for field in doc_type.fields if field.level != "may")
    return [
        field
        for field in owed
        if kinds.isdisjoint(map(kind_of, field.names)) and not any(is_named(name, field.names) for name in given)
    ]


def _last_of(outline: Outline, sections: Sequence[OwedSection]) -> Place | None:
    """The last heading of the last of these sections that the document has: under two names it may have two."""
    for section in reversed(sections):
        places = [outline.find((name,), headings_only=True) for name in section.names]
        last = max((place for place in places if place), key=lambda place: place.span, default=None)
        if last:
            return last
    return None


def place_of(outline: Outline, section: OwedSection, doc_type: DocType) -> Place | None:
    """Where the document has an owed section."""
    if not section.inside:
        return outline.find(section.names)
    around = next((other for other in doc_type.sections if other.name == section.inside), None)
    outer = outline.find(around.names if around else (section.inside,))
    return outline.find(section.names, outer.section) if outer and outer.is_heading else None


def _has_field(outline: Outline, section: OwedSection) -> bool:
    """Stated in the front matter, or in any other form in which a document says what it is."""
    names = {name.casefold() for name in section.names}
    kinds = {stamp.kind for stamp in outline.facts.stamps if stamp.whole}
    is_stamped = any(kind_of(name) in kinds for name in section.names)
    return is_stamped or any(field.key.casefold() in names for field in outline.facts.fields)


def _nearest(outline: Outline, section: OwedSection) -> Place | None:
    headings = {place.text: place for place in outline.headings if not place.is_title}
    text = nearest_of(headings, section.names)
    return headings[text] if text else None


def out_of_order(outline: Outline, doc_type: DocType) -> list[tuple[OwedSection, Place, Place]]:
    """Sections that stand before one they should follow: the section, its place, and the place it should follow."""
    found: list[tuple[OwedSection, Place, Place]] = []
    last: Place | None = None
    for section in doc_type.sections:
        place = place_of(outline, section, doc_type)
        if place is None or not place.is_heading or section.anywhere:
            continue
        if last is None or place.span >= last.span:
            last = place
        else:
            found.append((section, place, last))
    return found


def lacking(content: Content, held: Holdings) -> str:
    """What should be there and is not, as a phrase; empty if all is."""
    wants = [
        (content.steps, held.steps, "numbered steps"),
        (content.items, held.items, "list items"),
        (content.tasks, held.tasks, "check boxes"),
        (content.code, len(held.languages), "code blocks"),
        (content.rows, held.rows, "table rows"),
        (content.links, held.links, "links"),
        (content.words, held.words, "words"),
    ]
    short = [f"{has} of {wanted} {what}" for wanted, has, what in wants if has < wanted]
    if content.language and not set(content.language) & set(held.languages):
        short.append(f"no {' or '.join(content.language)} code")
    if content.any and not any(_holds(kind, held) for kind in content.any):
        short.append(f"no {either([_KINDS[kind].removeprefix('a ') for kind in content.any])}")
    return ", ".join(short)


def _holds(kind: str, held: Holdings) -> bool:
    return {
        "steps": held.steps,
        "list": held.items,
        "tasks": held.tasks,
        "code": len(held.languages),
        "table": held.rows,
        "links": held.links,
        "subsections": held.subsections,
    }[kind] > 0


def either(names: Sequence[str]) -> str:
    """`a, b or c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def parts_of(outline: Outline, parts: Parts) -> list[Part]:
    """The sections called so, each with what it lacks; none when there are too few to be a repeated structure."""
    places = list(_parts(outline, parts))
    if len(places) < parts.at_least:
        return []
    return [
        Part(place, tuple(owed for owed in parts.sections if outline.find(owed.names, place.section) is None))
        for place in places
    ]


def _parts(outline: Outline, parts: Parts) -> Iterator[Place]:
    """`Playbook: Disk full`, `Playbook 3 – Disk full`; and `Disk full playbook`, where it has sections of its own."""
    names = "|".join(re.escape(name) for name in parts.names)
    before = re.compile(rf"(?:{names})\b\s*\w{{0,4}}\s*[:–—#.-]", re.IGNORECASE)
    after = re.compile(rf"\b(?:{names})$", re.IGNORECASE)
    for place in outline.headings:
        text = place.text.lstrip("0123456789.) ")
        has_sections = not place.is_title and len(outline.family(place.section)) > 1
        if has_sections and (before.match(text) or after.search(text)):
            yield place
