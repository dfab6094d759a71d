"""
"Delete the volume unless it is attached": the reader has done it before the sentence ends.

Put the condition first, above all before what cannot be undone. Findings are of low confidence.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL618",
    name="condition-after-action",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    summary="Conditions come before what cannot be undone",
    reason=__doc__,
    check=ambiguities("condition-after-action"),
    bad="# Clean up\n\n1. Delete the volume unless it is attached\n",
    good="# Clean up\n\n1. If the volume is not attached, delete it\n",
    near=(
        "1. If the pod is Pending, describe it\n",
        "1. Click Save when done\n",
        "1. Rerun the job until it passes\n",
    ),
)
