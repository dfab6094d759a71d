"""The reader follows the link and finds nothing, mostly at the moment the answer is needed.

A target is looked up among the files of the repository, so the result is the same on every computer: files that only
lie on yours, and folders that git ignores, do not make a link work for others. Where the file seems to have moved, the
message says where to.

Where git is absent and most links to other files are dead, the tree may be a part of a repository. That is one error;
the other links are warnings.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import structs

from doclint.links.graph import Edge, link_graph
from doclint.links.repairs import moved, relative, retarget
from doclint.links.routes import is_label, may_be_route
from doclint.model import Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_SOUGHT_AT_MOST = 2000  # files that are not there; looking for what was meant takes a while
_TELLING = 10  # dead links, from which on their share says something about the tree


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a file of the repository that is not there."""
    edges = (edge for edge in project.ask(link_graph) if edge.target.state == "missing")
    dead = [edge for edge in edges if not is_label(project, edge)]
    findings = (
        _finding(project, edge, moved(project.tree, edge.target.path) if number < _SOUGHT_AT_MOST else ())
        for number, edge in enumerate(dead)
    )
    yield from _of_part(findings, dead) if _may_be_part(project, len(dead)) else findings


def _may_be_part(project: Project, dead: int) -> bool:
    """May this tree be a part of a repository: no git checkout, and more links to other files dead than alive?"""
    if project.tree.tracked is not None or dead < _TELLING:
        return False
    states = Counter(edge.target.state for edge in project.ask(link_graph) if edge.target.path != edge.document)
    return dead > states["file"] + states["folder"]


def _of_part(findings: Iterator[Finding], dead: list[Edge]) -> Iterator[Finding]:
    """The first that is sure stands for all, whichever document is asked for; the others become warnings."""
    error = None
    for finding in findings:
        if error is None and finding.severity is None:
            error = finding
            said = f"nor are most files that links name here, {len(dead)} in all; the others are warnings"
            concerned = {*finding.concerns, *(edge.document for edge in dead)}
            yield structs.replace(finding, message=f"{finding.message}; {said}", concerns=tuple(sorted(concerned)))
        else:
            yield structs.replace(finding, severity=Severity.WARNING)


def _finding(project: Project, edge: Edge, near: tuple[str, ...]) -> Finding:
    path = edge.target.path
    near = tuple(place for place in near if place != edge.document)  # nobody points from a document to itself
    unsure = may_be_route(project, edge)
    hint = f"; did you mean {' or '.join(relative(edge.document, place) for place in near)}?" if near else ""
    return Finding(
        path=edge.document,
        span=edge.link.span,
        message=f"{path or '/'} is not in the repository{hint}",
        subject=edge.link.target,
        concerns=(path,),
        fix=retarget(edge, near[0], safe=False) if len(near) == 1 else None,
        severity=Severity.WARNING if unsure else None,
        confidence=Confidence.MEDIUM if unsure else None,
    )


RULE = ProjectRule(
    code="DL301",
    name="dead-link",
    severity=Severity.ERROR,
    summary="Every link leads to a file of the repository",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"README.md": "See [setup](docs/setup.md) and ![plan](plan.png).\n", "docs/set-up.md": "# Setup\n"},
    good={
        "README.md": "See [setup](docs/setup.md#top), [it](docs/?plain=1), [you](mailto:a@b.c), [x]({{ url }}).\n",
        "docs/setup.md": "# Setup\n\nBack to [the start](../README.md) or [up](/README.md).\n",
        "docs/README.md": "# Documents\n",
    },
)
