"""
"Page <OWNER>" is a blank that nobody filled in, unless the page says where the value comes from.

Say it ("the owner from the table below"), or put the value in. A placeholder whose words the page itself uses, such as
`<pod-name>` on a page about pods, counts as explained; so does one that is a heading or a label of a page this one
links to. Findings are of low confidence.
"""

from collections.abc import Iterator

from doclint.facts import Facts
from doclint.instructions.terms import words_of_placeholder
from doclint.links.graph import link_graph
from doclint.model import Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield the first use of each placeholder in instructions that neither this page nor one it links to explains."""
    graph = project.ask(link_graph)
    for path, facts in project.facts.items():
        for term in facts.instructions.open_terms:
            if term.kind != "placeholder":
                continue
            linked = {edge.target.path for edge in graph.edges[path]}
            words = words_of_placeholder(term.text)
            if not any(words <= _named(project.facts[other]) for other in linked if other in project.facts):
                yield Finding(
                    path=path,
                    span=term.span,
                    subject=term.text,
                    message=f"nothing says what stands in for '<{term.text}>': say where the value comes from",
                    severity=Severity.INFO,
                )


def _named(facts: Facts) -> frozenset[str]:
    """The words of the headings and labels of a document."""
    names = [heading.text for heading in facts.headings] + [label.name for label in facts.labels]
    return frozenset(" ".join(names).lower().split())


RULE = ProjectRule(
    code="DL614",
    name="unexplained-placeholder",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    summary="Placeholders in instructions have a source",
    reason=__doc__,
    check=check,
    parts=("instructions",),
    bad="# Outage\n\n1. Page `<OWNER>`\n",
    good="# Outage\n\n1. Page `<OWNER>`: the owner of the service is in its README\n",
    near=(
        "# Pods\n\n1. Delete `<pod-name>`\n",
        "1. Press <kbd>Enter</kbd>\n",
        "The form is `<OWNER>@example.org`.\n",
        "1. Call `get <content_id>`; `<content_id>` is the UUID of its content\n",
    ),
)
