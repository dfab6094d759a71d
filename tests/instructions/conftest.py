"""Sentences as a document would hold them."""

from doclint.instructions import Ambiguity, Instructions, Library, Reading, library_of, read
from doclint.markdown import parse


def reading(text: str, library: Library | None = None) -> Reading:
    return read(parse("runbook.md", text.encode()), library or library_of(Instructions()))


def shown(text: str) -> list[Ambiguity]:
    """What a check shows by default: the surer findings."""
    return [found for found in reading(text).ambiguities if found.confidence != "low"]
