"""
"Recent changes", "a few minutes", "later": since when, how long, when? A wait without a limit is either too
short or costs the incident its time.

Give a number and its unit; or the event to wait for, how to see it, and after how long to give up.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL609",
    name="vague-time",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Times and waits have a length or an event",
    reason=__doc__,
    check=ambiguities("vague-time"),
    bad="# Failover\n\n1. Review recent changes\n2. Wait a few minutes before going on\n",
    good="# Failover\n\n1. Review the deployments of the last day\n2. Wait at most 5 minutes for the alert to clear\n",
    near=(
        "1. Wait at most 5 minutes for the connection\n",
        "The copy can take a few minutes.\n",
        "We should not need to increase it again for a while.\n",
        "Updates should be sent at least every 20 minutes.\n",
    ),
)
