"""The project as it was: commits, and the files of one, read from git's objects without touching the working tree."""

import datetime
import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from doclint.discover import Files, TooLargeError, documents_of
from doclint.errors import GitError
from doclint.git import git, git_on_files, git_root
from doclint.history import History
from doclint.settings import Settings
from doclint.tree import FileTree

_FIELDS = "%H%x00%cs%x00%D"
_MARK = "\x01"  # before a date, among names
_MOST_FOLDERS = 64


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


class _Blob(Struct, frozen=True):
    hash: str
    size: int


def head_of(root: Path) -> Head | None:
    """The commit that is checked out, None without git or before the first commit."""
    try:
        commit = _line(git(root, "rev-parse", "--verify", "HEAD"))
        branch = _line(git(root, "branch", "--show-current"))
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
        return _line(git(root, "rev-parse", "--verify", "--end-of-options", f"{ref}^{{{kind}}}"))
    except GitError as error:
        raise GitError(f"'{ref}' is no commit of this repository{_shallow(root)}") from error


def fork_point(root: Path, ref: str) -> Commit:
    """
    The commit at which the working tree's branch and another one part; before the first commit, nothing at all.

    Raises:
        GitError: `ref` is no commit, or nothing is known of a common ancestor.
    """
    if ref == "HEAD" and _has_no_commits(root):
        nothing = _line(git(root, "hash-object", "-t", "tree", "--stdin", given=b""))
        return Commit(nothing, "nothing", datetime.date.min)
    other = commit_of(root, ref)
    try:
        return commit_of(root, _line(git(root, "merge-base", "HEAD", other.hash)))
    except GitError as error:
        raise GitError(f"HEAD and '{ref}' have no common ancestor here{_shallow(root)}") from error


def _has_no_commits(root: Path) -> bool:
    try:
        return not git(root, "rev-list", "--max-count=1", "--all")
    except GitError:
        return False  # no repository, or a broken one: who asks for a commit is told


def last_commits(root: Path, paths: Iterable[str], most: int) -> tuple[Commit, ...]:
    """The last commits that changed these paths (none: anything), oldest first."""
    arguments = ["log", f"-{most}", f"--format={_FIELDS}", "--", *(f":(literal){path}" for path in paths)]
    return tuple(reversed(_commits(git(root, *arguments))))


def history_of(root: Path, paths: Collection[str], since: datetime.date) -> History:
    """
    When these files were last modified, for changes made on that day or later; being added or moved is no change.

    A shallow clone knows the last commits only, so it knows nothing.
    """
    if git_root(root) is None:
        return History(unknown="this is no git repository")
    day = since - datetime.timedelta(days=1)  # git compares moments, and time zones differ
    arguments = ("log", f"--since={day}T00:00:00", "--diff-filter=M", "--name-only", "--relative", "-z")
    try:
        shallow = _shallow(root)
        if shallow:
            return History(unknown=shallow.removeprefix(": "))
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


def tagged_commits(root: Path) -> tuple[Commit, ...]:
    """The commits that lead here and have a tag, oldest first."""
    arguments = ["log", "--no-walk", "--tags", "--date-order", "--reverse", f"--format={_FIELDS}"]
    return tuple(commit for commit in _commits(git(root, *arguments)) if commit.name)


def files_at(root: Path, commit: str, settings: Settings, known: dict[str, bytes] | None = None) -> Files:
    """
    The files of a commit.

    Args:
        root: The root of the repository.
        commit: Its hash.
        settings: What is a document.
        known: Contents by blob hash, kept from commit to commit by who asks for many.
    """
    known = {} if known is None else known
    blobs, doors = _listed(git(root, "ls-tree", "-r", "-l", "-z", "--full-tree", commit))
    tree = FileTree(blobs.keys() | doors, blobs.keys() | doors, doors)
    documents = tuple(path for path in documents_of(tree, settings) if path in blobs)
    wanted = {blobs[path].hash for path in documents if blobs[path].size <= settings.max_file_size}
    known.update(_contents(root, sorted(wanted - known.keys())))

    def read(path: str) -> bytes:
        blob = blobs.get(path)
        if blob is None:
            raise FileNotFoundError(f"{path} is no file of {commit[:10]}")
        if blob.size > settings.max_file_size:
            raise TooLargeError(f"{blob.size:,} bytes")
        if blob.hash not in known:
            known.update(_contents(root, [blob.hash]))
        return known[blob.hash]

    return Files(tree, documents, read, root=root)


def _listed(answer: bytes) -> tuple[dict[str, _Blob], set[str]]:
    """The files of a tree, and the names behind which something else lies: links and submodules."""
    blobs, doors = {}, set()
    for entry in filter(None, answer.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        mode, kind, blob, size = about.split()
        path = os.fsdecode(name)
        if kind == b"blob" and mode != b"120000":
            blobs[path] = _Blob(blob.decode(), int(size))
        else:
            doors.add(path)
    return blobs, doors


def _contents(root: Path, blobs: list[str]) -> Mapping[str, bytes]:
    """The contents of blobs by hash, all in one go."""
    if not blobs:
        return {}
    answer = git(root, "cat-file", "--batch", given="\n".join(blobs).encode() + b"\n")
    found, place = {}, 0
    for blob in blobs:
        end = answer.index(b"\n", place)
        said = answer[place:end].split()
        if len(said) != 3:
            raise GitError(f"git cat-file: {blob} is missing{_shallow(root)}")
        start, size = end + 1, int(said[2])
        found[blob] = answer[start : start + size]
        place = start + size + 1
    return found


def _commits(answer: bytes) -> list[Commit]:
    commits = []
    for line in answer.decode("utf-8", "replace").split("\n"):
        if line:
            commit, date, names = line.split("\0")
            tags = [name.removeprefix("tag: ") for name in names.split(", ") if name.startswith("tag: ")]
            commits.append(Commit(commit, min(tags, default=commit[:7]), datetime.date.fromisoformat(date)))
    return commits


def _line(answer: bytes) -> str:
    return answer.decode("utf-8", "replace").strip()


def _shallow(root: Path) -> str:
    shallow = _line(git(root, "rev-parse", "--is-shallow-repository")) == "true"
    return ": the clone is shallow, fetch its whole history (fetch-depth: 0)" if shallow else ""
