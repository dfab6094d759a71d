"""The target is a path on the computer of whoever wrote it (`/home/…`, `C:/…`, `file:///…`): it works there and
nowhere else. Where the rest of the path is a file of this repository, the fix is the relative link to it.
"""

from collections.abc import Iterator

from doclint.links.graph import Edge, LinkGraph, link_graph
from doclint.links.repairs import relative, retarget
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a path on somebody's computer."""
    graph = project.ask(link_graph)
    for edge in graph:
        if edge.target.state == "machine":
            yield _finding(graph, edge)


def _finding(graph: LinkGraph, edge: Edge) -> Finding:
    meant = edge.target.meant or _guessed(graph, edge)
    exists = graph.project.tree.exists(meant)
    message = f"{edge.target.path} is a path on somebody's computer"
    if meant:
        message += f"; from here it is {relative(edge.document, meant)}" + ("" if exists else ", which does not exist")
    return Finding(
        path=edge.document,
        span=edge.link.span,
        message=message,
        subject=edge.link.target,
        concerns=(meant,) if meant else (),
        fix=retarget(edge, meant, safe=exists) if meant else None,
    )


def _guessed(graph: LinkGraph, edge: Edge) -> str:
    """The path in this repository, if other links show where its root was on that computer."""
    home = next((home for home in graph.homes if edge.target.path.startswith(home)), None)
    return edge.target.path.removeprefix(home) if home else ""


RULE = ProjectRule(
    code="DL306",
    name="machine-path",
    severity=Severity.ERROR,
    summary="Links do not lead to somebody's computer",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"docs/a.md": "See [setup](/home/ada/project/docs/b.md).\n", "docs/b.md": "# B\n"},
    good={"docs/a.md": "See [setup](b.md).\n", "docs/b.md": "# B\n"},
)
