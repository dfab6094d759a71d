"""
"Check DNS, NTP, routes, etc." hands the rest of the list to a reader who has less of an idea of it than the
writer.

Complete the list, or say by what rule something belongs to it. Examples that show what a word means are fine.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL607",
    name="open-list",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    summary="Lists of what to do are complete",
    reason=__doc__,
    check=ambiguities("open-list"),
    bad="# Node is not reachable\n\n1. Check physical cables, firewall rules and so on\n",
    good="# Node is not reachable\n\n1. Check the physical cables and the firewall rules for port 6443\n",
    near=(
        "Any editor (vim, nano, etc.) can open it.\n",
        "1. Look at the other problems, such as:\n   - a full disk\n   - a wrong clock\n",
        "1. Edit the file in /etc on the node\n",
    ),
)
