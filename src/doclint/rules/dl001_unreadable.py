"""A document that cannot be read was not checked, and links into it could not be followed. Without this
finding the run would look cleaner than it is.

Correct the permissions of the file, or exclude it.
"""

from doclint.model import Severity
from doclint.rule import PipelineRule

RULE = PipelineRule(
    code="DL001",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary="Every document can be read",
    reason=__doc__,
    unchecked=True,
    bad="(a file without read permission)\n",
    good="# A file that can be read\n",
)
