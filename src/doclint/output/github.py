"""
GitHub workflow commands: annotations on the lines of a pull request.

A step shows ten of each kind, so the worst come first and the rest is counted. What documents say can
never become a command: it is escaped, and stands in no line of its own.
"""

from doclint.engine import Report
from doclint.model import Diagnostic, Severity
from doclint.output import Look, Sources
from doclint.output.text import total
from doclint.output.visible import visible

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = 10  # annotations of a kind that GitHub shows per step


def render(report: Report, sources: Sources, look: Look) -> str:
    """The first ten of each kind, a notice about the others, and the counts for the log."""
    lines: list[str] = []
    left = 0
    for severity in Severity:
        found = [diagnostic for diagnostic in report.diagnostics if diagnostic.severity is severity]
        most = _MOST - 1 if severity is Severity.INFO else _MOST  # one notice is ours
        lines += map(_annotation, found[:most])
        left += len(found[most:])
    if left:
        lines.append(f"::notice title=doclint::{left:,} more findings: see the job summary or the log")
    for notice in (*report.notices, report.mode, report.verdict):
        if notice:
            lines.append(f"doclint: {visible(notice)}")
    lines.append(f"doclint: {total(report)}")
    return "\n".join(lines) + "\n"


def _annotation(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    about = {
        "file": diagnostic.path,
        "line": span.line,
        "col": span.column,
        "title": f"{diagnostic.rule} {diagnostic.name}",
    }
    if span.end_line == span.line and span.end_column > span.column:
        about["endColumn"] = span.end_column
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in about.items())
    return f"::{_COMMAND[diagnostic.severity]} {properties}::{_data(diagnostic.message)}"


def _data(text: str) -> str:
    """Visible first: a control character may not reach the log, escaped or not."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
