"""The project as claims are judged in it: measured once, and every look at a file noted."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache

from msgspec import Struct

from doclint.facts import Facts
from doclint.files.tree import FileTree
from doclint.links.graph import Edge, link_graph
from doclint.model import Span
from doclint.project import Project
from doclint.verify.counting import Inventory
from doclint.verify.judged import TODAY
from doclint.verify.passages import Pages


class Size(Struct, frozen=True, gc=False):
    """`lines` counts line ends, as `wc -l` does; bytes; runs of non-space characters."""

    lines: int
    bytes: int
    words: int


class Shelf:
    """What was read and measured so far, each for all documents that make claims; of a file, by it and names alone."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.graph = project.ask(link_graph)
        self.size = lru_cache(maxsize=None)(self._size)
        self.text = lru_cache(maxsize=None)(self._text)
        self.pages = lru_cache(maxsize=None)(self._pages)
        self.inventory = lru_cache(maxsize=None)(self._inventory)
        self.dead_entries = lru_cache(maxsize=None)(self._dead_entries)

    def _size(self, path: str) -> Size | None:
        facts = self.project.facts.get(path)
        raw = self._read(path)
        if raw is not None:
            return Size(raw.count(b"\n"), len(raw), facts.words if facts else len(raw.split()))
        return Size(facts.lines, facts.size, facts.words) if facts else None

    def _text(self, path: str) -> str | None:
        raw = self._read(path)
        return None if raw is None else raw.decode("utf-8", "replace")

    def _read(self, path: str) -> bytes | None:
        return self.project.read(path) if path in self.project.tree.files else None

    def _pages(self, path: str) -> Pages | None:
        facts = self.project.facts.get(path)
        return Pages(facts, self.text(path), self.dead_entries(path)) if facts else None

    def _inventory(self, path: str) -> Inventory:
        return Inventory(self.project.facts[path], self.text(path) or "")

    def _dead_entries(self, path: str) -> list[tuple[str, int]]:
        facts, anchors = self.project.facts.get(path), self.anchors(path)
        return [
            (link.text, link.span.line)
            for link in (facts.links if facts else ())
            if len(link.target) > 1
            and link.target.startswith("#")
            and not any(link.target[1:].lower() in known for known in anchors)
        ]

    def anchors(self, path: str) -> list[dict[str, Span]]:
        """The anchors of a document with their places, as each platform names them."""
        return [self.graph.anchors(path, profile) for profile in self.graph.profiles(path)]

    @cached_property
    def folders(self) -> dict[str, set[str]]:
        """The documents by the folder they are in."""
        found: dict[str, set[str]] = {}
        for path in self.project.facts:
            found.setdefault(os.path.dirname(path), set()).add(path)
        return found


class View:
    """
    All that the judge of one document can see besides it.

    Names of files are free to see. Whatever depends on what is in a file puts that file into `seen`, so that a verdict
    is as good as new for as long as these files, and the names, are what they were.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.seen: set[str] = set()
        self.tree: FileTree = shelf.project.tree
        self.facts: Mapping[str, Facts] = _Noted(shelf.project.facts, self.seen)

    @property
    def today(self) -> date:
        """The day."""
        self.seen.add(TODAY)
        return self._shelf.project.today

    def size(self, path: str) -> Size | None:
        """How big a file is; None if it cannot be read."""
        return self._shelf.size(self._see(path))

    def text(self, path: str) -> str | None:
        """What a file says; None if it cannot be read."""
        return self._shelf.text(self._see(path))

    def pages(self, path: str) -> Pages | None:
        """A document to search, None for what is none."""
        return self._shelf.pages(self._see(path))

    def inventory(self, path: str) -> Inventory:
        """What a document has to be counted."""
        return self._shelf.inventory(self._see(path))

    def dead_entries(self, path: str) -> list[tuple[str, int]]:
        """Links of a document to places in itself that do not exist, with their lines."""
        return self._shelf.dead_entries(self._see(path))

    def anchors(self, path: str) -> list[dict[str, Span]]:
        """The anchors of a document with their places, as each platform names them."""
        return self._shelf.anchors(self._see(path))

    def edges(self, path: str) -> tuple[Edge, ...]:
        """The links of a document, and where they lead."""
        return self._shelf.graph.edges.get(self._see(path), ())

    def in_folder(self, folder: str) -> set[str]:
        """The documents in a folder."""
        return self._shelf.folders.get(folder, set())

    def _see(self, path: str) -> str:
        if path in self.tree.files:  # that there is none says its name
            self.seen.add(path)
        return path


class _Noted(Mapping[str, Facts]):
    """Facts by path: who takes any of a document has seen it."""

    def __init__(self, facts: Mapping[str, Facts], seen: set[str]) -> None:
        self._facts = facts
        self._seen = seen

    def __getitem__(self, path: str) -> Facts:
        facts = self._facts[path]
        self._seen.add(path)
        return facts

    def __contains__(self, path: object) -> bool:
        return path in self._facts

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)
