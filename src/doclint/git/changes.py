"""What a branch changed since it left another one: lines of files, renamed files."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from doclint.git.command import git, git_on_files

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_FROM_HERE = ("--no-ext-diff", "--no-textconv", "--no-color", "--find-renames")

Lines = Mapping[str, tuple[range, ...]]  # changed lines of a file by its path


def renamed_since(root: Path, commit: str) -> dict[str, str]:
    """New paths of renamed files by their old ones, the working tree against a commit."""
    answer = git_on_files(root, "diff", *_FROM_HERE, "--name-status", "--diff-filter=R", "-z", commit, "--")
    parts = [os.fsdecode(part) for part in answer.split(b"\0") if part]
    return dict(zip(parts[1::3], parts[2::3], strict=True))


def changed_since(root: Path, commit: str) -> Lines:
    """The lines of the working tree that are not in a commit; those of files git does not track are all new."""
    names = git_on_files(root, "diff", *_FROM_HERE, "--name-only", "-z", commit, "--").split(b"\0")[:-1]
    answer = git_on_files(root, "diff", *_FROM_HERE, "--unified=0", commit, "--")
    patches = answer.split(b"\ndiff --git ")  # in the same order
    found = {os.fsdecode(name): _new_lines(patch) for name, patch in zip(names, patches, strict=True)} if names else {}
    untracked = git(root, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
    return found | {os.fsdecode(name): (range(1, 2**31),) for name in untracked if name}


def _new_lines(patch: bytes) -> tuple[range, ...]:
    return tuple(range(int(start), int(start) + int(count or 1)) for start, count in _HUNK.findall(patch))
