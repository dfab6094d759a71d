"""A change that edits what it is judged by, and passes, has not been judged. Whoever reviews it should know: it changes
the settings, it accepts more findings in the baseline, or it excuses new findings by comments.

Reported where a change is compared with its base (`--new-from`, `--diff`), as bad as the settings of the base say.
`--config-from REF` takes settings and baseline from there: then what a change does to them counts once it is merged.
"""

from doclint.model import Severity
from doclint.rule import PipelineRule

RULE = PipelineRule(
    code="DL011",
    name="loosened-gate",
    severity=Severity.INFO,
    summary="A change leaves alone what it is judged by",
    reason=__doc__,
    bad="(a change that adds a dead link, and `ignore: [DL301]` to doclint.yaml)\n",
    good="(a change that adds a dead link)\n",
)
