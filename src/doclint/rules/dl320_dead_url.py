"""The server says that the page is gone, or the host does not exist any more: the reader gets an error page.

Judged only when a run goes online (`--online`). A URL that was alive when it was last asked is a warning for a few days
(`links.online.grace-days`), because servers have bad days; one that nobody ever saw alive is an error at once.
"""

import datetime
from collections.abc import Iterator

from doclint.links.graph import Edge
from doclint.links.observed import observed_links
from doclint.model import Finding, Severity
from doclint.observation import Observation
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_DAY = 86_400.0


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a page or a host that is definitely not there."""
    for edge, observation in project.ask(observed_links):
        if observation.outcome in ("dead", "unknown-host"):
            yield _finding(edge, observation, project.settings.links.online.grace_days)


def _finding(edge: Edge, observation: Observation, grace_days: float) -> Finding:
    since = observation.broken_since or observation.checked_at
    is_new = observation.seen_alive and observation.checked_at - since < grace_days * _DAY
    said = f"answers {observation.status}" if observation.status else "names a host that does not exist"
    day = datetime.datetime.fromtimestamp(since, datetime.UTC).date()
    return Finding(
        path=edge.document,
        span=edge.link.span,
        message=f"the URL {said}" + (f", since {day}" if observation.seen_alive else ""),
        subject=edge.link.target,
        severity=Severity.WARNING if is_new else None,
    )


RULE = ProjectRule(
    code="DL320",
    name="dead-url",
    severity=Severity.ERROR,
    summary="Links to the web lead to pages that exist",
    reason=__doc__,
    check=check,
    parts=(),
    bad={
        "a.md": "See [it](https://a.com/gone).\n",
        "web.json": '[{"url": "https://a.com/gone", "outcome": "dead", "checked_at": 0, "status": 404}]',
    },
    good={
        "a.md": "See [it](https://a.com/).\n",
        "web.json": '[{"url": "https://a.com/", "outcome": "alive", "checked_at": 0, "status": 200}]',
    },
)
