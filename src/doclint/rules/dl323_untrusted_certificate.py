"""The browser will warn the reader instead of showing the page: the certificate is expired, is for another name, or is
signed by nobody known. Judged only when a run goes online (`--online`).
"""

from collections.abc import Iterator

from doclint.links.observed import observed_links
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a server that cannot be trusted."""
    for edge, observation in project.ask(observed_links):
        if observation.outcome == "tls":
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"the server cannot be trusted: {observation.note}",
                subject=edge.link.target,
            )


RULE = ProjectRule(
    code="DL323",
    name="untrusted-certificate",
    severity=Severity.WARNING,
    summary="Servers that are linked to have valid certificates",
    reason=__doc__,
    check=check,
    parts=(),
    bad={
        "a.md": "See [it](https://a.com/x).\n",
        "web.json": '[{"url": "https://a.com/x", "outcome": "tls", "checked_at": 0, "note": "expired"}]',
    },
    good={
        "a.md": "See [it](https://a.com/).\n",
        "web.json": '[{"url": "https://a.com/", "outcome": "alive", "checked_at": 0, "status": 200}]',
    },
)
