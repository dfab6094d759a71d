"""
Findings that are known: those of a baseline file, those of the commit a branch began at.

A finding is recognised by its rule, its path, the headings it is under and its subject, and by how often all
that occurs; never by its line. What moved to another heading, and what a renamed file holds, is still known.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import msgspec
from msgspec import Struct

from doclint.errors import ConfigError
from doclint.model import Diagnostic

FILE = ".doclint-baseline.json"
_VERSION = 1


class Entry(Struct, frozen=True, order=True):
    """A kind of finding that is known."""

    path: str
    rule: str
    scope: tuple[str, ...]
    subject: str


class Baseline(Struct, frozen=True):
    """A file of findings that are accepted for now, and how often each is."""

    name: str
    entries: Mapping[Entry, int]


class Split(Struct, frozen=True):
    """Diagnostics against what is known: `stale` is what is known and was not found any more."""

    new: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    stale: Counter[Entry]


def entries_of(diagnostics: Iterable[Diagnostic]) -> Counter[Entry]:
    """What these diagnostics make known."""
    return Counter(map(_entry, diagnostics))


def split(
    diagnostics: Iterable[Diagnostic],
    known: Mapping[Entry, int],
    exists: Callable[[str], bool],
    renamed: Mapping[str, str] | None = None,
) -> Split:
    """
    Tell new diagnostics from known ones.

    Args:
        diagnostics: In any order; it is kept.
        known: How often each entry is known.
        exists: Is there a file of this path now? What was known of one that is gone may be found in another.
        renamed: New paths of renamed files by their old ones, where git knows.
    """
    renamed = renamed or {}
    left: Counter[Entry] = Counter()
    for entry, count in known.items():
        left[msgspec.structs.replace(entry, path=renamed.get(entry.path, entry.path))] += count
    found = list(diagnostics)
    unknown = set(range(len(found)))
    for key in (_exactly, _in_the_file, _elsewhere, _anywhere):
        by_key: dict[tuple[object, ...], list[Entry]] = {}
        for entry in sorted(left):
            if key in (_exactly, _in_the_file) or not exists(entry.path):
                by_key.setdefault(key(entry), []).append(entry)
        for place in sorted(unknown):
            entries = by_key.get(key(_entry(found[place])), [])
            match = next((entry for entry in entries if left[entry] > 0), None)
            if match:
                left[match] -= 1
                unknown.discard(place)
    return Split(
        tuple(each for place, each in enumerate(found) if place in unknown),
        tuple(each for place, each in enumerate(found) if place not in unknown),
        +left,
    )


def parsed(raw: bytes, name: str) -> Baseline:
    """
    What a baseline file holds.

    Raises:
        ConfigError: It is none: never taken for an empty one.
    """
    try:
        stored = msgspec.json.decode(raw, type=_Stored)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"baseline {name}: {error}; doclint baseline create writes a new one") from error
    if stored.schema_version != _VERSION:
        raise ConfigError(f"baseline {name}: schema version {stored.schema_version}, this doclint reads {_VERSION}")
    entries: Counter[Entry] = Counter()
    for row in stored.findings:
        entries[Entry(row.path, row.rule, row.under, row.subject)] += row.count
    return Baseline(name, entries)


def written(entries: Mapping[Entry, int]) -> str:
    """The text of a baseline file: a line per entry, sorted, so that two branches merge."""
    rows = [
        msgspec.json.encode(_Row(entry.path, entry.rule, entry.scope, entry.subject, count)).decode()
        for entry, count in sorted(entries.items())
        if count > 0
    ]
    lines = ",\n  ".join(rows)
    return f'{{"schema_version": {_VERSION}, "findings": [{lines and chr(10) + "  " + lines + chr(10)}]}}\n'


class _Row(Struct, frozen=True):
    path: str
    rule: str
    under: tuple[str, ...]
    subject: str
    count: int = 1


class _Stored(Struct, frozen=True):
    schema_version: int
    findings: tuple[_Row, ...]


def _entry(diagnostic: Diagnostic) -> Entry:
    subject = " ".join((diagnostic.subject or diagnostic.message).split())
    scope = tuple(map(_stored, diagnostic.scope))
    return Entry(_stored(diagnostic.path), diagnostic.rule, scope, _stored(subject))


def _stored(text: str) -> str:
    """As it comes back from the file: without lone surrogates."""
    return text.encode("utf-8", "replace").decode()


def _exactly(entry: Entry) -> tuple[object, ...]:
    return (entry.path, entry.rule, entry.scope, entry.subject)


def _in_the_file(entry: Entry) -> tuple[object, ...]:
    return (entry.path, entry.rule, entry.subject)


def _elsewhere(entry: Entry) -> tuple[object, ...]:
    return (entry.rule, entry.scope, entry.subject)


def _anywhere(entry: Entry) -> tuple[object, ...]:
    return (entry.rule, entry.subject)
