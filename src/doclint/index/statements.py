"""What an index says of the documents in it: fields, sections they have, references they hold."""

import os
import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from doclint.dates import days_of
from doclint.facts import Facts
from doclint.facts.catalogue import names_sections
from doclint.facts.labels import LabelFact
from doclint.facts.stamps import StampFact, kind_of
from doclint.index.entries import Entry
from doclint.model import Span
from doclint.naming import Names, located
from doclint.project import Project

_EVERYTHING = re.compile(r"(?:all|every)\b.*\b(?:documents?|docs|others?)\b", re.IGNORECASE)
_LINES_TO_LINK = 3  # from the heading of a section to the link to the document it is about
_OF_SECTION = (  # what labels named like documents state, by the title of their section
    ("interval", re.compile(r"\b(?:update|review|maintenance) (?:frequency|schedule|cycle|cadence|interval)", re.I)),
    ("owner", re.compile(r"\b(?:ownership|owners?|maintainers?)\b", re.IGNORECASE)),
)


class Statement(Struct, frozen=True, gc=False):
    """What an index says of a document: `field` as in facts.stamps."""

    path: str
    name: str
    field: StampFact


class Promise(Struct, frozen=True, gc=False):
    """A section an index promises in a document."""

    path: str
    text: str
    span: Span


class Reference(Struct, frozen=True, gc=False):
    """`source` is declared to refer to `target`, a path, or empty for all other documents of the index."""

    source: str
    target: str
    text: str
    span: Span


def about_of(facts: Facts, entries: Collection[Entry]) -> dict[int, str]:
    """The one document a section is about: in its heading, labelled as its file, or linked to where it starts."""
    by_section: dict[int, dict[str, Entry]] = {}
    for entry in entries:
        if entry.form in ("link", "label", "heading"):
            by_section.setdefault(entry.section, {}).setdefault(entry.path or entry.target, entry)
    return {
        section: path
        for section, found in by_section.items()
        for path, entry in found.items()
        if len(found) == 1
        and entry.path
        and (entry.form != "link" or entry.span.line - facts.sections[section].line <= _LINES_TO_LINK)
    }


def names_of(project: Project, facts: Facts, entries: Collection[Entry], known: Collection[str]) -> Names:
    """What each of the known documents is called, in the index and by itself; the index is known, too."""
    names = {path: {project.facts[path].title, _stem(path)} for path in (facts.path, *known) if path in project.facts}
    for entry in entries:
        if entry.path in names:
            names[entry.path].add(entry.name)
    return Names(names)


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def statements_of(
    project: Project, facts: Facts, entries: Collection[Entry], names: Names, about: dict[int, str]
) -> Iterator[Statement]:
    """Fields of catalogue tables, of sections about one document, and of lists of documents under a field's name."""
    yield from _of_labels(facts, entries, names, about)
    folder = os.path.dirname(facts.path)
    for row in facts.rows:
        written = row.target or row.name
        found = located(written, folder, project.tree.files, project.tree.by_name) if "." in written else None
        found = found or names.meant(row.name)
        if found:
            for field in row.fields:
                yield Statement(found, row.name, field)


def _of_labels(facts: Facts, entries: Collection[Entry], names: Names, about: dict[int, str]) -> Iterator[Statement]:
    named = {entry.span.line: entry.path for entry in entries if entry.path in names}
    for label in facts.labels:
        title = facts.sections[label.section].title
        kind = kind_of(label.name)
        if kind and label.section in about and label.value:
            field = StampFact(kind, label.name, label.value, label.span, label.value_span)
            yield Statement(about[label.section], title, field)
        elif not kind and label.value:
            yield from _of_list(label.span.line, title, label, named, names)


def _of_list(line: int, title: str, label: LabelFact, named: dict[int, str], names: Names) -> Iterator[Statement]:
    """`**SETUP.md**: every quarter` under "Review schedule", or `**Monthly**: SETUP.md`."""
    kind = next((kind for kind, pattern in _OF_SECTION if pattern.search(title)), "")
    if not kind:
        return
    if kind == "interval" and days_of(label.name) and line in named:
        yield Statement(named[line], label.value, StampFact(kind, title, label.name, label.value_span, label.span))
        return
    path = named.get(line) or names.meant(label.name)
    if path:
        yield Statement(path, label.name, StampFact(kind, title, label.value, label.span, label.value_span))


def promises_of(facts: Facts, about: dict[int, str]) -> Iterator[Promise]:
    """The sections promised in blocks, in lists and behind a label (`**Sections**: Setup, Restore`)."""
    for promise in facts.promises:
        if promise.section in about:
            yield Promise(about[promise.section], promise.text, promise.span)
    for label in facts.labels:
        texts = [text.strip() for text in label.value.split(",") if text.strip()]
        if label.section in about and len(texts) > 1 and names_sections(label.name):
            for text in texts:
                yield Promise(about[label.section], text, label.value_span)


def references_of(facts: Facts, names: Names) -> Iterator[Reference]:
    """The references a map declares, those between documents of the index."""
    for declared in facts.declared:
        source = names.meant(declared.source)
        if not source:
            continue
        if _EVERYTHING.match(declared.target):
            yield Reference(source, "", declared.target, declared.span)
            continue
        target = names.meant(declared.target)
        if target and target != source:
            yield Reference(source, target, declared.target, declared.span)
