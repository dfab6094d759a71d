"""
A heading with nothing below it promises what is not there. The reader who came for it, perhaps through the table of
contents, has to find out for themselves that it was never written.

A section that has only subsections is not empty, and a template is meant to be filled.
"""

from collections.abc import Iterator

from doclint.markdown.nodes import Document, HtmlBlock, Section
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each heading without content and subsections."""
    if "template" in document.path.casefold() or document.not_analysed:
        return
    parents = {section.parent for section in document.sections}
    for index, section in enumerate(document.sections):
        is_title = section.level == 1 and index == 1
        if section.heading and section.title and index not in parents and not is_title and _is_empty(document, section):
            yield Finding(
                span=document.span_of(section.heading),
                message=f"nothing stands under '{section.title}'",
                subject=section.title,
            )


def _is_empty(document: Document, section: Section) -> bool:
    """Comments say nothing to the reader."""
    blocks = document.children[slice(*section.blocks)]
    return all(isinstance(block, HtmlBlock) and block.content.lstrip().startswith("<!--") for block in blocks)


RULE = DocumentRule(
    code="DL109",
    name="empty-section",
    severity=Severity.WARNING,
    summary="Something stands under every heading",
    reason=__doc__,
    check=check,
    bad="# Cache\n\n## Usage\n\n## Limits\n\nNone.\n",
    good="# Cache\n\n## Usage\n\n### By hand\n\nCall it.\n\n## Limits\n\n| Limit |\n| --- |\n",
)
