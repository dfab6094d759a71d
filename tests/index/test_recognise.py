"""Which documents are indexes, what is in them, and what they owe."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from doclint.engine import check
from doclint.index import entries_of, indexes_of
from doclint.index.reach import Model, distances
from doclint.model import Severity
from doclint.project import Project
from doclint.settings import Index, Settings

PAGES = {f"docs/{name}.md": f"# {name.title()}\n" for name in ("setup", "restore", "failover", "scale")}
LINKS = "".join(f"- [{path}]({path.removeprefix('docs/')})\n" for path in PAGES)
TWO = "- [Setup](setup.md)\n- [Restore](restore.md)\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("docs/guide.md", "# Guide\n\n" + LINKS, id="a page that links a lot"),
        pytest.param("docs/README.md", "# Docs\n\n" + TWO, id="a README that lists half of them"),
        pytest.param("docs/index.md", "# Welcome\n\nRead on.\n", id="a start page without links"),
        pytest.param("docs/INDEX.md", "# Tuning the index\n\nSee [setup](setup.md).\n", id="another kind of index"),
        pytest.param("docs/toc.md", "# Write a good table of contents\n\n" + TWO, id="about tables of contents"),
        pytest.param("docs/faults.md", "# Fault index\n\n" + TWO, id="an index of something that lists half of them"),
        pytest.param("docs/indexing.md", "# Indexing strategy\n\n" + TWO, id="a word like it"),
        pytest.param("docs/start.md", "---\nteam: Docs\n---\n\n## Documentation index\n\n" + TWO, id="no title"),
        pytest.param("docs/DOCS_INDEX.md", "# Docs\n\n[Setup](setup.md)\n", id="its name, and one entry"),
        pytest.param("README.md", "# Store\n\n[Setup](docs/setup.md) [Scale](docs/scale.md)\n", id="two of a project"),
    ],
)
def test_what_is_no_index(make_project: Callable[..., Project], path: str, text: str) -> None:
    assert make_project({**PAGES, path: text}).ask(indexes_of) == ()


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        pytest.param("docs/DOCS_INDEX.md", "# Docs\n\n" + TWO, "it is called DOCS_INDEX.md", id="its name"),
        pytest.param(
            "docs/start.md", "---\ntype: index\n---\n\n# All\n\n" + TWO, "front matter", id="its front matter"
        ),
        pytest.param("docs/TABLE_OF_CONTENTS.md", "# All\n\n" + TWO, "TABLE_OF_CONTENTS", id="another name"),
        pytest.param("docs/toc.md", "# Store: table of contents\n\n" + TWO, "toc.md", id="a table of contents"),
        pytest.param("docs/all.md", "# Topic index\n\n" + LINKS, "4 of the 4", id="an index of anything, of all"),
        pytest.param("docs/SUMMARY.md", "# Summary\n\n" + TWO, "SUMMARY.md", id="of mdBook"),
        pytest.param("docs/README.md", "# Documentation index & governance\n\n" + TWO, "its title", id="its title"),
        pytest.param("docs/start.md", "---\ntitle: Docs index\n---\n\n" + TWO, "its title", id="a title of fields"),
        pytest.param("docs/README.md", "# Docs\n\n" + LINKS, "4 of the 4", id="a README that lists them all"),
    ],
)
def test_an_index_by_name_title_or_shape(make_project: Callable[..., Project], path: str, text: str, why: str) -> None:
    found = make_project({**PAGES, path: text}).ask(indexes_of)

    assert [index.path for index in found] == [path]
    assert why in found[0].why


def test_the_readme_of_a_project_owes_only_what_it_lists(make_project: Callable[..., Project]) -> None:
    three = "".join(f"- [{path}]({path})\n" for path in sorted(PAGES)[:3])

    (index,) = make_project({**PAGES, "README.md": "# Store\n\n" + three}).ask(indexes_of)

    assert index.why == "it lists 3 of the 3 documents here"
    assert index.owed == tuple(sorted(PAGES)[:3])


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        pytest.param("[a](setup.md) [b](restore.md)", {"setup", "restore"}, id="links"),
        pytest.param("[a](./setup.md#top) [b](/docs/restore.md)", {"setup", "restore"}, id="fragments, from the root"),
        pytest.param(
            "## 1\n\n**File**: `/docs/setup.md`\n\n## 2\n\n**Path:** restore.md", {"setup", "restore"}, id="labels"
        ),
        pytest.param("- setup.md\n- `restore.md`: how", {"setup", "restore"}, id="a plain list"),
        pytest.param("| Document |\n|-|\n| setup.md |\n| `restore.md` |", {"setup", "restore"}, id="a table"),
        pytest.param("```\ndocs/\n├── setup.md\n└── restore.md\n```", {"setup", "restore"}, id="a drawing"),
        pytest.param("## 1. **setup.md** (20 lines)\n\n## 2. `restore.md`", {"setup", "restore"}, id="headings"),
        pytest.param("see /home/me/docs/setup.md or restore.md", {"setup", "restore"}, id="another machine"),
        pytest.param("[all](../docs/)", {"setup", "restore", "failover", "scale", "INDEX"}, id="a folder"),
        pytest.param("[a](setup.md) [x](https://x.org/restore.md) [b](gone.md) ![p](restore.md)", set(), id="others"),
    ],
)
def test_what_is_listed(make_project: Callable[..., Project], text: str, listed: set[str]) -> None:
    settings = Settings(index=Index(files=("docs/INDEX.md",)))
    found = make_project({**PAGES, "docs/INDEX.md": f"# Index\n\n{text}\n"}, settings).ask(indexes_of)

    expected = listed or {"setup"}
    assert {path.removeprefix("docs/").removesuffix(".md") for path in found[0].listed} == expected


def test_the_forms_of_an_entry(make_project: Callable[..., Project]) -> None:
    text = (
        "# Index\n\nSee setup.md, [how](restore.md#top), [old](old.md), [it](INDEX.md), [p](plan.pdf), [all](.),\n"
        "![s](scale.md) and [web](https://x.org/a.md).\n\n## 1. scale.md\n\n**File**: `setup.md`\n\n- failover.md\n"
    )
    project = make_project({**PAGES, "docs/INDEX.md": text, "docs/plan.pdf": ""})

    found = [
        (entry.form, entry.path, entry.target, entry.name, entry.span.line, entry.section)
        for entry in sorted(entries_of(project, "docs/INDEX.md"), key=lambda entry: entry.span)
    ]

    assert found == [
        ("name", "docs/setup.md", "setup.md", "setup.md", 3, 1),
        ("link", "docs/restore.md", "restore.md#top", "how", 3, 1),
        ("link", "", "old.md", "old", 3, 1),
        ("folder", "docs", ".", "all", 3, 1),
        ("heading", "docs/scale.md", "scale.md", "1. scale.md", 6, 2),
        ("label", "docs/setup.md", "setup.md", "1. scale.md", 8, 2),
        ("item", "docs/failover.md", "failover.md", "failover.md", 10, 2),
    ]


@pytest.mark.parametrize(
    ("index", "others", "owed"),
    [
        pytest.param("docs/INDEX.md", ("docs/a/deep.md",), True, id="below its folder"),
        pytest.param("docs/INDEX.md", ("other/a.md",), False, id="beside its folder"),
        pytest.param("docs/INDEX.md", ("docs/archive/a.md",), False, id="set aside"),
        pytest.param("docs/INDEX.md", ("docs/adr/template.md",), False, id="a template"),
        pytest.param("docs/INDEX.md", ("docs/CHANGELOG.md",), False, id="of the repository"),
        pytest.param("docs/INDEX.md", ("docs/security-report.md",), True, id="only the beginning of such a name"),
        pytest.param("INDEX.md", ("docs/a.md",), True, id="at the root, beside what is listed"),
        pytest.param("INDEX.md", ("lib/README.md",), False, id="at the root, elsewhere"),
    ],
)
def test_what_is_owed(make_project: Callable[..., Project], index: str, others: tuple[str, ...], owed: bool) -> None:
    files: Mapping[str, str] = {
        **PAGES,
        index: f"# Documentation index\n\n{LINKS.replace('](', '](/docs/')}",
        **dict.fromkeys(others, "# A\n"),
    }

    found = make_project(files).ask(indexes_of)

    assert (others[0] in found[0].owed) is owed


@pytest.mark.parametrize(
    ("notes", "owed"),
    [
        pytest.param(5, 2, id="fewer than half of what is beside it"),
        pytest.param(4, 4, id="half"),
    ],
)
def test_an_index_at_the_root_about_a_few_documents_owes_no_others(
    make_project: Callable[..., Project], notes: int, owed: int
) -> None:
    files = {f"note{number}.md": "# Note\n" for number in range(notes)}
    text = "# Documentation index: refactoring\n\n[a](note0.md), [b](note1.md)\n"

    found = make_project({**files, "DOCUMENTATION_INDEX.md": text}).ask(indexes_of)

    assert found[0].owed == tuple(files)[:owed]


def test_settings_name_the_indexes(make_project: Callable[..., Project]) -> None:
    files = {**PAGES, "docs/INDEX.md": "# Documentation index\n\n" + LINKS, "docs/start.md": "# Start\n\n" + TWO}
    settings = Settings(index=Index(files=("docs/start.md",), ignore=("docs/scale.md",)))

    found = make_project(files, settings).ask(indexes_of)

    assert [index.path for index in found] == ["docs/start.md"]
    assert "docs/scale.md" not in found[0].owed
    assert "docs/failover.md" in found[0].owed


def test_an_index_that_only_the_settings_know_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n")

    report = check(tmp_path, (), Settings(index=Index(files=("INDEX.md",))), datetime.date(2026, 1, 15))

    assert [(one.rule, one.path, one.severity) for one in report.diagnostics] == [("DL202", "INDEX.md", Severity.ERROR)]


def test_clicks_and_minutes_to_a_document(make_project: Callable[..., Project]) -> None:
    page = "# A\n\n" + "word " * 118 + "\n\n[b]({})\n"
    project = make_project({"README.md": page.format("b.md"), "b.md": page.format("c.md"), "c.md": "# C\n"})
    words, lines = project.facts["b.md"].words, project.facts["b.md"].lines

    found = distances(project, ("README.md",), Model(words_per_minute=100, seconds_per_click=6.0))

    one = words * 4 / lines / 100 + 0.1
    assert [(path, each.clicks, each.via) for path, each in found.items()] == [
        ("README.md", 0, ""),
        ("b.md", 1, "README.md"),
        ("c.md", 2, "b.md"),
    ]
    assert found["c.md"].minutes == pytest.approx(2 * one)
