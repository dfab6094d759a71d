"""Rules about sets where their examples do not reach."""

from collections.abc import Callable, Mapping

import pytest

from doclint.engine import lint_project
from doclint.project import Project
from doclint.rules import rule_named

INDEX = "# Documentation index\n\n[Restore](restore.md), [Setup](setup.md)\n\n"
DATED = {f"docs/{name}.md": f"# {name}\n\n**Last updated**: 2026-01-10\n" for name in ("a", "b", "c")}
TABLE = "| Document | {} |\n|-|-|\n| [Restore](restore.md) | {} |\n"
PAGES = {"docs/restore.md": "# Restore\n\n**Owner**: Ada\n\n**Status**: Draft\n", "docs/setup.md": "# Setup\n"}


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
    ],
)
def test_what_is_said_of_a_set(
    make_project: Callable[..., Project], code: str, files: Mapping[str, str], subjects: list[str]
) -> None:
    rule = rule_named(code)
    assert rule
    project = make_project(files)

    assert [one.subject for _, one in lint_project(project, project.settings, [rule])] == subjects


def test_a_schedule_is_shown_where_it_is_stated(make_project: Callable[..., Project]) -> None:
    rule = rule_named("DL504")
    assert rule
    stale = "# Restore\n\n**Last updated**: 2025-01-10\n"
    table = TABLE.format("Update frequency", "monthly")
    project = make_project({**PAGES, "docs/restore.md": stale, "docs/INDEX.md": INDEX + table})

    ((_, finding),) = lint_project(project, project.settings, [rule])

    assert [(place.path, place.span.line) for place in finding.related] == [("docs/INDEX.md", 7)]
