"""A suppression comment that names no rule does nothing, though its author believes that it does."""

from doclint.model import Severity
from doclint.rule import PipelineRule

RULE = PipelineRule(
    code="DL006",
    name="unknown-suppression",
    severity=Severity.WARNING,
    summary="Suppression comments name rules that exist",
    reason=__doc__,
    bad="# Title\n\n<!-- doclint-disable-next-line heading-incremnt -->\n### Part\n",
    good="# Title\n\n<!-- doclint-disable-next-line heading-increment -->\n### Part\n",
)
