"""A step that says "increase", or a box that says "acceptable", has a number in mind and does not give it. At
three in the morning one engineer adds one replica and another adds ten, and both tick the box.

Give the value, its unit, and where to read it: `raise max_connections to 400`, `p95 below 500 ms on the API
dashboard`.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL601",
    name="missing-threshold",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    summary="Amounts, limits and verdicts come with their value",
    reason=__doc__,
    check=ambiguities("missing-threshold"),
    bad="# Slow\n\n1. Increase the connection pool\n\n# Release\n\n- [ ] Response times acceptable\n",
    good="# Slow\n\n1. Increase the connection pool to 40\n\n# Release\n\n- [ ] Response times below 500 ms\n",
    near=(
        "1. Scale the deployment:\n\n   ```bash\n   kubectl scale deploy/api --replicas=6\n   ```\n",
        "- [ ] Complexity acceptable (<10)\n",
        "1. Increase the volume from 98G to 120G\n",
        "The alert fires when usage exceeds a certain threshold.\n",
        "1. Raise a ticket with the provider\n",
        "1. Start the node in high-availability mode\n",
        "1. Change the request to a larger one (for example from 98G to 120G)\n",
    ),
)
