"""What is said about code blocks: where exactly, and what explains a placeholder or announces a command."""

import pytest

from doclint.engine import lint_document
from doclint.model import Finding
from doclint.settings import Settings


def found(code: str, text: str) -> list[Finding]:
    settings = Settings(select=(code,), min_confidence="low")
    return [finding for _, finding in lint_document("a.md", text.encode(), settings).findings]


def shown(text: str, finding: Finding) -> str:
    """What a finding underlines."""
    span = finding.span
    assert span.line == span.end_line
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("```bash", "this fence is not closed", id="at the end"),
        pytest.param("```bash\n", "this fence is not closed", id="at the end, with a line end"),
        pytest.param("```bash\nls\n", "this fence is not closed: the line after it is code", id="a line"),
        pytest.param("```bash\nls\nls\n", "this fence is not closed: the 2 lines after it are code", id="lines"),
    ],
)
def test_an_unclosed_fence_says_what_it_swallows(text: str, message: str) -> None:
    (finding,) = found("DL701", text)

    assert finding.message == message
    assert shown(text, finding) == "```bash"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("# Pod\n\n```bash\nlogs <pod>\n```\n", [], id="the first word of the text"),
        pytest.param("Pods:\n\n```bash\nlogs <pod>\n```\n", [], id="a plural"),
        pytest.param("The pid.\n\n```bash\nkill <pid>\n```\n", [], id="a short word, alone"),
        pytest.param("```bash\nlogs <pod>\n```\n\nThe pod", [], id="the last word of the text"),
        pytest.param("```\nlogs <xyz>\n```\n", [], id="no shell"),
        pytest.param("```bash\n$ logs <xyz>\n```\n", [], id="a transcript"),
        pytest.param("```bash\nXYZ=1\nlogs $XYZ\n```\n", [], id="a variable that is set"),
        pytest.param("```bash\nlogs $XYZ # XYZ: the third\n```\n", [], id="a comment at the end of a line"),
        pytest.param("```bash\nlogs <abc> $XYZ\n```\n", ["<abc>", "$XYZ"], id="a placeholder and a variable"),
        pytest.param("Stupid.\n\n```bash\nkill <pid>\n```\n", ["<pid>"], id="the end of another word"),
        pytest.param("Pidgin.\n\n```bash\nkill <pid>\n```\n", ["<pid>"], id="the start of another word"),
        pytest.param("```bash\nls\n  kill <pid>\nkill <pid>\n```\n", ["<pid>"], id="the first use only"),
        pytest.param("```bash\nls\nkill $XYZ\n```\n\n```bash\nXYZ=\n```\n", [], id="set in another block"),
        pytest.param("```bash\npid\n\nkill <pid>\n```\n", ["<pid>"], id="a word of a command explains nothing"),
        pytest.param("```bash\nXY=1\nkill <xy>\n```\n", ["<xy>"], id="a variable of the name is another thing"),
    ],
)
def test_a_placeholder_is_explained_by(text: str, names: list[str]) -> None:
    findings = found("DL704", text)

    assert [finding.subject for finding in findings] == names
    assert [shown(text, finding) for finding in findings] == names


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("```python\ndrop('DROP TABLE a')\nDROP TABLE a\n```\n", None, id="another language"),
        pytest.param("```bash\nls\n\n  psql -c 'DROP TABLE a'\n```\n", (4, "DROP TABLE"), id="in a line"),
        pytest.param("- a\n\n  ```bash\n  git push -f\n  ```\n", (4, "git push -f"), id="in a list"),
        pytest.param("```bash\n# make sure first\nmkfs /dev/x\n```\n", None, id="announced by a comment"),
        pytest.param("```bash\nmkfs /dev/x\n# make sure\n```\n", (2, "mkfs "), id="announced too late"),
    ],
)
def test_a_destructive_command_is_shown_where_it_stands(text: str, place: tuple[int, str] | None) -> None:
    findings = found("DL705", text)

    assert [(finding.span.line, shown(text, finding)) for finding in findings] == (
        [(place[0], place[1].strip())] if place else []
    )
