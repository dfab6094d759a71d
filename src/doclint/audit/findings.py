"""Findings as the audit holds them: those of a check, flat."""

from doclint import model
from doclint.audit.values import Edit, Finding, Fix
from doclint.explain import rule_url
from doclint.gate import Place


def finding_of(diagnostic: model.Diagnostic) -> Finding:
    """A diagnostic as the audit holds it."""
    span, fix = diagnostic.span, diagnostic.fix
    return Finding(
        rule=diagnostic.rule,
        name=diagnostic.name,
        severity=diagnostic.severity.value,
        confidence=diagnostic.confidence.value,
        path=diagnostic.path,
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        message=diagnostic.message,
        subject=diagnostic.subject,
        related=tuple(
            Place(path=place.path, line=place.span.line, message=place.message) for place in diagnostic.related
        ),
        fix=Fix(title=fix.title, safe=fix.safe, edits=tuple(map(_edit, fix.edits))) if fix else None,
        fingerprint=diagnostic.fingerprint,
        url=rule_url(diagnostic.rule),
    )


def _edit(edit: model.Edit) -> Edit:
    span = edit.span
    return Edit(
        path=edit.path,
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        text=edit.text,
    )
