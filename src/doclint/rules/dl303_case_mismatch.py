"""The link works on the author's computer, where the file system takes `Setup.md` and `setup.md` for the same, and is
dead for everybody who reads the documents on Linux or on the code host.
"""

from collections.abc import Iterator

from doclint.links.graph import link_graph
from doclint.links.repairs import relative, retarget
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link whose target exists under a name that differs in case or Unicode form."""
    for edge in project.ask(link_graph):
        if edge.target.state == "case":
            meant = edge.target.meant
            named = f"; the file is named {relative(edge.document, meant)}" if meant else ""
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"{edge.target.path} differs in case or Unicode form from what exists{named}",
                subject=edge.link.target,
                concerns=(edge.target.path, meant),
                fix=retarget(edge, meant, safe=True) if meant else None,
            )


RULE = ProjectRule(
    code="DL303",
    name="case-mismatch",
    severity=Severity.ERROR,
    summary="Links spell file names exactly as the files are named",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"README.md": "See [setup](docs/Setup.md).\n", "docs/setup.md": "# Setup\n"},
    good={"README.md": "See [setup](docs/setup.md).\n", "docs/setup.md": "# Setup\n"},
)
