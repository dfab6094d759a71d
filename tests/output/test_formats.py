"""Every format holds whatever a document or a file name may contain, and is what its readers take."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest

from doclint.engine import Report
from doclint.output import FORMATS, Look

from .conftest import RULES, diagnostic, large_report, nasty_report

DATA = ("json", "rdjson", "gitlab", "sarif", "sarif-all")  # their readers take text as text
CLEAN = Report(files=3, diagnostics=(), rules=RULES)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_in_a_document_acts_in_a_report(written, name: str) -> None:
    text = written(name, nasty_report(), Look(color=False, columns=100))

    acts = r"[\x00-\x08\x0b-\x1f]" if name in DATA else r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufffe]"
    assert not re.search(acts, text)
    assert not any(line.startswith("::error::") for line in text.split("\n"))


@pytest.mark.parametrize("name", FORMATS)
def test_a_clean_run_gives_a_report_too(written, name: str) -> None:
    assert written(name, CLEAN)


@pytest.mark.parametrize("name", ["text", "full", "agent", "github", "markdown"])
def test_what_it_comes_to_is_said_alike(written, name: str) -> None:
    assert "no findings in 3 documents\n" in written(name, CLEAN)
    assert "1 error in 1 document\n" in written(name, Report(files=1, diagnostics=(diagnostic(),)))


@pytest.mark.parametrize("name", ["text", "statistics", "github", "agent"])
def test_what_people_read_stays_readable_when_there_is_much(written, name: str) -> None:
    assert written(name, large_report(3000)).count("\n") < 400


def test_json_is_as_its_schema_says(written) -> None:
    schema = json.loads((Path(__file__).parents[2] / "schemas/check.json").read_text())
    value = json.loads(written("json", nasty_report()))

    jsonschema.validate(value, schema)
    assert value["summary"]["errors"] == 11
    assert bytes(next(row["path_bytes"] for row in value["findings"] if "path_bytes" in row)).endswith(b"\xe9.md")
    assert next(row["fix"] for row in value["findings"] if row["fix"])["edits"][0]["line"] == 3


def test_gitlab_tells_equal_findings_apart_without_their_lines(written) -> None:
    rows = json.loads(written("gitlab", nasty_report()))
    moved = json.loads(written("gitlab", Report(files=1, diagnostics=(diagnostic(line=4), diagnostic(line=8)))))
    before = json.loads(written("gitlab", Report(files=1, diagnostics=(diagnostic(line=3), diagnostic(line=7)))))

    assert len({row["fingerprint"] for row in rows}) == len(rows)
    assert [row["fingerprint"] for row in moved] == [row["fingerprint"] for row in before]
    assert all(row["severity"] in ("info", "minor", "major", "critical", "blocker") for row in rows)
    assert not any(row["location"]["path"].startswith(("./", "/")) for row in rows)
    assert written("gitlab", CLEAN) == "[]\n"


def test_junit_is_xml_with_a_passed_test_when_nothing_was_found(written) -> None:
    suites = ET.fromstring(written("junit", nasty_report()))
    clean = ET.fromstring(written("junit", CLEAN))

    assert suites.get("failures") == str(len(suites.findall(".//failure"))) == str(len(nasty_report().diagnostics))
    assert [case.get("name") for case in clean.iter("testcase")] == ["3 documents"]
    assert clean.get("failures") == "0"


def test_checkstyle_is_xml(written) -> None:
    root = ET.fromstring(written("checkstyle", nasty_report()))

    assert {error.get("severity") for error in root.iter("error")} == {"error", "warning", "info"}


def test_rdjson_counts_bytes_and_offers_the_fix(written) -> None:
    found = Report(files=1, diagnostics=(nasty_report().diagnostics[1], *nasty_report().diagnostics))
    rows = json.loads(written("rdjson", found))["diagnostics"]
    title = json.loads(written("rdjson", Report(files=1, diagnostics=(diagnostic(line=1, column=9),))))["diagnostics"][
        0
    ]

    assert title["location"]["range"]["start"] == {"line": 1, "column": 10}  # ï is two bytes
    assert [row["suggestions"][0]["range"]["start"]["line"] for row in rows if "suggestions" in row] == [3]


def test_github_shows_ten_of_a_kind_and_counts_the_rest(written) -> None:
    lines = written("github", large_report(30)).split("\n")

    assert sum(line.startswith("::error ") for line in lines) == 10
    assert lines[10] == "::notice title=doclint::20 more findings: see the job summary or the log"


def test_github_properties_cannot_be_forged(written) -> None:
    report = Report(files=1, diagnostics=(diagnostic(path="a,line=9::b%.md", message="50% of it"),))

    line = written("github", report).split("\n")[0]

    assert line.startswith("::error file=a%2Cline=9%3A%3Ab%25.md,line=3,col=13,")
    assert line.endswith("::50%25 of it")


@pytest.mark.parametrize(("name", "most"), [("markdown", 65_536), ("github-summary", 1_048_576)])
def test_markdown_stays_within_githubs_limits_and_says_what_is_left_out(written, name: str, most: int) -> None:
    text = written(name, large_report(20_000))

    assert len(text.encode()) < most
    assert "further findings are not shown here" in text


def test_markdown_cells_hold_what_documents_say(written) -> None:
    text = written("markdown", nasty_report())
    rows = [line for line in text.split("\n") if line.startswith("|")]

    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert "<script>" not in text
    assert "@someone" not in text


def test_the_caret_stands_under_the_place(written) -> None:
    place, source, caret = written("full", Report(files=1, diagnostics=(diagnostic(column=14),))).split("\n")[:3]

    assert place == "docs/a.md:3:14: error DL301 dead-link: gone"
    assert source.partition("| ")[2].startswith("\\tText with a [link]")
    assert caret.index("^") == source.index("[link]")


def test_a_long_line_is_shown_around_the_place(written) -> None:
    report = Report(files=1, diagnostics=(diagnostic(line=4, column=2500),))

    lines = written("full", report, Look(columns=80)).split("\n")

    assert all(len(line) <= 80 for line in lines)
    assert lines[2].count("^") == 15


def test_repeats_are_folded(written) -> None:
    report = Report(files=1, diagnostics=tuple(diagnostic(line=number) for number in range(1, 9)))

    text = written("text", report)

    assert "7 more of this on lines 2, 3, 4, 5, …" in text
    assert text.count("DL301 dead-link") == 1
