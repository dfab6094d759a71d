"""Documents age even where nobody promised to look after them: systems move on, and a runbook of two years ago was
written for another system.

This is advice, for documents without a schedule of their own: after how many days a document of its type should be
looked at again is part of the type (`update-days`).
"""

from collections.abc import Iterator

from doclint.classify import types_of
from doclint.counted import counted
from doclint.freshness import freshness_of
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each document without a schedule that is older than is usual for its type."""
    types = project.ask(types_of)
    for path, fresh in project.ask(freshness_of).items():
        if fresh.latest and fresh.usual and not fresh.schedule:
            age = (project.today - fresh.latest.moment.last).days
            if age > fresh.usual:
                yield Finding(
                    path=path,
                    span=fresh.latest.stamp.value_span,
                    message=f"{fresh.latest.stamp.name} {fresh.latest.moment}: {counted(age, 'day')} ago, "
                    f"a document of type {types[path].name} should be looked at every {fresh.usual} days",
                    subject=fresh.latest.stamp.name,
                )


_RUNBOOK = """# Restore runbook

**Last Updated**: {}

## Prerequisites

A key.

## Procedure

1. Run `restore`.

## Verification

Run `status`.

## Escalation

Call the database team.
"""

RULE = ProjectRule(
    code="DL505",
    name="aged",
    severity=Severity.INFO,
    summary="A document was looked at within the time usual for its type",
    reason=__doc__,
    check=check,
    bad={"docs/runbooks/restore.md": _RUNBOOK.format("2024-01-10")},
    good={"docs/runbooks/restore.md": _RUNBOOK.format("2026-01-10")},
)
