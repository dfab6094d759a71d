"""The file lies on your computer and git does not track it: the link works for you, and is dead as soon as others get
the documents without it.
"""

from collections.abc import Iterator

from doclint.links.graph import link_graph
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link from a tracked document to an untracked file."""
    tracked = project.tree.tracked
    if tracked is None:
        return
    for edge in project.ask(link_graph):
        path = edge.target.path
        if edge.target.state == "file" and path not in tracked and edge.document in tracked:
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"{path} is not tracked by git",
                subject=edge.link.target,
                concerns=(path,),
            )


RULE = ProjectRule(
    code="DL307",
    name="untracked-target",
    severity=Severity.WARNING,
    summary="Files that are linked to are tracked by git",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"README.md": "See [setup](setup.md).\n", "setup.md": "# Setup\n", ".gitignore": "setup.md\n"},
    good={"README.md": "See [setup](setup.md).\n", "setup.md": "# Setup\n", ".gitignore": "build\n"},
)
