"""The same heading gets different anchors on the code host and on the site made of these documents. This link works on
one of them only, so half the readers land at the top of the page. An HTML id (`<a id="pager"></a>`) works on both.

Who gives a heading an id that only the site knows (`{#pager}`) writes for the site: links to it are not reported.
"""

from collections.abc import Iterator

from doclint.links.fragments import broken_fragments
from doclint.links.resolve import Target
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each anchor that the code host has and the site has not, or the other way round."""
    for edge, fragment in project.ask(broken_fragments):
        if fragment.state == "elsewhere" and not _is_meant_for_site(project, edge.target):
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"#{edge.target.fragment} is an anchor on {' and '.join(fragment.platforms)} only",
                subject=edge.link.target,
                concerns=(edge.target.path,),
            )


def _is_meant_for_site(project: Project, target: Target) -> bool:
    ids = project.facts[target.path].ids
    return any(one.form == "attribute" and one.id == target.fragment for one in ids)


RULE = ProjectRule(
    code="DL313",
    name="anchor-on-one-platform",
    severity=Severity.INFO,
    summary="Anchors work on the code host and on the site",
    reason=__doc__,
    check=check,
    parts=(),
    bad={"mkdocs.yml": "site_name: x\n", "docs/a.md": "# A & B\n\n[up](#a--b)\n"},
    good={"mkdocs.yml": "site_name: x\n", "docs/a.md": "# A and B\n\n[up](#a-and-b)\n"},
)
