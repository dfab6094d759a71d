"""What a document links to, and where others can link to in it."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from doclint.markdown.destinations import destination_span
from doclint.markdown.html import attributes
from doclint.markdown.nodes import Document, LinkForm
from doclint.model import Span
from doclint.rare import rare

_ATTRIBUTE_LIST = re.compile(r"\{:?[ \t]*(?:[^{}\s#]+[ \t]+)*#([^\s{}#]+)[^{}\n]*\}")
_TARGET = rare(r"^\(([^()\s]+)\)=[ \t]*$", re.MULTILINE)
_LABEL = re.compile(r"^[ \t>]*(?::(?:name|label):[ \t]*|\$\$[ \t]*\()([^()\s]+)\)?[ \t]*$", re.MULTILINE)
_GENERATED = rare(
    r"^[ \t>]*(?:::: (?!(?:tip|info|note|warning|danger|caution|details|raw|code-group)\b)\w|--8<--|\{%-? include "
    r"|<!--[ \t]*@include:|\{\{[%<][ \t]*(?:include|readfile)"
    r"|import [^\n]* from [\"'](?:@generated/|[^\"'\n]*\.mdx[\"'])"
    r"|(?::::+|```+)[ \t]*\{(?:auto\w+|eval-rst|include)\})",
    re.MULTILINE,
)
# What is looked for first, by one character: that is found fast.
_OPTION = re.compile(":(?:name|label):")
_MATHS = re.compile(r"\$(?=\$)")
_GENERATING = tuple(
    re.compile(mark)
    for mark in (
        ":(?=:: )",
        "<(?:--|!--[ \t]*@include:)",
        r"\{(?:[%<]|auto|eval-rst\}|include\})",
        "@generated/",
        "x(?<=\\.mdx)[\"']",
    )
)


class LinkFact(Struct, frozen=True, gc=False, array_like=True):
    """A link or image."""

    target: str
    text: str
    form: LinkForm
    image: bool
    span: Span
    destination: Span | None  # of the target alone, at the definition when the link is a reference; None: not found


class IdFact(Struct, frozen=True, gc=False, array_like=True):
    """
    An explicit anchor: of an HTML tag, of an attribute list (`{#id}`), or a MyST target (`(id)=`, `:name: id`).

    `generated`, without an id: the site generator puts more text in here, with anchors that only it knows.
    """

    id: str
    span: Span
    form: Literal["html", "attribute", "target", "generated"]


def links_of(document: Document) -> tuple[LinkFact, ...]:
    """Links and images in document order, without those in comments of MDX."""
    comments = _comments(document.text) if document.path.endswith(".mdx") else []
    return tuple(
        LinkFact(
            link.target,
            " ".join(link.text.split()),
            link.form,
            link.image,
            document.span_of(link),
            destination_span(document, link),
        )
        for link in document.links
        if not any(start < link.start < end for start, end in comments)
    )


def _comments(text: str) -> list[tuple[int, int]]:
    """Where comments of MDX stand: `{/* … */}`."""
    found = []
    start = text.find("{/*")
    while start != -1 and (end := text.find("*/}", start)) != -1:
        found.append((start, end))
        start = text.find("{/*", end)
    return found


def ids_of(document: Document) -> tuple[IdFact, ...]:
    """Explicit anchors, those of headings first, then of HTML, of attribute lists and targets."""
    found = [IdFact(heading.id, document.span_of(heading), "attribute") for heading in document.headings if heading.id]
    found.extend(_html_ids(document))
    text = document.text
    if "{" in text and "#" in text:
        found.extend(_written_ids(document, _ATTRIBUTE_LIST, "{", "attribute"))
    found.extend(_written_ids(document, _TARGET, ")=", "target"))
    if _OPTION.search(text) or _MATHS.search(text):
        found.extend(IdFact(match[1], document.span(*match.span(1)), "target") for match in _LABEL.finditer(text))
    if any(mark.search(text) for mark in _GENERATING):
        found.extend(IdFact("", document.span(*match.span()), "generated") for match in _GENERATED.finditer(text))
    return tuple(found)


def _html_ids(document: Document) -> Iterator[IdFact]:
    for html in document.html:
        lowered = html.content.lower()
        if "id" not in lowered and "name" not in lowered:
            continue
        for attribute in attributes(document.text, html):
            if attribute.value and (attribute.name == "id" or (attribute.name == "name" and attribute.tag == "a")):
                yield IdFact(attribute.value, document.span(attribute.start, attribute.end), "html")


def _written_ids(
    document: Document, pattern: re.Pattern[str], mark: str, form: Literal["attribute", "target"]
) -> Iterator[IdFact]:
    for leaf in document.leaves:
        if mark in leaf.text:
            for match in pattern.finditer(leaf.text):
                yield IdFact(match[1], document.span(*leaf.source_range(*match.span())), form)
