"""The edge to the disk: where the project starts, which files it has, which of them are documents."""

import os
import stat
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from doclint.errors import GitError
from doclint.globs import Globs, is_pattern
from doclint.settings import Settings
from doclint.tree import FileTree

GIT = (
    *("git", "--no-optional-locks", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "diff.submodule=short"),
)
_GIT_ENVIRONMENT = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "LC_ALL": "C"}
_FILTER_OFF = ("clean=", "process=", "required=false")
_NEVER = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox", ".mypy_cache", ".ruff_cache"}


class TooLargeError(OSError):
    """A file is larger than the settings allow."""


Stamp = tuple[int, int]


class Files(Struct, frozen=True):
    """
    The files of a project at one moment: those on disk, or those of a commit.

    `read` gives the bytes of a file; it raises OSError, and TooLargeError, and refuses what is no regular file.
    `skipped` says why files that look like documents are none. `stamp` tells without reading whether a file may
    have changed: size in bytes and time of change in nanoseconds, None where that cannot be told.
    """

    tree: FileTree
    documents: tuple[str, ...]  # sorted
    read: Callable[[str], bytes]
    skipped: dict[str, str] = {}
    stamp: Callable[[str], Stamp | None] = lambda path: None
    root: Path = Path()

    def bytes_of(self, path: str) -> bytes | None:
        """The bytes of any file, None for what cannot be read."""
        try:
            return self.read(path)
        except (OSError, ValueError):
            return None


def git_root(start: Path) -> Path | None:
    """The folder that holds `.git`, upwards from here."""
    for folder in (start, *start.parents):
        if (folder / ".git").exists():
            return folder
    return None


def files_of(root: Path, settings: Settings, named: Iterable[str] = ()) -> Files:
    """
    The files below the root.

    Args:
        root: Of the project.
        settings: What is a document, and what is left alone.
        named: Files the user named: documents whatever their ending, unless excluded.
    """
    tree = file_tree(root, settings.respect_gitignore)
    extra = {path for path in named if path not in tree.files}
    if extra:
        tree = FileTree(tree.files | extra, tree.tracked, tree.doors)
    documents, skipped = [], {}
    for path in documents_of(tree, settings, named):
        reason = _why_not(root, path)
        if reason:
            skipped[path] = reason
        else:
            documents.append(path)
    most = settings.max_file_size
    return Files(
        tree, tuple(documents), lambda path: _read(root / path, most), skipped, lambda path: _stamp(root / path), root
    )


def overlaid(files: Files, contents: Mapping[str, bytes]) -> Files:
    """The same files, some with other contents than on disk, or not on disk at all: all of these are documents."""

    def read(path: str) -> bytes:
        return contents[path] if path in contents else files.read(path)

    def stamp(path: str) -> Stamp | None:
        return None if path in contents else files.stamp(path)

    tree = FileTree(files.tree.files | contents.keys(), files.tree.tracked, files.tree.doors)
    documents = tuple(sorted({*files.documents, *contents}))
    return replace(files, tree=tree, documents=documents, read=read, stamp=stamp)


def documents_of(tree: FileTree, settings: Settings, named: Iterable[str] = ()) -> list[str]:
    """The documents among the files, sorted."""
    included, excluded = Globs(settings.include), Globs(settings.exclude)
    explicit = set(named)
    return sorted(
        path for path in tree.files if (included.match(path) or path in explicit) and not excluded.match(path)
    )


def file_tree(root: Path, respect_gitignore: bool = True) -> FileTree:
    """All files below the root: git's lists when it is a repository, else a walk."""
    if (root / ".git").exists():
        listed = _git_files(root, respect_gitignore)
        if listed is not None:
            return listed
    return _walked(root, respect_gitignore)


def git_on_files(root: Path, command: str, *arguments: str) -> bytes:
    """
    What git answers that has to read the working tree: without the filters a repository may have set up, and
    without its submodules, which have settings of their own.

    Raises:
        GitError: As for `git`.
    """
    try:
        stated = git(root, "config", "--name-only", "-z", "--get-regexp", r"^filter\.").split(b"\0")[:-1]
    except GitError:  # there are none
        stated = []
    filters = {os.fsdecode(name).rpartition(".")[0] for name in stated}
    off = [word for name in sorted(filters) for what in _FILTER_OFF for word in ("-c", f"{name}.{what}")]
    return git(root, command, "--ignore-submodules=all", *arguments, settings=off)


def git(root: Path, *arguments: str, given: bytes | None = None, settings: Iterable[str] = ()) -> bytes:
    """
    What git answers. Its hooks, monitors and prompts are off, and nothing is fetched: the repository may be anybody's.

    Raises:
        GitError: Git is not there, takes too long, or refuses; the message has git's own words.
    """
    environment = {**os.environ, **_GIT_ENVIRONMENT}
    try:
        done = subprocess.run(
            [*GIT, *settings, *arguments],
            cwd=root,
            input=given,
            capture_output=True,
            timeout=120,
            check=False,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(f"git {arguments[0]}: {error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise GitError(f"git {arguments[0]}: {said}")
    return done.stdout


def _why_not(root: Path, path: str) -> str:
    """Why a path that is listed is no document; empty if it is one, or cannot even be looked at."""
    try:
        mode = os.lstat(root / path).st_mode
    except (OSError, ValueError):
        return ""
    if stat.S_ISLNK(mode):
        inside = Path(os.path.realpath(root / path)).is_relative_to(os.path.realpath(root))
        return "a symbolic link to another document" if inside else "a symbolic link that leads out of the project"
    return "" if stat.S_ISREG(mode) else "not a regular file"


def _stamp(place: Path) -> Stamp | None:
    try:
        status = os.stat(place)
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns


def _read(place: Path, most: int) -> bytes:
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # a pipe must not keep us waiting
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError("not a regular file")
        if status.st_size > most:
            raise TooLargeError(f"{status.st_size:,} bytes, the limit is {most:,}")
        return file.read()


def _git_files(root: Path, respect_gitignore: bool) -> FileTree | None:
    others = ("--others", "--exclude-standard") if respect_gitignore else ("--others",)
    try:
        tracked, untracked = (
            {os.fsdecode(name) for name in git(root, "ls-files", "-z", *arguments).split(b"\0") if name}
            for arguments in (("--cached",), others)
        )
    except GitError:
        return None
    kinds = {name.rstrip("/"): _kind(root / name.rstrip("/")) for name in tracked | untracked}
    present = {name for name, kind in kinds.items() if kind}
    return FileTree(present, tracked & present, (name for name, kind in kinds.items() if kind == "door"))


def _kind(place: Path) -> str:
    """Empty for what is not there; `door` for a symbolic link or a folder (git lists a submodule as one name)."""
    try:
        mode = os.lstat(place).st_mode
    except OSError:
        return ""
    return "door" if stat.S_ISLNK(mode) or stat.S_ISDIR(mode) else "file"


def _walked(root: Path, respect_gitignore: bool) -> FileTree:
    found: list[str] = []
    doors: list[str] = []
    ignores: list[tuple[str, Globs]] = []
    for folder, folders, names in os.walk(root):
        here = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if here == "." else here + "/"
        if respect_gitignore and ".gitignore" in names:
            ignores.append((prefix, _gitignore(Path(folder) / ".gitignore")))
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        inner = [name for name in folders if name not in _NEVER and name not in links]
        folders[:] = sorted(name for name in inner if not _ignored(prefix + name + "/", ignores))
        found.extend(prefix + name for name in (*names, *links) if not _ignored(prefix + name, ignores))
        doors.extend(prefix + name for name in links)
    return FileTree(found, doors=doors)


def _gitignore(file: Path) -> Globs:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return Globs(())
    return Globs(line for line in lines if is_pattern(line))  # as git does: what is no pattern matches nothing


def _ignored(path: str, ignores: list[tuple[str, Globs]]) -> bool:
    return any(path.startswith(prefix) and globs.match(path[len(prefix) :]) for prefix, globs in ignores)
