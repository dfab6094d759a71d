"""DL111: what the fix makes of a table of contents."""

from doclint.engine import lint_document
from doclint.rules import rule_named
from doclint.settings import Settings

BODY = "\n## Start\n\nx\n\n## Usage\n\nx\n\n### By hand\n\nx\n\n## Limits\n\nx\n"


def fixed(toc: str) -> str:
    text = f"# Cache\n\n{toc}{BODY}"
    rule = rule_named("DL111")
    assert rule
    for _ in range(5):
        findings = [one for _, one in lint_document("a.md", text.encode(), Settings(), [rule]).findings if one.fix]
        if not findings:
            break
        assert findings[0].fix
        for edit in findings[0].fix.edits:
            lines = text.split("\n")
            span = edit.span
            start = sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1
            end = sum(len(line) + 1 for line in lines[: span.end_line - 1]) + span.end_column - 1
            text = text[:start] + edit.text + text[end:]
    return text.removeprefix("# Cache\n\n").removesuffix(BODY)


def test_an_entry_is_added_where_its_section_stands() -> None:
    toc = "## Contents\n\n- [Start](#start)\n- [Limits](#limits)\n"

    assert fixed(toc) == "## Contents\n\n- [Start](#start)\n- [Usage](#usage)\n- [Limits](#limits)\n"


def test_the_first_section_comes_first() -> None:
    toc = "## Contents\n\n* [Usage](#usage)\n* [Limits](#limits)\n"

    assert fixed(toc) == "## Contents\n\n* [Start](#start)\n* [Usage](#usage)\n* [Limits](#limits)\n"


def test_an_entry_with_an_old_name_is_renamed() -> None:
    toc = "- [Start](#start)\n- [The usage](#the-usage)\n- [Limits](#limits)\n"

    assert fixed(toc) == "- [Start](#start)\n- [Usage](#usage)\n- [Limits](#limits)\n"


def test_a_numbered_list_is_left_to_its_writer() -> None:
    toc = "1. [Start](#start)\n2. [Limits](#limits)\n"

    assert fixed(toc) == toc
