"""
"Consider", "try to", "you may have to": the reader does not learn whether to do it. Under pressure half of them
will, half will not, and both did what the page says.

State the condition, and what to do otherwise: "If the queue is above 10,000, restart the worker; else go to
step 4".
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL605",
    name="hedged-obligation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    summary="Steps say whether to act",
    reason=__doc__,
    check=ambiguities("hedged-obligation"),
    bad="# Too much traffic\n\n1. Consider making the project private\n",
    good="# Too much traffic\n\n1. If the traffic stays above 2 Gbit/s for 10 minutes, make the project private\n",
    near=(
        "Consider these factors:\n\n- cost\n- latency\n",
        "The responses may differ by role.\n",
        "You should see three pods.\n",
        "1. Consider the risk of data loss: take a snapshot first\n",
        "Sometimes you may need to query production. This is how:\n",
        "Version 3 was released in May.\n",
        "You should test it by hand on [a branch](#branch) before you merge.\n\n## Branch\n",
    ),
)
