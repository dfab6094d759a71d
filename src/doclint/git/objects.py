"""The files of a commit, read from git's objects: the working tree is not touched."""

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from doclint.errors import GitError
from doclint.git.command import git, shallow


class Blob(Struct, frozen=True):
    """The content of a file by its hash, and how many bytes it is."""

    hash: str
    size: int


def blobs_of(root: Path, commit: str) -> tuple[dict[str, Blob], set[str]]:
    """The files of a commit, and the names behind which something else lies: links and submodules."""
    blobs, doors = {}, set()
    for entry in filter(None, git(root, "ls-tree", "-r", "-l", "-z", "--full-tree", commit).split(b"\0")):
        about, _, name = entry.partition(b"\t")
        mode, kind, blob, size = about.split()
        path = os.fsdecode(name)
        if kind == b"blob" and mode != b"120000":
            blobs[path] = Blob(blob.decode(), int(size))
        else:
            doors.add(path)
    return blobs, doors


def contents_of(root: Path, blobs: list[str]) -> Mapping[str, bytes]:
    """
    The contents of blobs by hash, all in one go.

    Raises:
        GitError: One is missing: the clone is not complete.
    """
    if not blobs:
        return {}
    answer = git(root, "cat-file", "--batch", given="\n".join(blobs).encode() + b"\n")
    found, place = {}, 0
    for blob in blobs:
        end = answer.index(b"\n", place)
        said = answer[place:end].split()
        if len(said) != 3:
            raise GitError(f"git cat-file: {blob} is missing{shallow(root)}")
        start, size = end + 1, int(said[2])
        found[blob] = answer[start : start + size]
        place = start + size + 1
    return found
