"""The files of a project by name: what exists, what git tracks. Paths are POSIX, relative to the root."""

import os
from collections.abc import Iterable
from functools import cached_property
from unicodedata import normalize

_DEEPEST = 50  # components of a path that are compared


class FileTree:
    """
    Names only: no file is opened and none is looked up on disk.

    `tracked` is None without git: then nothing can be said about it. `doors` are names behind which lies what
    the tree does not hold: symbolic links and submodules.
    """

    def __init__(self, files: Iterable[str], tracked: Iterable[str] | None = None, doors: Iterable[str] = ()) -> None:
        self.files = frozenset(files)
        self.tracked = frozenset(tracked) if tracked is not None else None
        self.doors = frozenset(doors)

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds a file, at any depth; the root is the empty string."""
        found = {""}
        for file in self.files:
            folder = os.path.dirname(file)
            while folder not in found:
                found.add(folder)
                folder = os.path.dirname(folder)
        return frozenset(found)

    @cached_property
    def by_folded(self) -> dict[str, tuple[str, ...]]:
        """Files and folders by `folded` name, for what differs in case or Unicode form only."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.files | self.folders):
            found.setdefault(folded(path), []).append(path)
        return {name: tuple(paths) for name, paths in found.items()}

    @cached_property
    def by_name(self) -> dict[str, tuple[str, ...]]:
        """Files by their last component."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.files):
            found.setdefault(os.path.basename(path), []).append(path)
        return {name: tuple(paths) for name, paths in found.items()}

    @cached_property
    def folders_by_name(self) -> dict[str, tuple[str, ...]]:
        """Folders by their last component."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.folders - {""}):
            found.setdefault(os.path.basename(path), []).append(path)
        return {name: tuple(paths) for name, paths in found.items()}

    @cached_property
    def children(self) -> dict[str, tuple[str, ...]]:
        """The names in each folder, files and folders, sorted."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.files | self.folders - {""}):
            folder, name = os.path.split(path)
            found.setdefault(folder, []).append(name)
        return {folder: tuple(names) for folder, names in found.items()}

    def ending(self, path: str) -> str:
        """The longest end of a path from elsewhere that exists here; two components at least: one proves nothing."""
        parts = [part for part in path.split("/") if part not in ("", ".", "..")][-_DEEPEST:]
        ends = ("/".join(parts[start:]) for start in range(1, len(parts) - 1))
        return next((end for end in ends if self.exists(end)), "")

    def is_behind_door(self, path: str) -> bool:
        """Does the way to this path lead through a symbolic link or a submodule?"""
        return bool(self.doors) and any(path.startswith(door + "/") for door in self.doors)

    def exists(self, path: str) -> bool:
        """Is there a file or a folder of this name?"""
        return path in self.files or path in self.folders


def folded(path: str) -> str:
    """Equal for names that a file system may take for the same: case and Unicode form do not count."""
    return path.lower() if path.isascii() else normalize("NFC", normalize("NFC", path).casefold())


def joined(folder: str, path: str) -> str | None:
    """`folder/path` without `.` and `..`; None when that leaves the root. The root is the empty string."""
    parts = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part and part != ".":
            parts.append(part)
    return "/".join(parts)


def is_text(path: str) -> bool:
    """Is the name of a file text? To the system it is bytes, which need not be UTF-8."""
    return path.isascii() or not any("\ud800" <= character <= "\udfff" for character in path)
