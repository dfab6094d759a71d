"""The server says that the page has moved for good. Redirects are kept for some years at best: the link is alive on
borrowed time, and the fix is known. Judged only when a run goes online (`--online`).
"""

from collections.abc import Iterator

from doclint.links.graph import Edge
from doclint.links.observed import fragment, observed_links
from doclint.model import Edit, Finding, Fix, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link that is redirected permanently, all the way, to a page that is there."""
    for edge, observation in project.ask(observed_links):
        if observation.outcome == "alive" and observation.permanent and observation.final_url:
            target = observation.final_url + (f"#{fragment(edge)}" if fragment(edge) else "")
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"the page has moved for good to {target}",
                subject=edge.link.target,
                fix=_fix(edge, target),
            )


def _fix(edge: Edge, target: str) -> Fix | None:
    place = edge.link.destination
    return Fix(f"Link to {target}", (Edit(edge.document, place, target),), safe=False) if place else None


RULE = ProjectRule(
    code="DL324",
    name="permanent-redirect",
    severity=Severity.INFO,
    summary="Links to the web name the page where it is now",
    reason=__doc__,
    check=check,
    parts=(),
    bad={
        "a.md": "See [it](https://a.com/old#x).\n",
        "web.json": '[{"url": "https://a.com/old", "outcome": "alive", "checked_at": 0, "final_url":'
        ' "https://a.com/new", "permanent": true}]',
    },
    good={
        "a.md": "See [it](https://a.com/new).\n",
        "web.json": '[{"url": "https://a.com/new", "outcome": "alive", "checked_at": 0, "status": 200}]',
    },
)
