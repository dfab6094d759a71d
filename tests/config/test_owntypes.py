"""Document types in settings: every mistake with file, line and key."""

from pathlib import Path

import pytest

from doclint.config import load
from doclint.errors import ConfigError


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "doc-types:\n  ours:\n    extends: runbok\n",
            "doclint.yaml:3:14: doc-types.ours.extends: no document type 'runbok'; did you mean 'runbook'?",
            id="extends what is not there",
        ),
        pytest.param(
            "doc-types:\n  a: {extends: b}\n  b: {extends: a}\n",
            "doclint.yaml:2:16: doc-types.a.extends: a → b → a is circular",
            id="a circle",
        ),
        pytest.param(
            "overrides:\n  - {paths: ['*.md'], type: runbok}\n",
            "doclint.yaml:2:29: overrides[0].type: no document type 'runbok'; did you mean 'runbook'?",
            id="an override",
        ),
        pytest.param(
            "doc-types:\n  ours:\n    sections:\n      - {name: A, inside: B}\n",
            "doclint.yaml:3:5: doc-types.ours: 'A' inside 'B': no such section; known: A",
            id="inside what is not there",
        ),
        pytest.param(
            "doc-types:\n  ours:\n    sections:\n      - {nmae: A}\n",
            "doclint.yaml:4:10: doc-types.ours.sections[0].nmae: unknown key; did you mean 'name'?",
            id="key",
        ),
        pytest.param(
            "doc-types:\n  ours:\n    sections: [{name: A}, {name: ' '}]\n",
            "doclint.yaml:3:27: doc-types.ours.sections[1]: name: a section needs one",
            id="no name",
        ),
        pytest.param(
            "doc-types:\n  ours:\n    sections: [{name: A}, {name: A}]\n",
            "doclint.yaml:3:5: doc-types.ours: sections: 'A' is there twice",
            id="one section twice",
        ),
        pytest.param(
            "doc-types:\n  ours: {update-days: 0}\n",
            "doclint.yaml:2:9: doc-types.ours: update-days: expected one day or more, found 0",
            id="no days",
        ),
        pytest.param(
            "doc-types:\n  ours: {ignore: [DL1, MD, missing-toc]}\n",
            "doclint.yaml:2:28: doc-types.ours.ignore: expected the code of a rule, found a name",
            id="a name where a code is meant",
        ),
        pytest.param(
            "doc-types:\n  ours: {ignore: [DL999]}\n",
            "doclint.yaml:2:19: doc-types.ours.ignore: no rule 'DL999'",
            id="ignores what is not there",
        ),
        pytest.param(
            "schedule:\n  - {paths: ['*.md'], every: 0 days}\n",
            "doclint.yaml:2:5: schedule[0]: every: expected an interval such as every 90 days, found '0 days'",
            id="a schedule of no time",
        ),
        pytest.param(
            "sizes:\n  - {paths: ['*.md'], document: {lines: lots}}\n",
            "doclint.yaml:2:33: sizes[0].document: lines: expected a size such as 2000+",
            id="size",
        ),
    ],
)
def test_mistakes_are_named_with_their_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "doclint.yaml").write_text(text)

    with pytest.raises(ConfigError) as error:
        load(tmp_path)

    assert message in str(error.value)
