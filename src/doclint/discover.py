"""The edge to the disk: where the project starts, which files it has."""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

from doclint.tree import FileTree

_GIT = ("git", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "--no-optional-locks")
_NEVER = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox", ".mypy_cache", ".ruff_cache"}

_LARGEST = 20_000_000  # bytes


def git_root(start: Path) -> Path | None:
    """The folder that holds `.git`, upwards from here."""
    for folder in (start, *start.parents):
        if (folder / ".git").exists():
            return folder
    return None


def file_tree(root: Path) -> FileTree:
    """All files below the root: git's lists when it is a repository, else a walk."""
    if (root / ".git").exists():
        listed = _git_files(root)
        if listed is not None:
            return listed
    return _walked(root)


def reader(root: Path) -> Callable[[str], bytes | None]:
    """Gives the bytes of a file below the root; None for what is no regular file, cannot be read, or is huge."""

    def read(path: str) -> bytes | None:
        try:
            place = root / path
            return place.read_bytes() if place.is_file() and place.stat().st_size <= _LARGEST else None
        except OSError:
            return None

    return read


def _git_files(root: Path) -> FileTree | None:
    lists = []
    for arguments in (("--cached",), ("--others", "--exclude-standard")):
        try:
            done = subprocess.run(
                [*_GIT, "ls-files", "-z", *arguments], cwd=root, capture_output=True, timeout=60, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        if done.returncode:
            return None
        lists.append({os.fsdecode(name) for name in done.stdout.split(b"\0") if name})
    tracked, others = lists
    kinds = {name.rstrip("/"): _kind(root / name.rstrip("/")) for name in tracked | others}
    present = {name for name, kind in kinds.items() if kind}
    return FileTree(present, tracked & present, (name for name, kind in kinds.items() if kind == "door"))


def _kind(place: Path) -> str:
    """Empty for what is not there; `door` for a symbolic link or a folder (git lists a submodule as one name)."""
    try:
        mode = os.lstat(place).st_mode
    except OSError:
        return ""
    return "door" if stat.S_ISLNK(mode) or stat.S_ISDIR(mode) else "file"


def _walked(root: Path) -> FileTree:
    found: list[str] = []
    doors: list[str] = []
    for folder, folders, names in os.walk(root):
        prefix = os.path.relpath(folder, root)
        prefix = "" if prefix == "." else prefix.replace(os.sep, "/") + "/"
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        folders[:] = sorted(name for name in folders if name not in _NEVER and name not in links)
        found.extend(prefix + name for name in (*names, *links))
        doors.extend(prefix + name for name in links)
    return FileTree(found, doors=doors)
