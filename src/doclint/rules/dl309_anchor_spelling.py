"""The anchor differs from the heading's in upper and lower case, or by an invisible character only. Some browsers and
hosts forgive that and some do not, so the link works for some readers.
"""

from collections.abc import Iterator

from doclint.links.fragments import broken_fragments
from doclint.links.repairs import refragment
from doclint.model import Finding, Related, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each anchor that exists in another spelling."""
    for edge, fragment in project.ask(broken_fragments):
        if fragment.state == "spelling":
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"#{edge.target.fragment} is spelt #{fragment.meant} in {edge.target.path}",
                subject=edge.link.target,
                concerns=(edge.target.path,),
                related=(Related(edge.target.path, fragment.place, f"#{fragment.meant} is here"),),
                fix=refragment(edge, fragment.meant, safe=True),
            )


RULE = ProjectRule(
    code="DL309",
    name="anchor-spelling",
    severity=Severity.WARNING,
    summary="Anchors are spelt as the heading's own",
    reason=__doc__,
    check=check,
    parts=(),
    bad="# Set up\n\nBack to [the top](#Set-Up).\n",
    good="# Set up\n\nBack to [the top](#set-up).\n",
)
