"""When every document was last looked at, how often it should be, and which owe a date: `project.ask(freshness_of)`."""

import datetime
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from doclint.classify import known_types_of, types_of
from doclint.dates import Moment, Unreadable, days_of, moment_of
from doclint.doctypes import DocType
from doclint.facts import Facts
from doclint.facts.stamps import StampFact
from doclint.files.globs import Globs
from doclint.git.history import History
from doclint.index import belongs_to_repository, indexes_of
from doclint.model import START, Span
from doclint.project import Project

DATED = ("updated", "reviewed")  # kinds of fields that say when somebody last looked at the document
_LONGEST_MOMENT = 3  # words: `end of 2025`
_PARTICIPLES = frozenset({"updated", "modified", "revised"})
_PLACEHOLDER = re.compile(r"^\W*$|[\[<{].*[\]>}]|^\W*(?:tbd|tba|todo|n/?a|none|xx+|yyyy|dd|mm)\b", re.IGNORECASE)
_OF_DOCUMENT = re.compile(r"review|update", re.IGNORECASE)  # a frequency of something else may stand beside it
_DATED_NAME = re.compile(r"(?:^|[_\-/])(?:19|20)\d\d-?\d\d")
_LOOKED_BACK = datetime.timedelta(days=3 * 366)  # in git: who dates a document older than this has another problem
_SHARE = 1 / 3  # of the documents of a folder that state a field before all of them owe it
_FEWEST = 3  # documents that state it


class Date(Struct, frozen=True, gc=False):
    """A field with the date it holds."""

    stamp: StampFact
    moment: Moment


class Schedule(Struct, frozen=True, gc=False):
    """How often a document is to be looked at; `path` is where that is stated, empty for the settings."""

    days: int
    text: str
    path: str
    span: Span


class Freshness(Struct, frozen=True, gc=False, kw_only=True):
    """What a document says about its age; `latest` is the newest of its dates."""

    dates: tuple[Date, ...]
    unreadable: tuple[tuple[StampFact, Unreadable], ...]
    placeholders: tuple[StampFact, ...]
    latest: Date | None
    schedule: Schedule | None  # stated by the settings, an index or the document itself
    usual: int | None  # days after which a document of its type is to be looked at


def freshness_of(project: Project) -> dict[str, Freshness]:
    """The freshness of every document, by path. For `project.ask`."""
    schedules = _schedules(project)
    types = project.ask(types_of)
    known = project.ask(known_types_of)
    return {
        path: _freshness(project, facts, schedules.get(path), _usual(known.get(types[path].name)))
        for path, facts in project.facts.items()
    }


def _usual(doc_type: DocType | None) -> int | None:
    return doc_type.update_days if doc_type else None


def _freshness(project: Project, facts: Facts, schedule: Schedule | None, usual: int | None) -> Freshness:
    dates: list[Date] = []
    unreadable: list[tuple[StampFact, Unreadable]] = []
    placeholders: list[StampFact] = []
    stamps = [stamp for stamp in facts.stamps if stamp.kind in DATED]
    for stamp in [stamp for stamp in stamps if stamp.whole] or stamps:
        moment = moment_of(stamp.value, project.settings.date_order)
        if isinstance(moment, Moment):
            dates.append(Date(stamp, moment))
        elif _PLACEHOLDER.search(stamp.value):
            placeholders.append(stamp)
        elif (stamp.kind == "updated" or "last" in stamp.name.casefold()) and not _says_what(stamp):
            unreadable.append((stamp, moment))
    return Freshness(
        dates=tuple(dates),
        unreadable=tuple(unreadable),
        placeholders=tuple(placeholders),
        latest=max(dates, key=lambda date: date.moment.last, default=None),
        schedule=schedule,
        usual=usual,
    )


def _says_what(stamp: StampFact) -> bool:
    """`Updated: install.md`: what was updated, not when."""
    words = stamp.value.split()
    is_named = len(words) > _LONGEST_MOMENT or any("/" in word or "." in word[1:-1] for word in words)
    return stamp.name.casefold() in _PARTICIPLES and is_named and not stamp.value[:1].isdigit()


def _schedules(project: Project) -> dict[str, Schedule]:
    """The schedule of each document that has one: of the settings, else the strictest of indexes and its own."""
    found: dict[str, Schedule] = {}
    for path, schedule in _stated(project):
        if path not in found or schedule.days < found[path].days:
            found[path] = schedule
    for path in project.facts:
        settled = _settled(project, path)
        if settled is not None:
            found[path] = settled
    return found


def _stated(project: Project) -> Iterator[tuple[str, Schedule]]:
    for index in project.ask(indexes_of):
        for statement in index.statements:
            days = days_of(statement.field.value) if statement.field.kind == "interval" else None
            if days:
                yield statement.path, Schedule(days, statement.field.value, index.path, statement.field.value_span)
    for path, facts in project.facts.items():
        for stamp in facts.stamps:
            days = _interval(stamp) if stamp.kind == "interval" and _OF_DOCUMENT.search(stamp.name) else None
            if days:
                yield path, Schedule(days, stamp.value, path, stamp.value_span)


def _interval(stamp: StampFact) -> int | None:
    if stamp.value.isascii() and stamp.value.isdigit() and "day" in stamp.name.casefold():
        return int(stamp.value)
    return days_of(stamp.value)


def _settled(project: Project, path: str) -> Schedule | None:
    for scheduled in reversed(project.settings.schedule):
        if Globs(scheduled.paths).match(path):
            days = days_of(scheduled.every)
            assert days is not None  # refused when the settings were read
            return Schedule(days, scheduled.every, "", START)
    return None


def changes_of(project: Project) -> History:
    """When git says the dated documents were last changed; empty where nobody wants to know. For `project.ask`."""
    dates = {path: fresh.latest.moment.last for path, fresh in project.ask(freshness_of).items() if fresh.latest}
    if project.history is None or not dates:
        return History()
    return project.history(dates.keys(), max(min(dates.values()), project.today - _LOOKED_BACK))


def owing(project: Project, having: Iterable[str], scheduled: Iterable[str] = ()) -> dict[str, str]:
    """
    Documents that owe a field, each with the reason; `having` state it, `scheduled` are asked for it by a schedule.

    Without a schedule a document owes what at least a third of those in its folder state, and three of them.
    """
    having = set(having)
    asked = set(scheduled)
    documents = [path for path in project.facts if not belongs_to_repository(path) and not _DATED_NAME.search(path)]
    total = Counter(os.path.dirname(path) for path in documents)
    stating = Counter(os.path.dirname(path) for path in documents if path in having)
    owed = {}
    for path in documents:
        folder = os.path.dirname(path)
        if path in asked:
            owed[path] = "it has an update schedule"
        elif stating[folder] >= max(_FEWEST, _SHARE * total[folder]):
            owed[path] = f"{stating[folder]} of the {total[folder]} documents in {folder or 'this folder'} have one"
    return owed
