"""How old every document is: against its schedule, by what it says and by what git says."""

import datetime
import re
from collections.abc import Iterable

from doclint.audit.values import Freshness
from doclint.facts import Facts

_UPDATED = {"lastupdated", "updated", "lastreviewed", "lastmodified", "lastrevised", "date", "reviewed"}
_OWNER = {"owner", "owners", "documentowner", "maintainer", "maintainedby", "owningteam", "team"}
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DUE = 0.8  # of the schedule: from here on a document is due


def stated(facts: Facts, names: Iterable[str]) -> str:
    """The value of the first field or label of one of these names."""
    wanted = set(names)
    pairs = [(field.key, field.value) for field in facts.fields]
    pairs += [(label.name, label.value) for label in facts.labels]
    return next((value for name, value in pairs if re.sub(r"[\W_]+", "", name.casefold()) in wanted), "")


def owner_of(facts: Facts) -> str:
    """Who answers for the document, as it says."""
    return stated(facts, _OWNER)


def updated_of(facts: Facts) -> datetime.date | None:
    """When the document says it was last changed."""
    match = _ISO.search(stated(facts, _UPDATED))
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


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
