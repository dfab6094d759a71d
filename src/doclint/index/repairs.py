"""Fixes of indexes: the entry a document lacks, in the form its neighbours have; the new path of one that has moved."""

import os
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from posixpath import relpath

from msgspec import Struct

from doclint.facts import Facts
from doclint.files.tree import joined
from doclint.index.entries import Entry
from doclint.links.repairs import moved, relative
from doclint.model import Edit, Fix, Span
from doclint.project import Project
from doclint.rare import rare

_ITEM = rare(r"[ \t]*[-*+][ \t]+[*_]{0,3}")
_CELL = rare(r"[ \t]*\|[ \t]*[*_]{0,3}")
_STARTS_SOMETHING = rare(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]|[ \t]*\||[ \t]*$")


class Row(Struct, frozen=True):
    """A line of an index that is about one document: what stands before its link, and after it."""

    entry: Entry
    before: str
    after: str

    @property
    def line(self) -> int:
        """Its number, from 1."""
        return self.entry.span.line

    @property
    def is_bare(self) -> bool:
        """Is there nothing but the link?"""
        return self.closing == self.after.rstrip()

    @property
    def closing(self) -> str:
        """The marks after the link that end what is bold or emphasised."""
        return self.after.removesuffix(self.after.lstrip("*_"))


def rows_of(entries: Iterable[Entry], text: str) -> list[Row]:
    """
    The entries of an index that are the only link of a line: of an item, or of the first cell of a row.

    None where an entry leads nowhere: it may be meant for the document that seems to lack one.
    """
    entries = tuple(entries)
    if not all(entry.path for entry in entries):
        return []
    lines = text.split("\n")
    linked = [entry for entry in entries if entry.form == "link"]
    on_line = Counter(entry.span.line for entry in linked)
    found = []
    for entry in linked:
        span, line = entry.span, lines[entry.span.line - 1].rstrip("\r")
        before, after = line[: span.column - 1], line[span.end_column - 1 :]
        following = lines[span.line] if span.line < len(lines) else ""
        is_alone = span.end_line == span.line and on_line[span.line] == 1
        if is_alone and _STARTS_SOMETHING.match(following) and (_ITEM.fullmatch(before) or _CELL.fullmatch(before)):
            found.append(Row(entry, before, after))
    return sorted(found, key=lambda row: row.line)


def with_entry(project: Project, index: str, rows: list[Row], path: str) -> Fix | None:
    """
    The entry that an index lacks: after those of the same folder, or among them where they are in order.

    Safe where all entries are bare links in lists: then there is nothing else that it could be. None where no entry
    of that folder has a line of its own.
    """
    folder = os.path.dirname(path)
    beside = [row for row in rows if os.path.dirname(row.entry.path) == folder]
    if not beside:
        return None
    last = beside[-1]
    group = [row for row in beside if row.before == last.before and row.entry.section == last.entry.section]
    names = [row.entry.name.casefold() for row in group]
    name = _name(project.facts[path], group)
    place = bisect(names, name.casefold()) if len(names) > 1 and names == sorted(names) else len(group)
    link = f"{last.before}[{name}]({_target(index, path, last.entry.target)}){_ending(last)}"
    safe = all(row.is_bare and row.before == last.before for row in rows)
    return Fix(f"List {path}", (_inserted(index, group, place, link),), safe)


def with_new_path(project: Project, index: str, entry: Entry) -> Fix | None:
    """The entry with the one path that its file may have now; a person should look whether it is the same file."""
    missing = joined("" if entry.target.startswith("/") else os.path.dirname(index), entry.target)
    places = [path for path in moved(project.tree, missing or entry.target) if path in project.facts]
    if len(places) != 1:
        return None
    new = f"/{places[0]}" if entry.target.startswith("/") else relpath("/" + places[0], "/" + os.path.dirname(index))
    return Fix(f"Name {new}", (Edit(index, entry.span, new),), safe=False)


def _name(facts: Facts, group: list[Row]) -> str:
    """The title of the document, or the name of its file where that is what the others are called."""
    file = os.path.basename(facts.path)
    if not facts.title or all(row.entry.name == os.path.basename(row.entry.path) for row in group):
        return file
    return re.sub(r"([\\\[\]|])", r"\\\1", facts.title)


def _target(index: str, path: str, like: str) -> str:
    if like.startswith("/"):
        return f"/{path}"
    return ("./" if like.startswith("./") else "") + relative(index, path)


def _ending(like: Row) -> str:
    """What closes the link, and the empty cells that follow it in a table."""
    cells = like.after.count("|") - like.after.count("\\|") if _CELL.fullmatch(like.before) else 0
    return like.closing + " |" * cells


def _inserted(index: str, group: list[Row], place: int, text: str) -> Edit:
    if place < len(group):
        line = group[place].line
        return Edit(index, Span(line, 1, line, 1), f"{text}\n")
    last = group[-1]
    end = last.entry.span.end_column + len(last.after)
    return Edit(index, Span(last.line, end, last.line, end), f"\n{text}")
