"""
"Remove failed builds and images": the failed images, or all of them? One word that may belong to one noun or to two
can cost data.

Repeat the word, or split the step. Findings are of low confidence.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL620",
    name="structural-ambiguity",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    summary="What a word qualifies is plain",
    reason=__doc__,
    check=ambiguities("structural-ambiguity"),
    bad="# Disk is full\n\n1. Remove failed builds and images\n",
    good="# Disk is full\n\n1. Remove images older than 30 days\n2. Remove volumes that no container uses\n",
    near=(
        "1. Remove the nodes and the pods\n",
        "Look for errors and warnings.\n",
    ),
)
