"""A date that can be read in two ways is read in two ways: 10/11/2025 is in October for some readers and in November
for others. A template that was never filled in is no date at all.

Written as 2025-11-10 or 10 November 2025 it means one day. Numbers with slashes are read when one of them is above 12,
or when the settings say `date-order: day-first` or `month-first`.
"""

from collections.abc import Iterator

from doclint.freshness import freshness_of
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each date field whose value is not one date."""
    for path, fresh in project.ask(freshness_of).items():
        for stamp, unreadable in fresh.unreadable:
            yield Finding(
                path=path,
                span=stamp.value_span,
                message=f"{stamp.name} '{stamp.value}' {unreadable.why}",
                subject=stamp.name,
            )


RULE = ProjectRule(
    code="DL502",
    name="unreadable-date",
    severity=Severity.WARNING,
    summary="A Last Updated field holds one date",
    reason=__doc__,
    check=check,
    bad="# Restore\n\n**Last Updated**: 10/11/2025\n",
    good="# Restore\n\n**Last Updated**: 10 November 2025\n",
    near=("# Restore\n\n**Last Updated**: 13/11/2025\n", "# Restore\n\n**Last Updated**: Q4 2025\n"),
)
