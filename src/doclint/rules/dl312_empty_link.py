"""A link without a target looks like a link and leads nowhere. Mostly it is a place somebody meant to fill in."""

from collections.abc import Iterator

from doclint.links.graph import link_graph
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link or image whose target is empty."""
    for edge in project.ask(link_graph):
        if edge.target.state == "empty" or (edge.link.target == "#" and edge.link.form != "html"):
            kind = "image" if edge.link.image else "link"
            yield Finding(
                path=edge.document, span=edge.link.span, message=f"the {kind} has no target", subject=edge.link.text
            )


RULE = ProjectRule(
    code="DL312",
    name="empty-link",
    severity=Severity.WARNING,
    summary="Links and images have a target",
    reason=__doc__,
    check=check,
    parts=(),
    bad="See [the guide]().\n",
    good="See [the guide](#top).\n",
)
