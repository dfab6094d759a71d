"""The target lies outside the repository: whoever clones it, or reads it on the code host, has nothing there."""

from collections.abc import Iterator

from doclint.links.graph import link_graph
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link with more `..` than there are folders above the document."""
    severity = None if project.tree.tracked is not None else Severity.WARNING  # without git the root is a guess
    for edge in project.ask(link_graph):
        if edge.target.state == "outside":
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"{edge.link.target} leads out of the repository",
                subject=edge.link.target,
                severity=severity,
            )


RULE = ProjectRule(
    code="DL305",
    name="outside-repository",
    severity=Severity.ERROR,
    summary="Links stay within the repository",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"docs/a.md": "See [the other project](../../other/README.md).\n"},
    good={"docs/a.md": "See [the start](../README.md) and [open issues](../../../issues).\n", "README.md": "# Start\n"},
)
