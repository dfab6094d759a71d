"""Nothing in the document uses this definition: either the link it was for is gone, or its label is misspelt."""

from collections.abc import Iterator

from doclint.markdown.destinations import normal_label
from doclint.markdown.nodes import Document
from doclint.model import Finding, Severity
from doclint.rule import DocumentRule, NoOptions

_COMMENT_TARGETS = ("", "#", "<>", "/")  # [//]: # (a comment)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each definition without a reference to it."""
    if not document.definitions:
        return
    used = {normal_label(link.label) for link in document.links if link.label}
    for definition in document.definitions:
        if normal_label(definition.label) not in used and definition.target not in _COMMENT_TARGETS:
            yield Finding(
                span=document.span_of(definition),
                message=f"nothing refers to [{definition.label}]",
                subject=definition.label,
            )


RULE = DocumentRule(
    code="DL311",
    name="unused-definition",
    severity=Severity.INFO,
    summary="Every link definition is used",
    reason=__doc__,
    check=check,
    parts=(),
    bad="See [the guide](guide.md).\n\n[guide]: guide.md\n",
    good="See [the guide][Guide], ![plan].\n\n[guide]: guide.md\n[plan]: p.png\n[//]: # (x)\n[note]: <> (x)\n",
)
