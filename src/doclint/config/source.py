"""Where settings and baselines are read from: the working tree, or a commit that nobody can edit along with it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

_LARGEST = 50_000_000  # bytes


class Source(Struct, frozen=True):
    """`ref` names the commit, empty for the working tree; `looked_at` is every file asked for, there or not."""

    read_anew: Callable[[Path], bytes]
    ref: str = ""
    looked_at: set[Path] = field(default_factory=set)

    def read(self, file: Path) -> bytes:
        """The bytes of a file; raises OSError."""
        self.looked_at.add(file)
        return self.read_anew(file)

    def has(self, file: Path) -> bool:
        """Is there such a file, readable or not?"""
        try:
            self.read(file)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return True


def at_commit(root: Path, ref: str) -> Source:
    """
    The files of a commit of the repository at `root`.

    Raises:
        GitError: There is no such commit.
    """
    from doclint.files.discover import files_at
    from doclint.git.commits import tree_of
    from doclint.settings import Settings

    files = files_at(root, tree_of(root, ref), Settings(include=(), max_file_size=_LARGEST))

    def read(file: Path) -> bytes:
        path = os.path.relpath(file, root).replace(os.sep, "/")
        if path in files.tree.doors:
            raise OSError(errno.ELOOP, f"a symbolic link at {ref}, which is not followed there")
        try:
            return files.read(path)
        except FileNotFoundError as error:
            raise FileNotFoundError(errno.ENOENT, f"no such file at {ref}") from error

    return Source(read, ref)


def on_disk() -> Source:
    """The working tree."""
    return Source(_read)


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise FileNotFoundError(errno.ENOENT, "not a regular file" if file.exists() else "no such file")
    if file.stat().st_size > _LARGEST:
        raise OSError(errno.EFBIG, f"larger than {_LARGEST:,} bytes")
    return file.read_bytes()
