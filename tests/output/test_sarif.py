"""SARIF: the schema, GitHub's rules written out here, and Microsoft's validator where it is installed."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from msgspec.structs import replace

from doclint.engine import Report
from doclint.output.linehash import line_hashes
from doclint.output.sarif import left_out
from tests.corpus import PHASE, needs_corpus

from .conftest import RULES, TEXT, diagnostic, large_report, nasty_report

SCHEMA = json.loads((Path(__file__).parents[1] / "data/sarif-2.1.0.json").read_text())
URI = re.compile(r"(?!\./|/)(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")
MULTITOOL = os.environ.get("SARIF_MULTITOOL") or shutil.which("Sarif.Multitool")


def github_objections(log: dict[str, Any]) -> Iterator[str]:
    """What GitHub code scanning would reject, drop or misread."""
    if len(log["runs"]) != 1:
        yield "not one run"
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        if not driver.get("name") or not driver.get("rules"):
            yield "a driver without name or rules"
        for rule in driver.get("rules", ()):
            yield from _rule_objections(rule)
        if len(run["results"]) > 5000:
            yield "more results than are shown"
        for result in run["results"]:
            yield from _result_objections(result, driver["rules"])


def _rule_objections(rule: dict[str, Any]) -> Iterator[str]:
    for text in (rule["id"], rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"]):
        if not text.strip():
            yield f"{rule['id']}: an empty text"
    if max(len(rule["shortDescription"]["text"]), len(rule["fullDescription"]["text"])) > 1024:
        yield f"{rule['id']}: a description of more than 1,024 characters"
    if len(rule["name"]) > 255 or not rule["help"]["markdown"]:
        yield f"{rule['id']}: name or help"
    if rule["defaultConfiguration"]["level"] not in ("note", "warning", "error"):
        yield f"{rule['id']}: level"
    properties = rule["properties"]
    if properties["precision"] not in ("very-high", "high", "medium", "low") or len(properties["tags"]) > 10:
        yield f"{rule['id']}: precision or tags"
    if (
        properties["problem.severity"] not in ("error", "warning", "recommendation")
        or "security-severity" in properties
    ):
        yield f"{rule['id']}: severity"


def _result_objections(result: dict[str, Any], rules: list[dict[str, Any]]) -> Iterator[str]:
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield "ruleIndex"
    if not result["message"]["text"].strip() or result["level"] not in ("note", "warning", "error"):
        yield "message or level"
    if len(result["locations"]) != 1 or len(result.get("relatedLocations", ())) > 100:
        yield "locations"
    for location in (*result["locations"], *result.get("relatedLocations", ())):
        place = location["physicalLocation"]
        if not URI.fullmatch(place["artifactLocation"]["uri"]) or ".." in place["artifactLocation"]["uri"].split("/"):
            yield f"uri {place['artifactLocation']['uri']}"
        region = place["region"]
        if not 1 <= region["startLine"] <= region["endLine"] or min(region["startColumn"], region["endColumn"]) < 1:
            yield "region"
    region = result["locations"][0]["physicalLocation"]["region"]
    if region["startLine"] != region["endLine"] or region["endColumn"] < region["startColumn"]:
        yield "a region of several lines: shown only if all of them are in the diff"
    if not re.fullmatch(r"[0-9a-f]+:\d+", result["partialFingerprints"]["primaryLocationLineHash"]):
        yield "fingerprint"


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(Report(files=3, diagnostics=(), rules=RULES), id="nothing found"),
        pytest.param(nasty_report(), id="everything that can go wrong"),
        pytest.param(large_report(6000), id="more than GitHub shows"),
    ],
)
def test_sarif_is_accepted(written, tmp_path: Path, report: Report) -> None:
    text = written("sarif", report)
    log = json.loads(text)

    jsonschema.Draft202012Validator(SCHEMA).validate(log)
    assert list(github_objections(log)) == []
    if MULTITOOL:
        assert _multitool(tmp_path, text) == []


def test_with_everything_each_result_says_why_it_is_not_shown(written) -> None:
    new, old, excused, accepted = (diagnostic(column=column) for column in (1, 2, 3, 4))
    report = Report(
        files=1,
        diagnostics=(new,),
        old=(old,),
        suppressed=(replace(excused, excuse="in release 2"),),
        baselined=(accepted,),
        rules=RULES,
    )

    log = json.loads(written("sarif-all", report))

    jsonschema.Draft202012Validator(SCHEMA).validate(log)
    marks = [(row.get("baselineState"), row.get("suppressions")) for row in log["runs"][0]["results"]]
    assert marks == [
        ("new", None),
        ("unchanged", None),
        (None, [{"kind": "inSource", "status": "accepted", "justification": "in release 2"}]),
        (None, [{"kind": "external", "status": "accepted", "justification": "accepted by the baseline"}]),
    ]
    assert len(json.loads(written("sarif", report))["runs"][0]["results"]) == 1


def test_the_checker_objects_to_what_github_rejects(written) -> None:
    log = json.loads(written("sarif", nasty_report()))
    results = log["runs"][0]["results"]
    results[0]["message"]["text"] = " "
    results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "./a.md"
    results[2]["level"] = "info"
    results[3]["partialFingerprints"]["primaryLocationLineHash"] = "x"

    assert len(list(github_objections(log))) == 4


def test_more_results_than_github_shows_are_counted_aloud(written) -> None:
    run = json.loads(written("sarif", large_report(6000)))["runs"][0]

    assert len(run["results"]) == 5000
    assert left_out(large_report(6000)).startswith("1,000 findings are not in this file")
    assert left_out(large_report(5000)) == ""
    assert (
        "1,000 findings are not in this file"
        in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    )


def test_the_fingerprint_is_githubs_own_and_paths_are_the_bytes_of_the_name(written) -> None:
    results = json.loads(written("sarif", nasty_report()))["runs"][0]["results"]
    hashes = line_hashes(TEXT.encode())

    paths = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert "docs/not UTF-8: \udce9.md".encode(errors="surrogateescape") in map(unquote_to_bytes, paths)
    for result in results:
        line = result["locations"][0]["physicalLocation"]["region"]["startLine"]
        if line in hashes and result["ruleId"] != "DL001":
            assert result["partialFingerprints"]["primaryLocationLineHash"] == hashes[line]


def test_one_result_per_rule_and_line_says_all(written) -> None:
    report = Report(files=1, diagnostics=(diagnostic(message="a"), diagnostic(message="b", column=40)), rules=RULES)

    (result,) = json.loads(written("sarif", report))["runs"][0]["results"]

    assert result["message"]["text"] == "a. Also: b"


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        pytest.param("", ["c129715d7a2bc9a3:1"], id="empty"),
        pytest.param(
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
            id="blanks do not count",
        ),
        pytest.param("\n\n", ["c129715d7a2bc9a3:1"], id="the last line is the end"),
    ],
)
def test_line_hashes_are_those_of_github(text: str, hashes: list[str]) -> None:
    assert list(line_hashes(text.encode()).values())[-len(hashes) :] == hashes


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends_do_not_change_a_line_hash(end: str) -> None:
    assert line_hashes(f"x = 2{end}x = 1{end}".encode()) == line_hashes(b"x = 2\nx = 1\n")


def test_equal_lines_are_numbered_and_a_line_above_changes_nothing() -> None:
    row = "same" * 30 + "\n"
    same = [value.split(":") for value in line_hashes((row * 4).encode()).values()]

    assert [number for value, number in same if value == same[0][0]] == ["1", "2", "3", "4"]
    assert list(line_hashes(("new\n" + TEXT).encode()).values())[1:] == list(line_hashes(TEXT.encode()).values())


def _multitool(folder: Path, text: str) -> list[str]:
    (folder / "x.sarif").write_text(text)
    command = [str(MULTITOOL), "validate", "x.sarif", "--rule-kind", "Sarif;Ghas"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "Analysis completed successfully" in done.stdout
    return [line for line in done.stdout.split("\n") if re.search(r": (error|warning) ", line)]


@needs_corpus
def test_sarif_of_a_real_set_is_accepted(tmp_path: Path, doclint, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PHASE, tmp_path / "set")
    monkeypatch.chdir(tmp_path / "set")

    text = doclint("check", "--today", "2026-11-21", "--output-format", "sarif").stdout

    log = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(log)
    assert list(github_objections(log)) == []
    assert len(log["runs"][0]["results"]) > 500
    if MULTITOOL:
        assert _multitool(tmp_path, text) == []
