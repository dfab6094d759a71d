"""
A document's score, with its arithmetic: 100 less what its findings cost.

Only the first few findings of a rule count: a habit repeated two hundred times is one thing to fix, and a
sum that always ends at zero would tell nobody where to begin. A score never hides an error: while one is
open it stays under `CAP_WITH_ERROR`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from doclint.audit.values import Deduction, Finding, Grade

WEIGHTS = {"error": 10, "warning": 3, "info": 0}
COUNTED = 3  # findings of one rule that cost points
CAP_WITH_ERROR = 69
_GRADES: tuple[tuple[int, Grade], ...] = ((90, "A"), (80, "B"), (70, "C"), (50, "D"))


def deductions_of(findings: Iterable[Finding]) -> tuple[Deduction, ...]:
    """What each rule costs, the dearest first."""
    counts = Counter((finding.rule, finding.name, finding.severity) for finding in findings)
    made = [
        Deduction(
            rule=rule,
            name=name,
            severity=severity,
            count=count,
            counted=min(count, COUNTED),
            weight=WEIGHTS[severity],
            points=min(count, COUNTED) * WEIGHTS[severity],
        )
        for (rule, name, severity), count in counts.items()
        if WEIGHTS[severity]
    ]
    return tuple(sorted(made, key=lambda deduction: (-deduction.points, deduction.rule)))


def score_of(deductions: Sequence[Deduction]) -> tuple[int, int]:
    """The score and the cap it had to stay under."""
    cap = CAP_WITH_ERROR if any(deduction.severity == "error" for deduction in deductions) else 100
    return max(0, min(cap, 100 - sum(deduction.points for deduction in deductions))), cap


def grade_of(score: float) -> Grade:
    """The letter of a score."""
    return next((grade for least, grade in _GRADES if score >= least), "E")
