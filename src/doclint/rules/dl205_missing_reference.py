"""A map of the documentation that says "the runbook refers to the playbooks" promises the reader of the runbook that
the way on is one click. Where the document neither links to the other nor names its file, the way ends there.
"""

from collections.abc import Iterator

from doclint.index import Index, Reference, entries_of, indexes_of
from doclint.model import START, Finding, Related, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each declared reference that its document does not hold."""
    for index in project.ask(indexes_of):
        held: dict[str, dict[str, bool]] = {}
        for reference in index.references:
            if reference.source not in held:
                held[reference.source] = _held(project, reference.source)
            finding = _judged(index, reference, held[reference.source])
            if finding is not None:
                yield finding


def _held(project: Project, path: str) -> dict[str, bool]:
    """The documents one refers to; True for those it links to, False for those it only names."""
    found: dict[str, bool] = {}
    for entry in entries_of(project, path):
        if entry.path and entry.path != path:
            found[entry.path] = found.get(entry.path, False) or entry.form == "link"
    return found


def _judged(index: Index, reference: Reference, held: dict[str, bool]) -> Finding | None:
    if reference.target:
        return (
            None
            if reference.target in held
            else _finding(index, reference, f"{reference.target}, which it never names")
        )
    wanted = (index.listed | {index.path} | set(index.owed)) - {reference.source}
    missing = wanted - held.keys()
    if not missing:
        return None
    return _finding(index, reference, f"{reference.text}: it names {len(wanted - missing)} of {len(wanted)}")


def _finding(index: Index, reference: Reference, what: str) -> Finding:
    return Finding(
        path=index.path,
        span=reference.span,
        message=f"{reference.source} is said to refer to {what}",
        subject=f"{reference.source} -> {reference.target or reference.text}",
        related=(Related(reference.source, START, f"{index.path} says this document refers to {reference.text}"),),
    )


_INDEX = """# Documentation index

- [Restore](restore.md)
- [Escalation](escalation.md)

```
Restore
└── References: Escalation
```
"""

RULE = ProjectRule(
    code="DL205",
    name="missing-reference",
    severity=Severity.WARNING,
    summary="A reference the index declares is in the document",
    reason=__doc__,
    check=check,
    bad={"INDEX.md": _INDEX, "restore.md": "# Restore\n\nCall somebody.\n", "escalation.md": "# Escalation\n"},
    good={
        "INDEX.md": _INDEX,
        "restore.md": "# Restore\n\nSee [whom to call](escalation.md).\n",
        "escalation.md": "# E\n",
    },
)
