"""What is taken from a document: names of files, labels, openings of lines, paths, what acts as a heading."""

import pytest

from doclint.facts import facts_of
from doclint.markdown import parse

FAR = "x" * 400


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("See [a.md](b.md).\n", [], id="a link"),
        pytest.param("See file:a.md\n", [], id="after a colon"),
        pytest.param("a.mdown and .md\n", [], id="no name"),
        pytest.param("See a.md\n", [("a.md", False)], id="in a sentence"),
        pytest.param("a.md\n", [("a.md", False)], id="without a mark in front"),
        pytest.param("- a.md: first\n", [("a.md", True)], id="opens an item"),
        pytest.param("## 1. a/b.mdx\n", [("a/b.mdx", True)], id="opens a heading"),
        pytest.param("```\n├── a.md\n└── b.md.\n```\n", [("a.md", True), ("b.md", True)], id="a drawn tree"),
        pytest.param("| A | B |\n|-|-|\n| x | a.md |\n", [("a.md", True)], id="opens a cell"),
        pytest.param(f"{FAR}a.md, b.md\n", [("x" * 259 + "a.md", False), ("b.md", False)], id="longer than any path"),
        pytest.param("[x](y)a.md [x](y) b.md\n", [("a.md", False), ("b.md", False)], id="beside a link"),
    ],
)
def test_names_of_documents(text: str, names: list[tuple[str, bool]]) -> None:
    assert [(one.name, one.leads) for one in facts_of(parse("x.md", text.encode())).names] == names


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("**Owner** is Ada.\n", [], id="no colon"),
        pytest.param("The **owner:** is Ada.\n", [], id="in a sentence"),
        pytest.param("**:** Ada\n", [], id="no name"),
        pytest.param(f"**{'x' * 61}**: Ada\n", [], id="too long for a name"),
        pytest.param("**Own\ner**: Ada\n", [], id="over two lines"),
        pytest.param(f"**{'x' * 60}**: Ada\n", [("x" * 60, "Ada")], id="a long name"),
        pytest.param("- ✅ **Owner:** Ada\n", [("Owner", "Ada")], id="colon within, after a mark"),
        pytest.param("**Owner**: Ada\n**Since** : May  \n", [("Owner", "Ada"), ("Since", "May")], id="two lines"),
        pytest.param("**Owner**:\n", [("Owner", "")], id="nothing stated"),
    ],
)
def test_bold_labels(text: str, labels: list[tuple[str, str]]) -> None:
    assert [(one.name, one.value) for one in facts_of(parse("x.md", text.encode())).labels] == labels


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param("This is **important**.\n", [], id="in a sentence"),
        pytest.param("**Two\nlines** of it\n", [], id="over two lines"),
        pytest.param(f"**{'x' * 121}**\n", [], id="too long"),
        pytest.param(f"**{'x' * 120}**\n", ["x" * 120], id="as long as it may be"),
        pytest.param("**One** and **two**\n→ **Three**\n", ["One", "Three"], id="of each line"),
    ],
)
def test_bold_openings_of_lines(text: str, leads: list[str]) -> None:
    assert [one.text for one in facts_of(parse("x.md", text.encode())).leads] == leads


@pytest.mark.parametrize(
    ("text", "stand_ins"),
    [
        pytest.param("**Note** this.\n", [], id="opens a sentence"),
        pytest.param("**It is done.**\n", [], id="a sentence"),
        pytest.param(f"**{'x' * 81}**\n", [], id="too long"),
        pytest.param(f"**{'x' * 80}**\n", ["x" * 80], id="as long as it may be"),
        pytest.param("**Restore**:\n", ["Restore"], id="a bold line"),
        pytest.param("<details><summary>\n<b>Roll  back</b></summary></details>\n", ["Roll back"], id="a fold"),
    ],
)
def test_what_acts_as_a_heading(text: str, stand_ins: list[str]) -> None:
    assert [one.text for one in facts_of(parse("x.md", text.encode())).stand_ins] == stand_ins


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        pytest.param("`main.py` and `.ssh/id.txt` and `../.env/x.py`\n", [], id="no folder, or a hidden one"),
        pytest.param("Create `src/main.py` first.\n", [], id="to be made"),
        pytest.param("`src/main.py`, which was moved\n", [], id="moved"),
        pytest.param("`path/to/main.py`\n", [], id="invented"),
        pytest.param("See [src/main.py](x) or https://x.org/src/main.py\n", [], id="links"),
        pytest.param("Create it. See `src/main.py`. It was moved.\n", ["src/main.py"], id="the next sentence is"),
        pytest.param(f"Create {FAR} `src/main.py`\n", ["src/main.py"], id="far away is"),
        pytest.param("Create it\n`src/main.py:12-14`\nwas moved\n", ["src/main.py"], id="the next line is"),
        pytest.param("`/etc/` and `/opt` and `./src/` and `./src`\n", ["/etc/"], id="a folder at the root"),
        pytest.param("See src/main.py and src/main.pyx\n", ["src/main.py"], id="plain text"),
    ],
)
def test_paths_of_files(text: str, paths: list[str]) -> None:
    assert [one.path for one in facts_of(parse("x.md", text.encode())).paths] == paths


@pytest.mark.parametrize(
    ("text", "section"),
    [
        pytest.param("# A\n\n## Contents\n\nNone.\n", None, id="a heading alone"),
        pytest.param("# A\n\n## Contents\n\n- [B](b.md)\n- [C](#c)\n- D\n- [E](e.md)\n", 2, id="half leads out"),
        pytest.param("# A\n\n## Contents\n\n- [B](b.md)\n- [C](#c)\n", 2, id="a list"),
        pytest.param("# A\n\n- [B](#b)\n- [C](#c)\n", None, id="two links without a heading"),
        pytest.param("# A\n\n- [B](#b)\n- [C](#c)\n- [D](#d)\n", -1, id="three links without a heading"),
        pytest.param("# A\n\n## B\n\n- [B](#b)\n- [C](#c)\n- [D](#d)\n", None, id="too far down"),
        pytest.param("# A\n\n[TOC]\n", -1, id="a mark for a tool"),
    ],
)
def test_the_section_of_the_table_of_contents(text: str, section: int | None) -> None:
    toc = facts_of(parse("x.md", text.encode())).toc

    assert (toc.section if toc else None) == section


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        pytest.param("| Version | Date |\n|-|-|\n| 1.0 | May 2025 |\n", [], id="no changes"),
        pytest.param("| Change | Version |\n|-|-|\n| x | 1.0 |\n", [], id="neither date nor version first"),
        pytest.param("| Date | Changes |\n|-|-|\n| May 2025 | x |\n", [("", "May 2025", 3, 15)], id="dates"),
        pytest.param("| Version | Changes |\n|-|-|\n| 1.0 | x |\n", [("1.0", "", 3, 10)], id="versions"),
    ],
)
def test_the_history_of_a_document(table: str, rows: list[tuple[str, str, int, int]]) -> None:
    found = facts_of(parse("x.md", table.encode())).revisions

    assert [(one.version, one.date, one.span.column, one.span.end_column) for one in found] == rows


@pytest.mark.parametrize(
    ("text", "stamps"),
    [
        pytest.param("| Owner | Rank |\n|-|-|\n| Ada | 1 |\n| Bob | 2 |\n", [], id="a table of people"),
        pytest.param("| A | B |\n|-|-|\n| Last updated | May 2025 |\n", [("updated", "May 2025")], id="a date"),
        pytest.param(
            "| A | B |\n|-|-|\n| Owner: | Ada |\n| Version | 2 |\n",
            [("owner", "Ada"), ("version", "2")],
            id="two fields",
        ),
    ],
)
def test_tables_of_fields(text: str, stamps: list[tuple[str, str]]) -> None:
    found = facts_of(parse("x.md", f"# A\n\n{text}".encode())).stamps

    assert [(one.kind, one.value) for one in found] == stamps
