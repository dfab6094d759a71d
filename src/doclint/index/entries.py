"""The documents a document points to: by links, by labels such as `**File**: …`, by name."""

import os
from collections.abc import Iterator

from msgspec import Struct

from doclint.links.graph import link_graph
from doclint.model import Span
from doclint.naming import located
from doclint.project import Project

_ENDINGS = (".md", ".mdx", ".markdown")
_FILE_LABELS = frozenset(
    ("file", "files", "path", "location", "document", "doc", "file name", "filename", "source", "link", "deliverable")
)


class Entry(Struct, frozen=True, gc=False, kw_only=True):
    """
    A document that is pointed to. `path` is empty when there is none; `target` is as written.

    `form` is link or folder (linked to), label (`**File**: …`), heading (named in one), item (what an item, a cell
    or a line of a drawn tree opens with) or name (in a sentence).
    """

    path: str
    target: str
    name: str  # what it is called there
    span: Span
    form: str
    section: int


def entries_of(project: Project, path: str) -> Iterator[Entry]:
    """Every document that a document links to, labels as a file, or names."""
    yield from _linked(project, path)
    yield from _named(project, path)


def _linked(project: Project, path: str) -> Iterator[Entry]:
    facts = project.facts[path]
    for edge in project.ask(link_graph).edges[path]:
        link, target = edge.link, edge.target
        found = target.path if target.state == "file" else target.meant
        if link.image or target.path == path or target.state in ("url", "ignored", "empty", "outside"):
            continue
        folder = target.state == "folder"
        if folder or found in project.facts or link.target.split("#")[0].endswith(_ENDINGS):
            yield Entry(
                path=target.path if folder else found,
                target=link.target,
                name=link.text,
                span=link.span,
                form="folder" if folder else "link",
                section=facts.section_at(link.span.line),
            )


def _named(project: Project, path: str) -> Iterator[Entry]:
    facts, tree = project.facts[path], project.tree
    folder = os.path.dirname(path)
    labelled = {label.value_span.line for label in facts.labels if label.name.casefold() in _FILE_LABELS}
    files: dict[str, str | None] = {}
    for name in facts.names:
        if name.name not in files:
            files[name.name] = located(name.name, folder, tree.files, tree.by_name)
        section = facts.sections[name.section]
        form = "label" if name.span.line in labelled else "item" if name.leads else "name"
        if name.span.line == section.line and section.level:
            form = "heading"
        yield Entry(
            path=files[name.name] or "",
            target=name.name,
            name=section.title if form in ("label", "heading") else name.name,
            span=name.span,
            form=form,
            section=name.section,
        )
