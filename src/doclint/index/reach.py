"""How far every document is from the entry pages: `distances` for clicks and minutes, by a stated model of a reader."""

import heapq
import os
import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from doclint.index import indexes_of, navigations_of
from doclint.index.entries import entries_of
from doclint.index.recognise import belongs_to_repository
from doclint.project import Project

_START_PAGES = ("readme.md", "index.md", "_index.md", "home.md", "summary.md")
_HOMES = ("", "docs", "doc", "documentation")  # folders whose start page a reader opens first


_FEWEST = 3  # documents of a folder that a way leads to
_DATED = re.compile(r"(?:^|[_\-])(?:19|20)\d\d[_\-]?\d\d")


class Model(Struct, frozen=True, rename="kebab"):
    """
    A reader who looks for a document.

    They skim each page from its top to the link they need, weigh every link before it, and wait for the next page.
    Skimming is two to three times as fast as reading (about 240 words a minute).
    """

    words_per_minute: int = 600  # how fast the reader skims a page
    seconds_per_choice: float = 1.0  # time to weigh a link that stands before the one they need
    seconds_per_click: float = 3.0  # time until the next page is there


class Distance(Struct, frozen=True, order=True):
    """From the nearest entry page; `via` is the page before, empty for an entry page."""

    minutes: float
    clicks: int
    via: str


class _Step(Struct, frozen=True):
    target: str
    line: int
    choices: int  # other documents pointed to before


def start_pages(project: Project) -> tuple[str, ...]:
    """The pages where readers begin: those of the project and of its documentation."""
    return tuple(
        path
        for path in project.facts
        if os.path.basename(path).lower() in _START_PAGES and os.path.dirname(path).lower() in _HOMES
    )


def entry_pages(project: Project) -> tuple[str, ...]:
    """Start pages, indexes, and what the menu of a site shows on every page. For `project.ask`."""
    indexes = (index.path for index in project.ask(indexes_of))
    menus = (entry.path for menu in project.ask(navigations_of) for entry in menu.entries if entry.path in menu.listed)
    return tuple(dict.fromkeys((*start_pages(project), *indexes, *menus)))


def distances(project: Project, starts: tuple[str, ...], model: Model) -> dict[str, Distance]:
    """The least effort from a start page to every document that can be reached from one."""
    found: dict[str, Distance] = {}
    waiting = [(Distance(0.0, 0, ""), path) for path in starts]
    steps = project.ask(_steps)
    while waiting:
        distance, path = heapq.heappop(waiting)
        if path in found:
            continue
        found[path] = distance
        facts = project.facts[path]
        for step in steps.get(path, ()):
            if step.target not in found:
                words = facts.words * (step.line - 1) / facts.lines
                seconds = step.choices * model.seconds_per_choice + model.seconds_per_click
                minutes = distance.minutes + words / model.words_per_minute + seconds / 60
                heapq.heappush(waiting, (Distance(minutes, distance.clicks + 1, path), step.target))
    return found


def unreached(project: Project, starts: tuple[str, ...], most: float) -> tuple[str, ...]:
    """
    Documents that no way from these pages leads to, in folders where one leads to most (a share, and three at least).

    Left out are start pages of folders, records with a date in their name, and what is none of the documentation.
    """
    found = distances(project, starts, Model())
    judged = [path for path in project.facts if _is_sought(path)]
    total = Counter(os.path.dirname(path) for path in judged)
    reached = Counter(os.path.dirname(path) for path in judged if path in found)
    folders = {folder for folder, count in reached.items() if count >= max(_FEWEST, most * total[folder])}
    return tuple(path for path in judged if path not in found and os.path.dirname(path) in folders)


def _is_sought(path: str) -> bool:
    name = os.path.basename(path).lower()
    return name not in _START_PAGES and not belongs_to_repository(path) and not _DATED.search(name)


def _steps(project: Project) -> dict[str, tuple[_Step, ...]]:
    """Where one can go from every document, first mention first."""
    return {path: tuple(_steps_from(project, path)) for path in project.facts}


def _steps_from(project: Project, path: str) -> Iterator[_Step]:
    seen: dict[str, int] = {}
    for entry in sorted(entries_of(project, path), key=lambda entry: entry.span):
        targets = project.ask(_by_folder).get(entry.path, ()) if entry.form == "folder" else (entry.path,)
        for target in targets:
            if target in project.facts and target != path and target not in seen:
                seen[target] = len(seen)
                yield _Step(target, entry.span.line, seen[target])


def _by_folder(project: Project) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for path in project.facts:
        found.setdefault(os.path.dirname(path), []).append(path)
    return {folder: tuple(paths) for folder, paths in found.items()}
