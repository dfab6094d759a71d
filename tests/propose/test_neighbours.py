"""What other tools of a project leave alone, and what builds sites of its documents."""

import datetime

import pytest

from doclint.files.tree import FileTree
from doclint.project import Project
from doclint.propose.neighbours import generators, left_alone
from doclint.settings import Settings


def project_of(files: dict[str, str]) -> Project:
    raw = {path: text.encode() for path, text in files.items()}
    return Project({}, FileTree(files), Settings(), datetime.date(2026, 1, 15), raw.get)


@pytest.mark.parametrize(
    ("name", "text", "patterns"),
    [
        pytest.param(".gitignore", "a.md\n", (), id="another file"),
        pytest.param("docs/.remarkignore", "a.md\n", (), id="of a folder"),
        pytest.param(".markdownlintignore", "# a\n\n", (), id="nothing but a comment"),
        pytest.param(".rumdl.toml", "[global]\nexclude = 'a.md'\n", (), id="no list"),
        pytest.param(".rumdl.toml", "global = [1]\n", (), id="no table"),
        pytest.param(".rumdl.toml", "[global\n", (), id="no TOML"),
        pytest.param(".markdownlint-cli2.yaml", "ignores: [a.md\n", (), id="no YAML"),
        pytest.param(".markdownlint-cli2.yaml", "", (), id="nothing in it"),
        pytest.param(".markdownlint-cli2.jsonc", "// all\n", (), id="nothing but a comment, in JSON"),
        pytest.param(".markdownlintignore", "# a\n\n b.md \nc/\nb.md\n", ("b.md", "c/"), id="lines"),
        pytest.param("rumdl.toml", "[global]\nexclude = ['a.md', 3]\n", ("a.md",), id="TOML"),
        pytest.param(".markdownlint-cli2.yaml", "config: {}\nignores:\n- a.md\n", ("a.md",), id="YAML"),
        pytest.param(
            ".markdownlint-cli2.jsonc",
            '{// why\n"ignores": ["a//b.md", /* c */ "d.md"]}',
            ("a//b.md", "d.md"),
            id="JSON with comments",
        ),
    ],
)
def test_what_other_tools_leave_alone(name: str, text: str, patterns: tuple[str, ...]) -> None:
    assert left_alone(project_of({name: text})) == ({name: patterns} if patterns else {})


def test_what_builds_sites() -> None:
    found = generators(project_of({"web/mkdocs.yml": "site_name: A\n", "web/docs/a.md": "# A\n"}))

    assert found == {"web/docs": "MkDocs"}
