"""doclint init: what is written can be used, and carries over what other tools are told."""

from pathlib import Path

import pytest

from doclint.config import load

NEIGHBOURS = {
    ".markdownlintignore": "# comment\nvendor/\n\n",
    ".markdownlint-cli2.jsonc": "{\n  // what to leave alone\n"
    '  "ignores": ["build//**", "a \\"b\\".md"], /* more */ "config": {}\n}\n',
    ".markdownlint-cli2.yaml": "ignores: [third_party/**]\n",
    ".rumdl.toml": '[global]\nexclude = ["generated/**"]\n',
}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [], id="nothing there"),
        pytest.param({".markdownlintignore": "# only a comment\n"}, [], id="nothing in it"),
        pytest.param({".rumdl.toml": "not toml ["}, [], id="broken: not ours to complain about"),
        pytest.param({".markdownlint-cli2.jsonc": "[1, 2"}, [], id="broken JSON"),
        pytest.param({".markdownlint-cli2.yaml": "ignores: &a [*a]"}, [], id="an alias bomb"),
        pytest.param(
            NEIGHBOURS, ["vendor/", "third_party/**", "build//**", 'a "b".md', "generated/**"], id="all of them"
        ),
    ],
)
def test_what_other_tools_leave_alone_is_carried_over(
    project, doclint, files: dict[str, str], expected: list[str]
) -> None:
    root = project({"README.md": "# Title\n\nText.\n", **files})

    ran = doclint("init")

    assert ran.status == 0, ran
    assert list(load(root).settings.exclude) == expected


def test_the_generator_of_a_site_is_said(project, doclint) -> None:
    project({"docs/index.md": "# Title\n\nText.\n", "mkdocs.yml": "site_name: x\n"})

    assert "mkdocs from docs" in doclint("init", "--print").stdout.lower()


def test_settings_that_are_there_are_not_replaced_unasked(project, doclint) -> None:
    project({"README.md": "# Title\n\nText.\n", "doclint.yaml": "ignore: [DL101]\n"})

    assert doclint("init").status == 2
    assert Path("doclint.yaml").read_text() == "ignore: [DL101]\n"
    assert doclint("init", "--force").status == 0
    assert "DL101]" not in Path("doclint.yaml").read_text()
