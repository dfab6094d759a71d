"""
Documents of a type are read side by side, and often in a hurry. A section that stands where the others do not
have it is overlooked. Only types that state an order (`ordered: true`) are judged.
"""

from collections.abc import Iterator

from doclint.classify import Typed
from doclint.doctypes.owed import out_of_order
from doclint.model import Finding, Related, Severity
from doclint.rule import NoOptions, TypeRule


def check(document: Typed, options: NoOptions) -> Iterator[Finding]:
    """Yield each section that stands before one it follows in its type."""
    if document.type and document.type.ordered:
        for section, place, before in out_of_order(document.outline, document.type):
            yield Finding(
                span=place.span,
                message=f"'{place.text}' stands before '{before.text}', which it follows in type {document.match.name}",
                subject=section.name,
                related=(Related(document.path, before.span, f"'{before.text}'"),),
            )


RULE = TypeRule(
    code="DL103",
    name="misplaced-section",
    severity=Severity.WARNING,
    summary="Sections stand in the order of their document type",
    reason=__doc__,
    check=check,
    bad={
        "doclint.yaml": "doc-types: {adr: {extends: adr, ordered: true}}\n",
        "docs/adr/0001-queue.md": "# Use a queue\n\n## Decision\n\nA queue.\n\n## Context\n\nTwo services.\n",
    },
    good={"docs/adr/0001-queue.md": "# Use a queue\n\n## Decision\n\nA queue.\n\n## Context\n\nTwo services.\n"},
)
