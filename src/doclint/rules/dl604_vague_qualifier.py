"""
"Appropriate", "proper", "accordingly": the word stands where the criterion should stand, so that every reader
fills in another one.

Say what makes it so, or list what is meant. A loose word in an explanation does no harm and is not reported.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL604",
    name="vague-qualifier",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    summary="The criterion is stated, not called appropriate",
    reason=__doc__,
    check=ambiguities("vague-qualifier"),
    bad="# Access\n\n1. Set up the roles properly\n",
    good="# Access\n\n1. Give each team the role `viewer`, and its lead the role `admin`\n",
    near=(
        "1. Choose an appropriate device (`pvpanic` for Linux, `hyperv` for Windows)\n",
        "The agent determines the appropriate version by itself.\n",
        "1. Size the pool suitably (20-40)\n",
        "## Appropriate use\n",
        "1. Download the appropriate file for your system\n",
    ),
)
