"""A pull request on a set with old findings, a real and a small one: every report shows what it brings."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.corpus import PHASE, needs_corpus

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "examples/failing"
FORMATS = ("json", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "agent", "concise")


@pytest.fixture(params=[pytest.param(SMALL, id="small"), pytest.param(PHASE, id="31 documents", marks=needs_corpus)])
def changed(repository, doclint, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A branch that adds a dead link, mends another, and deletes a heading that an unchanged document links to."""
    shutil.copytree(request.param, tmp_path, dirs_exist_ok=True)
    (tmp_path / "doclint.yaml").unlink(missing_ok=True)
    repository({"link.md": "# Link\n\n[the part](target.md#part)\n", "target.md": "# Target\n\n## Part\n\nText.\n"})
    subprocess.run(["git", "branch", "before"], check=True)
    dead = json.loads(doclint("check", "--select", "DL301", "--output-format", "json").stdout)["findings"][0]
    mended = tmp_path / dead["path"]
    page = max((place for place in tmp_path.rglob("*.md") if place != mended), key=lambda place: place.stat().st_size)
    link = re.compile(rf"\[([^\]]*)\]\({re.escape(dead['subject'])}\)")
    repository(
        {
            dead["path"]: link.sub(r"\1", mended.read_text(), count=1),
            page.relative_to(tmp_path).as_posix(): page.read_text().rstrip() + " See [the new page](NEW_PAGE.md).\n",
            "target.md": "# Target\n\n## Other\n\nText.\n",
        }
    )
    return tmp_path


def test_a_pull_request_shows_what_it_brings_and_all_reports_agree(changed: Path, doclint, monkeypatch) -> None:
    outputs = [word for name in FORMATS for word in ("--output-format", f"{name}:out.{name}")]
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(changed / "out.summary"))
    rules = ("--ignore", "DL508,DL509", "--today", "2026-11-22")  # the change leaves the dates as they were
    everything = json.loads(doclint("check", *rules, "--output-format", "json").stdout)["findings"]

    ran = doclint("check", *rules, "--new-from", "before", *outputs, "--output-format", "github")

    found = json.loads((changed / "out.json").read_text())
    subjects = {"DL301": "NEW_PAGE.md", "DL302": "target.md#part"}
    assert sorted((row["rule"], row["subject"]) for row in found["findings"]) == sorted(subjects.items())
    assert found["summary"]["baselined"] == len(everything) - 2 > 5
    assert ran.status == 1
    places = {(row["path"], row["line"]) for row in found["findings"]}
    assert _places(changed, ran.stdout) == dict.fromkeys((*FORMATS, "github", "summary"), places)


def _places(root: Path, annotations: str) -> dict[str, set[tuple[str, int]]]:
    """Path and line of every finding, by format."""

    def text(name: str) -> str:
        return (root / f"out.{name}").read_text()

    def of_text(pattern: str, source: str) -> set[tuple[str, int]]:
        return {(path.replace("\\", ""), int(line)) for path, line in re.findall(pattern, source, re.MULTILINE)}

    results = json.loads(text("sarif"))["runs"][0]["results"]
    located = [result["locations"][0]["physicalLocation"] for result in results]
    return {
        "json": {(row["path"], row["line"]) for row in json.loads(text("json"))["findings"]},
        "sarif": {(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in located},
        "gitlab": {(row["location"]["path"], row["location"]["lines"]["begin"]) for row in json.loads(text("gitlab"))},
        "junit": {(case.get("file"), int(case.get("line"))) for case in ET.fromstring(text("junit")).iter("testcase")},
        "checkstyle": {
            (file.get("name"), int(error.get("line")))
            for file in ET.fromstring(text("checkstyle")).iter("file")
            for error in file.iter("error")
        },
        "rdjson": {
            (row["location"]["path"], row["location"]["range"]["start"]["line"])
            for row in json.loads(text("rdjson"))["diagnostics"]
        },
        "markdown": of_text(r"^\| \S+ \| ([^|]+?):(\d+) \|", text("markdown")),
        "summary": of_text(r"^\| \S+ \| ([^|]+?):(\d+) \|", text("summary")),
        "agent": of_text(r"^(\S+?):(\d+):\d+ \|", text("agent")),
        "concise": of_text(r"^(\S+?):(\d+):\d+: ", text("concise")),
        "github": of_text(r"^::\w+ file=([^,]+),line=(\d+),", annotations),
    }
