"""What a document links to, and where others can link to in it."""

from msgspec import Struct

from doclint.markdown.html import attributes
from doclint.markdown.nodes import Document, LinkForm
from doclint.model import Span


class LinkFact(Struct, frozen=True, gc=False):
    """A link or image; `section` indexes Facts.sections."""

    target: str
    text: str
    form: LinkForm
    image: bool
    span: Span
    section: int


class IdFact(Struct, frozen=True, gc=False):
    """An explicit anchor: an id or a name of an HTML tag, or a heading's {#id}."""

    id: str
    span: Span


def links_of(document: Document) -> tuple[LinkFact, ...]:
    """Links and images in document order."""
    return tuple(
        LinkFact(
            link.target,
            " ".join(link.text.split()),
            link.form,
            link.image,
            document.span_of(link),
            document.section_at(link.start),
        )
        for link in document.links
    )


def ids_of(document: Document) -> tuple[IdFact, ...]:
    """Explicit anchors in document order."""
    found = [IdFact(heading.id, document.span_of(heading)) for heading in document.headings if heading.id]
    for html in document.html:
        if "id" not in html.content and "name" not in html.content and "ID" not in html.content:
            continue
        for attribute in attributes(html.content):
            if attribute.value and (attribute.name == "id" or (attribute.name == "name" and attribute.tag == "a")):
                start = html.start + attribute.start
                found.append(IdFact(attribute.value, document.span(start, start + len(attribute.value))))
    return tuple(found)
