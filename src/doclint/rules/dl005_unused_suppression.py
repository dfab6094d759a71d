"""A suppression comment that suppresses nothing is left over: what it excused is fixed, or has moved. The next
defect of that kind in this place would go unseen.

It is judged only when the rule it names was run.
"""

from doclint.model import Severity
from doclint.rule import PipelineRule

RULE = PipelineRule(
    code="DL005",
    name="unused-suppression",
    severity=Severity.WARNING,
    summary="Every suppression comment suppresses something",
    reason=__doc__,
    bad="# Title\n\n<!-- doclint-disable-next-line DL101 -- the level is chosen for its size -->\n## Part\n",
    good="# Title\n\n<!-- doclint-disable-next-line DL101 -- the level is chosen for its size -->\n### Part\n",
)
