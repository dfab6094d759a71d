"""Dates and intervals: what is read, and what is refused rather than guessed."""

import datetime

import pytest

from doclint.dates import Moment, Order, Unreadable, days_of, moment_of, names_an_event, restyled
from tests.effort import within


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("[DATE]", id="a placeholder"),
        pytest.param("YYYY-MM-DD", id="a form"),
        pytest.param("$(date)", id="a command"),
        pytest.param("Monthly", id="an interval"),
        pytest.param("12345", id="a number"),
        pytest.param("1.2.3", id="a version"),
        pytest.param("10/11/25", id="a year of two digits"),
        pytest.param("May", id="a month of no year"),
        pytest.param("2025-02-30", id="no day of the calendar"),
        pytest.param("2025-13-01", id="a thirteenth month"),
        pytest.param("31 June 2025", id="a day June has not"),
        pytest.param("10/11/2025", id="October or November"),
        pytest.param("v2025-11-10", id="a name with a date in it"),
        pytest.param("2025-11-1x", id="a date that goes on"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert isinstance(moment_of(text), Unreadable)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("2025-11-10", "2025-11-10", id="ISO"),
        pytest.param("2025/11/10", "2025-11-10", id="ISO with slashes"),
        pytest.param("20251110", "2025-11-10", id="compact"),
        pytest.param("2025-11-10T18:50:00Z", "2025-11-10", id="a moment"),
        pytest.param("2025-11-10 18:59:00 UTC", "2025-11-10", id="a time of day"),
        pytest.param("10 November 2025", "2025-11-10", id="day, month, year"),
        pytest.param("10th of Nov. 2025", "2025-11-10", id="ordinal"),
        pytest.param("10-Nov-2025", "2025-11-10", id="dashes"),
        pytest.param("Nov 10, 2025", "2025-11-10", id="American"),
        pytest.param("November 10th 2025", "2025-11-10", id="American ordinal"),
        pytest.param("Monday, 10 November 2025", "2025-11-10", id="weekday"),
        pytest.param("Sept. 3, 2025", "2025-09-03", id="four letters of a month"),
        pytest.param("10.11.2025", "2025-11-10", id="dots mean the day comes first"),
        pytest.param("13/11/2025", "2025-11-13", id="only one order is possible"),
        pytest.param("11/13/2025", "2025-11-13", id="only the other order is possible"),
        pytest.param("12/13/2025", "2025-12-13", id="the other order, in the last month"),
        pytest.param("11/11/2025", "2025-11-11", id="both orders are the same"),
        pytest.param("2025年11月10日", "2025-11-10", id="Chinese, Japanese"),
        pytest.param("`2025-11-10`", "2025-11-10", id="as code"),
        pytest.param("2026-01-12 (quarterly)", "2026-01-12", id="with an aside"),
        pytest.param("2025-11", "2025-11", id="a month"),
        pytest.param("November 2025", "2025-11", id="a named month"),
        pytest.param("Q4 2025", "2025-Q4", id="a quarter"),
        pytest.param("2025-Q1", "2025-Q1", id="a quarter, year first"),
        pytest.param("2025", "2025", id="a year"),
    ],
)
def test_a_date_is_read(text: str, day: str) -> None:
    assert str(moment_of(text)) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("lately", "is not a date", id="a word"),
        pytest.param("2025-00-01", "has no month 0", id="before the first month"),
        pytest.param("2025-13-01", "has no month 13", id="after the last month"),
        pytest.param("2025-02-29", "is not a day of the calendar", id="no leap year"),
        pytest.param("10/11/2025", "could be 2025-11-10 or 2025-10-11", id="two days"),
        pytest.param("12/11/2025", "could be 2025-11-12 or 2025-12-11", id="two days, one of the last month"),
        pytest.param("11/12/2025", "could be 2025-12-11 or 2025-11-12", id="two days, of the last month"),
    ],
)
def test_why_a_date_is_refused(text: str, why: str) -> None:
    assert moment_of(text) == Unreadable(why)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        pytest.param("10/11/2025", "day-first", "2025-11-10", id="the day"),
        pytest.param("10/11/2025", "month-first", "2025-10-11", id="the month"),
        pytest.param("12/11/2025", "month-first", "2025-12-11", id="the last month"),
        pytest.param("13/11/2025", "month-first", "2025-11-13", id="what can be no month is the day"),
    ],
)
def test_settings_say_which_number_is_the_day(text: str, order: Order, day: str) -> None:
    assert str(moment_of(text, order)) == day


@pytest.mark.parametrize(
    ("text", "first", "last", "shown"),
    [
        pytest.param("2024-02", (2024, 2, 1), (2024, 2, 29), "2024-02", id="a month"),
        pytest.param("December 2025", (2025, 12, 1), (2025, 12, 31), "2025-12", id="the last month"),
        pytest.param("Q1 2025", (2025, 1, 1), (2025, 3, 31), "2025-Q1", id="the first quarter"),
        pytest.param("Q2 2025", (2025, 4, 1), (2025, 6, 30), "2025-Q2", id="a quarter"),
        pytest.param("Q4 2025", (2025, 10, 1), (2025, 12, 31), "2025-Q4", id="the last quarter"),
        pytest.param("2025", (2025, 1, 1), (2025, 12, 31), "2025", id="a year"),
    ],
)
def test_a_date_that_names_no_day_is_all_its_days(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int], shown: str
) -> None:
    moment = moment_of(text)

    assert moment == Moment(datetime.date(*first), datetime.date(*last))
    assert str(moment) == shown


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("after each incident", None, id="an event"),
        pytest.param("each sprint", None, id="nobody knows how long"),
        pytest.param("as needed", None, id="no interval"),
        pytest.param("daily", 1, id="day"),
        pytest.param("Weekly", 7, id="week"),
        pytest.param("Bi-weekly", 14, id="two weeks"),
        pytest.param("every 2 weeks", 14, id="two weeks, counted"),
        pytest.param("Monthly", 31, id="the longest month"),
        pytest.param("every 90 days", 90, id="days"),
        pytest.param("Quarterly", 92, id="the longest quarter"),
        pytest.param("Fortnightly", 14, id="two weeks, in a word"),
        pytest.param("every two months", 62, id="a number in letters"),
        pytest.param("every three weeks", 21, id="another number in letters"),
        pytest.param("every four days", 4, id="four"),
        pytest.param("every six days", 6, id="six"),
        pytest.param("bimonthly", 62, id="two months"),
        pytest.param("semi-annually", 184, id="half a year"),
        pytest.param("half-yearly", 184, id="half a year, in a word"),
        pytest.param("once a quarter", 92, id="once"),
        pytest.param("twice a week", 4, id="twice"),
        pytest.param("twice a year", 183, id="twice, without a rest"),
        pytest.param("12 months", 366, id="a year of months"),
        pytest.param("annual", 366, id="leap year"),
        pytest.param("per year", 366, id="a year"),
        pytest.param("P90D", 90, id="ISO 8601"),
        pytest.param("P2W", 14, id="ISO 8601, weeks"),
        pytest.param("P6M", 186, id="ISO 8601, months"),
        pytest.param("P1Y", 366, id="ISO 8601, a year"),
        pytest.param("after every 10 deployments or quarterly", 92, id="an event, but at least"),
        pytest.param("monthly or quarterly", 31, id="the stricter of two"),
    ],
)
def test_an_interval_in_days(text: str, days: int | None) -> None:
    assert days_of(text) == days


def test_only_what_depends_on_events_cannot_be_checked() -> None:
    assert names_an_event("after each incident")
    assert not names_an_event("quarterly, after each incident")
    assert not names_an_event("TBD")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2025-11-10", "2026-02-03"),
        ("10 November 2025", "3 February 2026"),
        ("November 10, 2025", "February 3, 2026"),
        ("November 2025", "February 2026"),
        ("10/11/2025", ""),
    ],
)
def test_a_new_date_is_written_like_the_old_one(old: str, new: str) -> None:
    assert restyled(old, datetime.date(2026, 2, 3)) == new


@pytest.mark.parametrize("text", ["1" * 100_000, "monday " * 20_000, "every " * 20_000, "bi-" * 50_000])
def test_long_values_cost_little(text: str) -> None:
    with within(1):
        moment_of(text)
        days_of(text)
