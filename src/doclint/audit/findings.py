"""Findings as the audit holds them: those of a check, flat."""

from msgspec import to_builtins

from doclint.audit.values import Finding, Place
from doclint.model import Diagnostic


def finding_of(diagnostic: Diagnostic) -> Finding:
    """A diagnostic as the audit holds it."""
    span = diagnostic.span
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
        fix=to_builtins(diagnostic.fix),
        fingerprint=diagnostic.fingerprint,
    )
