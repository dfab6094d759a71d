"""
What project rules said, said again for as long as all they looked at is what it was.

A rule that is to be remembered is judged on a project that notes what it looks at. What it said is kept with that, and
with what tells every document from its later self. Another run compares the facts of the documents that changed since,
field by field: a rule that looked at none of the fields that are others now need not look again. All of them are judged
anew when the names of files are not the same.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import msgspec
from msgspec import Raw, Struct

from doclint.facts import FACTS
from doclint.memory import Memory
from doclint.model import Diagnostic
from doclint.project import Looked, Project

_NAME = "rules"
_FIELDS = (*(fact.name for fact in FACTS), "match")

_encode = msgspec.msgpack.Encoder().encode


class _Said(Struct, frozen=True, array_like=True):
    """What a rule said, and what of: fields by name with a bit for each document, digests of files, day, history."""

    diagnostics: Raw
    fields: dict[str, bytes]
    files: dict[str, bytes | None]
    day: str
    history: bytes


class _Last(Struct, frozen=True, array_like=True):
    """Of the last run: a digest of all names, the seal of each document, what rules said by their codes."""

    names: bytes
    seals: tuple[bytes, ...]
    rules: dict[str, _Said]


class Remembered:
    """What rules said of a project the last time, and what they say now. For one run."""

    def __init__(self, project: Project, memory: Memory) -> None:
        self._project = project
        self._memory = memory
        self._rules: dict[str, _Said] = {}
        self._seals = tuple(memory.seals.get(path, b"") for path in project.facts)

    def said(self, rule: str) -> list[Diagnostic] | None:
        """What a rule says, None if it has to be judged."""
        said = self._last.rules.get(rule)
        if said is None or not self._holds(said):
            return None
        self._rules[rule] = said
        return msgspec.msgpack.decode(said.diagnostics, type=list[Diagnostic])

    def keep(self, rule: str, looked: Looked, diagnostics: list[Diagnostic]) -> None:
        """Remember what a rule said; what it looked at may become more until all are judged."""
        self._fresh.append((rule, looked, diagnostics))

    def save(self) -> None:
        """Hand all that can be remembered to the memory."""
        for rule, looked, diagnostics in self._fresh:
            everything = looked.everything()
            if not any(one.beyond for one in everything):
                self._rules[rule] = self._said(everything, diagnostics)
        now = _Last(self._names, self._seals, self._rules)
        if all(self._seals) and (self._fresh or self._seals != self._last.seals):
            self._memory.keep(_NAME, now)

    @cached_property
    def _fresh(self) -> list[tuple[str, Looked, list[Diagnostic]]]:
        return []

    @cached_property
    def _last(self) -> _Last:
        last = self._memory.recall(_NAME, _Last)
        return last if last and last.names == self._names else _Last(b"", (), {})

    @cached_property
    def _names(self) -> bytes:
        """A digest of what everybody may look at unnoticed, but for the settings."""
        tree = self._project.tree
        tracked = None if tree.tracked is None else sorted(tree.tracked)
        shown = (sorted(tree.files), tracked, sorted(tree.doors), [*self._project.facts])
        return hashlib.sha256(repr(shown).encode("utf-8", "surrogatepass")).digest()

    @cached_property
    def _changed(self) -> dict[str, int]:
        """The documents whose facts are others now, as bits, by the name of the field; `text` for all of a file."""
        changed: dict[str, int] = defaultdict(int)
        for number, path in enumerate(self._project.facts):
            seal, before = self._seals[number], self._last.seals[number]
            if not seal or seal != before:
                now, then = self._encoded(path), self._memory.earlier(before)
                others = [field for field in _FIELDS if then is None or then.get(field) != now.get(field)]
                for field in (*others, "text"):
                    changed[field] |= 1 << number
        return changed

    def _encoded(self, path: str) -> dict[str, bytes]:
        """The fields of a document's facts, and its type."""
        values = {**self._project.facts[path].all(), "match": self._project.matches.get(path)}
        return {name: _encode(value) for name, value in values.items()}

    def _holds(self, said: _Said) -> bool:
        """Is all that it was said of what it was?"""
        return (
            said.day in ("", self._day)
            and not any(int.from_bytes(bits) & self._changed.get(field, 0) for field, bits in said.fields.items())
            and all(digest == _digest(self._project.read(path)) for path, digest in said.files.items())
            and said.history in (b"", self._history)
        )

    def _said(self, everything: Iterable[Looked], diagnostics: list[Diagnostic]) -> _Said:
        fields: dict[str, set[str]] = defaultdict(set)
        files: dict[str, bytes | None] = {}
        for one in everything:
            files |= one.files
            for field, paths in one.fields.items():
                fields[field] |= paths
        return _Said(
            Raw(_encode(diagnostics)),
            {field: self._bits(paths) for field, paths in fields.items()},
            files,
            self._day if any(one.day for one in everything) else "",
            self._history if any(one.history for one in everything) else b"",
        )

    def _bits(self, paths: set[str]) -> bytes:
        bits = "".join("01"[path in paths] for path in self._project.facts)
        return int(f"0{bits[::-1]}", 2).to_bytes(len(bits) // 8 + 1)

    @cached_property
    def _day(self) -> str:
        return self._project.today.isoformat()

    @cached_property
    def _history(self) -> bytes:
        return self._memory.history()


def _digest(raw: bytes | None) -> bytes | None:
    return None if raw is None else hashlib.sha256(raw).digest()
