"""
A page has one title. With several headings of the first level, search results, navigation and the outline of the
page show one of them, and seldom the one that was meant.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import Document
from doclint.model import Finding, Related, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding, at the second title."""
    if document.path.startswith(".github/"):
        return  # forms, not pages
    titles = [section.heading for section in document.sections if section.heading and section.level == 1]
    if len(titles) > 1:
        yield Finding(
            span=document.span_of(titles[1]),
            message=f"{len(titles)} headings of level 1: a page has one title",
            subject="title",
            related=(Related(document.path, document.span_of(titles[0]), "the first"),),
        )


RULE = DocumentRule(
    code="DL106",
    name="several-titles",
    severity=Severity.INFO,
    summary="A document has one heading of level 1",
    reason=__doc__,
    check=check,
    bad="# Cache\n\nWhat it is.\n\n# Usage\n",
    good="# Cache\n\nWhat it is.\n\n## Usage\n\n> # A title in a quotation\n",
)
