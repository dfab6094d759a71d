"""A document that names the day of its next review tells every later reader that this review has taken place. When the
day has passed and the field was not moved on, it has not.
"""

from collections.abc import Iterator

from doclint.counted import counted
from doclint.dates import Moment, moment_of
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each next review whose day has passed."""
    for path, facts in project.facts.items():
        for stamp in facts.stamps:
            if stamp.kind != "next review":
                continue
            due = moment_of(stamp.value, project.settings.date_order)
            if isinstance(due, Moment) and due.last < project.today:
                days = (project.today - due.last).days
                yield Finding(
                    path=path,
                    span=stamp.value_span,
                    message=f"{stamp.name} {due} is {counted(days, 'day')} overdue",
                    subject=stamp.name,
                )


RULE = ProjectRule(
    code="DL506",
    name="review-overdue",
    severity=Severity.WARNING,
    summary="No review is overdue",
    reason=__doc__,
    check=check,
    by_document=True,
    bad="# Restore\n\n**Next Review**: 2025-12-10\n",
    good="# Restore\n\n**Next Review**: 2026-12-10\n",
    near=("# Restore\n\n**Next Review**: Monthly\n", "# Restore\n\n**Next Review**: [DATE]\n"),
)
