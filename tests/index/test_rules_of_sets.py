"""Rules about sets where their examples do not reach."""

from collections.abc import Callable, Mapping

import pytest

from doclint.engine import lint_document, lint_project
from doclint.model import Finding
from doclint.project import Project
from doclint.rule import ProjectRule
from doclint.rules import rule_named
from doclint.settings import Settings
from tests.stated import read_yaml

INDEX = "# Documentation index\n\n[Restore](restore.md), [Setup](setup.md)\n\n"
DATED = {f"docs/{name}.md": f"# {name}\n\n**Last updated**: 2026-01-10\n" for name in ("a", "b", "c")}
TABLE = "| Document | {} |\n|-|-|\n| [Restore](restore.md) | {} |\n"
FULL = "# Documentation index\n\n[D](d.md)\n\n## Scenarios covered\n\n- Disk full\n"
PROMISED = {
    "docs/setup.md": "# Setup\n",
    "docs/INDEX.md": "# Documentation index\n\n[s](setup.md)\n\n## Restore\n\n**File**: `restore.md`\n\n"
    "**Contents**:\n- Verification of backups\n",
}
AGE = "# Documentation index\n\n[a](a.md) [b](b.md)\n\n| Document | Last updated |\n|-|-|\n| [a](a.md) | {} |\n"
ROWS = "| Version | Date | Changes |\n|-|-|-|\n| 1.1 | 2025-01-01 | x |\n| 1.2 | 2025-02-01 | y |\n"
HISTORY = "# A\n\n**Version**: {}\n\n" + ROWS
SIZED = "sizes:\n- {paths: ['*.md'], section: {lines: 1-5}}\n"
AGED = "# Disk runbook\n\n**Last updated**: {}\n"
PAGES = {"docs/restore.md": "# Restore\n\n**Owner**: Ada\n\n**Status**: Draft\n", "docs/setup.md": "# Setup\n"}
SECTIONS = "".join(f"## {name}\n\n### How\n\nx\n\n### Why\n\nx\n\n" for name in ("One", "Two", "Three"))
SECTIONS += "## Four\n\n### How\n\nx\n"
ALL = {**PAGES, "docs/INDEX.md": f"{INDEX}```\nRestore\n└── See also: All other documents\n```\n"}


def read_by(here: str, there: str) -> dict[str, str]:
    """An index and a document that say for whom the document is."""
    index, page = INDEX + TABLE.format("Audience", here), f"# Restore\n\n**Audience**: {there}\n"
    return {"docs/INDEX.md": index, "docs/restore.md": page}


def said(project: Project, code: str) -> list[Finding]:
    """What a rule finds in a project, or in its documents one by one."""
    rule = rule_named(code)
    assert rule
    found = [*lint_project(project, project.settings, [rule])]
    for path in project.facts if not isinstance(rule, ProjectRule) else ():
        found += lint_document(path, project.read(path) or b"", project.settings, [rule]).findings
    return [finding for _, finding in found]


@pytest.mark.parametrize(
    ("code", "files", "subjects"),
    [
        pytest.param("DL501", {**DATED, "docs/2024-11-05-outage.md": "# Outage\n"}, [], id="a record has its date"),
        pytest.param("DL501", {**DATED, "docs/CHANGELOG.md": "# Changes\n"}, [], id="none of the documentation"),
        pytest.param("DL501", {**DATED, "docs/d.md": "# D\n"}, ["last updated"], id="one of a kind without a date"),
        pytest.param(
            "DL104", {"reference/x.md": "---\nsource: y.md\n---\n\n# X\n\nText.\n"}, [], id="a page made of another"
        ),
        pytest.param("DL104", {"reference/x.md": "# X\n\nText.\n"}, ["reference"], id="a page without content"),
        pytest.param(
            "DL204", {**PAGES, "docs/INDEX.md": INDEX + TABLE.format("Owner", "Ada")}, [], id="the same owner"
        ),
        pytest.param(
            "DL204",
            {**PAGES, "docs/INDEX.md": INDEX + TABLE.format("Status", "Done")},
            [],
            id="a field of two meanings",
        ),
        pytest.param(
            "DL204",
            {**PAGES, "docs/INDEX.md": INDEX + TABLE.format("Owner", "Bob")},
            ["docs/restore.md: owner"],
            id="differs",
        ),
        pytest.param(
            "DL511",
            {"CODEOWNERS": "* @ada\n", "a.md": "# A\n\n**Author**: @bob\n\n**Owner**:\n"},
            [],
            id="an author, and nobody",
        ),
        pytest.param("DL511", {"CODEOWNERS": "* @ada\n", "a.md": "# A\n\n**Owner**: @bob\n"}, ["Owner"], id="an owner"),
        pytest.param("DL113", {"docs/INDEX.md": FULL, "docs/d.md": "# Disk full\n\n1. Wait.\n"}, [], id="the title"),
        pytest.param(
            "DL113", {"docs/INDEX.md": FULL, "docs/d.md": "# Disk\n\n## If full\n\n1. Wait.\n"}, [], id="title and more"
        ),
        pytest.param(
            "DL113",
            {
                "docs/INDEX.md": FULL.replace("full", "verified"),
                "docs/d.md": "# D\n\n## Disk verification\n\n1. Wait.\n",
            },
            [],
            id="another form of a word",
        ),
        pytest.param(
            "DL113",
            {"docs/INDEX.md": FULL, "docs/d.md": "# D\n\n## Disk\n\nx\n\n## Full\n\n1. Wait.\n"},
            ["Disk full"],
            id="half of it in each of two sections",
        ),
        pytest.param("DL114", {"a.md": f"# A\n\n{SECTIONS.replace('How', 'Why', 4)}"}, [], id="one shared subsection"),
        pytest.param("DL114", {"a.md": f"# A\n\n{SECTIONS}\n## Five\n\n### Who\n\nx\n"}, [], id="built otherwise"),
        pytest.param("DL114", {"a.md": f"# A\n\n{SECTIONS}"}, ["Four: 'Why'"], id="one of two shared subsections"),
        pytest.param(
            "DL113",
            {"docs/INDEX.md": FULL.replace("Disk full", "Failover"), "docs/d.md": "# Failover\n\n1. Wait.\n"},
            [],
            id="the title, one word",
        ),
        pytest.param("DL113", {"docs/a.md": FULL.replace("# Documentation index", "# A")}, [], id="listed by no index"),
        pytest.param(
            "DL113", {"docs/INDEX.md": FULL, "docs/d.md": "# Disk\n\n1. Wait.\n"}, ["Disk full"], id="half of it"
        ),
        pytest.param(
            "DL113",
            {"docs/INDEX.md": f"{FULL}\n## Disk full\n\n1. Wait.\n", "docs/d.md": "# D\n"},
            ["Disk full"],
            id="only in the list itself",
        ),
        pytest.param("DL203", {**PROMISED, "docs/restore.md": "# Restore\n\nVerify backups.\n"}, [], id="in a line"),
        pytest.param(
            "DL203",
            {**PROMISED, "docs/restore.md": "# Restore\n\nBackups.\n\nIt is verified.\n"},
            ["docs/restore.md: Verification of backups"],
            id="in two lines",
        ),
        pytest.param("DL204", {**DATED, "docs/INDEX.md": AGE.format("January 2026")}, [], id="the day is in the month"),
        pytest.param("DL204", {**DATED, "docs/INDEX.md": AGE.format("lately")}, [], id="no date"),
        pytest.param(
            "DL204", {**DATED, "docs/INDEX.md": AGE.format("2026-01-09")}, ["docs/a.md: updated"], id="a day before"
        ),
        pytest.param(
            "DL204", {**DATED, "docs/INDEX.md": AGE.format("February 2026")}, ["docs/a.md: updated"], id="a month after"
        ),
        pytest.param("DL312", {"a.md": '[a](#) [b](x) <a href="#">c</a>\n'}, ["a"], id="a mark that leads to the top"),
        pytest.param("DL204", {**PAGES, **read_by("SRE", "SRE, developers")}, [], id="some of the readers"),
        pytest.param("DL204", {**PAGES, **read_by("SRE, developers", "SRE")}, [], id="more of the readers"),
        pytest.param("DL204", {**PAGES, **read_by("SRE", "SRE")}, [], id="the same readers"),
        pytest.param(
            "DL204", {**PAGES, **read_by("SRE", "developers")}, ["docs/restore.md: audience"], id="other readers"
        ),
        pytest.param(
            "DL203",
            {**PROMISED, "docs/restore.md": "# Restore\n\n## Backups checksum verification\n"},
            [],
            id="more words in the heading",
        ),
        pytest.param("DL402", {"doclint.yaml": SIZED, "a.md": "# A\n\n## B\n\nx\n\n## C\n\nx\n"}, [], id="three lines"),
        pytest.param(
            "DL402",
            {"doclint.yaml": SIZED, "a.md": "# A\n\n## B\n\nx\ny\nz\n\n## C\n\nx\n"},
            ["B: lines"],
            id="five lines and an empty one",
        ),
        pytest.param("DL312", {"a.md": "[a]() [b](x) ![c]()\n"}, ["a", "c"], id="no target"),
        pytest.param("DL505", {"a.md": AGED.format("2025-01-15")}, [], id="as old as is usual"),
        pytest.param("DL505", {"a.md": AGED.format("2025-01-14")}, ["Last updated"], id="a day older"),
        pytest.param(
            "DL205", {**ALL, "docs/restore.md": "# Restore\n\n[s](setup.md) [i](INDEX.md)\n"}, [], id="names all"
        ),
        pytest.param("DL205", ALL, ["docs/restore.md -> All other documents"], id="names none"),
        pytest.param("DL502", {"a.md": "# A\n\n**Next review**: when we find time\n"}, [], id="of a date to come"),
        pytest.param("DL502", {"a.md": "# A\n\n**Last reviewed**: lately\n"}, ["Last reviewed"], id="of a day gone by"),
        pytest.param("DL502", {"a.md": "# A\n\n**Reviewed**: by Ada\n"}, [], id="of who looked at it"),
        pytest.param("DL502", {"a.md": "# A\n\n- **Updated**: `b.md` (now 22 lines)\n"}, [], id="of what was changed"),
        pytest.param("DL502", {"a.md": "# A\n\n**Updated**: lately\n"}, ["Updated"], id="of the last change"),
        pytest.param("DL507", {"a.md": HISTORY.format("1.2")}, [], id="a version of the history"),
        pytest.param(
            "DL507", {"a.md": "---\nversion: 2.0\n---\n\n# A\n\n**Version**: 1.9\n"}, ["Version"], id="two versions"
        ),
        pytest.param("DL507", {"a.md": HISTORY.format("1.3")}, ["Version history"], id="a version without a row"),
    ],
)
def test_what_is_said_of_a_set(
    make_project: Callable[..., Project], code: str, files: Mapping[str, str], subjects: list[str]
) -> None:
    project = make_project(files, read_yaml(files.get("doclint.yaml", ""), "doclint.yaml", Settings))

    assert [one.subject for one in said(project, code)] == subjects


PART = "## Playbook {}: {}\n\n### Detection\n\nx\n\n### Investigation\n\nx\n\n### Resolution\n\nx\n\n"
PARTS = "".join(PART.format(number, name) for number, name in enumerate(("Disk", "Net", "Mail"), 1))
STALE = {
    **PAGES,
    "docs/restore.md": "# Restore\n\n**Last updated**: 2025-01-10\n",
    "docs/INDEX.md": INDEX + TABLE.format("Update frequency", "monthly"),
}


@pytest.mark.parametrize(
    ("code", "files", "places"),
    [
        pytest.param("DL504", STALE, [("docs/INDEX.md", 7)], id="a schedule where it is stated"),
        pytest.param(
            "DL105", {"a.md": f"# Playbooks\n\n{PARTS}"}, [("a.md", 17), ("a.md", 31)], id="parts but the first"
        ),
        pytest.param("DL507", {"a.md": HISTORY.format("1.3")}, [("a.md", 8)], id="the newest row"),
        pytest.param(
            "DL113",
            {"docs/INDEX.md": FULL, "docs/d.md": "# D\n\n## Disk full\n"},
            [("docs/d.md", 3)],
            id="a mere heading",
        ),
    ],
)
def test_what_else_is_shown(
    make_project: Callable[..., Project], code: str, files: Mapping[str, str], places: list[tuple[str, int]]
) -> None:
    (finding,) = said(make_project(files), code)

    assert [(place.path, place.span.line) for place in finding.related] == places


@pytest.mark.parametrize(
    ("target", "others", "written"),
    [
        pytest.param("old/gone.md", {}, None, id="nothing like it"),
        pytest.param(
            "old/scale.md", {"docs/a/scale.md": "# S\n", "docs/b/scale.md": "# S\n"}, None, id="two of the name"
        ),
        pytest.param("old/shape.mdx", {"docs/shape.mdx": ""}, None, id="no document"),
        pytest.param("old/restore.md", {}, "restore.md", id="in its folder"),
        pytest.param("../old/scale.md", {"ops/scale.md": "# S\n"}, "../ops/scale.md", id="in another folder"),
        pytest.param("/old/restore.md", {}, "/docs/restore.md", id="from the root"),
        pytest.param("../../old/restore.md", {}, "restore.md", id="from out of the repository"),
        pytest.param("restroe.md", {}, "restore.md", id="another spelling"),
        pytest.param("/docs/restroe.md", {}, "/docs/restore.md", id="another spelling, from the root"),
    ],
)
def test_where_the_file_of_an_entry_is_now(
    make_project: Callable[..., Project], target: str, others: Mapping[str, str], written: str | None
) -> None:
    rule = rule_named("DL202")
    assert rule
    project = make_project({**PAGES, **others, "docs/INDEX.md": f"{INDEX}## Old\n\n**File**: `{target}`\n"})

    ((_, finding),) = lint_project(project, project.settings, [rule])

    assert (finding.fix and (finding.fix.edits[0].text, finding.fix.safe)) == (written and (written, False))


@pytest.mark.parametrize(
    ("now", "subjects"),
    [
        pytest.param("# A\n\n**Version**: 1.2\n", [], id="no change"),
        pytest.param("# A\n\n**Version**: 1.3\n\nMore.\n", [], id="with the text"),
        pytest.param("# A\n\nMore.\n", [], id="no version any more"),
        pytest.param("# A\n\n**Version**: 1.2\n\nMore.\n", ["Version"], id="not with the text"),
    ],
)
def test_a_version_changes_with_the_text(make_project: Callable[..., Project], now: str, subjects: list[str]) -> None:
    rule = rule_named("DL509")
    assert rule
    settings = Settings(rules={"DL509": {"version": True}})
    project = make_project({"a.md": now}, settings, base={"a.md": "# A\n\n**Version**: 1.2\n"})

    assert [one.subject for _, one in lint_project(project, settings, [rule])] == subjects
