"""People who look for a document start at the index. A document that is not there is written for nobody: it is not
found when it is needed, and not updated with the others.

An index owes the documents of its folder and below; at the root of the project, those beside documents it lists. A
README counts as an index when it lists most of them. The navigation of a site (`nav` in mkdocs.yml, sidebars.json)
owes the pages beside those it lists. What another index of any kind lists is found through that one. Settings:
`index.files` names the indexes, `index.ignore` the documents that no index owes.
"""

from collections.abc import Iterator

from doclint.index import Index, Navigation, indexes_of, navigations_of
from doclint.index.repairs import rows_of, with_entry
from doclint.markdown.source import decode
from doclint.model import START, Finding, Fix, Related, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each document that an index owes and that no index names."""
    indexes: list[Index | Navigation] = [*project.ask(indexes_of), *project.ask(navigations_of)]
    named = {path for index in indexes for path in index.listed} | {index.path for index in indexes}
    reported: set[str] = set()
    for index in sorted(indexes, key=lambda index: -index.path.count("/")):
        missing = [path for path in index.owed if path not in named and path not in reported]
        reported.update(missing)
        rows = rows_of(index.entries, decode(project.read(index.path) or b"").text) if missing else []
        for path in missing:
            yield _finding(index, path, with_entry(project, index.path, rows, path))


def _finding(index: Index | Navigation, path: str, fix: Fix | None) -> Finding:
    listed = len(index.listed & set(index.owed))
    return Finding(
        path=path,
        span=START,
        message=f"not in the index {index.path}, which names {listed} of {len(index.owed)} documents",
        subject=index.path,
        related=(Related(index.path, START, f"an index: {index.why}"),),
        fix=fix,
    )


_SETUP = "# Setup\n\nInstall it.\n"

RULE = ProjectRule(
    code="DL201",
    name="not-in-index",
    severity=Severity.WARNING,
    summary="Every document is in the index",
    reason=__doc__,
    check=check,
    bad={
        "docs/INDEX.md": "# Documentation index\n\n- [Setup](setup.md)\n- [Restore](restore.md)\n",
        "docs/setup.md": _SETUP,
        "docs/restore.md": "# Restore\n",
        "docs/failover.md": "# Failover\n",
    },
    good={
        "docs/INDEX.md": "# Documentation index\n\n- [Setup](setup.md)\n- [Restore](restore.md)\n",
        "docs/setup.md": _SETUP,
        "docs/restore.md": "# Restore\n",
        "docs/archive/failover-2019.md": "# Failover\n",
    },
)
