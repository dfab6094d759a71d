"""Without a date nobody can tell whether a document still holds, and it is trusted or distrusted at random.

A document owes a "Last updated" (or reviewed, verified) date when the settings, an index or the document itself give it
an update schedule, or when at least a third of the documents in its folder have one. Front matter, labels, tables and
plain lines are read; a placeholder is no date, and "Date" alone does not say what happened on it.
"""

from collections.abc import Iterator

from doclint.freshness import Freshness, freshness_of, owing
from doclint.model import START, Finding, Severity
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each document that owes a date and has none."""
    known = project.ask(freshness_of)
    stating = {path for path, fresh in known.items() if fresh.dates or fresh.unreadable}
    scheduled = [path for path, fresh in known.items() if fresh.schedule]
    for path, why in owing(project, stating, scheduled).items():
        if path not in stating:
            yield Finding(path=path, span=START, message=_message(known[path], why), subject="last updated")


def _message(fresh: Freshness, why: str) -> str:
    if fresh.placeholders:
        stamp = fresh.placeholders[-1]
        return f"no Last Updated date: '{stamp.name}' on line {stamp.span.line} holds the placeholder {stamp.value}"
    return f"no Last Updated date; {why}"


_DATED = "# {}\n\n**Last Updated**: 2026-01-10\n"
_FILES = {f"docs/{name}.md": _DATED.format(name) for name in ("setup", "restore", "failover")}

RULE = ProjectRule(
    code="DL501",
    name="no-date",
    severity=Severity.WARNING,
    summary="A document says when it was last updated, where its set does",
    reason=__doc__,
    check=check,
    bad={**_FILES, "docs/scale.md": "# Scale\n\nAdd a node.\n"},
    good={**_FILES, "docs/scale.md": "---\nlast_reviewed: 10 January 2026\n---\n\n# Scale\n\nAdd a node.\n"},
)
