"""A document without an owner is nobody's to keep right. A reader who finds a mistake in it has nobody to tell.

A document owes an owner when at least a third of the documents in its folder name theirs.
"""

from collections.abc import Iterator

from doclint.freshness import owing
from doclint.model import START, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each document that owes an owner and names none."""
    having = {path for path, facts in project.facts.items() if any(stamp.kind == "owner" for stamp in facts.stamps)}
    for path, why in owing(project, having).items():
        if path not in having:
            yield Finding(path=path, span=START, message=f"no owner; {why}", subject="owner")


_OWNED = "# {}\n\n**Owner**: Database Team\n"
_FILES = {f"docs/{name}.md": _OWNED.format(name) for name in ("setup", "restore", "failover")}

RULE = ProjectRule(
    code="DL510",
    name="no-owner",
    severity=Severity.INFO,
    summary="A document names its owner, where its set does",
    reason=__doc__,
    check=check,
    bad={**_FILES, "docs/scale.md": "# Scale\n\nAdd a node.\n"},
    good={**_FILES, "docs/scale.md": "# Scale\n\nOwner: Platform\n\nAdd a node.\n"},
)
