"""Text for a person at a terminal."""

from doclint.engine import Report


def render(report: Report) -> str:
    """One line per finding."""
    lines = [f"{d.path}:{d.span.line}:{d.span.column}: {d.severity} {d.rule} {d.message}" for d in report.diagnostics]
    lines.append(f"{len(report.diagnostics)} findings in {report.files} files")
    return "\n".join(lines) + "\n"
