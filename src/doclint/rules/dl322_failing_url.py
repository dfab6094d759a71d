"""The server did not answer as servers should: not in time, not at all, with an error of its own, or with redirects
that lead nowhere. It may be back in an hour. Judged only when a run goes online (`--online`).
"""

from collections.abc import Iterator

from doclint.links.observed import findings_by_outcome
from doclint.model import Confidence, Finding, Severity
from doclint.observation import Outcome
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_SAID: dict[Outcome, str] = {
    "failing": "is answered with an error of the server",
    "timeout": "is not answered in time",
    "unreachable": "leads to a host that does not answer",
    "protocol": "is answered with something that is not a web page",
    "redirect": "leads round in circles or nowhere",
}


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link whose server failed."""
    yield from findings_by_outcome(project, _SAID)


RULE = ProjectRule(
    code="DL322",
    name="failing-url",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Servers that are linked to answer",
    reason=__doc__,
    check=check,
    parts=(),
    bad={
        "a.md": "See [it](https://a.com/x).\n",
        "web.json": '[{"url": "https://a.com/x", "outcome": "failing", "checked_at": 0, "status": 503}]',
    },
    good={
        "a.md": "See [it](https://a.com/).\n",
        "web.json": '[{"url": "https://a.com/", "outcome": "alive", "checked_at": 0, "status": 200}]',
    },
)
