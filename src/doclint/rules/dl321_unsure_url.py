"""The server does not answer programs: it asks for a login, or it lets people in and turns programs away. Whether the
page is there, a person has to see. Judged only when a run goes online (`--online`).
"""

from collections.abc import Iterator

from doclint.links.observed import observed_links
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_SAID = {
    "login": "asks for a login",
    "blocked": "turns programs away",
    "rate-limited": "asked us to come back later",
    "robots": "is closed to programs by robots.txt",
    "refused": "is not for us to ask",
}


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link whose page could not be seen by a program."""
    for edge, observation in project.ask(observed_links):
        said = _SAID.get(observation.outcome)
        if said:
            details = str(observation.status or observation.note)
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"the URL {said} ({details})" if details else f"the URL {said}",
                subject=edge.link.target,
            )


RULE = ProjectRule(
    code="DL321",
    name="unsure-url",
    severity=Severity.INFO,
    summary="Links to the web can be checked by a program",
    reason=__doc__,
    check=check,
    bad={
        "a.md": "See [it](https://a.com/x).\n",
        "web.json": '[{"url": "https://a.com/x", "outcome": "blocked", "checked_at": 0, "status": 403}]',
    },
    good={
        "a.md": "See [it](https://a.com/).\n",
        "web.json": '[{"url": "https://a.com/", "outcome": "alive", "checked_at": 0, "status": 200}]',
    },
)
