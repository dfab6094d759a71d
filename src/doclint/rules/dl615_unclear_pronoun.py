"""
"Restart it": what? A step that opens its section with a pronoun, or uses one after two things were named, can
be read in more than one way.

Repeat the noun.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL615",
    name="unclear-pronoun",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Pronouns have one antecedent",
    reason=__doc__,
    check=ambiguities("unclear-pronoun"),
    bad="# Database and cache\n\n1. Restart it\n",
    good="# Database and cache\n\n1. Restart the cache\n",
    near=(
        "1. Open the file and save it\n",
        "It is important to wait.\n",
        "Some restart the worker by hand. Avoid this.\n",
    ),
)
