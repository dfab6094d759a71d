"""
"Finish the DPO form": a reader who does not know the abbreviation cannot look it up at night, and a page that explains
it helps only those who are sent there.

Write it out once ("data protection officer (DPO)"), or link to the page that does. What any page says that this one
leads to, over however many links, counts as said; so do the abbreviations of the trade (`instructions.add.known` takes
those of your house). Findings are of low confidence: what everybody knows is not for a program to say.
"""

from collections.abc import Iterator

from doclint.links.graph import LinkGraph, link_graph
from doclint.model import START, Confidence, Finding, Related, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield the first use of each abbreviation in instructions that no page defines to which this one leads."""
    graph = project.ask(link_graph)
    defining: dict[str, list[str]] = {}
    for path, facts in project.facts.items():
        for name in facts.instructions.defined:
            defining.setdefault(name, []).append(path)
    reached: dict[str, frozenset[str]] = {}
    for path, facts in project.facts.items():
        for term in facts.instructions.open_terms:
            if term.kind != "abbreviation":
                continue
            places = defining.get(term.text, [])
            if term.text not in reached:
                reached[term.text] = _leading_to(places, graph)
            if path not in reached[term.text]:
                yield Finding(
                    path=path,
                    span=term.span,
                    subject=term.text,
                    message=_message(term.text, places),
                    severity=Severity.INFO,
                    related=tuple(Related(place, START, f"{term.text} is defined here") for place in places[:1]),
                )


def _leading_to(places: list[str], graph: LinkGraph) -> frozenset[str]:
    """The documents from which links lead to one of these."""
    found, ahead = set(places), list(places)
    while ahead:
        for edge in graph.incoming.get(ahead.pop(), ()):
            if edge.document not in found:
                found.add(edge.document)
                ahead.append(edge.document)
    return frozenset(found)


def _message(term: str, places: list[str]) -> str:
    if places:
        return f"'{term}' is defined in {places[0]}, to which no link leads from here: link to it, or write it out"
    return f"'{term}' is not defined: write it out, or link to the page that does"


RULE = ProjectRule(
    code="DL613",
    name="undefined-term",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    summary="Abbreviations in instructions are defined within reach",
    reason=__doc__,
    check=check,
    parts=("instructions",),
    bad={"breach.md": "1. Notify the DPO\n", "glossary.md": "# Glossary\n\n**DPO**: data protection officer\n"},
    good={
        "breach.md": "1. Notify the DPO\n\nSee the [handbook](handbook.md).\n",
        "handbook.md": "The [words](glossary.md) we use.\n",
        "glossary.md": "# Glossary\n\n**DPO**: data protection officer\n",
    },
    near=(
        "1. Notify the data protection officer (DPO)\n",
        "1. Check the CPU of the VM\n",
        "1. Do NOT use `KEYS` in production\n",
        "The DPO was told in May.\n",
    ),
)
