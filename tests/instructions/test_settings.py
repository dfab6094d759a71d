import pytest

from doclint.engine import lint_document
from doclint.instructions import Instructions, Library
from doclint.rules import rule_named
from doclint.settings import Settings

from .conftest import reading

GERMAN = {
    "verbs": {"look": "prüfe, kontrolliere", "plain": "öffne"},
    "relations": "ob, auf, dass",
    "loose": {"escape": "bei bedarf"},
}


def test_a_project_adds_words() -> None:
    library = Library(Instructions(add={"loose.escape": "if you like"}))

    assert [found.category for found in reading("1. Restart `a` if you like\n", library).ambiguities]


def test_a_project_removes_words() -> None:
    library = Library(Instructions(remove={"loose.strong": "properly"}))

    assert reading("1. Set up roles properly\n", library).ambiguities == ()


def test_a_project_adds_a_language_and_documents_choose_it() -> None:
    library = Library(Instructions(lexicons={"de": GERMAN}))

    german = reading("---\nlang: de-DE\n---\n\n1. Prüfe Fehlerprotokolle\n2. Öffne die Seite bei Bedarf\n", library)

    assert [found.category for found in german.ambiguities] == ["missing-verification", "escape-clause"]
    assert reading("1. Prüfe Fehlerprotokolle\n", library).ambiguities == ()


def test_a_document_in_an_unknown_language_is_not_read() -> None:
    assert reading("---\nlang: eo\n---\n\n1. Check error logs\n").instructions == 0


@pytest.mark.parametrize("settings", [{"add": {"lose.escape": "x"}}, {"lexicons": {"xx": {"verbs": {"see": "x"}}}}])
def test_an_unknown_group_is_refused(settings: dict) -> None:
    with pytest.raises(ValueError, match="unknown group of words"):
        Instructions(**settings)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        pytest.param("# check the logs\nkubectl logs api\n", 0, id="a command follows"),
        pytest.param("#!/bin/sh\n", 0, id="interpreter"),
        pytest.param("# check error logs\n\n", 1, id="nothing follows"),
    ],
)
def test_comments_in_shell_blocks_are_read_when_asked_for(line: str, count: int) -> None:
    text = f"```bash\n{line}```\n"

    assert reading(text).ambiguities == ()
    assert len(reading(text, Library(Instructions(shell_comments=True))).ambiguities) == count


def test_the_settings_reach_the_rules_and_the_facts() -> None:
    settings = Settings(instructions=Instructions(add={"loose.escape": "if you like"}))
    rule = rule_named("DL608")
    assert rule

    result = lint_document("a.md", b"1. Restart the API if you like\n", settings, [rule])

    assert [finding.message[:13] for _, finding in result.findings] == ["'if you like'"]
    assert result.facts.instructions.ambiguous == (("escape-clause", "high", 1),)
    assert result.facts.instructions.count("high") == result.facts.instructions.read == 1


def test_only_what_is_fit_to_gate_is_a_warning() -> None:
    rule = rule_named("DL601")
    assert rule

    result = lint_document("a.md", b"1. Scale up\n2. Set the limit\n3. Scale the pool\n", Settings(), [rule])

    assert [finding.severity for _, finding in result.findings] == ["info", None]
