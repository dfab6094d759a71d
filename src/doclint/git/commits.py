"""Commits: the one that is checked out, those a name means, those that changed something."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from doclint.errors import GitError
from doclint.git.command import git, git_on_files, one_line, shallow

_FIELDS = "%H%x00%cs%x00%D"


class Commit(Struct, frozen=True):
    """`name` is its tag where it has one, else the start of its hash."""

    hash: str
    name: str
    date: datetime.date


class Head(Struct, frozen=True):
    """Where the working tree stands; `branch` is empty for a detached head."""

    hash: str
    branch: str
    dirty: bool


def head_of(root: Path) -> Head | None:
    """The commit that is checked out, None without git or before the first commit."""
    try:
        commit = one_line(git(root, "rev-parse", "--verify", "HEAD"))
        branch = one_line(git(root, "branch", "--show-current"))
        dirty = bool(git_on_files(root, "status", "--porcelain", "--untracked-files=no"))
    except GitError:
        return None
    return Head(commit, branch, dirty)


def commit_of(root: Path, ref: str) -> Commit:
    """
    The commit a tag, branch or hash names.

    Raises:
        GitError: There is none of this name.
    """
    commit = _resolved(root, ref, "commit")
    return _commits(git(root, "log", "-1", f"--format={_FIELDS}", commit, "--"))[0]


def tree_of(root: Path, ref: str) -> str:
    """
    The hash of the tree of what a tag, branch or hash names.

    Raises:
        GitError: There is none of this name.
    """
    return _resolved(root, ref, "tree")


def _resolved(root: Path, ref: str, kind: str) -> str:
    try:
        return one_line(git(root, "rev-parse", "--verify", "--end-of-options", f"{ref}^{{{kind}}}"))
    except GitError as error:
        raise GitError(f"'{ref}' is not a commit of this repository{shallow(root)}") from error


def fork_point(root: Path, ref: str) -> Commit:
    """
    The commit at which the working tree's branch and another one part; before the first commit, nothing at all.

    Raises:
        GitError: `ref` is no commit, or nothing is known of a common ancestor.
    """
    if ref == "HEAD" and _has_no_commits(root):
        nothing = one_line(git(root, "hash-object", "-t", "tree", "--stdin", given=b""))
        return Commit(nothing, "nothing", datetime.date.min)
    other = commit_of(root, ref)
    try:
        return commit_of(root, one_line(git(root, "merge-base", "HEAD", other.hash)))
    except GitError as error:
        raise GitError(f"HEAD and '{ref}' have no common ancestor here{shallow(root)}") from error


def _has_no_commits(root: Path) -> bool:
    try:
        return not git(root, "rev-list", "--max-count=1", "--all")
    except GitError:
        return False  # no repository, or a broken one: who asks for a commit is told


def last_commits(root: Path, paths: Iterable[str], most: int) -> tuple[Commit, ...]:
    """The last commits that changed these paths (none: anything), oldest first."""
    arguments = ["log", f"-{most}", f"--format={_FIELDS}", "--", *(f":(literal){path}" for path in paths)]
    return tuple(reversed(_commits(git(root, *arguments))))


def tagged_commits(root: Path) -> tuple[Commit, ...]:
    """The commits that lead here and have a tag, oldest first."""
    arguments = ["log", "--no-walk", "--tags", "--date-order", "--reverse", f"--format={_FIELDS}"]
    return tuple(commit for commit in _commits(git(root, *arguments)) if commit.name)


def _commits(answer: bytes) -> list[Commit]:
    commits = []
    for line in answer.decode("utf-8", "replace").split("\n"):
        if line:
            commit, date, names = line.split("\0")
            tags = [name.removeprefix("tag: ") for name in names.split(", ") if name.startswith("tag: ")]
            commits.append(Commit(commit, min(tags, default=commit[:7]), datetime.date.fromisoformat(date)))
    return commits
