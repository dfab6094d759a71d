"""
"Follow the standard procedure", "see above", "consult the documentation": the reader of one page has only that
page.

Link to it, or name the section.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL610",
    name="dangling-reference",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="References lead somewhere",
    reason=__doc__,
    check=ambiguities("dangling-reference"),
    bad="# Quota is full\n\n1. Continue with standard capacity planning procedures.\n",
    good="# Quota is full\n\n1. Continue with [capacity planning](capacity.md).\n",
    near=(
        "Follow the steps above: [control plane pods](#pods)\n\n## Pods\n",
        "1. Run the commands below:\n\n   ```bash\n   make\n   ```\n",
        "Values above 0.8 are an error.\n",
        "See the list below:\n\n- a full disk\n- a wrong clock\n",
    ),
)
