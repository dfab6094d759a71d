"""The link opens the right page and leaves the reader at its top: the section it promises is not there, or is called
something else by now.

Anchors are made as the code host makes them and, where a site generator is recognised, as that makes them; explicit ids
count as well. An anchor that works on one of the two only is DL313. In an `.mdx` page, whose components may bring ids
of their own, a missing anchor is a warning.
"""

from collections.abc import Iterator

from doclint.links.fragments import Fragment, broken_fragments
from doclint.links.graph import Edge
from doclint.links.repairs import refragment
from doclint.model import Confidence, Finding, Related, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a heading, an id or a line that its target does not have."""
    for edge, fragment in project.ask(broken_fragments):
        if fragment.state == "dead":
            yield _dead(edge, fragment)
        elif fragment.state == "lines":
            yield _finding(edge, f"{_where(edge)} has {fragment.lines:,} lines, no #{edge.target.fragment}")


def _dead(edge: Edge, fragment: Fragment) -> Finding:
    message = f"{_where(edge)} has no anchor #{edge.target.fragment}"
    if not fragment.meant:
        return _finding(edge, message)
    return _finding(edge, f"{message}; did you mean #{fragment.meant}?", fragment)


def _finding(edge: Edge, message: str, near: Fragment | None = None) -> Finding:
    unsure = edge.target.path.endswith(".mdx")
    return Finding(
        path=edge.document,
        span=edge.link.span,
        message=message,
        subject=edge.link.target,
        concerns=(edge.target.path,),
        related=(Related(edge.target.path, near.place, f"#{near.meant} is here"),) if near else (),
        fix=refragment(edge, near.meant, safe=False) if near else None,
        severity=Severity.WARNING if unsure else None,
        confidence=Confidence.MEDIUM if unsure else None,
    )


def _where(edge: Edge) -> str:
    return "this document" if edge.target.path == edge.document else edge.target.path


RULE = ProjectRule(
    code="DL302",
    name="dead-anchor",
    severity=Severity.ERROR,
    summary="Every link to a section leads to that section",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"a.md": "See [outage](b.md#playbook-outage).\n", "b.md": "# Playbooks\n\n## Playbook 3: outage\n"},
    good={
        "a.md": "# A & B\n\n[up](#a--b), [outage](b.md#outage), [again](b.md#outage-1), [id](b.md#x), [b](b.md#top)\n",
        "b.md": '# Outage\n\n## Outage\n\n<a id="x"></a>\n',
    },
)
