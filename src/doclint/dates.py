"""Dates and intervals as people write them. What could mean two days is refused, not guessed."""

import datetime
import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

Order = Literal["refuse", "day-first", "month-first"]

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_FULL_MONTH = f"(?:{'|'.join(name.capitalize() for name in _MONTHS)})"
_MONTH_OF = {name: number for number, full in enumerate(_MONTHS, 1) for name in (full, full[:3])} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(_MONTH_OF)})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (  # of dates in lower case
    rf"{_YEAR}(?P<mark>[-/.])(?P<number>\d\d?)(?P=mark)(?P<day>\d\d?)(?:[t ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?z?)?",
    rf"{_YEAR}(?P<number>\d\d)(?P<day>\d\d)",
    rf"(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    rf"{_MONTH}[\s-]+(?P<day>\d\d?)(?:st|nd|rd|th)?,?[\s-]+{_YEAR}",
    rf"{_YEAR}[\s-]+{_MONTH}[\s-]+(?P<day>\d\d?)",
    rf"{_YEAR}年(?P<number>\d\d?)月(?P<day>\d\d?)日",
    rf"(?P<day>\d\d?)\.\s?(?P<number>\d\d?)\.\s?{_YEAR}",
    rf"(?P<first>\d\d?)(?P<mark>[/-])(?P<second>\d\d?)(?P=mark){_YEAR}",
    rf"{_MONTH},?[\s-]+{_YEAR}",
    rf"{_YEAR}[-/](?P<number>\d\d)(?![-/.]?\d)",
    rf"q(?P<quarter>[1-4])[\s/-]*{_YEAR}",
    rf"{_YEAR}[\s/-]*q(?P<quarter>[1-4])",
    rf"{_YEAR}(?![-/.]\w)",
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_MAY_BE_DATE = re.compile(r"\d|q[1-4]|(?:mon|tue|wed|thu|fri|sat|sun|[jfmasond][aepuco][nbrynlgptvc])", re.IGNORECASE)


class Moment(Struct, frozen=True, gc=False):
    """A day, or the month, quarter or year that was named: `first` and `last` are the days it may be."""

    first: datetime.date
    last: datetime.date

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{self.first:%Y-%m}"
        if (self.first.month, self.last.month) == (1, 12):
            return f"{self.first:%Y}"
        return f"{self.first:%Y}-Q{self.last.month // 3}"


class Unreadable(Struct, frozen=True, gc=False):
    """Not one date; `why` completes "the date … ": `could be 10 November or 11 October`."""

    why: str


def moment_of(text: str, order: Order = "refuse") -> Moment | Unreadable:
    """
    The date a text starts with.

    Numeric dates with slashes or dashes have their day and month in either order: they are read only
    when one number is above 12, both are the same, or `order` says which comes first. With dots the
    day comes first. Two-digit years are not read.
    """
    text = text.strip(" \t\n*_`\"'()[]<>").lower()
    for number in range(len(_FORMS)) if _MAY_BE_DATE.match(text) and _A_YEAR.search(text) else ():
        if match := _form(number).match(text):
            return _moment(match.groupdict(""), order)
    return Unreadable("is not a date")


@cache
def _form(number: int) -> re.Pattern[str]:
    """Compiled when it is tried: most dates have the first form."""
    return re.compile(rf"{_WEEKDAY}(?:{_FORMS[number]})(?![\w/])")


def _moment(parts: Mapping[str, str], order: Order) -> Moment | Unreadable:
    year = int(parts["year"])
    if parts.get("first"):
        return _numeric(int(parts["first"]), int(parts["second"]), year, order)
    if parts.get("quarter"):
        month = 3 * int(parts["quarter"]) - 2
        return Moment(datetime.date(year, month, 1), _end_of_month(year, month + 2))
    name, number = parts.get("month", ""), parts.get("number", "")
    if not name and not number:
        return Moment(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    month = _MONTH_OF[name] if name else int(number)
    if not 1 <= month <= 12:
        return Unreadable(f"has no month {month}")
    if not parts.get("day"):
        return Moment(datetime.date(year, month, 1), _end_of_month(year, month))
    return _day(year, month, int(parts["day"]))


def _numeric(first: int, second: int, year: int, order: Order) -> Moment | Unreadable:
    if first == second or second > 12 or (order == "month-first" and first <= 12):
        return _day(year, first, second)
    if first > 12 or order == "day-first":
        return _day(year, second, first)
    one, other = _day(year, second, first), _day(year, first, second)
    return Unreadable(f"could be {one} or {other}")


def _day(year: int, month: int, day: int) -> Moment | Unreadable:
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return Unreadable("is not a day of the calendar")
    return Moment(date, date)


def _end_of_month(year: int, month: int) -> datetime.date:
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def restyled(text: str, date: datetime.date) -> str:
    """A date written as another one is; empty when that style is not known."""
    month = _MONTHS[date.month - 1].capitalize()
    styles = {
        r"\d{4}-\d\d-\d\d": date.isoformat(),
        rf"\d\d? {_FULL_MONTH} \d{{4}}": f"{date.day} {month} {date.year}",
        rf"{_FULL_MONTH} \d\d?, \d{{4}}": f"{month} {date.day}, {date.year}",
        rf"{_FULL_MONTH} \d{{4}}": f"{month} {date.year}",
    }
    return next((written for style, written in styles.items() if re.fullmatch(style, text)), "")


_UNIT = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
_ISO = {unit[0]: days for unit, days in _UNIT.items()}  # ISO 8601 durations, those of one unit
_ADVERBS = {
    1: "daily",
    7: "weekly",
    14: "biweekly fortnightly",
    31: "monthly",
    62: "bimonthly",
    92: "quarterly",
    184: "biannual biannually semiannual semiannually halfyearly",
    366: "yearly annual annually",
}
_ADVERB = {adverb: days for days, adverbs in _ADVERBS.items() for adverb in adverbs.split()}
_INTERVAL = re.compile(
    r"\b(?P<adverb>bi-?weekly|bi-?monthly|bi-?annual(?:ly)?|semi-?annual(?:ly)?|half-?yearly|fortnightly"
    r"|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?)\b"
    r"|\b(?P<times>once|twice)\s+(?:a|per|each|every)\s+(?P<per>day|week|month|quarter|year)\b"
    r"|\b(?:every|each|per)\s+(?:(?P<count>\d{1,3}|two|three|four|six)[\s-]+)?(?P<unit>day|week|month|quarter|year)s?\b"
    r"|\bP(?P<iso>\d{1,4})(?P<iso_unit>[DWMY])\b"
    r"|^\s*(?P<bare>\d{1,3})[\s-]*(?P<bare_unit>day|week|month|quarter|year)s?\b",
    re.IGNORECASE,
)
_EVENT = re.compile(r"\b(?:after|on|upon|when|with|before|per|as|each|every|post)\b", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "six": 6}


def days_of(text: str) -> int | None:
    """
    The longest time an interval allows, in days; None when it names no stretch of time ("after each incident").

    A month is 31 days, a quarter 92, half a year 184, a year 366. Of several the shortest holds.
    """
    return min(map(_days, _INTERVAL.finditer(text)), default=None)


def _days(match: re.Match[str]) -> int:
    if match["adverb"]:
        return _ADVERB[match["adverb"].lower().replace("-", "")]
    if match["times"]:
        length = _UNIT[match["per"].lower()]
        return length if match["times"].lower() == "once" else -(-length // 2)
    if match["iso"]:
        return _days_of(int(match["iso"]), _ISO[match["iso_unit"].lower()])
    count = match["count"] or match["bare"] or "1"
    length = _UNIT[(match["unit"] or match["bare_unit"]).lower()]
    return _days_of(_COUNTS.get(count.lower()) or int(count), length)


def _days_of(number: int, length: int) -> int:
    return 366 if (number, length) == (12, 31) else number * length


def names_an_event(text: str) -> bool:
    """Does an interval depend on something that happens, so that no date can tell whether it was kept?"""
    return days_of(text) is None and _EVENT.search(text) is not None
