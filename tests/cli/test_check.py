"""doclint check as a user meets it: exit status, where things are printed, what is said of mistakes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "# Title\n\n## Part\n\nText.\n"
BAD = "# Title\n\n### Part\n\nText.\n"
ONLY = ("--select", "DL101")


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        pytest.param(GOOD, [], 0, id="clean"),
        pytest.param(BAD, [], 1, id="a warning"),
        pytest.param(BAD, ["--fail-on", "error"], 0, id="a warning, and only errors fail"),
        pytest.param(BAD, ["--fail-on", "never"], 0, id="nothing fails"),
        pytest.param(BAD, ["--exit-zero"], 0, id="exit zero"),
        pytest.param(BAD, ["--ignore", "heading-increment"], 0, id="ignored"),
        pytest.param(BAD, ["x.md"], 1, id="a file"),
        pytest.param(BAD, ["."], 1, id="a folder"),
        pytest.param(BAD, ["gone.md"], 2, id="a file that is not there"),
        pytest.param(BAD, ["x.md", "/etc/hostname"], 2, id="a file outside"),
        pytest.param(BAD, ["empty"], 2, id="a folder without documents"),
        pytest.param(BAD, ["--exclude", "*.md"], 2, id="everything excluded"),
        pytest.param(BAD, ["x.md", "--exclude", "*.md"], 0, id="a file handed over by a hook and excluded"),
        pytest.param(BAD, ["--select", "DL999"], 2, id="unknown rule"),
        pytest.param(BAD, ["--output-format", "jsn"], 2, id="unknown format"),
        pytest.param(BAD, ["--output-format", "json", "--output-format", "text"], 2, id="two formats on one output"),
        pytest.param(BAD, ["--today", "soon"], 2, id="no date"),
        pytest.param(BAD, ["--config", "gone.yaml"], 2, id="no settings file"),
        pytest.param(BAD, ["--nope"], 2, id="unknown option"),
    ],
)
def test_the_exit_status_says_what_happened(project, doclint, text: str, arguments: list[str], status: int) -> None:
    root = project({"x.md": text})
    (root / "empty").mkdir()

    ran = doclint("check", *ONLY, *arguments)

    assert ran.status == status, ran
    assert (ran.stderr != "") is (status == 2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["chek"], "no command 'chek'; did you mean 'check'?", id="command"),
        pytest.param(["check", "--output-format", "jsn"], "no format 'jsn'; did you mean 'json'?", id="format"),
        pytest.param(["check", "--selct", "x"], "--select", id="option"),
        pytest.param(["check", "--ignore", "heading-incremnt"], "did you mean 'heading-increment'?", id="rule"),
        pytest.param(["explain", "heading-incremnt"], "did you mean 'heading-increment'?", id="rule to explain"),
        pytest.param(["check", "a\nb\x1b[31m"], "a\\nb\\x1b[31m: no such file", id="control characters"),
    ],
)
def test_a_mistyped_name_is_answered_with_the_nearest(project, doclint, arguments: list[str], said: str) -> None:
    project({"x.md": GOOD})

    ran = doclint(*arguments)

    assert ran.status == 2
    assert said in ran.stderr
    assert ran.stdout == ""


def test_settings_mistakes_are_shown_all_at_once(project, doclint) -> None:
    project({"x.md": GOOD, "doclint.yaml": "ignor: []\nselect: DL1\n"})

    ran = doclint("check")

    assert ran.status == 2
    assert [line.split(": ")[1] for line in ran.stderr.splitlines()] == ["doclint.yaml:1:1", "doclint.yaml:2:9"]
    assert doclint("check", "--no-config").status == 0


def test_the_environment_mirrors_options(project, doclint, monkeypatch: pytest.MonkeyPatch) -> None:
    project({"x.md": BAD})
    monkeypatch.setenv("DOCLINT_SELECT", "DL101,DL002")
    monkeypatch.setenv("DOCLINT_OUTPUT_FORMAT", "json")
    monkeypatch.setenv("DOCLINT_FAIL_ON", "error")

    ran = doclint("check")

    assert [finding["rule"] for finding in json.loads(ran.stdout)["findings"]] == ["DL101"]
    assert ran.status == 0


def test_several_reports_are_written_in_one_run(project, doclint) -> None:
    root = project({"x.md": BAD})

    ran = doclint("check", *ONLY, "--output-format", "json:found.json", "--output-format", "concise")

    assert json.loads((root / "found.json").read_text())["summary"]["warnings"] == 1
    assert ran.stdout.startswith("x.md:3:1: warning DL101 heading-increment: h1 is followed by h3\n")


def test_an_agent_is_given_what_it_reads_best(project, doclint, monkeypatch: pytest.MonkeyPatch) -> None:
    project({"x.md": BAD})
    monkeypatch.setenv("CLAUDECODE", "1")

    assert "x.md:3:1" in doclint("check", *ONLY).stdout
    assert doclint("check", *ONLY, "--output-format", "json").stdout.startswith("{")


@pytest.mark.parametrize(
    ("environment", "arguments", "colored"),
    [
        pytest.param({}, [], False, id="no terminal"),
        pytest.param({"FORCE_COLOR": "1"}, [], True, id="forced"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False, id="forbidden beats forced"),
        pytest.param({"NO_COLOR": "1"}, ["--color", "always"], True, id="asked for"),
        pytest.param({"FORCE_COLOR": "1"}, ["--color", "never"], False, id="not asked for"),
    ],
)
def test_colour_is_for_those_who_want_it(
    project, doclint, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], arguments: list[str], colored: bool
) -> None:
    project({"x.md": BAD})
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert ("\x1b[" in doclint("check", *ONLY, *arguments).stdout) is colored


def test_a_single_file_is_checked_against_the_whole_project(project, doclint) -> None:
    project({"a.md": "# A\n\n[b](b.md#gone)\n", "b.md": "# B\n\n## There\n"})

    for asked in ("a.md", "b.md"):
        found = json.loads(doclint("check", asked, "--select", "DL302", "--output-format", "json").stdout)
        assert [finding["path"] for finding in found["findings"]] == ["a.md"], asked
        assert found["summary"]["files"] == 1


def test_paths_are_relative_to_the_project_wherever_one_stands(project, doclint, monkeypatch) -> None:
    root = project({"docs/x.md": BAD})
    monkeypatch.chdir(root / "docs")

    assert doclint("check", "x.md", *ONLY, "--output-format", "concise").stdout.startswith("docs/x.md:3:1:")


def test_a_reader_that_stops_reading_is_no_failure_of_ours(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("# T\n\n### P\n\n" * 5000)

    command = [sys.executable, "-m", "doclint", "check", "--select", "DL101", "--output-format", "concise"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        first = running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()

    assert first.startswith("x.md:3:1")
    assert said == ""


def test_our_own_failure_is_said_without_a_traceback(project, doclint, monkeypatch: pytest.MonkeyPatch) -> None:
    project({"x.md": GOOD})

    def explode(*arguments: object, **named: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("doclint.engine.inspect", explode)

    ran = doclint("check")

    assert ran.status == 2
    assert ran.stderr.startswith("doclint: internal error: ZeroDivisionError: boom\n")


def test_help_does_not_import_the_engine(tmp_path: Path) -> None:
    code = (
        "import sys; from doclint.cli import group; group(['check', '-h'], standalone_mode=False); print(*sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"doclint.engine", "doclint.rules", "yaml", "markdown_it", "pathspec", "jinja2", "httpx"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--output-format", "json:/nowhere/x.json"], "/nowhere/x.json: No such file", id="no such folder"),
        pytest.param(["--output-format", "json:/dev/full"], "/dev/full: No space left on device", id="a full disk"),
        pytest.param(["--baseline", "/dev/zero"], "not a regular file", id="an endless baseline"),
        pytest.param(["--config", "/dev/zero"], "not a regular file", id="endless settings"),
        pytest.param(["--config", "loop.yaml"], "loop.yaml: no such file", id="settings that link to themselves"),
    ],
)
def test_a_place_that_cannot_be_used_is_said(project, doclint, arguments: list[str], said: str) -> None:
    root = project({"x.md": GOOD})
    (root / "loop.yaml").symlink_to("loop.yaml")

    ran = doclint("check", *ONLY, *arguments)

    assert ran.status == 2
    assert said in ran.stderr


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("b.md", ["a.md:#part", "b.md:gone.md"], id="in place of a file"),
        pytest.param("new/c.md", ["new/c.md:gone.md"], id="a file that is not there yet"),
    ],
)
def test_standard_input_is_checked_as_a_file_of_the_project(project, name: str, expected: list[str]) -> None:
    root = project({"a.md": "# A\n\n[b](b.md#part)\n", "b.md": "# B\n\n## Part\n"})
    command = [sys.executable, "-m", "doclint", "check", "--select", "DL301,DL302", "--output-format", "json"]

    done = subprocess.run(
        [*command, "--stdin-filename", name], cwd=root, input=b"# B\n\n[x](gone.md)\n", capture_output=True, check=False
    )

    found = json.loads(done.stdout)["findings"]
    assert [f"{row['path']}:{row['subject'].replace('b.md#', '#')}" for row in found] == expected


@pytest.mark.parametrize(
    ("raw", "more", "rules"),
    [
        pytest.param("# B\n".encode("utf-16"), ["--ignore", "DL002"], [], id="asked not to be told"),
        pytest.param("# B\n".encode("utf-16"), [], ["DL002"], id="not UTF-8"),
        pytest.param(bytes(range(9)) * 9, [], ["DL003"], id="no text"),
        pytest.param(b"# B\n" * 999, [], ["DL004"], id="too large"),
        pytest.param(b"# B\n", [], ["DL001"], id="unreadable"),
    ],
)
def test_what_was_not_checked_is_told_whatever_is_selected(project, doclint, monkeypatch, raw, more, rules) -> None:
    root = project({"a.md": "# A\n", "doclint.yaml": "max-file-size: 2000\n"})
    (root / "b.md").write_bytes(raw)
    if rules == ["DL001"]:  # no permission keeps root from reading

        def refused(*_: object) -> bytes:
            raise PermissionError("Permission denied")

        (root / "a.md").unlink()
        monkeypatch.setattr("doclint.files.discover._read", refused)

    ran = doclint("check", "--select", "DL3", *more, "--output-format", "json", "--jobs", "1", "--no-cache")

    assert [finding["rule"] for finding in json.loads(ran.stdout)["findings"]] == rules
    assert ran.status == (1 if rules else 0)


def test_a_rule_that_fails_is_told_whatever_is_selected(project, doclint, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a defect")

    project({"a.md": "# A\n\n[x](gone.md)\n"})
    monkeypatch.setattr("doclint.links.graph.Resolver", fail)

    ran = doclint("check", "--select", "DL301", "--jobs", "1", "--no-cache")

    assert ran.status == 2
    assert "DL009" in ran.stdout
