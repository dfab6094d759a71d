"""Document types learned from the documents that exist: which are of a kind, and which sections these share."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from doclint.doctypes.names import bare, name_of
from doclint.doctypes.outline import Outline
from doclint.doctypes.shape import DocType, Match, OwedSection
from doclint.model import Confidence

_FEWEST = 4  # documents that make a pattern
_SHARED = 0.75  # of the documents have a section that belongs to the type
_SAME_FOLDER = 0.8  # of the documents below a folder are of the type: then the folder names it
_NO_MEMBERS = frozenset({"readme", "index", "changelog", "report", "guide"})  # of these no two are alike


class LearnedSection(Struct, frozen=True):
    """A section that documents share; `also` are other spellings of it, `count` documents have it."""

    name: str
    also: tuple[str, ...]
    count: int


class LearnedType(Struct, frozen=True):
    """What documents of one kind have in common."""

    name: str
    extends: str  # the type doclint knows them as; empty if none
    paths: tuple[str, ...]  # patterns that name them, and only them; empty when no folder is theirs
    documents: tuple[str, ...]
    sections: tuple[LearnedSection, ...]
    ordered: bool  # all have the sections in this order
    relaxed: tuple[LearnedSection, ...]  # what the extended type owes and most of them do not have


def learned(
    outlines: Mapping[str, Outline], matches: Mapping[str, Match], types: Mapping[str, DocType]
) -> tuple[LearnedType, ...]:
    """The kinds of documents in a project that share at least two sections, those with most documents first."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, match in matches.items():
        is_guess = match.name and match.confidence is Confidence.LOW
        if match.name not in _NO_MEMBERS and not is_guess:
            groups[match.name, "" if match.name else os.path.dirname(path)].append(path)
    found = [
        _learned(types.get(known, DocType()), folder, paths, outlines)
        for (known, folder), paths in groups.items()
        if len(paths) >= _FEWEST and (known or folder)
    ]
    return tuple(
        sorted((one for one in found if len(one.sections) > 1), key=lambda one: (-len(one.documents), one.name))
    )


def _learned(known: DocType, folder: str, paths: list[str], outlines: Mapping[str, Outline]) -> LearnedType:
    own = {path: _own_sections(outlines[path]) for path in paths}
    counts = Counter(key for sections in own.values() for key in dict(sections))
    spellings: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for sections in own.values():
        for key, text in sections:
            spellings[key][text] += 1
    shared = {key for key, count in counts.items() if count >= len(paths) * _SHARED}
    orders = [[key for key, _ in sections if key in shared] for sections in own.values()]
    relaxed = [_relaxed(section, [outlines[path] for path in paths]) for section in known.sections]
    return LearnedType(
        name=known.name or f"{os.path.basename(folder)}-page",
        extends=known.name,
        paths=_paths(paths, outlines, folder),
        documents=tuple(paths),
        sections=tuple(_section(spellings[key], counts[key]) for key in _in_order(orders)),
        ordered=_agree(orders),
        relaxed=tuple(one for one in relaxed if one and one.count < len(paths) * _SHARED),
    )


def _relaxed(section: OwedSection, outlines: list[Outline]) -> LearnedSection | None:
    if section.level == "may":
        return None
    return LearnedSection(section.name, (), sum(outline.find(section.names) is not None for outline in outlines))


def _own_sections(outline: Outline) -> list[tuple[frozenset[str], str]]:
    """The headings of the outermost level below the title, each once."""
    headings = [place for place in outline.headings if not place.is_title]
    levels = [outline.facts.sections[place.section].level for place in headings]
    outermost = min(levels, default=0)
    found = {
        place.name.key: place.text
        for place, level in zip(reversed(headings), reversed(levels), strict=True)
        if level == outermost and place.name.words
    }
    return list(reversed(found.items()))


def _section(spellings: Counter[str], count: int) -> LearnedSection:
    """Its commonest name, without number, and the others that a comparison would not find the same."""
    by_glued = {name_of(text).glued: bare(text) for text, _ in reversed(spellings.most_common())}
    name, *others = reversed(by_glued.values())
    return LearnedSection(name, tuple(others), count)


def _in_order(orders: Iterable[list[frozenset[str]]]) -> list[frozenset[str]]:
    """The sections by their average place."""
    places: dict[frozenset[str], list[float]] = defaultdict(list)
    for order in orders:
        for place, key in enumerate(order):
            places[key].append(place / len(order))
    return sorted(places, key=lambda key: (sum(places[key]) / len(places[key]), sorted(key)))


def _agree(orders: Iterable[list[frozenset[str]]]) -> bool:
    pairs = {pair for order in orders for pair in combinations(order, 2)}
    return not any((second, first) in pairs for first, second in pairs)


def _paths(paths: list[str], outlines: Mapping[str, Outline], folder: str) -> tuple[str, ...]:
    """The folder of the documents, when hardly any other lies in it; pages that introduce the folder are left out."""
    home = folder or os.path.commonpath([os.path.dirname(path) for path in paths])
    if not home:
        return ()
    below = (path for path in outlines if path.startswith(f"{home}/") and not _introduces(path))
    others = sorted(set(below).difference(paths))
    if len(paths) < (len(paths) + len(others)) * _SAME_FOLDER:
        return ()
    return (f"{home}/**/*.md", f"!{home}/**/README.md", f"!{home}/**/index.md", *(f"!{path}" for path in others))


def _introduces(path: str) -> bool:
    return os.path.basename(path).casefold() in ("readme.md", "index.md", "_index.md")


def as_yaml(types: Iterable[LearnedType]) -> str:
    """The types as a settings file would state them, each section with how many documents have it."""
    return "".join(line + "\n" for line in _lines(types))


def _lines(types: Iterable[LearnedType]) -> Iterator[str]:
    yield "doc-types:"
    for one in types:
        yield f"  {quoted(one.name)}:  # {len(one.documents)} documents share {len(one.sections)} sections"
        if one.extends:
            yield f"    extends: {quoted(one.extends)}"
        if one.paths:
            yield f"    paths: [{', '.join(map(quoted, one.paths))}]"
        if one.ordered:
            yield "    ordered: true"
        yield "    sections:"
        for section in one.sections:
            everywhere = section.count == len(one.documents)
            also = f", also: [{', '.join(map(quoted, section.also))}]" if section.also else ""
            level = "must" if everywhere else "should"
            yield f"      - {{name: {quoted(section.name)}{also}, level: {level}}}  # in {section.count}"
        for section in one.relaxed:
            yield f"      - {{name: {quoted(section.name)}, level: may}}  # in {section.count}"


def quoted(text: str) -> str:
    """A text as YAML has it: plain where that is safe, else in double quotes."""
    plain = text.replace("-", "").replace(" ", "").isalnum() and text[:1].isalpha() and text.casefold() not in _WORDS
    if plain:
        return text
    import json

    return json.dumps(text, ensure_ascii=False)


_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
