"""GitLab Code Quality: what a merge request shows beside the changed lines."""

import hashlib
from collections import Counter

import msgspec

from doclint.engine import Report
from doclint.model import Severity
from doclint.output import Look, Sources
from doclint.output.visible import encodable, visible

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, sources: Sources, look: Look) -> str:
    """An array, empty when nothing was found; equal findings are told apart by their order, not by their line."""
    seen: Counter[str] = Counter()
    rows = []
    for diagnostic in report.diagnostics:
        seen[diagnostic.fingerprint] += 1
        identity = f"{diagnostic.fingerprint}:{seen[diagnostic.fingerprint]}"
        span = diagnostic.span
        rows.append(
            {
                "description": f"{diagnostic.rule} {diagnostic.name}: {visible(diagnostic.message)}",
                "check_name": diagnostic.rule,
                "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
                "severity": _SEVERITY[diagnostic.severity],
                "location": {
                    "path": encodable(diagnostic.path),
                    "lines": {"begin": span.line, "end": max(span.line, span.end_line)},
                },
            }
        )
    return msgspec.json.encode(rows).decode() + "\n"
