"""
Which findings are known: by a baseline file, or from the commit at which a branch began.

A finding is recognised by its rule, its path, the headings it is under and its subject, and by how often all
that occurs; never by its line. What moved to another heading, and what a renamed file holds, is still known.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from doclint.engine import Report
from doclint.model import Diagnostic


class Entry(Struct, frozen=True, order=True):
    """A kind of finding that is known."""

    path: str
    rule: str
    scope: tuple[str, ...]
    subject: str


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
        left[replace(entry, path=renamed.get(entry.path, entry.path))] += count
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


def narrowed(report: Report, live: tuple[Diagnostic, ...], mode: str) -> Report:
    """The report with some of its findings only; `mode` says which."""
    modes = [report.mode.removeprefix("only findings "), mode]
    return replace(report, diagnostics=live, mode="only findings " + ", ".join(filter(None, modes)))


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
