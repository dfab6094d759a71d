"""
The title tells a reader who comes from a search or a link where they are. Without one, the page is shown under the
name of its file.

A heading of level 1, a `title` in the front matter or an HTML heading will do. Short notes without any heading are
left alone.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import Document
from doclint.model import START, Finding, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for a document with headings and no title."""
    header = document.front_matter
    if not document.headings or (header and header.get("title", "name", "sidebar_label", "page_title")):
        return
    if any(heading.level == 1 for heading in document.headings):
        return
    if any("<h1" in html.content.lower() for html in document.html):
        return
    yield Finding(span=START, message="no title: neither a heading of level 1 nor a title in the front matter")


RULE = DocumentRule(
    code="DL107",
    name="no-title",
    severity=Severity.INFO,
    summary="A document with headings has a title",
    reason=__doc__,
    check=check,
    bad="## Usage\n\nCall it.\n",
    good="---\ntitle: Cache\n---\n\n## Usage\n\nCall it.\n",
    near=("Call it.\n", "<h1>Cache</h1>\n\n## Usage\n"),
)
