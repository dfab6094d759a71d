"""Indexes: the documents that say which documents there are, recognised by name and shape, or named in the settings."""

from msgspec import Struct

from doclint.facts import Facts
from doclint.index.entries import Entry, entries_of
from doclint.index.navigation import Navigation, navigations_of
from doclint.index.recognise import belongs_to_repository, hub_reason, owed_by, self_described
from doclint.index.statements import (
    Promise,
    Reference,
    Statement,
    about_of,
    names_of,
    promises_of,
    references_of,
    statements_of,
)
from doclint.project import Project

__all__ = [
    "Entry",
    "Index",
    "Navigation",
    "Promise",
    "Reference",
    "Statement",
    "belongs_to_repository",
    "entries_of",
    "indexes_of",
    "navigations_of",
]

_FEWEST_ENTRIES = 2  # for what calls itself an index


class Index(Struct, frozen=True, gc=False, kw_only=True):
    """
    An index. `why` completes "it is an index because …"; `owed` are the documents it should list.

    `entries` may name a document several times; `listed` are the documents that are in it, also those in a folder it
    links to.
    """

    path: str
    why: str
    entries: tuple[Entry, ...]
    listed: frozenset[str]
    owed: tuple[str, ...]
    statements: tuple[Statement, ...]
    promises: tuple[Promise, ...]
    references: tuple[Reference, ...]


def indexes_of(project: Project) -> tuple[Index, ...]:
    """Every index of the project, by path. For `project.ask`."""
    found = (_index(project, path, facts) for path, facts in project.facts.items())
    return tuple(index for index in found if index is not None)


def _index(project: Project, path: str, facts: Facts) -> Index | None:
    named = project.settings.index.files
    if named and path not in named:
        return None
    why = "the settings name it" if named else self_described(path, facts)
    if not why and not hub_reason(facts):
        return None
    entries = tuple(entries_of(project, path))
    listed = _listed(project, entries)
    owed = owed_by(project, path, listed, is_hub=not why)
    if not why:
        why = hub_reason(facts, listed, owed)
    elif not named and len(listed) < _FEWEST_ENTRIES:
        why = ""
    return _described(project, facts, why, entries, listed, owed) if why else None


def _listed(project: Project, entries: tuple[Entry, ...]) -> frozenset[str]:
    folders = tuple({entry.path + "/" for entry in entries if entry.form == "folder"})
    below = {path for path in project.facts if path.startswith(folders)}
    return frozenset({entry.path for entry in entries if entry.path and entry.form != "folder"} | below)


def _described(
    project: Project,
    facts: Facts,
    why: str,
    entries: tuple[Entry, ...],
    listed: frozenset[str],
    owed: tuple[str, ...],
) -> Index:
    names = names_of(project, facts, entries, listed or frozenset(owed))
    about = about_of(facts, entries)
    return Index(
        path=facts.path,
        why=why,
        entries=entries,
        listed=listed,
        owed=owed,
        statements=tuple(statements_of(project, facts, entries, names, about)),
        promises=tuple(promises_of(facts, about)),
        references=tuple(references_of(facts, names)),
    )
