"""
Two headings of the same name beside each other cannot be told apart in the outline, and a link to the name reaches
only the first of them. Often the second is a copy that somebody forgot to change.

Under different headings the same name is fine ("Detection" in every playbook); `anywhere: true` reports those, too.
"""

from collections.abc import Iterator

from msgspec import Struct

from doclint.markdown.nodes import Document, Section
from doclint.model import Finding, Related, Severity
from doclint.rule import DocumentRule


class Options(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Which headings are compared."""

    anywhere: bool = False  # judge the whole document, not only headings beside each other


def check(document: Document, options: Options) -> Iterator[Finding]:
    """Yield each heading that repeats an earlier one."""
    first: dict[tuple[int, str], Section] = {}
    for section in document.sections:
        if not section.heading or not section.title:
            continue
        parent = -1 if options.anywhere else section.parent
        before = first.setdefault((parent, section.title.casefold()), section)
        if before is not section and before.heading:
            yield Finding(
                span=document.span_of(section.heading),
                message=f"'{section.title}' is already the heading of line {document.line_of(before.start)}",
                subject=section.title,
                related=(Related(document.path, document.span_of(before.heading), "the first"),),
            )


RULE = DocumentRule(
    code="DL108",
    name="duplicate-heading",
    severity=Severity.WARNING,
    summary="Headings beside each other have different names",
    reason=__doc__,
    options=Options,
    check=check,
    bad="# Cache\n\n## Usage\n\nCall it.\n\n## Usage\n\nClear it.\n",
    good="# Playbooks\n\n## Disk\n\n### Detection\n\nFull.\n\n## Network\n\n### Detection\n\nSilent.\n",
)
