"""Part of the document could not be turned into a tree: it is nested deeper than any reader follows, is not
text at all, or took longer than a document may. What is in that part was not checked.

Exclude the file if it is not documentation; simplify it if it is.
"""

from doclint.model import Severity
from doclint.rule import PipelineRule

RULE = PipelineRule(
    code="DL003",
    name="not-analysed",
    severity=Severity.WARNING,
    summary="The whole document is analysed",
    reason=__doc__,
    unchecked=True,
    parts=("contents",),  # an outline may leave out what is not analysed
    bad="(5,000 block quotes in each other)\n",
    good="> > > A quote in a quote\n",
)
