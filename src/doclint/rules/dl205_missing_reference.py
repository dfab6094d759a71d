"""A map of the documentation that says "the runbook refers to the playbooks" promises the reader of the runbook that
the way on is one click. Where the document neither links to the other nor names its file, the way ends there.
"""

from collections.abc import Iterator
from functools import cache, partial

from doclint.index import Index, Reference, entries_of, indexes_of
from doclint.model import START, Finding, Related, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each declared reference that its document does not hold."""
    held = cache(partial(_held, project))
    for index in project.ask(indexes_of):
        declared = {(reference.source, reference.target) for reference in index.references}
        for reference in index.references:
            source, target = reference.source, reference.target
            if not target:
                yield from _everything(index, reference, held(source))
            elif target not in held(source):
                back = (target, source) in declared and source in held(target)
                what = f"{target}, which it neither links to nor names" + ("; the way back is there" if back else "")
                yield _finding(index, reference, what)


def _held(project: Project, path: str) -> frozenset[str]:
    """The documents that one links to or names."""
    return frozenset(entry.path for entry in entries_of(project, path))


def _everything(index: Index, reference: Reference, held: frozenset[str]) -> Iterator[Finding]:
    wanted = (index.listed | {index.path} | set(index.owed)) - {reference.source}
    if not wanted <= held:
        yield _finding(index, reference, f"{reference.text}: it names {len(wanted & held)} of {len(wanted)}")


def _finding(index: Index, reference: Reference, what: str) -> Finding:
    return Finding(
        path=index.path,
        span=reference.span,
        message=f"{reference.source} is declared to refer to {what}",
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
