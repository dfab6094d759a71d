"""What earlier runs worked out of several files, for who can tell that these are what they were."""

from collections.abc import Callable, Mapping, Set
from contextlib import suppress
from typing import TypeVar

import msgspec

T = TypeVar("T")


class Memory:
    """
    Values by name, and what tells files from their later selves. Knows nothing until it is opened.

    `known` are documents of which pass one knew all. `seals` has, for a document, what is another one as soon as its
    facts could be; a document without may not be remembered. `fresh` is what this run has to remember: it does so
    once it is saved. `earlier` gives the fields of the facts that had a seal, encoded, as far as these are still there;
    `history` is another answer as soon as git could tell another history.
    """

    def __init__(self) -> None:
        self.known: Set[str] = frozenset()
        self.seals: Mapping[str, bytes] = {}
        self.fresh: dict[str, bytes] = {}
        self.earlier: Callable[[bytes], Mapping[str, bytes] | None] = lambda seal: None
        self.history: Callable[[], bytes] = lambda: b""
        self._read: Callable[[str], bytes | None] = lambda name: None
        self._write: Callable[[Mapping[str, bytes]], None] = lambda values: None

    def open(
        self,
        known: Set[str],
        seals: Mapping[str, bytes],
        read: Callable[[str], bytes | None],
        write: Callable[[Mapping[str, bytes]], None],
        earlier: Callable[[bytes], Mapping[str, bytes] | None] = lambda seal: None,
        history: Callable[[], bytes] = lambda: b"",
    ) -> None:
        """From now on it has something to read from, and to write to."""
        self.known, self.seals, self._read, self._write = known, seals, read, write
        self.earlier, self.history = earlier, history

    def recall(self, name: str, shape: type[T]) -> T | None:
        """What was kept under a name; None if nothing was, or nothing of this shape."""
        raw = self._read(name)
        try:
            return None if raw is None else msgspec.msgpack.decode(raw, type=shape)
        except msgspec.DecodeError:
            return None

    def keep(self, name: str, value: object) -> None:
        """Remember a value in place of what was kept under its name, unless it holds a name that is not text."""
        with suppress(UnicodeEncodeError):
            self.fresh[name] = msgspec.msgpack.encode(value)

    def save(self) -> None:
        """Write what is to be remembered. For the process alone that opened it."""
        if self.fresh:
            self._write(self.fresh)
