"""The link opens the right page and leaves the reader at its top: the section it promises is not there, or is called
something else by now.

Anchors are made as the code host makes them and, where a site generator is recognised, as that makes them; explicit ids
count as well. An anchor that works on one of the two only is DL313. In an `.mdx` page, whose components may bring ids
of their own, a missing anchor is a warning, as is one behind a mere sign, such as 🚧 or ⬆, that promises no section.
"""

from bisect import bisect_right
from collections.abc import Iterator

from doclint.counted import counted
from doclint.links.fragments import Fragment, broken_fragments
from doclint.links.graph import Edge
from doclint.links.repairs import refragment
from doclint.model import Confidence, Finding, Related, Severity, Span
from doclint.project import Project
from doclint.rare import rare
from doclint.rule import NoOptions, ProjectRule

_LAST = rare(r"[/=]|%3A")


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each link to a heading, an id or a line that its target does not have."""
    for edge, fragment in project.ask(broken_fragments):
        if fragment.state == "dead" and _promises(project, edge):
            yield _dead(edge, fragment)
        elif fragment.state == "lines":
            yield _finding(edge, f"{_where(edge)} has {counted(fragment.lines, 'line')}, no #{edge.target.fragment}")


def _promises(project: Project, edge: Edge) -> bool:
    """Does the link promise a section? `[](#x)` shows nothing, and the credits of all-contributors lead nowhere."""
    if edge.link.form == "html":
        _, _, name = edge.target.fragment.partition("-")
        return (edge.document, name) not in project.ask(_people)
    links, span = project.facts[edge.document].links, edge.link.span
    after = bisect_right(links, span, key=lambda link: link.span)
    end = Span(span.end_line, span.end_column, 0, 0)
    is_picture = any(one.image and one.span < end for one in links[after : after + 1])
    return bool(edge.link.text) or is_picture


def _people(project: Project) -> frozenset[tuple[str, str]]:
    """The documents with the accounts that their HTML links name last, `https://github.com/ada`, `…?author=ada`."""
    return frozenset(
        (path, _LAST.split(link.target)[-1])
        for path, facts in project.facts.items()
        for link in facts.links
        if link.form == "html" and link.target.startswith("https://github.com/")
    )


def _dead(edge: Edge, fragment: Fragment) -> Finding:
    message = f"{_where(edge)} has no anchor #{edge.target.fragment}"
    if not fragment.meant:
        return _finding(edge, message)
    return _finding(edge, f"{message}; did you mean #{fragment.meant}?", fragment)


def _finding(edge: Edge, message: str, near: Fragment | None = None) -> Finding:
    unsure = edge.target.path.endswith(".mdx")
    is_sign = bool(edge.link.text) and not any(map(str.isalnum, edge.link.text))
    return Finding(
        path=edge.document,
        span=edge.link.span,
        message=message,
        subject=edge.link.target,
        concerns=(edge.target.path,),
        related=(Related(edge.target.path, near.place, f"#{near.meant} is here"),) if near else (),
        fix=refragment(edge, near.meant, safe=False) if near else None,
        severity=Severity.WARNING if unsure or is_sign else None,
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
        "c.md": '[](#mark) <a href="https://github.com/ada">Ada</a> <a href="#infra-ada" title="Hosting">🚇</a>\n',
        "b.md": '# Outage\n\n## Outage\n\n<a id="x"></a>\n',
    },
)
