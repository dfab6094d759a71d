"""What is taken from a document: names of files, labels, openings of lines, paths, what acts as a heading."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import astuple

from doclint.facts import facts_of
from doclint.facts.stamps import version_number
from doclint.markdown import parse
from doclint.model import Span

DOCUMENT, _, READ = (Path(__file__).parent / "document.txt").read_text("utf-8").partition("<<<<\n")
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
        pytest.param("Tests (e.g. of `src/main.py`)\n", [], id="an example"),
        pytest.param("{% include src/main.html %} and {* src/main.py *}\n", [], id="put in by a template"),
        pytest.param("**src/main.py**:\n\n```py\nrun()\n```\n", [], id="the code below is it"),
        pytest.param("## What's new\n\n### Parser\n\n- `src/main.py` faster\n", [], id="under what is new"),
        pytest.param("## v1.2\n\n- `src/main.py` faster\n", [], id="under a release"),
        pytest.param("## 1.2 Parser\n\nIn `src/main.py`:\n\n```py\nx\n```\n", ["src/main.py"], id="a section"),
        pytest.param("- src/main.py\n\n```py\nrun()\n```\n", ["src/main.py"], id="an item above code is"),
        pytest.param("Create it. See `src/main.py`. It was moved.\n", ["src/main.py"], id="the next sentence is"),
        pytest.param(f"Create {FAR[:112]} `src/main.py`\n", [], id="within 120 characters"),
        pytest.param(f"`src/main.py` {FAR[:112]} moved\n", [], id="within 120 characters after it"),
        pytest.param(f"Create {FAR[:120]} `src/main.py` {FAR[:120]} moved\n", ["src/main.py"], id="far away is"),
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
        pytest.param("# A\n\n## Contents\n\n- [B](b.md)\n- [C](c.md)\n- [D](#d)\n", None, id="more leads out"),
        pytest.param("# A\n\n## Contents\n\n[B](#b) [C](#c)\n", 2, id="a line of links"),
        pytest.param("# A\n\n## Contents\n\n- B\n- ![x](x.png)\n", 2, id="names, and an image"),
        pytest.param("# A\n\n| [B](#b) | [C](#c) | [D](#d) |\n|-|-|-|\n", None, id="a table"),
        pytest.param("# A\n\n- [B](#b)\n- [C](#c)\n- [D](#)\n- [ ](#d)\n", None, id="no fragment, no text"),
        pytest.param("# A\n\nx\n\n# B\n\n- [B](#b)\n- [C](#c)\n- [D](#d)\n", -1, id="in the third section"),
        pytest.param("# A\n\n# B\n\n# C\n\n- [B](#b)\n- [C](#c)\n- [D](#d)\n", None, id="in the fourth"),
        pytest.param("# A\n\n[TOC]\n", -1, id="a mark for a tool"),
        pytest.param("# A\n\n.. contents::\n", -1, id="one of reStructuredText"),
        pytest.param("# A\n\nThe contents, [TOC].\n", None, id="a word about it"),
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


def test_all_that_is_read_of_a_document() -> None:
    assert list(read(DOCUMENT)) == READ.splitlines()


def read(text: str) -> Iterator[str]:
    """A line for each fact, with what its spans mark; claims and instructions have their own tests."""
    facts = facts_of(parse("docs/x.md", text.encode()), frozenset(["contents"]))
    for name, value in {"path": facts.path, **facts.all()}.items():
        for one in value if isinstance(value, tuple) else [value]:
            if one is not None:
                yield f"{name}: {shown(one, text.split(chr(10)))}"


def shown(value: object, lines: list[str]) -> str:
    if isinstance(value, Span):
        inside = "\n".join(lines[value.line - 1 : value.end_line])
        cut = len(inside) - len(lines[value.end_line - 1]) + value.end_column - 1
        return f"{value.line}:{value.column} {inside[value.column - 1 : cut]!r}"
    if isinstance(value, Struct):
        return " | ".join(shown(part, lines) for part in astuple(value))
    if isinstance(value, tuple):
        return f"({'; '.join(shown(part, lines) for part in value)})"
    return repr(value)


LINES = "x\n" * 100


@pytest.mark.parametrize(
    ("text", "stamps"),
    [
        pytest.param(LINES + "**Owner**: Ada\n" + LINES, [], id="an owner in the middle"),
        pytest.param(LINES + "\nOwner: Ada\n\n" + LINES, [], id="the same, plain"),
        pytest.param(LINES + "## B\n\n**Owner**: Ada\n\n" + LINES, [], id="an owner of a section"),
        pytest.param("# A\n\n## B\n\n**Owner**: Ada\n" + LINES, [], id="of a section near the top"),
        pytest.param(LINES[:80] + "**Owner**: Ada\n" + LINES, [], id="line 41"),
        pytest.param(LINES + "**Owner**: Ada\n" + LINES[:50], [], id="line 26 from the end"),
        pytest.param("# A\n\nThe owner: Ada\n", [], id="in a sentence"),
        pytest.param("# A\n\nUpdated the texts\n", [], id="no date follows"),
        pytest.param("# A\n\nOwner - Ada\n", [], id="a dash is no colon"),
        pytest.param(LINES[:78] + "**Owner**: Ada\n" + LINES, [("owner", "Ada", True)], id="line 40"),
        pytest.param(LINES[:76] + "\nOwner: Ada\n\n" + LINES, [("owner", "Ada", True)], id="line 40, plain"),
        pytest.param(LINES + "**Owner**: Ada\n" + LINES[:48], [("owner", "Ada", True)], id="line 25 from the end"),
        pytest.param(LINES + "\nOwner: Ada\n\n" + LINES[:46], [("owner", "Ada", True)], id="the same, plain"),
        pytest.param(
            LINES + "## Document control\n\nOwner: Ada\n\n" + LINES, [("owner", "Ada", True)], id="a section about it"
        ),
        pytest.param(LINES + "**Last Updated**: May\n" + LINES, [("updated", "May", False)], id="a date is of all"),
        pytest.param(
            "This page was updated on 3 May 2025. Maintained by: Ada;\n",
            [("updated", "3 May 2025. Maintained by: Ada", True)],
            id="a sentence",
        ),
        pytest.param(
            "**Owner**: Ada\n**owner**: Bob\n\nOwner: Eve\n",
            [("owner", "Ada", True), ("owner", "Bob", True), ("owner", "Eve", True)],
            id="one each line",
        ),
        pytest.param(
            "# A\n\n| Owner | Version |\n|-|-|\n| Ada | 2 |\n",
            [("owner", "Ada", True), ("version", "2", True)],
            id="one row",
        ),
        pytest.param(
            "# A\n\n| Owner | Part | Version |\n|-|-|-|\n| Ada | x | 2 |\n",
            [("owner", "Ada", True), ("version", "2", True)],
            id="one row with more",
        ),
        pytest.param("# A\n\n| Owner | Part | Rank |\n|-|-|-|\n| Ada | x | 2 |\n", [], id="one field of three"),
    ],
)
def test_where_a_field_is_of_the_document(text: str, stamps: list[tuple[str, str, bool]]) -> None:
    found = facts_of(parse("x.md", text.encode())).stamps

    assert [(one.kind, one.value, one.whole) for one in found] == stamps


@pytest.mark.parametrize(
    ("written", "number"),
    [
        pytest.param("next", (), id="no number"),
        pytest.param("1.0-rc", (), id="not a number only"),
        pytest.param("1." + "2" * 20, (), id="as long as no number is"),
        pytest.param("1." + "2" * 19, (1, 2222222222222222222), id="a long one"),
        pytest.param("Version 1", (1,), id="with its name"),
        pytest.param("v1.0.0 (draft)", (1,), id="zeros and more words"),
        pytest.param("0.0", (0,), id="nothing but zeros"),
        pytest.param("**1.20**", (1, 20), id="bold"),
    ],
)
def test_versions_are_compared_as_numbers(written: str, number: tuple[int, ...]) -> None:
    assert version_number(written) == number


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("\n\n# A\n", (4, 4), id="the next line with text"),
        pytest.param("\n\n```\nx\n```\ny\n", (4, 6), id="a block of code"),
        pytest.param("| A |\n|-|\n| x |\n\ny\n", (2, 4), id="a table"),
        pytest.param("- x\n\n  ```\n  y\n  ```\n", (2, 2), id="a block further down"),
        pytest.param("- ```\n  y\n  ```\n", (2, 4), id="a block in a line"),
        pytest.param("\n\n", (3, 3), id="nothing follows"),
    ],
)
def test_what_the_next_line_is(text: str, lines: tuple[int, int]) -> None:
    (found,) = facts_of(parse("x.md", f"<!-- doclint-disable-next-line -->\n{text}".encode())).directives

    assert (found.first, found.last) == lines


def test_a_comment_of_mdx_holds_no_links() -> None:
    text = b"[a](a.md)\n{/* [b](b.md) */}\n[c](c.md) {/* [d](d.md)\n[e](e.md) */}[f](f.md) {/* [g](g.md)\n"

    assert [link.target for link in facts_of(parse("x.mdx", text)).links] == ["a.md", "c.md", "f.md", "g.md"]
