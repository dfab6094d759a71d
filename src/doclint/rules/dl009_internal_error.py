"""A rule failed on this document: a defect of doclint, not of the document. All other rules and documents were
checked. The exit status is 2, because what the rule would have found is not known.

Please report it with the document, or with the part of it that is enough to show it.
"""

from doclint.model import Severity
from doclint.rule import PipelineRule

RULE = PipelineRule(
    code="DL009",
    name="internal-error",
    severity=Severity.ERROR,
    summary="Every rule can judge every document",
    reason=__doc__,
    unchecked=True,
    bad="(no known document)\n",
    good="# Every document\n",
)
