"""A step with three actions has no place to say what to do when the second fails, and nobody knows afterwards how
far it was done.

One action, one step. Findings are of low confidence: a short row of clicks is no harm.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL617",
    name="compound-step",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    summary="One step holds one action",
    reason=__doc__,
    check=ambiguities("compound-step"),
    bad="# Move the data\n\n1. Stop the database, restore the volume and promote the replica\n",
    good="# Move the data\n\n1. Stop the database\n2. Restore the volume\n3. Promote the replica\n",
    near=(
        "1. Click OK and close the dialog\n",
        "1. Log in and open the settings\n",
        "1. Find and replace the host name\n",
    ),
)
