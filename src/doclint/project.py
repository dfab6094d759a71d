"""Facts of all files, and what follows from having them together. Questions are answered once."""

import datetime
import hashlib
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar, cast

from doclint.doctypes import Match
from doclint.facts import Facts
from doclint.files.tree import FileTree
from doclint.git.history import Ask
from doclint.memory import Memory
from doclint.observation import Observation
from doclint.settings import Settings

T = TypeVar("T")


class Project:
    """
    What project rules see.

    `facts` holds every document of the project by path, whatever was asked for on the command line;
    `tree` every file that exists; `today` is the only clock. `read` gives the bytes of a file of the tree,
    None if it cannot be read: for the few files a claim names that are no documents. `history` asks git, None
    where that is not wanted.
    `base` holds the documents as they were where a comparison starts (`--new-from`), None without one. `observations`
    are what the web answered, by URL as written without its fragment; empty when nobody asked. `memory` has what
    earlier runs worked out. `matches` are the types of documents, of those pass one told them of.
    """

    def __init__(
        self,
        facts: Mapping[str, Facts],
        tree: FileTree,
        settings: Settings,
        today: datetime.date,
        read: Callable[[str], bytes | None] = lambda path: None,
        history: Ask | None = None,
        base: Mapping[str, Facts] | None = None,
        memory: Memory | None = None,
        matches: Mapping[str, Match] | None = None,
    ) -> None:
        self.facts = dict(sorted(facts.items()))
        self.tree = tree
        self.settings = settings
        self.today = today
        self.read = read
        self.history = history
        self.base = base
        self.observations: Mapping[str, Observation] = {}
        self.memory = memory
        self.matches = matches or {}

    def ask(self, question: Callable[["Project"], T]) -> T:
        """The answer to a question about this project, worked out once however many rules ask."""
        answers = self._answers
        if question not in answers:
            answers[question] = question(self)
        return cast(T, answers[question])

    def seal(self, path: str) -> bytes | None:
        """What tells what is in a file, or what is known of it, from what it was before; None where nothing does."""
        if path in self.facts:
            return self.memory.seals.get(path) if self.memory else None
        raw = self.read(path)
        return None if raw is None else hashlib.sha256(raw).digest()

    @cached_property
    def _answers(self) -> dict[object, object]:
        return {}
