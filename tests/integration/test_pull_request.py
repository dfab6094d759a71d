"""A pull request on a real documentation set with hundreds of old findings: every report shows only what it brings."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[3] / "shared/corpus/novacron-phase6"
FORMATS = ("json", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "agent", "concise")

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the documents to measure on are not beside the repository")


@pytest.fixture
def changed(repository, doclint, tmp_path: Path) -> Path:
    """A branch that adds a dead link, mends another, and deletes a heading that an unchanged document links to."""
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    repository({"link.md": "# Link\n\n[the part](target.md#part)\n", "target.md": "# Target\n\n## Part\n\nText.\n"})
    subprocess.run(["git", "branch", "before"], check=True)
    dead = json.loads(doclint("check", "--select", "DL301", "--output-format", "json").stdout)["findings"][0]
    page, longest = tmp_path / dead["path"], max(tmp_path.rglob("*.md"), key=lambda place: place.stat().st_size)
    repository(
        {
            dead["path"]: page.read_text().replace(f"]({dead['subject']})", f"]({page.name})", 1),
            longest.relative_to(tmp_path).as_posix(): longest.read_text() + "\nSee [the new page](NEW_PAGE.md).\n",
            "target.md": "# Target\n\n## Other\n\nText.\n",
        }
    )
    return tmp_path


def test_a_pull_request_shows_what_it_brings_and_all_reports_agree(changed: Path, doclint) -> None:
    outputs = [word for name in FORMATS for word in ("--output-format", f"{name}:out.{name}")]
    rules = ("--select", "DL3", "--today", "2026-11-22")
    everything = json.loads(doclint("check", *rules, "--output-format", "json").stdout)["findings"]

    ran = doclint("check", *rules, "--new-from", "before", *outputs, "--output-format", "github")

    found = json.loads((changed / "out.json").read_text())
    assert [(row["rule"], row["subject"]) for row in found["findings"]] == [
        ("DL301", "NEW_PAGE.md"),
        ("DL302", "target.md#part"),
    ]
    assert found["summary"]["baselined"] == len(everything) - 2 > 40
    assert ran.status == 1
    places = {(row["path"], row["line"]) for row in found["findings"]}
    assert _places(changed, ran.stdout) == dict.fromkeys((*FORMATS, "github"), places)


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
        "agent": of_text(r"^(\S+?):(\d+):\d+ \|", text("agent")),
        "concise": of_text(r"^(\S+?):(\d+):\d+: ", text("concise")),
        "github": of_text(r"^::\w+ file=([^,]+),line=(\d+),", annotations),
    }
