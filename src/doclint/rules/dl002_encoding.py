"""Markdown is UTF-8. Bytes that are not show as � to the reader, or as other letters than were written,
and tools differ in what they make of them.

The rest of the document is checked with each such byte replaced. doclint never rewrites a file that has them.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import Document
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for the document, at the first byte that is not UTF-8."""
    if not document.undecodable:
        return
    first, *more = document.undecodable
    place = document.text.find("\ufffd")
    others = f", {len(more)} or more further places" if more else ""
    yield Finding(
        span=document.span(place, place + 1),
        message=f"byte {first:,} is not UTF-8{others}",
        subject="encoding",
    )


RULE = DocumentRule(
    code="DL002",
    name="encoding",
    severity=Severity.ERROR,
    summary="Documents are UTF-8",
    reason=__doc__,
    check=check,
    bad="# Caf\udce9\n",
    good="# Café\n",
)
