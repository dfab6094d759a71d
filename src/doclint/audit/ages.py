"""How old every document is: by what it says, else by what git says, against its schedule."""

import datetime
from collections.abc import Mapping

from msgspec import Struct

from doclint.audit.values import Freshness
from doclint.facts import Facts
from doclint.freshness import freshness_of
from doclint.project import Project

_DUE = 0.8  # of its schedule: from here on a document is due


class Age(Struct, frozen=True):
    """Of one document; days are None where no date, and no schedule, is known."""

    updated: str  # as the document says, empty for nothing
    changed: str  # as git says
    days: int | None
    schedule_days: int | None
    state: Freshness


def ages_of(project: Project, changed: Mapping[str, datetime.date]) -> dict[str, Age]:
    """The age of every document; `changed` has the dates of their last commits."""
    found = {}
    for path, known in project.ask(freshness_of).items():
        stated = known.latest.moment if known.latest else None
        committed = changed.get(path)
        latest = stated.last if stated else committed
        days = (project.today - latest).days if latest else None
        schedule = known.schedule.days if known.schedule else known.usual
        found[path] = Age(
            str(stated) if stated else "",
            committed.isoformat() if committed else "",
            days,
            schedule,
            state_of(days, schedule),
        )
    return found


def state_of(days: int | None, schedule_days: int | None) -> Freshness:
    """Where a document stands in its schedule."""
    if days is None:
        return "undated"
    if days < 0:
        return "future"
    if schedule_days is None:
        return "unscheduled"
    if days > schedule_days:
        return "stale"
    return "due" if days > schedule_days * _DUE else "fresh"


def owner_of(facts: Facts) -> str:
    """Who answers for the document, as it says."""
    stated = {stamp.kind: stamp.value for stamp in reversed(facts.stamps) if stamp.value}
    return stated.get("owner") or stated.get("author", "")
