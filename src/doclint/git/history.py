"""When files were last changed, as git tells it."""

import datetime
import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from msgspec import Struct

from doclint.errors import GitError
from doclint.git.command import git, git_root, shallow

_MARK = "\x01"  # before a date, among names
_MOST_FOLDERS = 64


class History(Struct, frozen=True):
    """
    The last change of files that git knows, since some day.

    `unknown` says why there is no answer, empty if there is one; without an answer nothing may be called unchanged.
    """

    changed: Mapping[str, datetime.date] = {}
    unknown: str = ""


Ask = Callable[[Collection[str], datetime.date], History]  # the paths, and the day from which on changes matter


def history_of(root: Path, paths: Collection[str], since: datetime.date) -> History:
    """
    When these files were last modified, for changes made on that day or later; being added or moved is no change.

    A shallow clone knows the last commits only, so it knows nothing.
    """
    if git_root(root) is None:
        return History(unknown="this is not a git repository")
    day = since - datetime.timedelta(days=1)  # git compares moments, and time zones differ
    arguments = ("log", f"--since={day}T00:00:00", "--diff-filter=M", "--name-only", "--relative", "-z")
    try:
        if reason := shallow(root):
            return History(unknown=reason.removeprefix(": "))
        answer = git(root, *arguments, f"--format={_MARK}%as", "--", *_pathspecs(paths))
    except GitError as error:
        return History(unknown=str(error))
    return History(_last_dates(answer, frozenset(paths)))


def _pathspecs(paths: Collection[str]) -> list[str]:
    """The folders of the files, as far as a command line should hold them."""
    folders = {os.path.dirname(path) or path for path in paths}
    return sorted(f":(literal){folder}" for folder in folders) if len(folders) <= _MOST_FOLDERS else ["."]


def _last_dates(answer: bytes, paths: frozenset[str]) -> dict[str, datetime.date]:
    """The latest day on which an author changed each file."""
    found: dict[str, datetime.date] = {}
    day = datetime.date.min
    for name in os.fsdecode(answer).split("\0"):
        if name.startswith(_MARK):
            day = datetime.date.fromisoformat(name.removeprefix(_MARK))
        elif name.lstrip("\n") in paths:
            path = name.lstrip("\n")
            found[path] = max(day, found.get(path, day))
    return found
