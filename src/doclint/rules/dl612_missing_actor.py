"""
"Update stakeholders": who is that, and where are they reached? The person on call does not know, and does not
have the time to find out.

Give the role, and the channel or the list.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL612",
    name="missing-actor",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Those to be told are named, with their channel",
    reason=__doc__,
    check=ambiguities("missing-actor"),
    bad="# After the incident\n\n- [ ] Notify stakeholders\n",
    good="# After the incident\n\n- [ ] Post the summary in #incidents and mail it to the account managers\n",
    near=(
        "1. Notify the database team in #dba\n",
        "The IR Lead notifies Legal.\n",
        "Somebody changed the flag last week.\n",
        "1. Drain the node before the restart\n",
        "The node must be drained before the restart.\n",
    ),
)
