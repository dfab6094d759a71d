"""Git remembers when a document was changed. When that is later than the date the document states, the reader who
checks whether it has been touched since the last incident is told no, wrongly.

Compared is the last commit of three years that modified the file (being added or moved is no change), by the author's
date. A few days between the date and the commit are the time a review takes. In a shallow clone nothing is compared
(DL514). When a run is compared with a base (`--new-from`), DL509 looks at what changed since then instead.
"""

from collections.abc import Iterator

from msgspec import Struct

from doclint.counted import counted
from doclint.freshness import changes_of, freshness_of
from doclint.model import Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import ProjectRule


class Options(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """How much later a change may be."""

    grace_days: int = 7  # days between the date and the commit that are the time of a review


def check(project: Project, options: Options) -> Iterator[Finding]:
    """Yield each document that was committed later than it says."""
    if project.base is not None:
        return  # then DL509 judges what has changed, and the rest is old
    changed = project.ask(changes_of).changed
    for path, fresh in project.ask(freshness_of).items():
        if fresh.latest is None or path not in changed:
            continue
        days = (changed[path] - fresh.latest.moment.last).days
        if days > options.grace_days:
            stamp = fresh.latest.stamp
            yield Finding(
                path=path,
                span=stamp.value_span,
                message=f"{stamp.name} {fresh.latest.moment}, changed in git on {changed[path]}, "
                f"{counted(days, 'day')} later",
                subject=stamp.name,
            )


_TEXT = "# Restore\n\n**Last Updated**: {}\n\n1. Run `restore`.\n"
_GIT = {".git/log": "2026-01-12 restore.md\n"}

RULE = ProjectRule(
    code="DL508",
    name="changed-since-date",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary="A document states the date of its last change",
    reason=__doc__,
    options=Options,
    check=check,
    bad={"restore.md": _TEXT.format("2025-11-10"), **_GIT},
    good={"restore.md": _TEXT.format("2026-01-10"), **_GIT},
)
