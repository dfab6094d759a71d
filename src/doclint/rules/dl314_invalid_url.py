"""The URL cannot work: it names no host, its port is none, it holds a space or a password. That shows offline.

URLs that are clearly invented (`http://host:port/`, `https://<your-host>/`) are left alone.
"""

from collections.abc import Iterator

from doclint.links.graph import link_graph
from doclint.links.weburls import fault_of
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each http or https link that cannot be followed."""
    for edge in project.ask(link_graph):
        is_prose = edge.link.form in ("autolink", "bare") and edge.link.target.endswith("//")  # `http://` and no more
        fault = "" if is_prose or edge.target.state != "url" else fault_of(edge.link.target)
        if fault:
            yield Finding(
                path=edge.document, span=edge.link.span, message=f"the URL {fault}", subject=edge.link.target[:200]
            )


RULE = ProjectRule(
    code="DL314",
    name="invalid-url",
    severity=Severity.WARNING,
    summary="URLs can be followed",
    reason=__doc__,
    check=check,
    parts=(),
    bad="See [the shop](http:///shop) or [it](https://a.com:99999/).\n",
    good="See [the shop](https://shop.com:8443/a?b#c), <http://host:port/>, [it](http://[::1]:80/), <https://ä.de>.\n",
)
