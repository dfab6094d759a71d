"""
"Fix it", "resolve the issue", "optimise the query": that is what the reader came for. A goal in the place of an
action leaves the work of the writer to the reader, in the middle of an incident.

Give the command, the console path or the steps; or link to the page that has them.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL602",
    name="missing-method",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    summary="Steps say how, not only what for",
    reason=__doc__,
    check=ambiguities("missing-method"),
    bad="# Sync fails\n\n1. Identify the root cause and fix it\n",
    good="# Sync fails\n\n1. Fix the permissions with `chown -R sync /srv/data`\n",
    near=(
        "1. Free disk space:\n   - delete `/var/tmp/*.old`\n",
        "This resolves the issue.\n",
        "1. Investigate I/O wait: run `iostat -x 5` and look for %util above 90\n",
        "1. Resolve the conflict by taking the newer entry\n",
        "**Fix:** `systemctl restart sync`\n",
    ),
)
