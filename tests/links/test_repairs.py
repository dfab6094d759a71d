"""What a dead link probably meant, and the edit that says so."""

from typing import Any

import pytest

from doclint.files.tree import FileTree
from doclint.links.fragments import KnownAnchors
from doclint.links.graph import link_graph
from doclint.links.observed import wanted_urls
from doclint.links.repairs import moved, refragment, relative, retarget
from doclint.model import START
from doclint.rule import NoOptions, ProjectRule
from doclint.rules import rule_named

TREE = FileTree(
    ["README.md", "docs/README.md", "docs/set-up.md", "docs/ops/outage.md", "guides/ops/outage.md", "guides/intro.md"]
)


@pytest.mark.parametrize(
    ("path", "near"),
    [
        pytest.param("gone.md", (), id="nothing like it"),
        pytest.param("docs/gone/README.md", (), id="every folder has one"),
        pytest.param("old/guides/intro.md", ("guides/intro.md",), id="the end of the path"),
        pytest.param("docs/set-up", ("docs/set-up.md",), id="the ending is left out"),
        pytest.param("docs/intro.md", ("guides/intro.md",), id="in another folder"),
        pytest.param("docs/old/outage.md", ("docs/ops/outage.md", "guides/ops/outage.md"), id="the likelier first"),
        pytest.param("docs/setup.md", ("docs/set-up.md",), id="a name like it"),
        pytest.param("guide/ops/outage.md", ("docs/ops/outage.md", "guides/ops/outage.md"), id="two are as likely"),
        pytest.param("doc/set-up.md", ("docs/set-up.md",), id="the name in another folder"),
    ],
)
def test_where_a_file_may_be_now(path: str, near: tuple[str, ...]) -> None:
    assert moved(TREE, path) == near


@pytest.mark.parametrize(
    ("document", "path", "written"),
    [
        pytest.param("a.md", "b.md", "b.md", id="beside"),
        pytest.param("docs/a.md", "src/x.py", "../src/x.py", id="up and down"),
        pytest.param("docs/a.md", "docs", ".", id="its own folder"),
        pytest.param("a.md", "b c (1).md", "b%20c%20%281%29.md", id="what would end a target is encoded"),
        pytest.param("a.md", "é%.md", "é%25.md", id="letters stay, percent signs do not"),
    ],
)
def test_the_target_to_write(document: str, path: str, written: str) -> None:
    assert relative(document, path) == written


@pytest.mark.parametrize(
    ("link", "target"),
    [
        pytest.param("[x](old.md#part)", "new.md#part", id="the fragment stays"),
        pytest.param("[x][r]\n\n[r]: old.md#part", "new.md#part", id="at the definition"),
    ],
)
def test_a_link_is_led_elsewhere(link: str, target: str, make_project: Any) -> None:
    (edge,) = make_project({"a.md": link}).ask(link_graph)

    fix, other = retarget(edge, "new.md", safe=True), refragment(edge, "whole", safe=False)

    assert fix is not None
    assert other is not None
    assert ([edit.text for edit in fix.edits], fix.safe) == ([target], True)
    assert ([edit.text for edit in other.edits], other.safe) == (["old.md#whole"], False)


def test_a_link_whose_target_is_not_in_the_source_is_not_mended(make_project: Any) -> None:
    edges = [edge for edge in make_project({"a.md": "[[b]]\n"}).ask(link_graph) if edge.link.destination is None]

    assert all(retarget(edge, "c.md", safe=True) is None for edge in edges)


def test_a_few_anchors_of_a_document_are_sought_and_no_more() -> None:
    known = KnownAnchors({"github": {"power-outage": START}})

    assert [known.nearest("outage") for _ in range(31)] == ["power-outage"] * 30 + [""]


@pytest.mark.parametrize(
    ("rule", "link", "message"),
    [
        pytest.param("DL301", "gone.md", "gone.md is not in the repository", id="nothing is near"),
        pytest.param(
            "DL301", "setup.md", "setup.md is not in the repository; did you mean docs/setup.md?", id="one is"
        ),
        pytest.param("DL301", "aa.md", "aa.md is not in the repository", id="near is the document itself"),
        pytest.param("DL302", "#gone", "this document has no anchor #gone", id="in the document itself"),
        pytest.param(
            "DL302",
            "docs/setup.md#install",
            "docs/setup.md has no anchor #install; did you mean #install-it?",
            id="in another document",
        ),
    ],
)
def test_what_is_said_of_a_dead_link(rule: str, link: str, message: str, make_project: Any) -> None:
    found = rule_named(rule)
    assert isinstance(found, ProjectRule)
    files = {"a.md": f"# A\n\n[x]({link})\n", "docs/setup.md": "# Setup\n\n## Install it\n"}

    assert [finding.message for finding in found.check(make_project(files), found.options())] == [message]


@pytest.mark.parametrize(
    ("files", "ending"),
    [
        pytest.param(["docs/setup.md"], "; the file is named setup.md", id="one is alike"),
        pytest.param(["docs/setup.md", "docs/SETUP.md"], "", id="two are alike"),
    ],
)
def test_the_right_spelling_is_named_where_it_is_sure(files: list[str], ending: str, make_project: Any) -> None:
    rule = rule_named("DL303")
    assert isinstance(rule, ProjectRule)

    (found,) = rule.check(make_project({"docs/a.md": "[x](Setup.md)\n", **dict.fromkeys(files)}), NoOptions())

    assert found.message == f"docs/Setup.md differs in case or Unicode form from what exists{ending}"
    assert (found.fix is not None) is bool(ending)


def test_other_links_show_where_the_repository_was_on_that_computer(make_project: Any) -> None:
    rule = rule_named("DL306")
    assert isinstance(rule, ProjectRule)
    text = "[a](/home/ada/p/docs/a.md) [b](/home/ada/p/notes/gone.md) [c](/home/eve/x/notes/gone.md) [d](b.md)\n"

    said = [finding.message for finding in rule.check(make_project({"docs/a.md": text}), NoOptions())]

    assert [message.partition("; ")[2] for message in said] == [
        "from here it is a.md",
        "from here it is ../notes/gone.md, which does not exist",
        "",
    ]


def test_what_is_asked_of_the_web(make_project: Any) -> None:
    text = "[a](https://a.com/x#one) [b](https://a.com/x#two) [c](b.md) [d](mailto:a@b.c)\n"
    project = make_project({"a.md": text, "b.md": "[e](https://b.com)\n"})

    assert wanted_urls(project, ["a.md"]) == {"https://a.com/x": {"one", "two"}}
