"""Whether documents were changed after the date they state (DL508) can be told only by a complete git history. Where
there is none, nothing was compared: no finding is then no assurance.

In CI, fetch the whole history (`fetch-depth: 0` of actions/checkout, `GIT_DEPTH: 0` in GitLab).
"""

from collections.abc import Iterator

from doclint.freshness import changes_of, freshness_of
from doclint.model import START, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding, at the first document with a date, when git could not be asked."""
    dated = [path for path, fresh in project.ask(freshness_of).items() if fresh.latest]
    unknown = project.ask(changes_of).unknown
    if dated and unknown and project.base is None:
        yield Finding(
            path=dated[0],
            span=START,
            message=f"the dates of {len(dated)} documents were not compared with git: {unknown}",
            subject="history",
            concerns=tuple(dated[1:]),
        )


_FILES = {"restore.md": "# Restore\n\n**Last Updated**: 2026-01-10\n"}

RULE = ProjectRule(
    code="DL514",
    name="history-not-checked",
    severity=Severity.INFO,
    summary="Dates are compared with a complete git history",
    reason=__doc__,
    check=check,
    bad={**_FILES, ".git/shallow": ""},
    good={**_FILES, ".git/log": "2026-01-10 restore.md\n"},
)
