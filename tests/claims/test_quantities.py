"""Quantities as people write them in reports."""

import pytest

from doclint.claims.quantities import quantities


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-10",
        "Phase 6",
        "Phases 1-5",
        "Python 3.11",
        "at 8:00",
        "v1.2.3",
        "p95",
        "SEV-1",
        "step 3",
        "RFC 9110",
        "port 8080",
        "Q3",
        "x86_64",
        "$7,000 a month",
        "one guide",
        "a one-time cost",
        "thousands of lines",
        "often written",
        "of the five",
        "3.2 Restore the data",
        "5th edition",
        "on 3 May 2025",
        "weeks 3 and 4",
        "2/3",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "comparator", "low", "high", "measure", "noun"),
    [
        ("22,106 total lines of text", "=", 22106, None, "lines", "lines"),
        ("8,000+ lines", ">=", 8000, None, "lines", "lines"),
        ("~2.5k lines", "~", 2500, None, "lines", "lines"),
        ("over 50 pages", ">", 50, None, "count", "pages"),
        ("up to 5 retries", "<=", 5, None, "count", "retries"),
        ("~163KB", "~", 163_000, None, "bytes", ""),
        ("1.2 MB", "=", 1_200_000, None, "bytes", ""),
        ("3 KiB", "=", 3_000, None, "bytes", ""),
        ("2 megabytes", "=", 2_000_000, None, "bytes", ""),
        ("4 kilobytes", "=", 4_000, None, "bytes", ""),
        ("512 bytes", "=", 512, None, "bytes", ""),
        ("10-12 files in docs", "=", 10, 12, "count", "files"),
        ("between 10 and 12 files", "=", 10, 12, "count", "files"),
        ("no fewer than 40 lines", ">=", 40, None, "lines", "lines"),
        ("not more than 40 lines", "<=", 40, None, "lines", "lines"),
        ("does not exceed 40 lines", "<=", 40, None, "lines", "lines"),
        ("longer than 40 lines", ">", 40, None, "lines", "lines"),
        ("twelve guides", "=", 12, None, "count", "guides"),
        ("Twenty-four guides", "=", 24, None, "count", "guides"),
        ("one hundred and twenty lines", "=", 120, None, "lines", "lines"),
        ("two thousand five hundred words", "=", 2500, None, "words", "words"),
        ("at least a dozen pages", ">=", 12, None, "count", "pages"),
        ("3 dozen pages", "=", 36, None, "count", "pages"),
        ("1.5 million rows", "=", 1_500_000, None, "count", "rows"),
        ("zero errors", "=", 0, None, "count", "errors"),
        ("seven", "=", 7, None, "scalar", ""),
        ("2 gigabytes", "=", 2_000_000_000, None, "bytes", ""),
        ("5 kB", "=", 5_000, None, "bytes", ""),
        ("fell by -25%", "=", 25, None, "percent", ""),
        ("12-10 files", "=", 12, None, "count", "files"),
        ("10-12+ files", ">=", 10, 12, "count", "files"),
        ("≈ 30 pages", "~", 30, None, "count", "pages"),
        ("about 30 pages", "~", 30, None, "count", "pages"),
        ("at most 30 pages", "<=", 30, None, "count", "pages"),
        ("1.2k+ lines", ">=", 1200, None, "lines", "lines"),
        ("40 successfully migrated pages", "=", 40, None, "count", "pages"),
        ("5-phase improvement cycle", "=", 5, None, "count", "phase"),
        ("50+ Q&A", ">=", 50, None, "count", "Q&A"),
        ("5 documented issues", "=", 5, None, "count", "issues"),
        ("12 files created", "=", 12, None, "count", "files"),
        ("6 files focus on restore", "=", 6, None, "count", "files"),
        ("900 tests LOC", "=", 900, None, "lines", "LOC"),
        ("99.98% pass rate", "=", 99.98, None, "percent", ""),
        ("80%+ of questions", ">=", 80, None, "percent", ""),
        ("<5 minutes", "<", 5, None, "duration", "minutes"),
        ("143,012 words", "=", 143012, None, "words", "words"),
    ],
)
def test_a_quantity(text: str, comparator: str, low: float, high: float | None, measure: str, noun: str) -> None:
    found = quantities(text)

    assert [(one.comparator, one.low, one.high, one.measure, one.noun) for one in found] == [
        (comparator, low, high, measure, noun)
    ]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("99.98% pass rate", "pass rate"),
        ("5-phase improvement cycle", "phase improvement cycle"),
        ("12 files created", "files"),
        ("5 lines of code", "lines"),
        ("7 minutes of work", "minutes"),
    ],
)
def test_the_phrase_behind_a_number(text: str, phrase: str) -> None:
    assert [one.phrase for one in quantities(text)] == [phrase]


def test_several_in_one_line() -> None:
    found = quantities("9 documents (9,535 lines), 163 KB")

    assert [text[1] for text in [(0, one.number) for one in found]] == ["9", "9,535", "163"]
