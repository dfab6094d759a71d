"""Where the time goes: CPU seconds of each part of a check, in one process."""

import datetime
import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from doclint.claims import claims_of
from doclint.classify import Typed
from doclint.engine import Means, conclude
from doclint.facts import facts_of
from doclint.files.discover import files_of
from doclint.git.history import history_of
from doclint.instructions import instructions_of, read
from doclint.lint import FileResult, Found, run_rule
from doclint.markdown import Document, parse
from doclint.memory import Memory
from doclint.project import Project
from doclint.rule import DocumentRule, ProjectRule, TypeRule
from doclint.selection import Selection
from doclint.settings import Settings

T = TypeVar("T")


class Clock:
    """Adds up what is spent on what."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    def on(self, part: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        done = work()
        self.spent[part] += time.process_time() - started
        return done


def of(root: Path) -> list[tuple[str, float]]:
    """The parts, those of each pass together, and what they took."""
    gc.disable()  # as the command line does
    clock = Clock()
    selection = clock.on("settings and lists of words", lambda: _ready(Selection(Settings())))
    files = clock.on("finding the files", lambda: files_of(root, selection.settings))
    results = {path: _first(path, files.read(path), selection, clock) for path in files.documents}
    facts = {path: result.facts for path, result in results.items()}
    matches = {path: result.match for path, result in results.items() if result.match}
    project = Project(
        *(facts, files.tree, selection.settings, datetime.date.today(), files.bytes_of),
        memory=Memory(),
        matches=matches,
    )
    for rule in selection.rules:
        if isinstance(rule, ProjectRule):
            options = selection.options(rule)
            clock.on(f"two: rules {rule.code[:3]} of the set", partial(run_rule, rule, project, options, ""))
    pass_one = Selection(Settings(), [rule for rule in selection.rules if not isinstance(rule, ProjectRule)])
    means = Means(history=partial(history_of, root))
    rest = partial(conclude, results, files, (), pass_one, datetime.date.today(), means)
    clock.on("two: git, suppression, order", rest)
    return [*clock.spent.items()]


def _ready(selection: Selection) -> Selection:
    assert selection.library
    return selection


def _first(path: str, raw: bytes, selection: Selection, clock: Clock) -> FileResult:
    document = clock.on("one: reading", lambda: parse(path, raw))
    clock.on("one: instructions", lambda: _told(document, selection))
    facts = clock.on("one: other facts", lambda: facts_of(document))
    before = clock.spent["one: claims"]
    clock.on("one: claims", lambda: claims_of(document))
    clock.spent["one: other facts"] -= clock.spent["one: claims"] - before  # they are among the facts
    typed = clock.on("one: type", lambda: selection.types.typed(facts))
    return FileResult(facts, tuple(_found(document, typed, selection, clock)), typed.match)


def _told(document: Document, selection: Selection) -> None:
    document.tell(instructions_of, lambda document: read(document, selection.library))
    document.ask(instructions_of)


def _found(document: Document, typed: Typed, selection: Selection, clock: Clock) -> Iterator[Found]:
    for rule in selection.rules:
        if isinstance(rule, DocumentRule | TypeRule):
            subject = document if isinstance(rule, DocumentRule) else typed
            work = partial(run_rule, rule, subject, selection.options(rule, typed.path), typed.path)
            yield from clock.on(f"one: rules {rule.code[:3]} of a document", work)
