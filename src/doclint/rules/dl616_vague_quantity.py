"""
"Add a few replicas": how many is left to the reader, and the bill or the outage follows from it.

Give the number, or the rule by which to find it.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL616",
    name="vague-quantity",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Quantities are numbers or rules",
    reason=__doc__,
    check=ambiguities("vague-quantity"),
    bad="# Cluster is full\n\n1. Add more nodes to the cluster\n",
    good="# Cluster is full\n\n1. Add nodes to the cluster until the usage is below 70%\n",
    near=(
        "The command prints many lines.\n",
        "The product was renamed several times.\n",
        "1. Apply some labels:\n\n   ```bash\n   kubectl label node a b=c\n   ```\n",
        "The restore took a few minutes.\n",
    ),
)
