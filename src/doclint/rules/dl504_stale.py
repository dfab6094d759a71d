"""A schedule is a promise: "reviewed monthly" tells the reader that somebody looked at this within the month. A
document that is older than its schedule says something about itself that is not so.

The schedule is that of the settings (`schedule`), else the strictest that an index (a column "Update frequency") or
the document itself ("Review cycle: quarterly") states. A month is 31 days, a quarter 92, half a year 184, a year 366;
a date without a day counts as the last day it can mean.
"""

from collections.abc import Iterator

from doclint.counted import counted
from doclint.freshness import Date, Schedule, freshness_of
from doclint.model import Finding, Related, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each document that is older than its schedule allows."""
    for path, fresh in project.ask(freshness_of).items():
        if fresh.latest and fresh.schedule:
            age = (project.today - fresh.latest.moment.last).days
            if age > fresh.schedule.days:
                yield _finding(path, fresh.latest, fresh.schedule, age)


def _finding(path: str, date: Date, schedule: Schedule, age: int) -> Finding:
    where = "the settings" if not schedule.path else "this document" if schedule.path == path else schedule.path
    return Finding(
        path=path,
        span=date.stamp.value_span,
        message=f"{date.stamp.name} {date.moment}: {counted(age, 'day')} ago, "
        f"'{schedule.text}' in {where} allows {schedule.days}",
        subject=date.stamp.name,
        related=(Related(schedule.path, schedule.span, f"schedule: {schedule.text}"),) if schedule.path else (),
    )


RULE = ProjectRule(
    code="DL504",
    name="stale",
    severity=Severity.WARNING,
    summary="A document is not older than its update schedule allows",
    reason=__doc__,
    check=check,
    bad="# Restore\n\n**Last Updated**: 2025-11-10\n**Review cycle**: monthly\n",
    good="# Restore\n\n**Last Updated**: 2025-11-10\n**Review cycle**: quarterly\n",
)
