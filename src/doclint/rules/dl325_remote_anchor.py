"""The page is there, the section the link names is not: the reader lands at the top. Pages made by scripts may have
anchors that only a browser sees, so this is a warning. Judged only when a run goes online (`--online`).
"""

from collections.abc import Iterator
from urllib.parse import unquote

from doclint.links.observed import fragment, observed_links
from doclint.model import Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a part of a page that is not in it."""
    for edge, observation in project.ask(observed_links):
        wanted = unquote(fragment(edge).partition(":~:")[0])
        if observation.outcome == "alive" and wanted and wanted in observation.missing:
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"the page has no anchor #{wanted}",
                subject=edge.link.target,
            )


RULE = ProjectRule(
    code="DL325",
    name="remote-anchor",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Links to a part of a web page lead to that part",
    reason=__doc__,
    check=check,
    parts=(),
    bad={
        "a.md": "See [it](https://a.com/#gone).\n",
        "web.json": '[{"url": "https://a.com/", "outcome": "alive", "checked_at": 0, "missing": ["gone"]}]',
    },
    good={
        "a.md": "See [it](https://a.com/#there).\n",
        "web.json": '[{"url": "https://a.com/", "outcome": "alive", "checked_at": 0, "status": 200}]',
    },
)
