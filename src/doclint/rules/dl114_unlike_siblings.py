"""
Documents and sections that are built alike are read as if they were complete. When eight of nine runbooks, or five of
six forecasts, have a part and one has not, it was probably forgotten.

Nobody has to state what they share: it is learned from the documents. Only where most have at least two parts in
common is one that lacks some of them reported.
"""

from collections.abc import Iterator

from doclint.classify import known_types_of, outlines_of, types_of
from doclint.doctypes import LearnedType, Outline, learned
from doclint.doctypes.names import is_named
from doclint.doctypes.siblings import odd_sections
from doclint.model import START, Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule

_SHARED = 0.85  # of the documents have a section that the rest should have, too
_MOST_LACKING = 0.4  # of what is shared: who lacks more is of another kind


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each section, and each document, that lacks what its like have."""
    outlines = project.ask(outlines_of)
    for path, outline in outlines.items():
        for odd in odd_sections(outline):
            missing = ", ".join(f"'{name}'" for name in odd.missing)
            yield Finding(
                path=path,
                span=odd.place.span,
                message=f"'{odd.place.text}' has no {missing}; most of the {odd.siblings} sections beside it do",
                subject=f"{odd.place.text}: {missing}",
            )
    types = project.ask(known_types_of)
    for kind in learned(outlines, project.ask(types_of), types):
        owed = [name for section in types[kind.name].sections for name in section.names] if kind.extends else []
        yield from _odd_documents(kind, outlines, owed)


def _odd_documents(kind: LearnedType, outlines: dict[str, Outline], owed: list[str]) -> Iterator[Finding]:
    """Documents without a section that the others share; what their type owes is another rule's."""
    shared = [section for section in kind.sections if section.count >= len(kind.documents) * _SHARED]
    for path in kind.documents:
        lacking = [section for section in shared if outlines[path].find((section.name, *section.also)) is None]
        for section in lacking if len(lacking) <= len(shared) * _MOST_LACKING else ():
            if not is_named(section.name, owed):
                like = f"{section.count} of {len(kind.documents)} documents like it"
                yield Finding(
                    path=path,
                    span=next((place.span for place in outlines[path].headings), START),
                    message=f"no section '{section.name}', which {like} have",
                    subject=section.name,
                )


_PART = "## {} forecast\n\n### Now\n\nx\n\n### In a month\n\nx\n\n"
_ADVICE = "### Advice\n\nx\n\n"

RULE = ProjectRule(
    code="DL114",
    name="unlike-siblings",
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    summary="What is built alike has the same parts",
    reason=__doc__,
    check=check,
    bad={"forecast.md": "# Forecast\n\n" + _ADVICE.join(_PART.format(name) for name in ("A", "B", "C", "D"))},
    good={
        "forecast.md": "# Forecast\n\n" + "".join(_PART.format(name) + _ADVICE for name in ("A", "B", "C", "D")),
        "notes.md": "# Notes\n\n" + "".join(f"## {name}\n\n### {name} one\n\nx\n\n" for name in "ABCDE"),
    },
)
