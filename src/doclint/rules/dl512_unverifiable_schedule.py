"""An update schedule such as "after each incident" cannot be checked against a date: nobody can tell from the document
whether it was kept. That is no mistake, but no assurance either; a longest interval beside it can be checked.
"""

from collections.abc import Iterator

from doclint.dates import names_an_event
from doclint.index import indexes_of
from doclint.model import Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each schedule of an index that depends on events."""
    for index in project.ask(indexes_of):
        for statement in index.statements:
            field = statement.field
            if field.kind == "interval" and names_an_event(field.value):
                yield Finding(
                    path=index.path,
                    span=field.value_span,
                    message=f"no date can show whether '{field.value}' was kept for {statement.path}",
                    subject=statement.path,
                )


_INDEX = "# Documentation index\n\n| Document | Update frequency |\n|---|---|\n| [Restore](restore.md) | {} |\n"
_INDEX += "| [Setup](setup.md) | Yearly |\n"
_FILES = {"restore.md": "# Restore\n", "setup.md": "# Setup\n"}

RULE = ProjectRule(
    code="DL512",
    name="unverifiable-schedule",
    severity=Severity.INFO,
    summary="An update schedule names an interval",
    reason=__doc__,
    check=check,
    bad={"INDEX.md": _INDEX.format("After each incident"), **_FILES},
    good={"INDEX.md": _INDEX.format("After each incident, at least quarterly"), **_FILES},
)
