"""A reader, and a screen reader, takes the outline of a page from its headings. A level that is skipped
leaves a hole in that outline: the reader looks for a section that does not exist.

Going back up by any number of levels is fine; only going down may not skip.
"""

from collections.abc import Iterator
from itertools import pairwise

from doclint.markdown.nodes import Document
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each heading more than one level below the heading before it."""
    for before, heading in pairwise(document.headings):
        if heading.level > before.level + 1:
            yield Finding(
                span=document.span_of(heading),
                message=f"h{before.level} is followed by h{heading.level}",
                subject=heading.text,
            )


RULE = DocumentRule(
    code="DL101",
    name="heading-increment",
    severity=Severity.WARNING,
    summary="Heading levels go down one step at a time",
    reason=__doc__,
    check=check,
    bad="# Title\n\n### Detail\n",
    good="# Title\n\n## Part\n\n### Detail\n\n# Next\n",
)
