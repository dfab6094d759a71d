"""The server does not answer programs: it asks for a login, or it lets people in and turns programs away. Whether the
page is there, a person has to see. Judged only when a run goes online (`--online`).
"""

from collections.abc import Iterator

from doclint.links.observed import findings_by_outcome
from doclint.model import Finding, Severity
from doclint.observation import Outcome
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_SAID: dict[Outcome, str] = {
    "login": "asks for a login",
    "blocked": "turns programs away",
    "rate-limited": "asked us to come back later",
    "robots": "is closed to programs by robots.txt",
    "refused": "is not for us to ask",
}


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link whose page could not be seen by a program."""
    yield from findings_by_outcome(project, _SAID)


RULE = ProjectRule(
    code="DL321",
    name="unsure-url",
    severity=Severity.INFO,
    summary="Links to the web can be checked by a program",
    reason=__doc__,
    check=check,
    parts=(),
    bad={
        "a.md": "See [it](https://a.com/x).\n",
        "web.json": '[{"url": "https://a.com/x", "outcome": "blocked", "checked_at": 0, "status": 403}]',
    },
    good={
        "a.md": "See [it](https://a.com/).\n",
        "web.json": '[{"url": "https://a.com/", "outcome": "alive", "checked_at": 0, "status": 200}]',
    },
)
