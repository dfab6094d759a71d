"""The menus of sites as indexes: what they name and owe, and that their settings are data."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from doclint.engine import check, lint_project
from doclint.index import navigations_of
from doclint.model import Severity, Span
from doclint.project import Project
from doclint.rules import rule_named
from doclint.settings import Index, Settings

MakeProject = Callable[..., Project]
PAGES = {f"docs/{name}.md": f"# {name.title()}\n" for name in ("index", "setup", "restore", "scale")}
NAV = "nav:\n  - Home: index.md\n  - Work:\n      - setup.md\n      - Restore: restore.md\n"


def found(project: Project) -> list[tuple[str, str, int, str]]:
    """Code, path, line and subject of what is said about what menus name and leave out."""
    rules = [rule for code in ("DL201", "DL202", "DL206") if (rule := rule_named(code))]
    findings = lint_project(project, project.settings, rules)
    return [(code, one.path, one.span.line, one.subject) for code, one in findings]


MISSING = ("DL201", "docs/scale.md", 1, "mkdocs.yml")

BOMB = "a0: &a0 [index.md]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 9)) + "nav: *a8\n"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param("site_name: A\n", [], id="no navigation"),
        pytest.param(f"{NAV}  - Scale: scale.md\n", [], id="all pages"),
        pytest.param(f"{NAV}  - ./scale.md\n  - Web: https://x.org/a.md\n  - Top: /a/\n  - Empty:\n", [], id="others"),
        pytest.param(f"{NAV}  - ...\n", [], id="the rest, for a plugin"),
        pytest.param(f"{NAV}  - Gone: gone/\n  - All: 'x/*'\n", [], id="a folder and a pattern, for plugins"),
        pytest.param(f"{NAV}  - !include x.yml\n  - !ENV [A, scale.md]\n  - scale.md\n", [], id="tags"),
        pytest.param(f"not_in_nav: |\n  /scale.md\n{NAV}", [], id="left out on purpose"),
        pytest.param(f"exclude_docs: 's*.md'\nnot_in_nav: '!'\n{NAV}", [], id="no page at all, and no pattern"),
        pytest.param("nav: index.md\n", [], id="one page is no list"),
        pytest.param("nav: [index.md\n", [], id="no YAML"),
        pytest.param("- a\n", [], id="no settings"),
        pytest.param(f"x: &x {{Scale: scale.md}}\n{NAV}  - *x\n", [], id="by an alias"),
        pytest.param("nav: &x [index.md, *x]\n", [], id="an alias without an end"),
        pytest.param(BOMB, [], id="aliases of aliases"),
        pytest.param("x: &x [1]\ny: *x\n" + NAV, [MISSING], id="an alias elsewhere"),
        pytest.param("nav: " + "[" * 60 + "]" * 60, [], id="too deep"),
        pytest.param(NAV, [MISSING], id="a page is left out"),
        pytest.param(
            f"theme: !!python/name:os.system\nplugins:\n  - search\n  - mkdocstrings: {{}}\n{NAV}",
            [MISSING],
            id="a tag",
        ),
        pytest.param(
            f"{NAV}  - Scale: scale.md\n  - Old: old/gone.md\n",
            [("DL202", "mkdocs.yml", 7, "old/gone.md")],
            id="a page that is not there",
        ),
    ],
)
def test_the_navigation_of_mkdocs(
    make_project: MakeProject, settings: str, expected: list[tuple[str, str, int, str]]
) -> None:
    assert found(make_project({**PAGES, "mkdocs.yml": settings})) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("nav = [\n", [], id="no TOML"),
        pytest.param('[project]\nsite_name = "A"\n', [], id="no navigation"),
        pytest.param(
            '[project]\nnav = [\n  {"Home" = "index.md"},\n  {"Work" = ["setup.md", "restore.md", "gone.md"]},\n]\n',
            [("DL201", "docs/scale.md", 1, "zensical.toml"), ("DL202", "zensical.toml", 2, "gone.md")],
            id="a page is left out, one is not there",
        ),
    ],
)
def test_the_navigation_of_zensical(
    make_project: MakeProject, text: str, expected: list[tuple[str, str, int, str]]
) -> None:
    assert found(make_project({**PAGES, "zensical.toml": text})) == expected


def test_what_the_menu_shows_is_reached(make_project: MakeProject) -> None:
    others = {f"docs/guides/{name}.md": f"# {name}\n" for name in ("a", "b", "c", "d")}
    nav = "nav:\n  - index.md\n  - guides/a.md\n  - guides/b.md\n  - guides/c.md\n  - guides/d.md\n"

    assert found(make_project({"docs/index.md": "# A\n", **others, "mkdocs.yml": nav})) == []


def test_a_menu_is_judged_when_all_is_checked_or_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# A\n")
    (tmp_path / "mkdocs.yml").write_text(NAV)
    settings, today = Settings(select=("DL202",)), datetime.date(2026, 1, 15)

    counts = [len(check(tmp_path, paths, settings, today).diagnostics) for paths in ([], ["mkdocs.yml"], ["docs/x.md"])]

    assert counts == [2, 2, 0]


def test_the_folder_of_the_documents_is_as_stated(make_project: MakeProject) -> None:
    files = {"web/mkdocs.yaml": f"docs_dir: pages\n{NAV}", "web/pages/index.md": "# A\n", "web/pages/b.md": "# B\n"}

    assert sorted(found(make_project(files))) == [
        ("DL201", "web/pages/b.md", 1, "web/mkdocs.yaml"),
        ("DL202", "web/mkdocs.yaml", 5, "setup.md"),
        ("DL202", "web/mkdocs.yaml", 6, "restore.md"),
    ]


@pytest.mark.parametrize(
    ("plugin", "severity"),
    [
        pytest.param("autorefs", None, id="makes none"),
        pytest.param("gen-files: {scripts: [a.py]}", Severity.WARNING, id="makes pages"),
    ],
)
def test_a_page_that_a_plugin_may_make(make_project: MakeProject, plugin: str, severity: Severity | None) -> None:
    settings = f"plugins:\n  - {plugin}\n{NAV}  - api.md\n"
    rule = rule_named("DL202")
    assert rule
    ((_, finding),) = lint_project(make_project({**PAGES, "mkdocs.yml": settings}), Settings(), [rule])

    assert finding.severity is severity


@pytest.mark.parametrize(
    ("files", "settings"),
    [
        pytest.param({"docs/setup.de.md": "# Aufbau\n"}, None, id="a translation"),
        pytest.param({"docs/_part.md": "# Part\n"}, None, id="a part of pages"),
        pytest.param({"docs/blog/first.md": "# First\n"}, None, id="another folder"),
        pytest.param({"docs/old.md": "# Old\n"}, Settings(index=Index(ignore=("docs/old.md",))), id="the settings"),
        pytest.param({f"docs/note-{number}.md": "# Note\n" for number in range(5)}, None, id="most are not listed"),
    ],
)
def test_what_a_menu_does_not_owe(
    make_project: MakeProject, files: Mapping[str, str], settings: Settings | None
) -> None:
    nav = f"{NAV}  - scale.md\n"

    assert found(make_project({**PAGES, **files, "mkdocs.yml": nav}, settings)) == []


DOCUSAURUS = {
    "web/docusaurus.config.js": "",
    "web/docs/01-intro.md": "# Intro\n",
    "web/docs/2_guides/run.mdx": "# Run\n",
    "web/docs/2_guides/stop.md": "---\nid: halt\n---\n\n# Stop\n",
    "web/docs/2_guides/tune.md": "# Tune\n",
}


@pytest.mark.parametrize(
    ("sidebars", "expected"),
    [
        pytest.param('{"a": ["intro", {"type": "autogenerated", "dirName": "."}]}', [], id="made from folders"),
        pytest.param('{"a": [{"type": "link", "href": "https://x.org"}, "intro"]}', [], id="a link"),
        pytest.param('{"a": [3, null, {"type": "category"}, {"type": "doc"}]}', [], id="nonsense"),
        pytest.param(
            '{"a": ["intro", {"Guides": ["guides/halt"]},\n\t{"type": "doc", "id": "guides/tune"}]}', [], id="shorthand"
        ),
        pytest.param(
            '{"a": ["intro", {"type": "category", "link": {"type": "doc", "id": "guides/halt"},\n "items": ["gone"]}]}',
            [("DL201", "web/docs/2_guides/tune.md", 1, "web/sidebars.json"), ("DL202", "web/sidebars.json", 2, "gone")],
            id="one left out, one gone",
        ),
    ],
)
def test_the_sidebars_of_docusaurus(
    make_project: MakeProject, sidebars: str, expected: list[tuple[str, str, int, str]]
) -> None:
    assert sorted(found(make_project({**DOCUSAURUS, "web/sidebars.json": sidebars}))) == expected


def test_sidebars_of_something_else(make_project: MakeProject) -> None:
    assert make_project({**PAGES, "sidebars.json": '{"a": ["setup", "gone"]}'}).ask(navigations_of) == ()


def test_where_an_entry_stands(make_project: MakeProject) -> None:
    (menu,) = make_project({**PAGES, "mkdocs.yml": NAV}).ask(navigations_of)

    assert menu.entries[0].span == Span(2, 11, 2, 19)
