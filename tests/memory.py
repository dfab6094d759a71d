"""Projects that lie nowhere."""

from collections.abc import Iterable, Mapping

from doclint.files.discover import Files
from doclint.files.tree import FileTree


def in_memory(contents: Mapping[str, bytes | OSError], documents: Iterable[str] | None = None) -> Files:
    """
    Files by path; what is an error instead of bytes cannot be read.

    Args:
        contents: By path.
        documents: All of them unless given.
    """

    def read(path: str) -> bytes:
        content = contents.get(path, FileNotFoundError(2, "No such file or directory"))
        if isinstance(content, OSError):
            raise content
        return content

    return Files(FileTree(contents), tuple(sorted(contents if documents is None else documents)), read)
