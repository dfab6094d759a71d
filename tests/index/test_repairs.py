"""The entry an index lacks: written where its neighbours are, as they are, or not at all."""

from collections.abc import Callable

import pytest

from doclint.engine import lint_project
from doclint.fixes.edits import apply
from doclint.project import Project
from doclint.rules import rule_named

INDEX = "# Documentation index\n\n{}\n"
PAGES = {"docs/setup.md": "# Setup\n", "docs/restore.md": "# Restore\n", "docs/failover.md": "# Failover [v2]\n"}
NEW = "[Failover \\[v2\\]](failover.md)"
DEEP = {"docs/ops/scale.md": "# Scale\n", "docs/ops/drain.md": "# Drain\n"}
LINKS = "- [Setup](setup.md)\n- [Restore](restore.md)"


@pytest.mark.parametrize(
    ("entries", "expected", "safe"),
    [
        pytest.param("See [setup](setup.md) and [restore](restore.md).", None, None, id="entries in a sentence"),
        pytest.param("- [Setup](setup.md), [Restore](restore.md)", None, None, id="two on a line"),
        pytest.param("- setup.md\n- restore.md", None, None, id="names that are no links"),
        pytest.param(f"{LINKS}\n- [Failover](fail-over.md)", None, None, id="an entry that leads nowhere may be it"),
        pytest.param("- [Setup](setup.md)\n  goes on\n- [Restore](restore.md)\n  goes on", None, None, id="over lines"),
        pytest.param("- [Set\n  up](setup.md)\n- [Re\n  store](restore.md)", None, None, id="links over lines"),
        pytest.param("## [Setup](setup.md)\n\n## [Restore](restore.md)", None, None, id="headings"),
        pytest.param(
            "## A\n\n- [Alpha](setup.md)\n\n## B\n\n- [Zeta](restore.md)",
            f"## A\n\n- [Alpha](setup.md)\n\n## B\n\n- [Zeta](restore.md)\n- {NEW}",
            True,
            id="the last of two lists; one entry is no order",
        ),
        pytest.param(LINKS, f"{LINKS}\n- {NEW}", True, id="after the last"),
        pytest.param(f"{LINKS}\n1. Read.", f"{LINKS}\n- {NEW}\n1. Read.", True, id="before another list"),
        pytest.param(
            "* [Restore](./restore.md)\n* [Setup](./setup.md)\n\nMore.",
            f"* {NEW.replace('(', '(./')}\n* [Restore](./restore.md)\n* [Setup](./setup.md)\n\nMore.",
            True,
            id="in order",
        ),
        pytest.param(
            "- [Restore](/docs/restore.md)\n- [Setup](/docs/setup.md)\n\nMore.",
            f"- {NEW.replace('(', '(/docs/')}\n- [Restore](/docs/restore.md)\n- [Setup](/docs/setup.md)\n\nMore.",
            True,
            id="from the root",
        ),
        pytest.param(
            "- **[setup.md](setup.md)**\n- **[restore.md](restore.md)**",
            "- **[setup.md](setup.md)**\n- **[restore.md](restore.md)**\n- **[failover.md](failover.md)**",
            True,
            id="called like their files",
        ),
        pytest.param(
            f"{LINKS}\n- [Scale](ops/scale.md)\n- [Drain](ops/drain.md)",
            f"{LINKS}\n- {NEW}\n- [Scale](ops/scale.md)\n- [Drain](ops/drain.md)",
            True,
            id="among those of its folder",
        ),
        pytest.param(
            "- [Setup](setup.md)\n\n---\n\n* [Restore](restore.md)",
            f"- [Setup](setup.md)\n\n---\n\n* [Restore](restore.md)\n* {NEW}",
            False,
            id="two kinds of lists",
        ),
        pytest.param(
            "- [Setup](setup.md): first\n- [Restore](restore.md): then",
            f"- [Setup](setup.md): first\n- [Restore](restore.md): then\n- {NEW}",
            False,
            id="described",
        ),
        pytest.param(
            "| Document | Owner |\n|---|---|\n| [Setup](setup.md) | Ada |\n| [Restore](restore.md) | B \\| o |",
            "| Document | Owner |\n|---|---|\n| [Setup](setup.md) | Ada |\n| [Restore](restore.md) | B \\| o |\n"
            f"| {NEW} | |",
            False,
            id="a table",
        ),
    ],
)
def test_a_document_is_entered_in_its_index_as_the_others_are(
    make_project: Callable[..., Project], entries: str, expected: str | None, safe: bool | None
) -> None:
    text = INDEX.format(entries)
    others = DEEP if "ops/" in entries else {}
    rule = rule_named("DL201")
    assert rule
    project = make_project({"docs/INDEX.md": text, **PAGES, **others})

    ((_, finding),) = lint_project(project, project.settings, [rule])

    assert finding.path == "docs/failover.md"
    assert (finding.fix.safe if finding.fix else None) is safe
    assert apply(text.encode(), finding.fix.edits if finding.fix else ()).decode() == INDEX.format(expected or entries)


@pytest.mark.parametrize("text", [pytest.param("", id="nothing in it"), pytest.param("Text.\n", id="no heading")])
def test_a_document_without_a_title_is_entered_by_the_name_of_its_file(
    make_project: Callable[..., Project], text: str
) -> None:
    rule = rule_named("DL201")
    assert rule
    project = make_project({"docs/INDEX.md": INDEX.format(LINKS), **PAGES, "docs/failover.md": text})

    ((_, finding),) = lint_project(project, project.settings, [rule])

    assert finding.fix
    assert finding.fix.edits[0].text == "\n- [failover.md](failover.md)"
