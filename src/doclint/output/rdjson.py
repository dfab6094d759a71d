"""Reviewdog's format: findings become review comments, fixes become suggestions to accept with one click."""

from typing import Any

import msgspec

from doclint.engine import Report
from doclint.explain import rule_url
from doclint.model import Diagnostic, Severity, Span
from doclint.output import Look, Sources
from doclint.output.visible import encodable, visible

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, sources: Sources, look: Look) -> str:
    """One JSON object."""
    value = {
        "source": {"name": "doclint", "url": "https://github.com/doclint/doclint"},
        "diagnostics": [_diagnostic(diagnostic, sources) for diagnostic in report.diagnostics],
    }
    return msgspec.json.encode(value).decode() + "\n"


def _diagnostic(diagnostic: Diagnostic, sources: Sources) -> dict[str, Any]:
    row: dict[str, Any] = {
        "message": visible(diagnostic.message),
        "location": _location(diagnostic.path, diagnostic.span, sources),
        "severity": _SEVERITY[diagnostic.severity],
        "code": {"value": f"{diagnostic.rule} {diagnostic.name}", "url": rule_url(diagnostic.rule)},
    }
    if diagnostic.related:
        row["related_locations"] = [
            {"message": visible(other.message), "location": _location(other.path, other.span, sources)}
            for other in diagnostic.related
        ]
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    if edits and all(edit.path == diagnostic.path for edit in edits):
        row["suggestions"] = [
            {"range": _range(edit.path, edit.span, sources), "text": encodable(edit.text)} for edit in edits
        ]
    return row


def _location(path: str, span: Span, sources: Sources) -> dict[str, Any]:
    return {"path": encodable(path), "range": _range(path, span, sources)}


def _range(path: str, span: Span, sources: Sources) -> dict[str, Any]:
    return {
        "start": {"line": span.line, "column": _bytes(sources.line(path, span.line), span.column)},
        "end": {"line": span.end_line, "column": _bytes(sources.line(path, span.end_line), span.end_column)},
    }


def _bytes(line: str, column: int) -> int:
    """Reviewdog counts the bytes of UTF-8, from 1."""
    return len(line[: column - 1].encode("utf-8", "replace")) + 1
