"""Indexes: the documents that say which documents there are, recognised by name and shape, or named in the settings."""

import os
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from doclint.facts import Facts
from doclint.facts.stamps import StampFact, kind_of
from doclint.globs import Globs
from doclint.model import Span
from doclint.naming import located, meant
from doclint.project import Project

_NAME = re.compile(
    r"^(?:.*[_\- .])?(?:index|table[_\- ]of[_\- ]contents|toc|catalog(?:ue)?|doc(?:s|umentation)?[_\- ]?map|sitemap)$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:documentation|documents?|docs|runbooks?|playbooks?|guides?|master|file|page|adr"
    r"|knowledge base|policy|procedures?) (?:index|catalog(?:ue)?|map|directory|register|inventory)\b"
    r"|^index\b|\btable of contents\b|\bindex$",
    re.IGNORECASE,
)
_HUBS = frozenset({"readme", "index", "_index", "home", "_sidebar", "summary", "overview"})
_NAVIGATION = frozenset({"SUMMARY.md", "_sidebar.md", "_Sidebar.md"})  # mdBook, GitBook, Docsify, GitHub wikis
_NEVER_OWED = re.compile(  # files of the repository, not of the documentation
    r"(?:licen[sc]e|changelog|changes|history|contributing|code[_-]of[_-]conduct|security|authors|maintainers|notice|support"
    r"|_sidebar|_navbar|_footer|claude|agents|gemini|copilot-instructions|(?:.*[_-])?template(?:[_-].*)?)\.\w+",
    re.IGNORECASE,
)
_SET_ASIDE = re.compile(
    r"(?:^|/)(?:\.[^/]+|archived?|old|legacy|deprecated|templates?|drafts?|node_modules|vendor)/", re.IGNORECASE
)
_FILE_LABELS = frozenset(
    {"file", "files", "path", "location", "document", "doc", "file name", "filename", "source", "link"}
)
_LINES_TO_LINK = 3  # from the heading of a section to the link to the document it is about
_FEWEST_ENTRIES = 2  # for what calls itself an index
_FEWEST_IN_HUB = 3  # for a README
_SHARE_IN_HUB = 0.7  # of the documents beside it that a README must list before it owes the rest


class Entry(Struct, frozen=True, gc=False, kw_only=True):
    """A document in an index. `path` is empty when no file is meant; `target` is as written."""

    path: str
    target: str
    name: str  # what the index calls it
    span: Span
    form: str  # link, label or name
    section: int


class Statement(Struct, frozen=True, gc=False):
    """What an index says of a document: `field` as in facts.stamps."""

    path: str
    name: str
    field: StampFact


class Promise(Struct, frozen=True, gc=False):
    """A section an index promises in a document."""

    path: str
    text: str
    group: str
    span: Span


class Reference(Struct, frozen=True, gc=False):
    """`source` is said to refer to `target`, a path, or empty for all other documents of the index."""

    source: str
    target: str
    text: str
    span: Span


class Index(Struct, frozen=True, gc=False, kw_only=True):
    """
    An index. `why` completes "it is an index because …"; `owed` are the documents it should list.

    `entries` may name a document several times.
    """

    path: str
    why: str
    entries: tuple[Entry, ...]
    owed: tuple[str, ...]
    statements: tuple[Statement, ...]
    promises: tuple[Promise, ...]
    references: tuple[Reference, ...]

    @property
    def listed(self) -> frozenset[str]:
        """The documents that are in it."""
        return frozenset(entry.path for entry in self.entries if entry.path)


def indexes_of(project: Project) -> tuple[Index, ...]:
    """Every index of the project, by path. Ask it through `project.ask`."""
    found = []
    for path, facts in project.facts.items():
        index = _index(project, path, facts)
        if index is not None:
            found.append(index)
    return tuple(found)


def _index(project: Project, path: str, facts: Facts) -> Index | None:
    named = project.settings.index.files
    if named and path not in named:
        return None
    called = "the settings name it" if named else _called(path, facts)
    stem = os.path.splitext(os.path.basename(path))[0].lower()
    if not called and stem not in _HUBS:
        return None
    entries = tuple(entries_of(project, path, facts))
    listed = {entry.path for entry in entries if entry.path in project.facts}
    owed = tuple(_owed(project, path, listed))
    if called and (named or len(listed) >= _FEWEST_ENTRIES):
        why = called
    elif len(listed & set(owed)) >= max(_FEWEST_IN_HUB, _SHARE_IN_HUB * len(owed)):
        why = f"it lists {len(listed & set(owed))} of the {len(owed)} documents here"
    else:
        return None
    return _described(project, path, facts, why, entries, owed)


def _called(path: str, facts: Facts) -> str:
    """Does it call itself an index?"""
    name = os.path.basename(path)
    stem = os.path.splitext(name)[0]
    if name in _NAVIGATION:
        return f"it is called {name}"
    if _NAME.match(stem) and stem != "index":
        return f"it is called {name}"
    return f"its title is '{facts.title}'" if _TITLE.search(facts.title) else ""


def _owed(project: Project, path: str, listed: set[str]) -> Iterator[str]:
    """Documents the index should list: those of its folder and below, at the root those beside documents it lists."""
    folder = os.path.dirname(path)
    ignored = Globs(project.settings.index.ignore)
    beside = {os.path.dirname(other) for other in listed} if not folder else None
    for other in project.facts:
        here = os.path.dirname(other)
        if other == path or belongs_to_repository(other) or ignored.match(other):
            continue
        if (here == folder or here.startswith(folder + "/")) if folder else here in (beside or ()):
            yield other


def belongs_to_repository(path: str) -> bool:
    """Is this a licence, a changelog, a template, something set aside: none of the documentation itself?"""
    return _NEVER_OWED.fullmatch(os.path.basename(path)) is not None or _SET_ASIDE.search(path) is not None


def entries_of(project: Project, path: str, facts: Facts) -> Iterator[Entry]:
    """Every document a document links to, labels as a file, or names."""
    folder = os.path.dirname(path)
    tree = project.tree
    for link in facts.links:
        parts = urlsplit(link.target) if ":" in link.target else None
        target = link.target.split("#")[0].split("?")[0]
        if link.image or not target or (parts and parts.scheme):
            continue
        found = located(target, folder, tree.files, tree.by_name) or _page(project, folder, target)
        if found or target.endswith((".md", ".mdx", ".markdown")):
            yield Entry(
                path=found or "", target=target, name=link.text, span=link.span, form="link", section=link.section
            )
    labelled = {label.value_span.line for label in facts.labels if label.name.casefold() in _FILE_LABELS}
    for name in facts.names:
        found = located(name.name, folder, tree.files, tree.by_name)
        form = "label" if name.span.line in labelled else "name"
        title = facts.sections[name.section].title if form == "label" else name.name
        yield Entry(path=found or "", target=name.name, name=title, span=name.span, form=form, section=name.section)


def _page(project: Project, folder: str, target: str) -> str | None:
    """The page of a link to a folder, or of one without its ending."""
    base = (
        os.path.normpath(os.path.join(folder, target.strip("/"))) if not target.startswith("/") else target.strip("/")
    )
    ways = (f"{base}.md", f"{base}/README.md", f"{base}/index.md", f"{base}/_index.md")
    return next((way.removeprefix("./") for way in ways if way.removeprefix("./") in project.facts), None)


def _described(
    project: Project, path: str, facts: Facts, why: str, entries: tuple[Entry, ...], owed: tuple[str, ...]
) -> Index:
    names = _names(project, path, facts, entries, owed)
    about = _about(facts, entries)
    return Index(
        path=path,
        why=why,
        entries=entries,
        owed=owed,
        statements=tuple(_statements(project, path, facts, names, about)),
        promises=tuple(
            Promise(about[promise.section], promise.text, promise.group, promise.span)
            for promise in facts.promises
            if promise.section in about
        ),
        references=tuple(_references(facts, names)),
    )


def _about(facts: Facts, entries: tuple[Entry, ...]) -> dict[int, str]:
    """The one document a section is about: labelled as its file, or linked to where the section starts."""
    by_section: dict[int, dict[str, Entry]] = {}
    for entry in entries:
        if entry.form != "name":
            by_section.setdefault(entry.section, {}).setdefault(entry.path or entry.target, entry)
    return {
        section: path
        for section, found in by_section.items()
        for path, entry in found.items()
        if len(found) == 1
        and entry.path
        and (entry.form == "label" or entry.span.line - facts.sections[section].line <= _LINES_TO_LINK)
    }


def _names(
    project: Project, path: str, facts: Facts, entries: Iterable[Entry], owed: Iterable[str]
) -> dict[str, set[str]]:
    """What each document is called, in the index and by itself."""
    names: dict[str, set[str]] = {path: {facts.title, _stem(path)}}
    listed = {entry.path for entry in entries if entry.path in project.facts}
    for entry in entries:
        if entry.path in listed:
            names.setdefault(entry.path, set()).add(entry.name)
    for other in listed or set(owed):
        names.setdefault(other, set()).update((project.facts[other].title, _stem(other)))
    return names


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def _statements(
    project: Project, path: str, facts: Facts, names: dict[str, set[str]], about: dict[int, str]
) -> Iterator[Statement]:
    folder = os.path.dirname(path)
    for label in facts.labels:
        kind = kind_of(label.name)
        if kind and label.section in about and label.value:
            field = StampFact(kind, label.name, label.value, label.span, label.value_span)
            yield Statement(about[label.section], facts.sections[label.section].title, field)
    for row in facts.rows:
        written = row.target or row.name
        found = located(written, folder, project.tree.files, project.tree.by_name) if "." in written else None
        found = found or meant(row.name, names)
        if found:
            for field in row.fields:
                yield Statement(found, row.name, field)


def _references(facts: Facts, names: dict[str, set[str]]) -> Iterator[Reference]:
    for declared in facts.declared:
        source = meant(declared.source, names)
        if source is None:
            continue
        if re.match(r"(?:all|every)\b.*\b(?:documents?|docs|others?)\b", declared.target, re.IGNORECASE):
            yield Reference(source, "", declared.target, declared.span)
            continue
        target = meant(declared.target, names)
        if target is not None and target != source:
            yield Reference(source, target, declared.target, declared.span)
