"""A document cannot have been updated tomorrow. The date was mistyped, or set ahead so that it looks fresh for longer.

One day is allowed for, since days start earlier in the east.
"""

import datetime
from collections.abc import Iterator

from doclint.freshness import freshness_of
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_TIME_ZONES = datetime.timedelta(days=1)


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each date of the last update or review that lies ahead."""
    for path, fresh in project.ask(freshness_of).items():
        for date in fresh.dates:
            if date.moment.first > project.today + _TIME_ZONES:
                yield Finding(
                    path=path,
                    span=date.stamp.value_span,
                    message=f"{date.stamp.name} {date.moment} is in the future: today is {project.today}",
                    subject=date.stamp.name,
                )


RULE = ProjectRule(
    code="DL503",
    name="future-date",
    severity=Severity.ERROR,
    summary="No date of an update lies in the future",
    reason=__doc__,
    check=check,
    bad="# Restore\n\n**Last Updated**: 2062-01-10\n",
    good="# Restore\n\n**Last Updated**: 2026-01-10\n",
)
