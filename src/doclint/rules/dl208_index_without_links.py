"""An index is there to be clicked. One that only names its documents makes every reader search for each of them, and no
tool notices when one is renamed.
"""

from collections.abc import Iterator

from doclint.index import Index, indexes_of
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield the first entry of each index that links to no document."""
    for index in project.ask(indexes_of):
        named = [entry for entry in index.entries if entry.path]
        if named and not any(entry.form in ("link", "folder") for entry in index.entries):
            yield Finding(path=index.path, span=named[0].span, message=_message(index), subject="")


def _message(index: Index) -> str:
    return f"this index names {len(index.listed)} documents and links to none of them"


_FILES = {"docs/setup.md": "# Setup\n", "docs/restore.md": "# Restore\n"}

RULE = ProjectRule(
    code="DL208",
    name="index-without-links",
    severity=Severity.WARNING,
    summary="An index links to its documents",
    reason=__doc__,
    check=check,
    bad={"docs/INDEX.md": "# Documentation index\n\n- `setup.md`\n- `restore.md`\n", **_FILES},
    good={"docs/INDEX.md": "# Documentation index\n\n- [Setup](setup.md)\n- `restore.md`\n", **_FILES},
)
