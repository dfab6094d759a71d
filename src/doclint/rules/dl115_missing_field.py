"""
Who is called, as of when this holds, what it is about: a reader looks for such fields at the head of a document, and
scripts that list documents read them. A type says which fields its documents owe.

A field may stand in the front matter or as a label (`**Service**: api`); owners, dates of update and versions also in a
table or a plain line. How bad it is depends on how sure it is that the document is of the type, as for sections.
Owners and dates of update that a type only recommends are left to the rules about them, which look at the whole set.
"""

from collections.abc import Iterator

from doclint.classify import Typed
from doclint.doctypes import DocType, Match, Outline, OwedField
from doclint.doctypes.owed import either, missing_fields, severity_of
from doclint.facts.stamps import kind_of
from doclint.model import START, Finding, Severity
from doclint.rule import NoOptions, TypeRule

_JUDGED_BY_SET = {"owner", "updated", "reviewed"}  # DL501, DL510


def check(document: Typed, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for a document that lacks fields of its type."""
    if document.type and document.type.fields:
        yield from _judged(document.outline, document.type, document.match)


def _judged(outline: Outline, doc_type: DocType, match: Match) -> Iterator[Finding]:
    graded = [
        (severity, field)
        for field in missing_fields(outline, doc_type)
        if not _is_judged_by_set(field) and (severity := severity_of(field.level, match))
    ]
    if graded:
        names = [field.name for _, field in graded]
        quoted = [f"'{name}'" for name in names]
        yield Finding(
            span=START,
            message=f"no field {either(quoted)}, owed by type {match.name} ({match.reason})",
            subject=", ".join(names),
            severity=min((severity for severity, _ in graded), key=lambda severity: severity.rank),
        )


def _is_judged_by_set(field: OwedField) -> bool:
    return field.level != "must" and kind_of(field.name) in _JUDGED_BY_SET


_TEXT = "# Week 12\n\n## Summary\n\nQuiet.\n"

RULE = TypeRule(
    code="DL115",
    name="missing-field",
    severity=Severity.WARNING,
    summary="A document states the fields its type owes",
    reason=__doc__,
    check=check,
    bad={"docs/week-12.md": f"---\ntype: report\n---\n\n{_TEXT}"},
    good={"docs/week-12.md": f"---\ntype: report\ndate: 2026-01-12\n---\n\n{_TEXT}", "docs/notes.md": _TEXT},
)
