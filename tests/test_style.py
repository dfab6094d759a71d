"""Formatting rules are rumdl's: run when asked for, then like any other rule."""

import json
import sys
from pathlib import Path

import pytest

TEXT = "# Tïtle 🙂   \n\n\n\ntext\r\n"

pytestmark = pytest.mark.skipif(
    not Path(sys.executable).with_name("rumdl").exists(), reason="rumdl is not installed: pip install 'doclint[style]'"
)


def found(ran) -> list[tuple[str, int, int]]:
    return [(row["rule"], row["line"], row["column"]) for row in json.loads(ran.stdout)["findings"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param([], [], id="not asked for"),
        pytest.param(["--select", "ALL", "--ignore", "DL"], [], id="all is all of ours"),
        pytest.param(["--select", "MD009"], [("MD009", 1, 10)], id="one"),
        pytest.param(["--select", "md009,MD012"], [("MD009", 1, 10), ("MD012", 3, 1), ("MD012", 4, 1)], id="two"),
        pytest.param(["--select", "MD012", "--ignore", "MD"], [], id="ignored"),
    ],
)
def test_formatting_rules_run_when_they_are_asked_for(project, doclint, arguments: list[str], expected) -> None:
    project({})
    Path("a.md").write_bytes(TEXT.encode())

    assert found(doclint("check", *arguments, "--output-format", "json")) == expected


def test_they_are_suppressed_graded_and_configured_like_ours(project, doclint) -> None:
    line = "long " * 22
    project(
        {
            "a.md": f"# A\n\n{line.strip()}\n\n<!-- doclint-disable-next-line MD013 -- a table -->\n{line.strip()}\n",
            "doclint.yaml": "select: [MD013, DL005]\nrules: {MD013: {line-length: 100}}\nseverity: {MD: info}\n",
        }
    )

    ran = doclint("check", "--output-format", "json")

    assert found(ran) == [("MD013", 3, 101)]
    assert json.loads(ran.stdout)["findings"][0]["severity"] == "info"
    assert ran.status == 0


def test_their_fixes_are_made_with_the_line_ends_of_the_file(project, doclint) -> None:
    project({})
    Path("a.md").write_bytes("\ufeff# Tïtle 🙂   \r\ntext\r\n".encode())

    doclint("fix", "--select", "MD009,MD022")

    assert Path("a.md").read_bytes() == "\ufeff# Tïtle 🙂\r\n\r\ntext\r\n".encode()


def test_without_rumdl_they_are_refused_aloud(project, doclint, monkeypatch: pytest.MonkeyPatch) -> None:
    project({"a.md": TEXT})
    monkeypatch.setattr("doclint.style.sys.executable", "/nowhere/python")
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("doclint.style._known_rules", __import__("doclint.style").style._known_rules.__wrapped__)

    ran = doclint("check", "--select", "MD013")

    assert ran.status == 2
    assert "pip install 'doclint[style]'" in ran.stderr


def test_tools_for_code_blocks_are_never_run(project, doclint) -> None:
    project(
        {
            "a.md": "# A\n\n```python\nx=1\n```\n",
            ".rumdl.toml": "[code-block-tools]\nenabled = true\n"
            '[code-block-tools.languages]\npython = { lint = ["evil"] }\n'
            '[code-block-tools.tools.evil]\ncommand = ["touch", "ran"]\n',
        }
    )

    doclint("check", "--select", "MD")

    assert not Path("ran").exists()


def test_sarif_knows_them(project, doclint) -> None:
    project({"a.md": TEXT})

    run = json.loads(doclint("check", "--select", "MD009", "--output-format", "sarif").stdout)["runs"][0]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["MD009"]
