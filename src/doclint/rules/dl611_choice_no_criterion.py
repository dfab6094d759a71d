"""
"Restart or reinstall the agent" names two acts with different effects, and no rule for choosing.

Give the rule, or one way as the default and the other for when it fails. Where both ways lead to the same,
there is nothing to choose and nothing to report; because that takes knowledge of the matter, findings are of
low confidence.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL611",
    name="choice-no-criterion",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    summary="Alternatives come with the rule for choosing",
    reason=__doc__,
    check=ambiguities("choice-no-criterion"),
    bad="# Agent is silent\n\n1. Restart or reinstall the agent\n",
    good="# Agent is silent\n\n1. Restart the agent; if it stays silent for 2 minutes, reinstall it\n",
    near=(
        "The state is either active or standby.\n",
        "1. Use LUKS or dm-crypt\n",
        "You can run it by hand, or set up a cron job for it.\n",
    ),
)
