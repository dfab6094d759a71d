"""
What project rules said, said again for as long as all they looked at is what it was.

A rule that is to be remembered is judged on a project that notes what it looks at. What it said is kept with that, and
with what tells every document from its later self. Another run compares the facts of the documents that changed since,
field by field: a rule that looked at none of the fields that are others now need not look again. All of them are judged
anew when the names of files are not the same.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection
from contextlib import suppress
from functools import cached_property

import msgspec
from msgspec import Raw, Struct

from doclint.facts import FACTS
from doclint.memory import Memory
from doclint.model import Diagnostic
from doclint.project import Looked, Project, digest_of_file
from doclint.rule import ProjectRule

_NAME = "rules"
_FACTS = frozenset(fact.name for fact in FACTS)
_FIELDS = (*sorted(_FACTS), "match")

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

    def said(self, rule: ProjectRule) -> tuple[list[Diagnostic], Collection[str]]:
        """What a rule says as it did, and the documents that have to be judged: all, or those it may be asked about."""
        said = self._last.rules.get(rule.code)
        if said is None or not self._holds(said):
            return [], self._project.facts
        self._rules[rule.code] = said
        diagnostics = msgspec.msgpack.decode(said.diagnostics, type=list[Diagnostic])
        if not rule.by_document:
            return diagnostics, ()
        return [one for one in diagnostics if one.path not in self._others], self._others

    def keep(self, rule: ProjectRule, looked: Looked, diagnostics: list[Diagnostic]) -> None:
        """Remember what a rule said; what it looked at may become more until all are judged."""
        self._fresh.append((rule, looked, diagnostics))

    def save(self) -> None:
        """Hand all that can be remembered to the memory."""
        if not all(self._seals):
            return
        for rule, looked, diagnostics in self._fresh:
            before = self._rules.pop(rule.code, None)
            if not any(one.beyond for one in looked.everything()):
                with suppress(UnicodeEncodeError):  # a file name that is not text
                    self._rules[rule.code] = self._said(rule, looked, diagnostics, before)
        if self._fresh or self._seals != self._last.seals:
            self._memory.keep(_NAME, _Last(self._names, self._seals, self._rules))

    @cached_property
    def _fresh(self) -> list[tuple[ProjectRule, Looked, list[Diagnostic]]]:
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
            and all(digest == digest_of_file(self._project.read(path)) for path, digest in said.files.items())
            and (not said.history or said.history == self._history)
        )

    def _said(self, rule: ProjectRule, looked: Looked, diagnostics: list[Diagnostic], before: _Said | None) -> _Said:
        """What a rule says, and says of other documents since `before`, with all that is to be what it was."""
        fields = {field: int.from_bytes(bits) for field, bits in before.fields.items()} if before else {}
        files = dict(before.files) if before else {}
        for one in looked.everything():
            files |= one.files
            for field, paths in one.fields.items():
                if not (rule.by_document and one is looked and field in _FACTS):  # its documents are judged one by one
                    fields[field] = fields.get(field, 0) | self._bits(paths)
        has_day = any(one.day for one in looked.everything()) or (before and before.day)
        has_history = any(one.history for one in looked.everything()) or (before and before.history)
        return _Said(
            Raw(_encode(diagnostics)),
            {field: bits.to_bytes(len(self._seals) // 8 + 1) for field, bits in fields.items()},
            files,
            self._day if has_day else "",
            self._history if has_history else b"",
        )

    def _bits(self, paths: set[str]) -> int:
        bits = "".join("01"[path in paths] for path in self._project.facts)
        return int(f"0{bits[::-1]}", 2)

    @cached_property
    def _others(self) -> set[str]:
        """The documents that are not what they were."""
        bits = self._changed.get("text", 0)
        return {path for number, path in enumerate(self._project.facts) if bits >> number & 1}

    @cached_property
    def _day(self) -> str:
        return self._project.today.isoformat()

    @cached_property
    def _history(self) -> bytes:
        return self._memory.history()
