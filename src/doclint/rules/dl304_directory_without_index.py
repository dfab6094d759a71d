"""A link to a folder shows its index page. Without one, the code host shows a bare list of files and a site answers
"not found": the reader has to guess which document was meant.
"""

from collections.abc import Iterator

from doclint.links.graph import link_graph
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a folder that has no index page."""
    graph = project.ask(link_graph)
    for edge in graph:
        if edge.target.state == "folder":
            site = graph.resolver.site(edge.document)
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"{edge.target.path or 'the root'}/ is a folder without README.md or index.md",
                subject=edge.link.target,
                concerns=(edge.target.path,),
                severity=Severity.WARNING if site else None,
            )


RULE = ProjectRule(
    code="DL304",
    name="directory-without-index",
    severity=Severity.INFO,
    summary="A folder that is linked to has an index page",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"README.md": "See [the guides](docs/).\n", "docs/setup.md": "# Setup\n"},
    good={"README.md": "See [the guides](docs/).\n", "docs/README.md": "# Guides\n"},
)
