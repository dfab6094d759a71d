"""In an incident the way to the procedure is part of the procedure. A runbook that is five clicks or many minutes of
reading away from the start page is not the one that will be used.

The model: a reader skims each page from its top to the link they need at `words-per-minute`, weighs every other link
before it for `seconds-per-choice`, and waits `seconds-per-click` for the next page. Judged are runbooks, incident
playbooks, checklists and how-to guides that can be reached at all, from indexes and start pages.
"""

from collections.abc import Iterator

from doclint.classify import types_of
from doclint.index.reach import Distance, Model, distances, entry_pages
from doclint.model import START, Confidence, Finding, Severity
from doclint.project import Project
from doclint.rule import ProjectRule


class Options(Model, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """How far a procedure may be, for which reader."""

    max_clicks: int = 3  # most pages to open on the way
    max_minutes: float = 5.0  # longest way, in minutes
    types: tuple[str, ...] = ("runbook", "incident-playbook", "checklist", "how-to")  # document types that are judged


def check(project: Project, options: Options) -> Iterator[Finding]:
    """Yield each procedure that is too far from every start page."""
    starts = project.ask(entry_pages)
    types = project.ask(types_of)
    for path, distance in sorted(distances(project, starts, options).items()):
        if types[path].name in options.types and _is_far(distance, options):
            yield Finding(path=path, span=START, message=_message(distance), subject="distance", concerns=starts)


def _is_far(distance: Distance, options: Options) -> bool:
    return distance.clicks > options.max_clicks or distance.minutes > options.max_minutes


def _message(distance: Distance) -> str:
    clicks = "1 click" if distance.clicks == 1 else f"{distance.clicks} clicks"
    return f"{clicks} and about {distance.minutes:.1f} minutes from the nearest start page, by way of {distance.via}"


_RUNBOOK = "# Restore runbook\n\n## Procedure\n\n1. Run `restore`.\n\n## Verification\n\n1. Run `status`.\n"
_PAGES = {f"docs/part{number}.md": f"# Part\n\nGo [on](part{number + 1}.md).\n" for number in range(1, 4)}

RULE = ProjectRule(
    code="DL207",
    name="far-from-index",
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    summary="Procedures are near the start page",
    reason=__doc__,
    options=Options,
    check=check,
    bad={
        "README.md": "# Store\n\n[Begin](docs/part1.md).\n",
        **_PAGES,
        "docs/part4.md": "# Part\n\n[Restore](runbooks/restore.md)\n",
        "docs/runbooks/restore.md": _RUNBOOK,
    },
    good={
        "README.md": "# Store\n\n[Begin](docs/part1.md). Broken? [Restore](docs/runbooks/restore.md).\n",
        **_PAGES,
        "docs/part4.md": "# Part\n",
        "docs/runbooks/restore.md": _RUNBOOK,
    },
)
