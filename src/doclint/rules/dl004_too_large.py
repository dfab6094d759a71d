"""A document beyond the size limit (`max-file-size`, 5 MB unless set otherwise) is not read: it is data or a
generated dump more often than documentation, and would hold up every run.

Exclude it, split it, or raise the limit.
"""

from doclint.model import Severity
from doclint.rule import PipelineRule

RULE = PipelineRule(
    code="DL004",
    name="too-large",
    severity=Severity.WARNING,
    summary="Documents are small enough to be read",
    reason=__doc__,
    unchecked=True,
    bad="(a file of 100 MB)\n",
    good="# A file of a few kilobytes\n",
)
