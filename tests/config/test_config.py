"""Settings: what is read from where, which layer wins, and what is said of what cannot be used."""

from pathlib import Path

import pytest

from doclint.config import load
from doclint.errors import ConfigError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("doclint.yaml", "ignore: [DL101]", id="doclint.yaml"),
        pytest.param(".doclint.yaml", "ignore: [DL101]", id="hidden"),
        pytest.param(".config/doclint.yaml", "ignore: [DL101]", id="in .config"),
        pytest.param("pyproject.toml", '[tool.doclint]\nignore = ["DL101"]', id="pyproject"),
        pytest.param("docs/doclint.yaml", "ignore: [DL101]", id="beside the documents"),
        pytest.param("doclint.yaml", "\ufeffignore: [DL101]", id="with a BOM"),
        pytest.param("doclint.yaml", "ignore: [heading-increment]", id="a rule's name"),
        pytest.param("doclint.yaml", "ignore:\r\n- dl101\r\n", id="CRLF, lower case"),
    ],
)
def test_the_nearest_settings_file_is_read(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_bytes(text.encode())

    config = load(project / "docs")

    assert config.file == project / name
    assert config.root == project
    assert [rule.lower() for rule in config.settings.ignore] in (["dl101"], ["heading-increment"])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("../doclint.yaml", "ignore: [DL101]", id="above the repository"),
        pytest.param("pyproject.toml", "[tool.other]\n", id="a pyproject that does not speak of doclint"),
        pytest.param("docs/deeper/doclint.yaml", "ignore: [DL101]", id="below"),
    ],
)
def test_other_files_are_no_settings(tmp_path: Path, name: str, text: str) -> None:
    project = tmp_path / "repository"
    for folder in (project / ".git", project / "docs/deeper"):
        folder.mkdir(parents=True)
    (project / name).write_text(text)

    assert load(project / "docs").file is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "ignor: [DL101]", "doclint.yaml:1:1: ignor: unknown key; did you mean 'ignore'?", id="unknown key"
        ),
        pytest.param("ignore: DL101", "doclint.yaml:1:9: ignore: expected a list, found 'DL101'", id="not a list"),
        pytest.param("ignore:\n- DL999", "doclint.yaml:2:3: ignore: no rule 'DL999'", id="unknown rule"),
        pytest.param("select: [heading-incremnt]", "did you mean 'heading-increment'?", id="nearly a rule"),
        pytest.param("severity: {DL101: bad}", "doclint.yaml:1:19: severity.DL101: expected one of", id="severity"),
        pytest.param("severity: {DL99: off}", "doclint.yaml:1:12: severity: no rule 'DL99'", id="severity of no rule"),
        pytest.param("rules: {DL101: {max: 1}}", "doclint.yaml:1:17: rules.DL101.max: unknown key", id="option"),
        pytest.param("rules: {DL1: {}}", "options belong to one rule, 'DL1' names a family", id="options of a family"),
        pytest.param("per-file-ignores: {x.md: [DL99]}", "per-file-ignores: no rule 'DL99'", id="ignored per file"),
        pytest.param("overrides: [{paths: [a], ignore: [X]}]", "overrides[0].ignore: no rule 'X'", id="in an override"),
        pytest.param("overrides: [{}]", "doclint.yaml:1:13: overrides[0]: needs 'paths'", id="missing key"),
        pytest.param("ignore: [DL101]\nignore: []", "doclint.yaml:2:1: ignore: stated twice", id="twice"),
        pytest.param("ignore: [", "doclint.yaml:2:1: not YAML: ", id="not YAML"),
        pytest.param("- ignore", "doclint.yaml:1:1: expected a mapping of keys to values", id="a list"),
        pytest.param("a: &a [*a]", "doclint.yaml: YAML aliases are not read here", id="alias bomb"),
        pytest.param("a: " + "[" * 5000, "nested deeper than 50 levels", id="deep"),
        pytest.param("extends: [strct]", "doclint.yaml:1:11: extends: no preset 'strct'", id="unknown preset"),
        pytest.param("extends: [gone.yaml]", "doclint.yaml:1:11: extends: gone.yaml: no such file", id="gone"),
        pytest.param("extends: [../x.yaml]", "extends: ../x.yaml is outside", id="extends outside the project"),
        pytest.param("extends: [doclint.yaml]", "extends: doclint.yaml extends itself", id="extends itself"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_with_their_place(project: Path, text: str, message: str) -> None:
    (project / "doclint.yaml").write_text(text)

    with pytest.raises(ConfigError) as error:
        load(project)

    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[tool.doclint]\nignor = []", "pyproject.toml:2:1: ignor: unknown key", id="key"),
        pytest.param("[tool.doclint.links]\nanchors = 'x'", "pyproject.toml:2:1: links.anchors: expected", id="table"),
        pytest.param(
            '[[tool.doclint.overrides]]\npaths = ["a"]\n[[tool.doclint.overrides]]\npaths = 1',
            "pyproject.toml:4:1: overrides[1].paths: expected a list",
            id="array of tables",
        ),
        pytest.param("[tool.doclint]\nselect = [", "pyproject.toml: not TOML", id="not TOML"),
        pytest.param("[tool.doclint]\na = 1\na = 2", "not TOML: cannot overwrite a value", id="twice"),
        pytest.param("[tool.doclint]\na = " + "[" * 3000, "not TOML: nested too deep", id="deep"),
    ],
)
def test_toml_errors_have_places_too(project: Path, text: str, message: str) -> None:
    (project / "pyproject.toml").write_text(text)

    with pytest.raises(ConfigError) as error:
        load(project)

    assert message in str(error.value)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param(b"ignore: [\xff]", "doclint.yaml: not UTF-8 at byte 9", id="not UTF-8"),
        pytest.param(b"# " + b"x" * 2_000_000, "doclint.yaml: larger than 1,000,000 bytes", id="huge"),
        pytest.param(b"ignore: [\x00]", "doclint.yaml", id="NUL"),
    ],
)
def test_bytes_that_are_no_settings_are_refused(project: Path, raw: bytes, message: str) -> None:
    (project / "doclint.yaml").write_bytes(raw)

    with pytest.raises(ConfigError) as error:
        load(project)

    assert message in str(error.value)


def test_tables_are_merged_and_lists_replaced_from_preset_to_file_to_command_line(project: Path) -> None:
    (project / "base.yaml").write_text("extends: [strict]\nlinks: {roots: [a], anchors: gitlab}\nignore: [DL1]\n")
    (project / "doclint.yaml").write_text("extends: [base.yaml]\nlinks: {roots: [b]}\nignore: [DL101]\n")

    config = load(project, stated={"ignore": ["heading-increment"], "fail-on": "error"})

    assert config.settings.select == ("ALL",)
    assert config.settings.fail_on == "error"
    assert (config.settings.links.roots, config.settings.links.anchors) == (("b",), "gitlab")
    assert config.settings.ignore == ("DL101", "heading-increment")  # --ignore adds
    assert ("links.anchors", "gitlab", "base.yaml:2:30") in list(config.stated())
    assert ("fail-on", "error", "--fail-on") in list(config.stated())


def test_wrong_values_and_unknown_rules_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "doclint.yaml").write_text("fail-on: warn\nignore: [dead-lnik]\nrules:\n  DL101: {depth: 1}\n")

    with pytest.raises(ConfigError) as caught:
        load(tmp_path)

    assert [line.split(": ")[1] for line in str(caught.value).split("\n")] == ["fail-on", "ignore", "rules.DL101.depth"]


def test_what_the_command_line_states_is_checked_like_a_file(project: Path) -> None:
    with pytest.raises(ConfigError, match="--select: no rule 'DL999'"):
        load(project, stated={"select": ["DL999"]})


def test_a_chain_of_files_ends(project: Path) -> None:
    for number in range(12):
        (project / f"{number}.yaml").write_text(f"extends: [{number + 1}.yaml]")
    (project / "doclint.yaml").write_text("extends: [0.yaml]")

    with pytest.raises(ConfigError, match="more than 10 files deep"):
        load(project)


def test_without_git_the_project_is_where_the_settings_are(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config/doclint.yaml").write_text("ignore: [DL101]")

    assert load(tmp_path / "docs").root == tmp_path
