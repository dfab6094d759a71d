"""The names of all files of a project, as git or the disk has them."""

import os
import stat
from typing import TYPE_CHECKING

from doclint.errors import GitError
from doclint.files.globs import Globs, is_pattern
from doclint.files.tree import FileTree
from doclint.git.command import git

if TYPE_CHECKING:
    from pathlib import Path

_NEVER = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox", ".mypy_cache", ".ruff_cache"}


def file_tree(root: "str | Path", respect_gitignore: bool = True) -> FileTree:
    """All files below the root: git's lists when it is a repository, else a walk."""
    if os.path.exists(os.path.join(root, ".git")):
        listed = _git_files(root, respect_gitignore)
        if listed is not None:
            return listed
    return _walked(root, respect_gitignore)


def _git_files(root: "str | Path", respect_gitignore: bool) -> FileTree | None:
    others = ("--others", "--exclude-standard") if respect_gitignore else ("--others",)
    try:
        tracked, untracked = (
            {os.fsdecode(name) for name in git(root, "ls-files", "-z", *arguments).split(b"\0") if name}
            for arguments in (("--cached",), others)
        )
    except GitError:
        return None
    kinds = {name.rstrip("/"): _kind(os.path.join(root, name.rstrip("/"))) for name in tracked | untracked}
    present = {name for name, kind in kinds.items() if kind}
    return FileTree(present, tracked & present, (name for name, kind in kinds.items() if kind == "door"))


def _kind(place: str) -> str:
    """Empty for what is not there; `door` for a symbolic link or a folder (git lists a submodule as one name)."""
    try:
        mode = os.lstat(place).st_mode
    except OSError:
        return ""
    return "door" if stat.S_ISLNK(mode) or stat.S_ISDIR(mode) else "file"


def _walked(root: "str | Path", respect_gitignore: bool) -> FileTree:
    found: list[str] = []
    doors: list[str] = []
    ignores: list[tuple[str, Globs]] = []
    for folder, folders, names in os.walk(root):
        here = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if here == "." else here + "/"
        if respect_gitignore and ".gitignore" in names:
            ignores.append((prefix, _gitignore(os.path.join(folder, ".gitignore"))))
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        inner = [name for name in folders if name not in _NEVER and name not in links]
        folders[:] = sorted(name for name in inner if not _ignored(prefix + name + "/", ignores))
        found.extend(prefix + name for name in (*names, *links) if not _ignored(prefix + name, ignores))
        doors.extend(prefix + name for name in links)
    return FileTree(found, doors=doors)


def _gitignore(file: str) -> Globs:
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            lines = opened.read().split("\n")
    except OSError:
        return Globs(())
    return Globs(line for line in lines if is_pattern(line))  # as git does: what is no pattern matches nothing


def _ignored(path: str, ignores: list[tuple[str, Globs]]) -> bool:
    return any(path.startswith(prefix) and globs.match(path[len(prefix) :]) for prefix, globs in ignores)
