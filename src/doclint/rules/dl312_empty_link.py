"""A link without a target looks like a link and leads nowhere. Mostly it is a place somebody meant to fill in.

In the `SUMMARY.md` of an mdBook it is a chapter that is not written yet.
"""

from collections.abc import Iterator

from doclint.links.graph import Edge, LinkGraph, link_graph
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link or image whose target is empty."""
    graph = project.ask(link_graph)
    for edge in graph:
        is_empty = edge.target.state == "empty" and not _is_draft(graph, edge)
        if is_empty or (edge.link.target == "#" and edge.link.form != "html"):
            kind = "image" if edge.link.image else "link"
            yield Finding(
                path=edge.document, span=edge.link.span, message=f"the {kind} has no target", subject=edge.link.text
            )


def _is_draft(graph: LinkGraph, edge: Edge) -> bool:
    site = graph.resolver.site(edge.document)
    return site is not None and site.generator == "mdBook" and edge.document.endswith("SUMMARY.md")


RULE = ProjectRule(
    code="DL312",
    name="empty-link",
    severity=Severity.WARNING,
    summary="Links and images have a target",
    reason=__doc__,
    check=check,
    parts=(),
    bad="See [the guide]().\n",
    good={"a.md": "See [the guide](#top).\n", "book.toml": "", "src/SUMMARY.md": "- [To be written]()\n"},
)
