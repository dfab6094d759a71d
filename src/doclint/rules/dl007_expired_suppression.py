"""A suppression with `until=` a day that is past no longer suppresses: the finding is back, and the comment should
go or be given a new day. A date that cannot be read counts as past.
"""

from doclint.model import Severity
from doclint.rule import PipelineRule

RULE = PipelineRule(
    code="DL007",
    name="expired-suppression",
    severity=Severity.WARNING,
    summary="Suppressions have not expired",
    reason=__doc__,
    bad="# Title\n\n<!-- doclint-disable-next-line DL101 -- new theme, until=2025-01-31 -->\n### Part\n",
    good="# Title\n\n<!-- doclint-disable-next-line DL101 -- new theme, until=2099-01-31 -->\n### Part\n",
)
