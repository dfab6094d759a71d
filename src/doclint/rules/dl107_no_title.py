"""
The title tells a reader who comes from a search or a link where they are. Without one, the page is shown under the
name of its file.

A heading of level 1, a `title` in the front matter, an HTML heading or a logo above the first heading will do. Notes
without any heading are left alone.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import Document
from doclint.model import START, Finding, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for a document with headings and no title."""
    header = document.front_matter
    is_named = header and header.get("title", "name", "sidebar_label", "page_title")
    is_page = document.headings and not document.path.startswith(".github/")
    if is_page and not is_named and not _is_titled(document):
        yield Finding(span=START, message="no title: neither a heading of level 1 nor a title in the front matter")


def _is_titled(document: Document) -> bool:
    """By a heading of level 1, or by an image or HTML above the first heading."""
    first = document.headings[0].start
    return (
        any(heading.level == 1 for heading in document.headings)
        or any(link.image and link.start < first for link in document.links)
        or any(html.start < first and "<h1" in html.content.lower() for html in document.html)
    )


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
