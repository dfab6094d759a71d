"""A document that no way leads to from the start page is found by luck, or by search, if the reader knows its words.

This is judged where documents are found by following links: in folders whose documents can mostly be reached from the
start pages (README or index of the project and of its `docs`, the navigation of a site). Links, names of files and
links to folders count as ways. Documents an index owes are reported as missing there (DL201).
"""

from collections.abc import Iterator

from msgspec import Struct

from doclint.index import indexes_of, navigations_of
from doclint.index.reach import entry_pages, unreached
from doclint.model import START, Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import ProjectRule


class Options(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """When the rest of a folder is expected to be reachable, too."""

    most: float = 0.6  # share of its documents that can be reached


def check(project: Project, options: Options) -> Iterator[Finding]:
    """Yield each document that cannot be reached from a start page."""
    starts = project.ask(entry_pages)
    owed = {path for index in project.ask(indexes_of) for path in index.owed}
    owed.update(path for menu in project.ask(navigations_of) for path in menu.beside)
    for path in unreached(project, starts, options.most):
        if path not in owed:
            yield Finding(
                path=path, span=START, message=f"no way leads here from {starts[0]}", subject="", concerns=starts
            )


_FILES = {
    "docs/setup.md": "# Setup\n\nThen [restore](restore.md).\n",
    "docs/restore.md": "# Restore\n\nOr [scale](scale.md).\n",
    "docs/scale.md": "# Scale\n",
}

RULE = ProjectRule(
    code="DL206",
    name="unreachable",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Every document can be reached from the start page",
    reason=__doc__,
    options=Options,
    check=check,
    bad={
        "README.md": "# Store\n\nBegin with [the setup](docs/setup.md).\n",
        **_FILES,
        "docs/failover.md": "# Failover\n",
    },
    good={
        "README.md": "# Store\n\nBegin with [the setup](docs/setup.md), or see `docs/failover.md`.\n",
        **_FILES,
        "docs/failover.md": "# Failover\n",
    },
)
