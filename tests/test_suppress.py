"""Suppression comments: where they hold, for whom, and until when."""

import datetime

import pytest

from doclint.engine import Report, inspect_files
from doclint.settings import Settings
from tests.memory import in_memory

NEXT = "<!-- doclint-disable-next-line"


def lint(text: str) -> Report:
    files = in_memory({"x.md": text.encode()})
    return inspect_files(files, (), Settings(select=("DL0", "DL101"), ignore=("DL008",)), datetime.date(2026, 1, 15))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# A\n\n### B\n", ["DL101:3"], id="no comment"),
        pytest.param(f"# A\n\n{NEXT} DL999 -->\n### B\n", ["DL006:3", "DL101:4"], id="no such rule"),
        pytest.param(f"# A\n\n{NEXT} DL010 -->\n### B\n", ["DL005:3", "DL101:4"], id="another rule"),
        pytest.param("# A\n<!-- doclint-disable-line DL101 -->\n\n### B\n", ["DL005:2", "DL101:4"], id="another line"),
        pytest.param("# A\n\n`<!-- doclint-disable-file -->`\n\n### B\n", ["DL101:5"], id="shown in code"),
        pytest.param("# A\n\n```\n<!-- doclint-disable-file -->\n```\n\n### B\n", ["DL101:7"], id="in a code block"),
        pytest.param(f"# A\n\n{NEXT} DL101 -->\n### B\n", [], id="next line"),
        pytest.param(f"# A\n\n{NEXT} DL101 -->\n\n### B\n", [], id="next line with text"),
        pytest.param(f"# A\n\n{NEXT} dl101 -->\n### B\n", [], id="lower case"),
        pytest.param(f"# A\n\n{NEXT} heading-increment -->\n### B\n", [], id="by name"),
        pytest.param(f"# A\n\n{NEXT} DL1 -->\n### B\n", [], id="by family"),
        pytest.param(f"# A\n\n{NEXT} -->\n### B\n", [], id="any rule"),
        pytest.param("# A\n\n### B <!-- doclint-disable-line DL101 -- size -->\n", [], id="same line"),
        pytest.param("# A\n\n### B\n\n<!-- doclint-disable-file DL101 -->\n", [], id="whole file, also above"),
        pytest.param("<!-- doclint-disable DL101 -->\n# A\n\n### B\n", [], id="from here on"),
        pytest.param("<!-- doclint-disable DL101 -->\n# A\n<!-- doclint-enable DL101 -->\n\n### B\n",
                     ["DL005:1", "DL101:5"], id="enabled again"),
        pytest.param("<!-- doclint-disable DL101 -->\n# A\n\n### B\n\n<!-- doclint-enable -->\n\n##### C\n",
                     ["DL101:8"], id="everything enabled again"),
        pytest.param("<!-- doclint-disable DL101 -->\n# A\n<!-- doclint-enable DL010 -->\n\n### B\n",
                     [], id="another rule enabled"),
        pytest.param(f"# A\n\n{NEXT} DL101 DL010 -->\n### B\n", ["DL005:3"], id="one of two is used"),
        pytest.param(f"# A\n\n{NEXT} -->\n| B |\n|-|\n| C |\n\n### D\n", ["DL005:3", "DL101:8"], id="a table, no more"),
        pytest.param(f"{NEXT} DL999 -->\n", ["DL006:1"], id="nothing follows"),
        pytest.param(f"# A\n\n{NEXT} DL101 -- x, until=2026-01-15 -->\n### B\n", [], id="last day"),
        pytest.param(f"# A\n\n{NEXT} DL101 -- x, until=2026-01-14 -->\n### B\n",
                     ["DL007:3", "DL101:4"], id="a day too late"),
        pytest.param(f"# A\n\n{NEXT} DL101 -- x, until=soon -->\n### B\n",
                     ["DL007:3", "DL101:4"], id="no date counts as past"),
        pytest.param(f"# A\n\n{NEXT} DL008 -->\n### B\n", ["DL101:4"], id="a rule that did not run"),
    ],
)  # fmt: skip
def test_a_comment_holds_where_it_says(text: str, expected: list[str]) -> None:
    report = lint(text)

    assert [f"{found.rule}:{found.span.line}" for found in report.diagnostics] == expected


def test_what_is_suppressed_is_counted() -> None:
    report = lint("<!-- doclint-disable-file DL101 -- generated -->\n# A\n\n### B\n\n# C\n\n### D\n")

    assert [diagnostic.span.line for diagnostic in report.suppressed] == [4, 8]
