"""Markdown for people: a pull request comment, a job summary. Within GitHub's limits, with nothing acting in it."""

import re
from collections.abc import Iterable

from doclint.engine import Report
from doclint.explain import rule_url
from doclint.model import Diagnostic, Severity
from doclint.output import Look, Sources
from doclint.output.text import total
from doclint.output.visible import shortened, visible

_MOST_COMMENT = 60_000  # characters of a comment: GitHub takes 65,536
_MOST_SUMMARY = 900_000  # bytes of a job summary: GitHub drops all of one above 1 MiB
_SIGN = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}
_ACTS = re.compile(r"([\\`*_{}\[\]<>()#+!|~@$-])")


def render(report: Report, sources: Sources, look: Look) -> str:
    """As a comment."""
    return _page(report, _MOST_COMMENT)


def summary(report: Report, sources: Sources, look: Look) -> str:
    """As a job summary."""
    return _page(report, _MOST_SUMMARY)


def _page(report: Report, most: int) -> str:
    head = [f"## doclint: {total(report)}"]
    head += [escaped(said) for said in (report.verdict, report.mode) if said]
    head += [escaped(notice) for notice in report.notices]
    parts = list(head)
    room = most - sum(len(part.encode()) + 2 for part in parts) - 200
    left = 0
    for severity in Severity:
        found = [diagnostic for diagnostic in report.diagnostics if diagnostic.severity is severity]
        table, rest = _table(severity, found, room)
        left += rest
        if table:
            parts.append(table)
            room -= len(table.encode()) + 2
    if left:
        parts.append(f"{left:,} further findings are not shown here.")
    return "\n\n".join(parts) + "\n"


def _table(severity: Severity, found: Iterable[Diagnostic], room: int) -> tuple[str, int]:
    """As many rows as there is room for, and how many are left."""
    rows = ["| | Place | Rule | |", "| --- | --- | --- | --- |"]
    used = sum(len(row.encode()) + 1 for row in rows)
    left = 0
    for diagnostic in found:
        row = _row(severity, diagnostic)
        if left or used + len(row.encode()) + 1 > room:
            left += 1
            continue
        rows.append(row)
        used += len(row.encode()) + 1
    return ("\n".join(rows) if len(rows) > 2 else ""), left


def _row(severity: Severity, diagnostic: Diagnostic) -> str:
    place = f"{escaped(diagnostic.path)}:{diagnostic.span.line}"
    rule = f"[{diagnostic.rule}]({rule_url(diagnostic.rule)})"
    return f"| {_SIGN[severity]} | {place} | {rule} | {escaped(shortened(diagnostic.message, 400))} |"


def escaped(text: str) -> str:
    """Text of a document as text: no link, no mention, no tag, no table cell comes of it."""
    return _ACTS.sub(r"\\\1", visible(text)).replace("\\@", "@\u200b").replace("://", ":&#47;&#47;")
