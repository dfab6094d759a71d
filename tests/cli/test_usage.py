"""A command line that cannot be understood is told what is wrong, in one form, and the nearest right."""

import pytest

from doclint.output import AUDIT_FORMATS, FORMATS


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param("chekc", "no command 'chekc'; did you mean 'check'?", id="command"),
        pytest.param("baseline crate", "no command 'crate'; did you mean 'create'?", id="command of a command"),
        pytest.param("check --nwe-from x", "no option '--nwe-from'; did you mean '--new-from'?", id="option"),
        pytest.param("check --select", "option '--select' requires an argument", id="no value"),
        pytest.param("check --fix=1", "option '--fix' does not take a value", id="a value too many"),
        pytest.param(
            "check --fail-on eror", "--fail-on: 'eror' is none of error, warning, info, never; did you mean 'error'?",
            id="one of several words",
        ),
        pytest.param(
            "schema setings", "NAME: 'setings' is none of settings, check, report; did you mean 'settings'?",
            id="argument",
        ),
        pytest.param("check --jobs many", "--jobs: 'many' is not a whole number", id="number"),
        pytest.param("check --today soon", "--today: 'soon' is not a date such as 2026-01-31", id="date"),
        pytest.param("check --output-format txt", "--output-format: no format 'txt'; did you mean 'text'", id="format"),
        pytest.param("check --ignore DL3O1x", "--ignore: no rule 'DL3O1x'; did you mean 'DL301'?", id="rule"),
        pytest.param("explain", "no NAME is given", id="nothing"),
        pytest.param(
            "check --exclude *.md", "nothing to check: no documents in the project (settings exclude *.md)",
            id="everything excluded",
        ),
        pytest.param("fix --suppress DL301", "--suppress needs --reason", id="half of what is needed"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen(project, doclint, arguments: str, said: str) -> None:
    project({"a.md": "# A\n"})

    ran = doclint(*arguments.split())

    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"doclint: {said}")
    assert all(line.startswith("doclint: ") for line in ran.stderr.splitlines())


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        pytest.param("FAIL_ON", "eror", "'eror' is none of", id="a word"),
        pytest.param("JOBS", "many", "'many' is not a whole number", id="a number"),
        pytest.param("EXIT_ZERO", "maybe", "'maybe' is not a valid boolean\n", id="yes or no"),
        pytest.param("OUTPUT_FORMAT", "txt", "no format 'txt'", id="a format"),
        pytest.param("SELECT", "DL301,DL999", "no rule 'DL999'", id="a rule"),
    ],
)
def test_a_wrong_value_of_the_environment_is_blamed_on_its_variable(
    project, doclint, monkeypatch, variable: str, value: str, said: str
) -> None:
    project({"a.md": "# A\n"})
    monkeypatch.setenv(f"DOCLINT_{variable}", value)

    ran = doclint("check")

    assert ran.status == 2
    assert f"doclint: DOCLINT_{variable}: {said}" in ran.stderr


@pytest.mark.parametrize(("command", "formats"), [("check", FORMATS), ("report", AUDIT_FORMATS)])
def test_help_names_every_format(doclint, command: str, formats: dict[str, str]) -> None:
    said = " ".join(doclint(command, "--help").stdout.split()).partition("May be repeated; ")[2].partition(".")[0]

    assert sorted(said.replace("- ", "-").split(", ")) == sorted(formats)


def test_help_groups_options_by_what_they_are_about(doclint) -> None:
    groups = doclint("check", "--help").stdout.partition("Options:")[2].split("\n\n")
    examples = ("--new-from", "--color", "--online", "--select", "--jobs")

    assert [[name for name in examples if f" {name} " in group] for group in groups] == [[name] for name in examples]


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        pytest.param(["--ignore", "DL3"], {"DL101", "DL301"}, id="all, whether they run or not"),
        pytest.param(["--select", "dead-link,DL10"], {"DL101", "DL301"}, id="those that are selected"),
        pytest.param(["--select", "DL3"], {"DL301"}, id="a family"),
    ],
)
def test_rules_are_listed(project, doclint, arguments: list[str], codes: set[str]) -> None:
    project({"a.md": "# A\n"})

    listed = {line.split()[0] for line in doclint("rules", *arguments).stdout.splitlines()}

    assert listed & {"DL101", "DL301"} == codes


def test_without_a_command_there_is_help(doclint) -> None:
    ran = doclint()

    assert ran.status == 2
    assert "Commands:\n  check " in ran.stderr
    assert "..." not in ran.stderr.partition("Commands:")[2]
