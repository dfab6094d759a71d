"""Rules that a project states as data."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from doclint.config.ownrules import own_rules
from doclint.engine import lint_document
from doclint.errors import ConfigError
from doclint.located import compose_yaml
from doclint.selection import Selection
from doclint.settings import Settings
from tests.conftest import Ran
from tests.stated import read_yaml

HEAD = "custom-rules:\n  TEAM001:\n    name: ours\n    summary: We say it otherwise\n"
TEXT = """---
owner: nobody
---

# The whitelist

A whitelist, `whitelist` in [the whitelist](whitelist.md).

1. Do it.
2. Utilize it now, and do so with great care.

```sh
whitelist --utilize
```
"""


def found(rule: str, text: str = TEXT) -> list[tuple[int, str]]:
    settings = read_yaml(HEAD + rule, "doclint.yaml", Settings)
    result = lint_document("a.md", text.encode(), settings, Selection(settings).own)
    return [(finding.span.line, finding.message) for _, finding in result.findings]


SAID = "We say it otherwise"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param("    kind: pattern\n    words: [blacklist]\n", [], id="nothing to find"),
        pytest.param("    kind: pattern\n    words: [white]\n", [], id="part of a word"),
        pytest.param("    kind: pattern\n    words: [WHITELIST]\n    match-case: true\n", [], id="case"),
        pytest.param("    kind: pattern\n    words: [whitelist]\n    paths: ['docs/*']\n", [], id="another path"),
        pytest.param(
            "    kind: pattern\n    words: [whitelist]\n    unless: the\n    in: [heading]\n", [], id="unless"
        ),
        pytest.param(
            "    kind: pattern\n    words: [whitelist]\n    in: [heading]\n",
            [(5, f"'whitelist': {SAID}")],
            id="heading",
        ),
        pytest.param(
            "    kind: pattern\n    pattern: 'utili[sz]e'\n    in: [step]\n", [(10, f"'Utilize': {SAID}")], id="step"
        ),
        pytest.param(
            "    kind: pattern\n    pattern: 'utili[sz]e'\n    in: [code]\n", [(13, f"'utilize': {SAID}")], id="code"
        ),
        pytest.param(
            "    kind: pattern\n    pattern: '\\.md$'\n    in: [link-target]\n",
            [(7, f"'.md': {SAID}")],
            id="link target",
        ),
        pytest.param(
            "    kind: pattern\n    words: [nobody]\n    in: [front-matter]\n", [(2, f"'nobody': {SAID}")], id="header"
        ),
        pytest.param(
            "    kind: substitution\n    swap: {utilize: use}\n    message: 'say {wanted}, not {found}'\n",
            [(10, "say use, not Utilize")],
            id="substitution",
        ),
        pytest.param(
            "    kind: occurrence\n    words: [whitelist]\n    at-most: 2\n",
            [(7, "4 times 'whitelist'; at most 2 asked for")],
            id="too often",
        ),
        pytest.param(
            "    kind: occurrence\n    words: [rollback]\n    at-least: 1\n    per: section\n",
            [(5, "0 times 'rollback' in 'The whitelist'; at least 1 asked for")],
            id="too seldom in a section",
        ),
        pytest.param("    kind: required-field\n    field: Reviewer\n", [(1, "no field 'Reviewer'")], id="no field"),
        pytest.param(
            "    kind: required-field\n    field: owner\n    values: [sre, web]\n",
            [(2, "'owner' is 'nobody', not one of sre, web")],
            id="another value",
        ),
        pytest.param(
            "    kind: must-match\n    in: [step]\n    pattern: '^Do'\n",
            [(10, f"'Utilize it now, and do so with great care.': {SAID}")],
            id="must match",
        ),
        pytest.param(
            "    kind: length\n    in: [step]\n    at-most: 6\n", [(10, "9 words; at most 6 asked for")], id="length"
        ),
    ],
)
def test_what_a_rule_finds(rule: str, expected: list[tuple[int, str]]) -> None:
    assert found(rule) == expected


def test_a_substitution_can_be_made() -> None:
    settings = read_yaml(HEAD + "    kind: substitution\n    swap: {utilize: use}\n", "doclint.yaml", Settings)
    result = lint_document("a.md", TEXT.encode(), settings, Selection(settings).own)

    fix = result.findings[0][1].fix
    assert fix
    assert [(edit.span.line, edit.span.column, edit.span.end_column, edit.text) for edit in fix.edits] == [
        (10, 4, 11, "use")
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("    kind: patern\n", "5:11: custom-rules.TEAM001.kind: expected one of pattern", id="kind"),
        pytest.param(
            "    kind: pattern\n", "3:5: custom-rules.TEAM001: a rule of kind pattern needs pattern", id="needs"
        ),
        pytest.param(
            "    kind: pattern\n    pattern: '(a+)+b'\n", "3:5: custom-rules.TEAM001: a repeat of", id="runaway"
        ),
        pytest.param("    kind: pattern\n    pattern: '('\n", "custom-rules.TEAM001: not a pattern", id="no pattern"),
        pytest.param(
            "    kind: pattern\n    pattern: a\n    in: [sentence]\n", "TEAM001.in[0]: expected one of", id="part"
        ),
        pytest.param(
            "    kind: pattern\n    pattern: a\n    good: A banana.\n",
            "2:3: custom-rules.TEAM001: good: this example is reported",
            id="its good example is bad",
        ),
        pytest.param(
            "    kind: pattern\n    pattern: a\n    bad: Hm.\n",
            "2:3: custom-rules.TEAM001: bad: this example is not reported",
            id="its bad example is good",
        ),
        pytest.param(
            "    kind: pattern\n    pattern: a\n  DL301:\n    name: dead-link\n    summary: x\n    kind: pattern\n"
            "    pattern: b\n",
            "7:3: custom-rules.DL301: a code is two to twelve capitals",
            id="a code of doclint",
        ),
    ],
)
def test_mistakes_are_reported_with_their_place(text: str, message: str) -> None:
    def read() -> Any:
        node = compose_yaml(HEAD + text, "doclint.yaml")
        return own_rules(node)  # type: ignore[arg-type]

    with pytest.raises(ConfigError) as error:
        read()

    assert message in str(error.value)


def test_an_endless_line_is_bounded() -> None:
    assert found("    kind: pattern\n    pattern: 'x+y'\n", "x" * 1_000_000 + "y\n") == []


def test_own_rules_are_listed_explained_and_described(
    project: Callable[[Mapping[str, str]], Path], doclint: Callable[..., Ran]
) -> None:
    rule = "{name: no-grid, kind: pattern, summary: One word for one thing, words: [grid]}"
    project({"doclint.yaml": f"custom-rules:\n  ACME1: {rule}\n", "a.md": "# A\n\nThe grid.\n"})

    listed = json.loads(doclint("rules", "--output-format", "json").stdout)
    explained = doclint("explain", "no-grid").stdout
    described = json.loads(doclint("check", "--output-format", "sarif").stdout)["runs"][0]["tool"]["driver"]["rules"]

    assert [listed[-1][key] for key in ("code", "name")] == ["ACME1", "no-grid"]
    assert explained == "# ACME1 no-grid\n\nOne word for one thing.\n\n*warning, high confidence, on by default*\n"
    own = next(each for each in described if each["id"] == "ACME1")
    assert own["properties"]["tags"] == ["documentation", "own rules"]
