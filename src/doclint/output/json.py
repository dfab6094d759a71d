"""JSON, version 1: see DESIGN of the format in README."""

import json
from typing import Any

from doclint.engine import Report
from doclint.model import Diagnostic, Severity


def render(report: Report) -> str:
    """The whole report as one JSON object and a newline."""
    counts = dict.fromkeys(Severity, 0)
    for diagnostic in report.diagnostics:
        counts[diagnostic.severity] += 1
    summary = {
        "files": report.files,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "infos": counts[Severity.INFO],
        "suppressed": len(report.suppressed),
        "baselined": len(report.baselined),
    }
    value = {
        "schema_version": 1,
        "tool": {"name": "doclint", "version": "0.1.0"},
        "config": report.config,
        "summary": summary,
        "findings": [_finding(diagnostic) for diagnostic in report.diagnostics],
    }
    return json.dumps(value, ensure_ascii=False) + "\n"


def _finding(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "rule": diagnostic.rule,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "confidence": diagnostic.confidence,
        "path": diagnostic.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": diagnostic.message,
        "subject": diagnostic.subject,
        "related": [
            {"path": place.path, "line": place.span.line, "column": place.span.column, "message": place.message}
            for place in diagnostic.related
        ],
        "fix": None,
        "fingerprint": diagnostic.fingerprint,
        "url": "",
    }
