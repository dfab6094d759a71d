"""A step that names a kind of thing, and not the thing, can be done to the wrong one: which branch, which of the
enhancements, from where?

Name it, and say where it is found.
"""

from doclint.instructions import ambiguities
from doclint.model import Confidence, Severity
from doclint.rule import DocumentRule

RULE = DocumentRule(
    code="DL603",
    name="missing-object",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="Steps name the thing they act upon",
    reason=__doc__,
    check=ambiguities("missing-object"),
    bad="# Release\n\n1. Deploy performance branch\n",
    good="# Release\n\n1. Deploy the branch `perf-2` with `make deploy`\n",
    near=(
        "1. Deploy the API gateway of the EU region\n",
        "1. Enable the feature flag `fast-path`\n",
        "1. Apply the manifest:\n\n   ```bash\n   kubectl apply -f api.yaml\n   ```\n",
        "1. Click Save\n",
        "# KubeNodeUnreachable\n\n1. Drain the node\n",
    ),
)
