"""
"Do not proceed unless no alert is firing": the reader must cancel the negations to learn what to do.

Say it positively: "Proceed when all alerts are resolved".
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL619",
    name="negation-trap",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Steps do not deny a denial",
    reason=__doc__,
    check=ambiguities("negation-trap"),
    bad="# Cut over\n\n1. Do not proceed unless no alert is firing\n",
    good="# Cut over\n\n1. Proceed when all alerts are resolved\n",
    near=(
        "1. Never commit secrets\n",
        "1. Do not use `KEYS` in production\n",
        "If it is not set, the limit is 5.\n",
    ),
)
