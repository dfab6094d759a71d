"""Text made to be slow: what an index, a date or a command is looked for in costs little, whatever it is."""

from collections.abc import Callable

import pytest

from doclint.engine import lint_document, lint_project
from doclint.project import Project
from doclint.rules import all_rules
from doclint.settings import Settings
from tests.effort import within

N = 20_000
RULES = [rule for rule in all_rules() if rule.code.startswith(("DL2", "DL5", "DL7"))]
HEAD = "# Documentation index\n\n[a](a.md) [b](b.md)\n\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a.md" * N, id="one name without end"),
        pytest.param("a.md " * N, id="names on one line"),
        pytest.param("a/" * N + "x.md", id="a deep path"),
        pytest.param("**Last Updated**: 2025-01-01\n\n" * (N // 10), id="dates"),
        pytest.param("**Last Updated**: " + "1" * N, id="a long date"),
        pytest.param("## Support\n\nOwner: x\n\n" * (N // 10), id="owners"),
        pytest.param("| Document | Owner |\n|-|-|\n" + "| a thing | y |\n" * (N // 10), id="a long catalogue"),
        pytest.param("```\nX\n" + "├── References: Y, Z\n" * (N // 10) + "```\n", id="a wide tree"),
        pytest.param("```yaml\nsections:\n  - a" + " " * N + "b\n```\n", id="a wide item"),
        pytest.param("## a\n\n**File**: `a.md`\n\n**Contents**:\n" + "- a section\n" * (N // 10), id="promises"),
        pytest.param("```bash\nrm -" + "r" * N + "\n" + "kubectl " * N + "\n```\n", id="almost destructive"),
        pytest.param("```bash\nrm -rf /x\n```\n" * (N // 20), id="destructive again and again"),
        pytest.param("```bash\n" + "".join(f"run <p{i}x>\n" for i in range(N // 20)) + "```\n", id="placeholders"),
        pytest.param("```bash\n" + "run $ABC_DEF\n" * (N // 4) + "```\n" + "abcx " * N, id="variables"),
        pytest.param("```\n" * N, id="fences"),
    ],
)
def test_linear_time(make_project: Callable[..., Project], text: str) -> None:
    files = {"docs/INDEX.md": HEAD + text, "docs/a.md": "# A\n", "docs/b.md": "# B\n"}
    with within(3):
        found = lint_document("docs/INDEX.md", files["docs/INDEX.md"].encode(), Settings(), RULES).findings
        found += tuple(lint_project(make_project(files), Settings(), RULES))

    assert not [finding for code, finding in found if code == "DL009"]
