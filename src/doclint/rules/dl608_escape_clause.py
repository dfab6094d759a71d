"""
"If needed", "as appropriate", "where possible": nobody can say afterwards whether the step was due.

Name the trigger: "Restart the service if `/health` does not answer within 10 seconds".
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL608",
    name="escape-clause",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    summary="Conditional steps name their condition",
    reason=__doc__,
    check=ambiguities("escape-clause"),
    bad="# High memory\n\n- [ ] Restart services if needed\n",
    good="# High memory\n\n- [ ] Restart the API if `/health` takes longer than 10 seconds\n",
    near=(
        "1. Install jq if it is not installed\n",
        "Set the limit as required by `max_conns`.\n",
        "These servers are restarted by the platform if needed.\n",
        "1. Show the replicas, if any:\n\n   ```bash\n   kubectl get rs\n   ```\n",
        "We patch within a day, dropping other work if necessary.\n",
    ),
)
