"""Suppression comments are written where they hold, and where a reader sees no difference."""

import json
from pathlib import Path

import pytest

from doclint.fixes.edits import apply
from doclint.fixes.excuse import excuse
from doclint.markdown import parse
from doclint.model import START, Confidence, Diagnostic, Severity, Span

LINK = "[x](gone.md)"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param(f"# A\n\nSee {LINK}.\n", "DL301", id="paragraph"),
        pytest.param(f"# A\n\nSee\n{LINK} in\nthe middle.\n", "DL301", id="line in the middle of a paragraph"),
        pytest.param(f"# A\n\nSee {LINK}  \nafter a break.\n", "DL301", id="line with a hard break"),
        pytest.param(f"# A\n\nSee {LINK}\\\nafter a break.\n", "DL301", id="line with a backslash break"),
        pytest.param(f"# A\n\n- {LINK}\n- other\n", "DL301", id="list item"),
        pytest.param(f"# A\n\n> - {LINK}\n>   more\n", "DL301", id="list in a quote"),
        pytest.param(f"# A\n\n| a | b |\n| - | - |\n| {LINK} | c |\n", "DL301", id="table"),
        pytest.param(f"# A\n\n## B {LINK}\n\nText.\n", "DL301", id="heading"),
        pytest.param(f"# A\n\n{LINK} and [y](gone-too.md)\n", "DL301", id="two on a line"),
        pytest.param("# A\n\n```\nx\n```\n", "DL702", id="code block"),
        pytest.param("# A\n\n1. Step\n\n   ```\n   x\n   ```\n", "DL702", id="code block in a list"),
        pytest.param("# A\n\n### B\n\nText.\n", "DL101", id="the heading itself"),
        pytest.param(f"{LINK}", "DL301", id="no last line end"),
        pytest.param(f"---\ntitle: A\n---\n\n{LINK}\r\n", "DL301", id="after front matter, CRLF"),
    ],
)
def test_a_finding_is_excused_and_the_text_stays_the_same(project, doclint, text: str, rule: str) -> None:
    project({})
    Path("a.md").write_bytes(text.encode())
    before = parse("a.md", text.encode())

    ran = doclint("fix", "--suppress", rule, "--reason", "comes -- later", "--select", f"{rule},DL005,DL006,DL008")

    after = parse("a.md", Path("a.md").read_bytes())
    assert ran.status == 0, ran
    found = json.loads(doclint("check", "--select", f"{rule},DL0", "--output-format", "json").stdout)
    assert found["findings"] == []
    assert found["summary"]["suppressed"] >= 1
    assert [" ".join(leaf.text.split()) for leaf in after.leaves] == [
        " ".join(leaf.text.split()) for leaf in before.leaves
    ]
    assert [block.content for block in after.code_blocks] == [block.content for block in before.code_blocks]
    assert len(after.tables) == len(before.tables)


def test_nothing_is_excused_without_a_reason(project, doclint) -> None:
    project({"a.md": f"# A\n\n{LINK}\n"})

    assert doclint("fix", "--suppress", "DL301").status == 2


COMMENT = "<!-- doclint-disable-file DL999 -- later -->\n"


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        pytest.param("# A\n\n", START, f"# A\n\n{COMMENT}", id="about the document: below an empty line"),
        pytest.param("# A\n", START, f"# A\n\n{COMMENT}", id="about the document: an empty line comes first"),
        pytest.param("# A", START, f"# A\n\n{COMMENT}", id="about the document: no last line end"),
        pytest.param("", START, f"\n\n{COMMENT}", id="about an empty document"),
        pytest.param("# A\n\n\n\nB\n", Span(3, 1, 3, 1), f"# A\n\n\n\nB\n\n{COMMENT}", id="between blocks"),
        pytest.param(
            "# A\n\nB\n", Span(1, 1, 1, 4), "<!-- doclint-disable-next-line DL999 -- later -->\n# A\n\nB\n",
            id="the first heading, whole",
        ),
    ],
)  # fmt: skip
def test_where_the_comment_goes(text: str, span: Span, expected: str) -> None:
    diagnostic = Diagnostic(
        path="a.md", span=span, rule="DL999", name="x", severity=Severity.ERROR, confidence=Confidence.HIGH,
        message="x", subject="x", related=(), fix=None, fingerprint="",
    )  # fmt: skip

    fix = excuse(diagnostic, parse("a.md", text.encode()), "later")

    assert apply(text.encode(), fix.edits).decode() == expected
