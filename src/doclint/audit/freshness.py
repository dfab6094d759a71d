"""How old every document is: by what it says, else by what git says, against the schedule it or an index states."""

from doclint.audit.values import Freshness
from doclint.dates import Moment, days_of, moment_of
from doclint.facts import Facts
from doclint.index import indexes_of
from doclint.project import Project

_DUE = 0.8  # of its schedule: from here on a document is due


def owner_of(facts: Facts) -> str:
    """Who answers for the document, as it says."""
    return stated(facts, "owner") or stated(facts, "author")


def updated_of(facts: Facts) -> Moment | None:
    """When the document says it was last changed or looked at: the latest of its dates."""
    dates = [moment_of(stamp.value) for stamp in facts.stamps if stamp.kind in ("updated", "reviewed", "date")]
    return max((date for date in dates if isinstance(date, Moment)), key=lambda date: date.last, default=None)


def schedules_of(project: Project) -> dict[str, int]:
    """The days after which a document is to be looked at again: as it says, and as the indexes say; the fewest hold."""
    found: dict[str, list[int]] = {}
    for path, facts in project.facts.items():
        found[path] = [days for stamp in facts.stamps if stamp.kind == "interval" and (days := days_of(stamp.value))]
    for index in project.ask(indexes_of):
        for statement in index.statements:
            days = days_of(statement.field.value) if statement.field.kind == "interval" else None
            if days and statement.path in found:
                found[statement.path].append(days)
    return {path: min(days) for path, days in found.items() if days}


def stated(facts: Facts, kind: str) -> str:
    """The first value of this kind a document states about itself, empty for none."""
    return next((stamp.value for stamp in facts.stamps if stamp.kind == kind and stamp.value), "")


def freshness_of(age_days: int | None, schedule_days: int | None) -> Freshness:
    """Where a document stands in its schedule."""
    if age_days is None:
        return "undated"
    if age_days < 0:
        return "future"
    if schedule_days is None:
        return "unscheduled"
    if age_days > schedule_days:
        return "stale"
    return "due" if age_days > schedule_days * _DUE else "fresh"
