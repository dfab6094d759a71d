"""
"Check the logs": for what? A check without an expected result is done by opening the page and closing it again.

Say what to look for, or what is right: "Check the logs of the API for `OutOfMemory`", "Verify that all pods are
Ready".
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL606",
    name="missing-verification",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    summary="Checks say what is right, or what to look for",
    reason=__doc__,
    check=ambiguities("missing-verification"),
    bad="# The site is down\n\n1. Check error logs\n",
    good="# The site is down\n\n1. Check the error logs for `connection refused`\n",
    near=(
        "1. Verify that the pod is Ready\n",
        "1. Check Sentry for errors that show why the job fails\n",
        "1. Confirm that `make test` passes\n",
        "- [x] Check error logs\n",
        "1. Check the queue: `rabbitmqctl list_queues`\n",
        "Check the state of the cluster:\n\n```bash\nceph -s\n```\n",
        "Verified by QA on 3 May.\n",
        "1. Check the host logs and look for timeouts\n",
    ),
)
