"""
Readers of a known kind of document come for known sections: the decision of a decision record, the rollback
of a runbook. Where one is missing they search, give up, or guess.

Which sections a type owes, and why, is told by `doclint explain TYPE`. A section may be called otherwise, be
numbered, or be a bold line; an entry in the table of contents is not the section. How bad it is depends on
how sure it is that the document is of the type: an error where the document or the settings state it, else a
warning or less.
"""

from collections.abc import Iterator

from doclint.classify import Typed
from doclint.doctypes import DocType, Match, Outline
from doclint.doctypes.owed import Missing, either, missing_sections, severity_of
from doclint.model import START, Finding, Related, Severity
from doclint.rule import NoOptions, TypeRule


def check(document: Typed, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for a document that lacks sections of its type."""
    if document.type:
        yield from _judged(document.path, document.outline, document.type, document.match)


def _judged(path: str, outline: Outline, doc_type: DocType, match: Match) -> Iterator[Finding]:
    graded = [
        (severity, missing)
        for missing in missing_sections(outline, doc_type)
        if (severity := severity_of(missing.section.level, match))
    ]
    if not graded:
        return
    title = next(iter(outline.headings), None)
    names = [missing.section.name for _, missing in graded]
    quoted = [f"'{name}'" for name in names]
    yield Finding(
        span=title.span if title else START,
        message=f"no section {either(quoted)}, owed by type {match.name} ({match.reason})",
        subject=", ".join(names),
        related=tuple(related for _, missing in graded for related in _related(path, missing)),
        severity=min((severity for severity, _ in graded), key=lambda severity: severity.rank),
    )


def _related(path: str, missing: Missing) -> Iterator[Related]:
    name = missing.section.name
    if missing.nearest:
        yield Related(path, missing.nearest.span, f"'{missing.nearest.text}' is the heading nearest to '{name}'")
    if missing.after:
        yield Related(path, missing.after.span, f"'{name}' belongs after '{missing.after.text}'")


RULE = TypeRule(
    code="DL102",
    name="missing-section",
    severity=Severity.WARNING,
    summary="A document has the sections its type owes",
    reason=__doc__,
    check=check,
    bad={"docs/adr/0001-queue.md": "# Use a queue\n\n## Status\n\nAccepted\n\n## Context\n\nTwo services.\n"},
    good={
        "docs/adr/0001-queue.md": "# Use a queue\n\nStatus: **accepted**\n\n## 1. Context\n\nTwo services.\n\n"
        "## ✅ Decision outcome\n\nA queue.\n\n**Status**: accepted\n\n**Consequences**\n\nMore to run.\n",
        "notes/queue.md": "# Notes on queues\n",
    },
)
