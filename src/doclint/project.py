"""Facts of all files, and what follows from having them together. Questions are answered once."""

import datetime
import hashlib
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import TypeVar, cast

from doclint.doctypes import Match
from doclint.facts import Facts, Seen
from doclint.files.tree import FileTree
from doclint.git.history import Ask
from doclint.memory import Memory
from doclint.observation import Observation
from doclint.settings import Settings

T = TypeVar("T")


def digest_of_file(raw: bytes | None) -> bytes | None:
    """What tells the content of a file from any other; None for one that cannot be read."""
    return None if raw is None else hashlib.sha256(raw).digest()


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
        return digest_of_file(self.read(path))

    @cached_property
    def _answers(self) -> dict[object, object]:
        return {}

    @cached_property
    def _watched(self) -> dict[object, tuple[object, "Looked"]]:
        return {}


class Looked:
    """
    What somebody looked at of a project besides the names of its files and its settings; it may become more.

    `fields` of facts, `files` with digests of what they held, the `day`, the `history`. `beyond` is True for who looked
    at what cannot be told from its later self.
    """

    def __init__(self) -> None:
        self.fields: Seen = {}
        self.files: dict[str, bytes | None] = {}
        self.day = False
        self.history = False
        self.beyond = False
        self.asked: set[Looked] = set()  # what those looked at whose answers were taken

    def everything(self) -> set["Looked"]:
        """This, and what was looked at for the answers it rests on."""
        found: set[Looked] = set()
        left = [self]
        while left:
            if (one := left.pop()) not in found:
                found.add(one)
                left += one.asked
        return found


class Watched(Project):
    """
    A project that notes what is looked at, with the facts of all documents or of some only.

    There is no other way to what it holds. Whoever answers a question about it has a watched project of their own, and
    keeps it: what they look at only later, for somebody else, counts for all who asked.
    """

    def __init__(self, whole: Project, only: Collection[str] | None = None) -> None:
        self._whole = whole
        self._only = whole.facts if only is None else only
        self.looked = Looked()

    def ask(self, question: Callable[[Project], T]) -> T:
        """The answer to a question, worked out once however many ask."""
        answers = self._whole._watched
        if question not in answers:
            other = Watched(self._whole)
            answers[question] = (question(other), other.looked)
        answer, looked = answers[question]
        self.looked.asked.add(looked)
        return cast(T, answer)

    def __getattr__(self, name: str) -> object:
        """Anything else of the project, when it is asked for the first time."""
        value, looked = getattr(self._whole, name), self.looked
        if name == "facts":
            value = {path: facts.seen_by(looked.fields) for path, facts in value.items() if path in self._only}
        elif name == "read":
            value = self._read
        elif name == "matches":
            looked.fields["match"] = set(value)
        elif name == "today":
            looked.day = True
        elif name == "history":
            looked.history = True
        elif value and name not in ("tree", "settings"):
            looked.beyond = True  # at what other documents were, at the web, or at what is remembered
        self.__dict__[name] = value
        return value

    def _read(self, path: str) -> bytes | None:
        raw = self._whole.read(path)
        if path in self._whole.facts:
            self.looked.fields.setdefault("text", set()).add(path)
        else:
            self.looked.files[path] = digest_of_file(raw)
        return raw
