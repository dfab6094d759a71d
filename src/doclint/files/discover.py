"""Which files a project has, on disk or in a commit, which of them are documents, and what is in them."""

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from doclint.files.globs import Globs
from doclint.files.listing import file_tree
from doclint.files.tree import FileTree
from doclint.git.objects import blobs_of, contents_of
from doclint.settings import Settings


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

    def read(path: str) -> bytes:
        if path not in tree.files:  # what git ignores is on disk, and no part of the project
            raise FileNotFoundError(f"{path} is no file of the project")
        return _read(root / path, settings.max_file_size)

    place = os.path.join(root, "")
    return Files(tree, tuple(documents), read, skipped, lambda path: _stamp(place + path), root)


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
    blobs, doors = blobs_of(root, commit)
    tree = FileTree(blobs.keys() | doors, blobs.keys() | doors, doors)
    documents = tuple(path for path in documents_of(tree, settings) if path in blobs)
    wanted = {blobs[path].hash for path in documents if blobs[path].size <= settings.max_file_size}
    known.update(contents_of(root, sorted(wanted - known.keys())))

    def read(path: str) -> bytes:
        blob = blobs.get(path)
        if blob is None:
            raise FileNotFoundError(f"{path} is no file of {commit[:10]}")
        if blob.size > settings.max_file_size:
            raise TooLargeError(f"{blob.size:,} bytes")
        if blob.hash not in known:
            known.update(contents_of(root, [blob.hash]))
        return known[blob.hash]

    return Files(tree, documents, read, root=root)


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


def _why_not(root: Path, path: str) -> str:
    """Why a path that is listed is no document; empty if it is one, or cannot even be looked at."""
    try:
        mode = os.lstat(os.path.join(root, path)).st_mode
    except (OSError, ValueError):
        return ""
    if stat.S_ISLNK(mode):
        inside = Path(os.path.realpath(os.path.join(root, path))).is_relative_to(os.path.realpath(root))
        return "a symbolic link to another document" if inside else "a symbolic link that leads out of the project"
    return "" if stat.S_ISREG(mode) else "not a regular file"


def _stamp(place: str) -> Stamp | None:
    try:
        status = os.stat(place)
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns


def _read(place: Path, most: int) -> bytes:
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # a pipe must not keep us waiting
    with os.fdopen(handle, "rb", buffering=0) as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError("not a regular file")
        if status.st_size > most:
            raise TooLargeError(f"{status.st_size:,} bytes, the limit is {most:,}")
        return file.read()
