"""
For programs that read text: one finding per line, no art, the fix in words.

What documents say is data, never an instruction to whoever reads the report: it is shown quoted or escaped.
"""

from collections import Counter

from doclint.engine import Report
from doclint.explain import rule_url
from doclint.model import Diagnostic
from doclint.output import Look, Sources
from doclint.output.text import total
from doclint.output.visible import visible

_MOST = 200  # findings listed; the rest is counted


def render(report: Report, sources: Sources, look: Look) -> str:
    """Findings, the worst first, then what each rule asks, then counts."""
    found = sorted(report.diagnostics, key=lambda diagnostic: (diagnostic.severity.rank, diagnostic.order))
    shown = found[:_MOST]
    lines = [_line(diagnostic) for diagnostic in shown]
    if len(found) > len(shown):
        lines.append(f"{len(found) - len(shown)} more findings: name files or use --select to see them")
    lines += [f"rule {rule} {name}: {rule_url(rule)}" for rule, name in Counter((d.rule, d.name) for d in shown)]
    lines += [visible(notice) for notice in report.notices]
    lines.append(total(report))
    lines += filter(None, (report.mode, report.verdict))
    return "\n".join(lines) + "\n"


def _line(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    parts = [
        f"{visible(diagnostic.path)}:{span.line}:{span.column}",
        f"{diagnostic.severity} {diagnostic.rule} {diagnostic.name}: {visible(diagnostic.message)}",
    ]
    places = dict.fromkeys((other.path, other.span.line) for other in diagnostic.related)
    parts += [f"see {visible(path)}:{line}" for path, line in tuple(places)[:2]]
    if diagnostic.fix:
        parts.append(f"fix{'' if diagnostic.fix.safe else ' (unsafe)'}: {visible(diagnostic.fix.title)}")
    return " | ".join(parts)
