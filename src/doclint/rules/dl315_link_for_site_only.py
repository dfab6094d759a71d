"""The link is the address of a page on the site made of these documents. Who reads them on the code host, or in an
editor, finds nothing there. A link to the file works everywhere: the generator turns it into the address of the page.

Only for generators that do so (MkDocs, mdBook), and not for links in HTML, which they leave as they are.
"""

from collections.abc import Iterator

from doclint.links.graph import link_graph
from doclint.links.repairs import relative, retarget
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_TURNING = ("MkDocs", "mdBook")  # links to files into links to pages


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a page that could be one to its file."""
    graph = project.ask(link_graph)
    for edge in graph:
        site = graph.resolver.site(edge.document) if edge.target.on_site and edge.target.state == "file" else None
        if site and site.generator in _TURNING and edge.link.form != "html":
            path = edge.target.path
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"{edge.link.target} works on the site only; the file is {relative(edge.document, path)}",
                subject=edge.link.target,
                concerns=(path,),
                fix=retarget(edge, path, safe=True),
            )


RULE = ProjectRule(
    code="DL315",
    name="link-for-site-only",
    severity=Severity.INFO,
    summary="Links work on the code host and on the site",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"mkdocs.yml": "site_name: x\n", "docs/a.md": "See [B](../b/#part).\n", "docs/b.md": "# B\n\n## Part\n"},
    good={
        "mkdocs.yml": "site_name: x\n",
        "docs/a.md": "See [B](b.md#part) and <img src='../plan.png'>.\n",
        "docs/b.md": "# B\n\n## Part\n",
        "docs/plan.png": "",
    },
)
