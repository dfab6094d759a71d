"""The files of a project by name: what exists, what git tracks. Paths are POSIX, relative to the root."""

import os
from collections.abc import Iterable
from functools import cached_property


class FileTree:
    """
    Names only: no file is opened and none is looked up on disk.

    `tracked` is None without git: then nothing can be said about it.
    """

    def __init__(self, files: Iterable[str], tracked: Iterable[str] | None = None) -> None:
        self.files = frozenset(files)
        self.tracked = frozenset(tracked) if tracked is not None else None

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
        """Files and folders by their case-folded name, for what differs in case only."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.files | self.folders):
            found.setdefault(path.casefold(), []).append(path)
        return {name: tuple(paths) for name, paths in found.items()}

    @cached_property
    def by_name(self) -> dict[str, tuple[str, ...]]:
        """Files by their last component."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.files):
            found.setdefault(os.path.basename(path), []).append(path)
        return {name: tuple(paths) for name, paths in found.items()}

    def exists(self, path: str) -> bool:
        """Is there a file or a folder of this name?"""
        return path in self.files or path in self.folders
