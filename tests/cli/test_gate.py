"""What makes a check fail, and that a branch has no say in it where the base is asked. On real git histories."""

import json
import subprocess

import pytest

LINK = "# A\n\nSee [x](gone.md).\n"
MORE = LINK + "\nSee [y](lost.md).\n"
STRICT = {"doclint.yaml": "select: [DL3, DL011]\n"}
BASELINE = '{"schema_version": 1, "findings": [{"path": "a.md", "rule": "DL301", "under": ["A"], "subject": "%s"}]}'


def found(ran) -> list[tuple[str, str]]:
    return [(row["rule"], row["path"]) for row in json.loads(ran.stdout)["findings"]]


@pytest.mark.parametrize(
    ("before", "change"),
    [
        pytest.param(STRICT, {"doclint.yaml": "ignore: [DL301]\n"}, id="rules ignored"),
        pytest.param(STRICT, {"doclint.yaml": "exclude: [a.md]\n"}, id="documents excluded"),
        pytest.param(STRICT, {"doclint.yaml": None}, id="settings removed, and defaults forgive"),
        pytest.param(
            {".doclint.yaml": STRICT["doclint.yaml"]}, {"doclint.yaml": "fail-on: never\n"}, id="nearer settings added"
        ),
        pytest.param(
            {}, {"pyproject.toml": "[tool.doclint]\nignore = ['DL301']\n"}, id="settings where there were none"
        ),
        pytest.param(
            {"doclint.yaml": "extends: [team/base.yaml]\n", "team/base.yaml": "select: [DL3]\n"},
            {"team/base.yaml": "severity: {DL301: info}\n"},
            id="what they extend",
        ),
        pytest.param(
            STRICT, {"doclint.yaml": "baseline: b.json\n", "b.json": BASELINE % "lost.md"}, id="a baseline named"
        ),
        pytest.param(STRICT, {".doclint-baseline.json": BASELINE % "lost.md"}, id="a baseline added"),
        pytest.param(STRICT, {"doclint.yaml": "select: [no-such-rule]\n"}, id="settings made useless"),
    ],
)
def test_a_branch_has_no_say_in_what_it_is_judged_by(repository, doclint, before, change) -> None:
    repository({"a.md": LINK, **before})
    subprocess.run(["git", "branch", "base"], check=True)
    repository({"a.md": MORE, **change})
    asked = ("check", "--new-from", "base", "--config-from", "base", "--output-format")

    ran = doclint(*asked, "json")

    assert (ran.status, [row for row in found(ran) if row[0] == "DL301"]) == (1, [("DL301", "a.md")])
    assert "DL011" not in {rule for rule, _ in found(ran)}
    assert "settings and baseline are those of base" in doclint(*asked, "text").stdout


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"b.md": "# B\n"}, [], id="nothing of the gate"),
        pytest.param({"doclint.yaml": "# why\nselect:\n  - DL3\n  - DL011\n"}, [], id="the same, written otherwise"),
        pytest.param({"a.md": "# A\n"}, [], id="a finding mended"),
        pytest.param(
            {".doclint-baseline.json": '{"schema_version": 1, "findings": []}'}, [], id="the baseline emptied"
        ),
        pytest.param(
            {"doclint.yaml": "select: [DL011]\n"}, ["changes the settings it is judged by: select"], id="rules"
        ),
        pytest.param({"doclint.yaml": None}, ["changes the settings it is judged by: select"], id="removed"),
        pytest.param(
            {".doclint-baseline.json": BASELINE % "other.md"}, ["accepts 1 more in the baseline"], id="more accepted"
        ),
        pytest.param(
            {"a.md": LINK.replace(".\n", ". <!-- doclint-disable-line DL301 -- later -->\n")},
            ["a comment of this branch excuses DL301 dead-link"],
            id="a comment",
        ),
    ],
)
def test_a_branch_that_changes_its_own_gate_is_told_of(repository, doclint, change, expected: list[str]) -> None:
    repository({"a.md": LINK, **STRICT, ".doclint-baseline.json": BASELINE % "gone.md"})
    subprocess.run(["git", "branch", "base"], check=True)
    repository(change)

    rows = json.loads(doclint("check", "--new-from", "base", "--output-format", "json").stdout)["findings"]

    told = [row["message"] for row in rows if row["rule"] == "DL011"]
    assert len(told) == len(expected)
    assert all(part in message for part, message in zip(expected, told, strict=True))


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        pytest.param("# why\n\nselect: [DL011]\nfail-on: error\n", 3, id="of the first key that differs"),
        pytest.param("extends: [base.yaml]\n", 1, id="none where another file states it"),
    ],
)
def test_the_line_that_loosens_is_named(repository, doclint, settings: str, line: int) -> None:
    repository({"a.md": LINK, "base.yaml": "\n\n\nselect: [DL011]\n", **STRICT})
    subprocess.run(["git", "branch", "base"], check=True)
    repository({"doclint.yaml": settings})

    (row,) = json.loads(doclint("check", "--new-from", "base", "--output-format", "json").stdout)["findings"]

    assert [row[key] for key in ("path", "line", "column", "end_line", "end_column")] == [
        "doclint.yaml",
        line,
        1,
        line,
        1,
    ]


@pytest.mark.parametrize("ref", ["base", "HEAD", "hash"])
def test_what_is_shown_is_said(repository, doclint, ref: str) -> None:
    repository({"a.md": LINK})
    subprocess.run(["git", "branch", "base"], check=True)
    commit = subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    named = {"base": f"{commit[:10]}, where the branch left base", "HEAD": f"HEAD ({commit[:10]})", "hash": commit[:12]}

    ran = doclint("check", "--new-from", commit[:12] if ref == "hash" else ref, "--output-format", "json")

    assert json.loads(ran.stdout)["mode"] == f"only findings new since {named[ref]}"


def test_how_bad_loosening_is_says_the_base(repository, doclint) -> None:
    repository({"a.md": LINK, "doclint.yaml": "severity: {DL011: error}\n"})
    subprocess.run(["git", "branch", "base"], check=True)
    repository({"doclint.yaml": "ignore: [DL011]\n"})

    ran = doclint("check", "--diff", "base", "--output-format", "json")

    assert (ran.status, found(ran)) == (1, [("DL011", "doclint.yaml")])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--config-from", "nowhere"), "'nowhere' is not a commit", id="no such commit"),
        pytest.param(("--config-from", "HEAD", "--config", "b.yaml"), "HEAD:b.yaml: no such file", id="no such file"),
        pytest.param(("--config-from", "HEAD", "--baseline", "b.json"), "no such file at HEAD", id="no such baseline"),
        pytest.param(("--config-from", "HEAD~1"), "HEAD~1:doclint.yaml:1", id="settings of no use there"),
    ],
)
def test_settings_a_commit_does_not_have_are_refused(
    repository, doclint, arguments: tuple[str, ...], said: str
) -> None:
    repository({"a.md": LINK, "doclint.yaml": "selekt: [DL3]\n"})
    root = repository({"doclint.yaml": "select: [DL3]\n"})
    (root / "b.yaml").write_text("select: []\n")
    (root / "b.json").write_text(BASELINE)

    ran = doclint("check", *arguments)

    assert ran.status == 2
    assert said in ran.stderr


def test_a_link_in_place_of_settings_is_not_followed_into_the_working_tree(repository, doclint, tmp_path) -> None:
    (tmp_path / "doclint.yaml").symlink_to("loose.yaml")
    repository({"a.md": LINK, "loose.yaml": "select: [DL3]\n"})

    ran = doclint("check", "--config-from", "HEAD")

    assert ran.status == 2
    assert "doclint.yaml: a symbolic link at HEAD" in ran.stderr


@pytest.mark.parametrize(
    ("settings", "arguments", "said"),
    [
        pytest.param("", [], "failed: warnings: 2 (at most 0)", id="without limits nothing may be as bad as fail-on"),
        pytest.param("fail-on: error", [], "", id="nothing as bad as that"),
        pytest.param("gate: {warnings: 2}", [], "passed: warnings: 2 (at most 2)", id="allowed"),
        pytest.param("gate: {warnings: 1}", [], "failed: warnings: 2 (at most 1)", id="more than allowed"),
        pytest.param(
            "fail-on: error\ngate: {warnings: 1}", [], "failed: warnings: 2 (at most 1)", id="a limit is a limit"
        ),
        pytest.param("fail-on: never\ngate: {warnings: 1}", [], "", id="nothing fails"),
        pytest.param(
            "gate: {warnings: 9, rules: {DL301: 1}}", [], "failed: findings of DL301: 2 (at most 1)", id="a rule"
        ),
        pytest.param(
            "gate: {warnings: 9, rules: {dead-link: 2}}",
            [],
            "passed: warnings: 2 (at most 9), findings of dead-link: 2 (at most 2)",
            id="a rule by name",
        ),
        pytest.param("", ["base"], "failed: new warnings: 1 (at most 0)", id="new: nothing may be as bad"),
        pytest.param("gate: {new-warnings: 1}", ["base"], "passed: new warnings: 1 (at most 1)", id="new: allowed"),
        pytest.param(
            "gate: {new-warnings: 1, warnings: 1}",
            ["base"],
            "failed: warnings in all: 2 (at most 1)",
            id="new and old together",
        ),
        pytest.param(
            "gate: {new-warnings: 1, rules: {DL3: 1}}",
            ["base"],
            "failed: findings of DL3: 2 (at most 1)",
            id="new and old of a family",
        ),
        pytest.param("fail-on: error\ngate: {score: 1}", ["base"], "", id="a limit of the audit is none of a check"),
    ],
)
def test_the_gate_of_a_check(repository, doclint, settings: str, arguments: list[str], said: str) -> None:
    repository({"a.md": LINK})
    subprocess.run(["git", "branch", "base"], check=True)
    repository({"a.md": MORE, "doclint.yaml": f"select: [DL3]\nseverity: {{DL301: warning}}\n{settings}\n"})
    compared = [word for ref in arguments for word in ("--new-from", ref)]

    ran = doclint("check", *compared)

    assert [line for line in ran.stdout.split("\n") if line.startswith("gate ")] == ([f"gate {said}"] if said else [])
    assert ran.status == int(said.startswith("failed"))


def test_every_report_says_what_failed(repository, doclint) -> None:
    repository({"a.md": LINK, "doclint.yaml": "gate: {errors: 0}\n"})
    said = "gate failed: errors: 1 (at most 0)"

    for name in ("text", "concise", "github", "agent", "markdown"):
        assert said in doclint("check", "--output-format", name).stdout.replace("\\", "")
    gate = json.loads(doclint("check", "--output-format", "json").stdout)["gate"]
    assert gate["status"] == "fail"
    assert gate["conditions"][0]["first"]["path"] == "a.md"


@pytest.mark.parametrize("option", ["--new-from", "--diff"])
def test_before_the_first_commit_all_is_new(tmp_path, monkeypatch, doclint, option: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(LINK)
    subprocess.run(["git", "init", "--quiet"], check=True)

    ran = doclint("check", option, "HEAD", "--output-format", "json")

    assert [row["rule"] for row in json.loads(ran.stdout)["findings"]] == ["DL301"]


@pytest.mark.parametrize("option", ["--config-from", "--new-from", "--diff"])
def test_a_commit_with_an_empty_name_is_none(repository, doclint, option: str) -> None:
    repository({"a.md": LINK})

    ran = doclint("check", f"{option}=")

    assert ran.status == 2
    assert f"{option}: no commit is named" in ran.stderr
