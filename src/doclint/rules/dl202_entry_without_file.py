"""An index that names a document which does not exist sends its reader on a search that cannot end well.

Entries that are links are judged as links (DL301); this rule is about files named by a label (`**File**: …`), in a
table, in a list, in a drawing of the tree, or in the navigation of a site (`nav` in mkdocs.yml, sidebars.json); and
about indexes the settings name: without them nothing is judged.
"""

import re
from collections.abc import Iterator

from doclint.index import Entry, indexes_of, navigations_of
from doclint.index.repairs import with_new_path
from doclint.model import START, Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_LISTED = ("label", "heading", "item")  # a name in a sentence may be of another project, or of a file to be made
_PATTERN = re.compile(
    r"[*<>{}$%]|YYYY|XXX|NNN|_NAME|\bNAME|YOUR|(?:^|/)(?:example|template|foo|file|filename|name)\.\w+$"
)


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each file an index names that is not there, once; and each index that only the settings know."""
    for path in project.settings.index.files:
        if path not in project.facts:
            yield Finding(
                path=path, span=START, message=f"the settings name {path} as an index; there is no such document"
            )
    for index in project.ask(indexes_of):
        missing = {entry.target: entry for entry in reversed(index.entries) if _is_missing(entry)}
        for entry in missing.values():
            yield Finding(
                path=index.path,
                span=entry.span,
                message=_message(entry, project),
                subject=entry.target,
                confidence=None if entry.form == "label" else Confidence.MEDIUM,
                severity=None if entry.form == "label" else Severity.WARNING,
                fix=with_new_path(project, index.path, entry),
            )
    for menu in project.ask(navigations_of):
        for entry in menu.entries:
            if not entry.path:
                yield Finding(
                    path=menu.path,
                    span=entry.span,
                    message=_message(entry, project),
                    subject=entry.target,
                    confidence=Confidence.MEDIUM if menu.made else None,
                    severity=Severity.WARNING if menu.made else None,
                )


def _is_missing(entry: Entry) -> bool:
    return not entry.path and entry.form in _LISTED and not _PATTERN.search(entry.target)


def _message(entry: Entry, project: Project) -> str:
    namesakes = project.tree.by_name.get(entry.target.rsplit("/", 1)[-1], ())
    if len(namesakes) > 1:
        return f"the index names {entry.target}; it could be any of {', '.join(namesakes[:3])}"
    return f"the index names {entry.target}, which does not exist"


_INDEX = """# Documentation index

- [Home](home.md)

## Setup

**File**: `setup.md`

## Restore

**File**: `{}`
"""
_FILES = {"docs/home.md": "# Home\n", "docs/setup.md": "# Setup\n", "docs/restore.md": "# Restore\n"}

RULE = ProjectRule(
    code="DL202",
    name="entry-without-file",
    severity=Severity.ERROR,
    summary="Every document the index names exists",
    reason=__doc__,
    check=check,
    bad={"docs/INDEX.md": _INDEX.format("recovery.md"), **_FILES},
    good={"docs/INDEX.md": _INDEX.format("/docs/restore.md"), **_FILES},
)
