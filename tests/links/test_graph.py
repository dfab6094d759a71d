"""Anchors, fragments and the graph of a small project."""

from typing import Any

import pytest

from doclint.facts import facts_of
from doclint.links.fragments import KnownAnchors, broken_fragments
from doclint.links.graph import link_graph
from doclint.markdown import parse
from doclint.model import START, Confidence, Severity
from doclint.rule import ProjectRule
from doclint.rules import rule_named
from doclint.settings import Links

TARGET = """# Title

## Set up
## Set up
## ⚠️ Warning
## Own {#own}

<h2 align="center">In <b>HTML</b></h2>

<a name="old"></a> <span id='quoted'></span> <p id=bare>

> ## Quoted

```
## In code
```

[^note]: text
"""

FRAGMENTS = [
    pytest.param("set-up", "alive", id="a heading"),
    pytest.param("set-up-1", "alive", id="its repeat"),
    pytest.param("quoted", "alive", id="a heading in a quote, or an id in single quotes"),
    pytest.param("bare", "alive", id="an id without quotes"),
    pytest.param("old", "alive", id="a name"),
    pytest.param("in-html", "alive", id="a heading in HTML"),
    pytest.param("user-content-set-up", "alive", id="the prefix of the host"),
    pytest.param("%EF%B8%8F-warning", "alive", id="percent-encoded"),
    pytest.param("-warning", "spelling", id="without the invisible character"),
    pytest.param("Set-Up", "spelling", id="case"),
    pytest.param("", "alive", id="nothing"),
    pytest.param("top", "alive", id="top"),
    pytest.param("#", "alive", id="nowhere, to show a title"),
    pytest.param("readme", "dead", id="only a readme is shown under that name"),
    pytest.param(":~:text=Title", "alive", id="a text fragment"),
    pytest.param("set-up:~:text=x", "alive", id="an anchor and a text fragment"),
    pytest.param("gone:~:text=x", "dead", id="a dead anchor and a text fragment"),
    pytest.param("fn-note", "alive", id="a footnote"),
    pytest.param("fnref:1", "alive", id="where a footnote is named"),
    pytest.param("fnmatch", "dead", id="a word that begins as those of footnotes do"),
    pytest.param("L3", "alive", id="a line"),
    pytest.param("L2-L4", "alive", id="lines"),
    pytest.param("L2C3-L4C1", "alive", id="lines with columns"),
    pytest.param("L9000", "lines", id="a line beyond the end"),
    pytest.param("own-own", "alive", id="an explicit id is text on GitHub"),
    pytest.param("own", "dead", id="so it is no anchor there"),
    pytest.param("in-code", "dead", id="code has no headings"),
    pytest.param("set-up-2", "dead", id="a repeat too many"),
    pytest.param("setup", "dead", id="another spelling is another anchor"),
    pytest.param("%", "dead", id="a percent sign that encodes nothing"),
    pytest.param("/set-up", "dead", id="a route of a script that is not here"),
]


@pytest.mark.parametrize(
    ("files", "states"),
    [
        pytest.param({"README.md": "# A\n\n[x](#readme)\n"}, [], id="a readme below the list of files"),
        pytest.param({"mkdocs.yml": "", "docs/a.md": "[x](b.md#run)\n", "docs/b.md": "# B\n"}, ["dead"], id="a page"),
        pytest.param(
            {"mkdocs.yml": "", "docs/a.md": "[x](b.md#run)\n", "docs/b.md": "::: own.cli\n"}, [], id="of code"
        ),
        pytest.param(
            {"docs/.vitepress/config.ts": "", "docs/a.md": "[x](#gone)\n\n::: tip\nText\n:::\n"}, ["dead"], id="a box"
        ),
        pytest.param({"hugo.toml": "", "content/a.md": "[x](#y)\n\n{{% include 'y' %}}\n"}, [], id="hugo"),
        pytest.param(
            {"docusaurus.config.js": "", "docs/a.md": "[x](#y)\n\nimport Y from './_y.mdx';\n"}, [], id="docusaurus"
        ),
        pytest.param(
            {"docusaurus.config.js": "", "docs/a.md": "[x](#y)\n\nimport Y from '@theme/Tabs';\n"}, ["dead"], id="tabs"
        ),
        pytest.param(
            {"docs/.vitepress/config.ts": "", "docs/a.md": "[x](#y)\n\n<!--@include: ./y.md-->\n"}, [], id="vitepress"
        ),
        pytest.param({"a.md": "[x](#gone)\n\n```\n::: own\n```\n"}, ["dead"], id="no site"),
        pytest.param({"docs/myst.yml": "", "docs/a.md": "[x](#run)\n", "docs/b.md": "(run)=\n# B\n"}, [], id="a label"),
        pytest.param(
            {"docs/myst.yml": "", "docs/a.md": "[x](#f)\n\n:::{figure} a.png\n:name: f\n:::\n"}, [], id="a figure"
        ),
        pytest.param({"docs/myst.yml": "", "docs/a.md": "[x](#eq:b)\n\n$$\na\n$$ (eq:b)\n"}, [], id="an equation"),
        pytest.param({"docs/myst.yml": "", "docs/a.md": "[x](#Hub.run)\n"}, [], id="an object of the code"),
        pytest.param(
            {"docs/myst.yml": "", "docs/a.md": "# `Hub.run`\n\n[x](#Hub.run)\n"}, [], id="an object with a heading"
        ),
        pytest.param(
            {"docs/myst.yml": "", "docs/a.md": "[x](b.md#l)\n", "docs/b.md": "(l)=\n# B\n"}, [], id="its file"
        ),
        pytest.param({"docs/myst.yml": "", "docs/a.md": "# Set up\n\n[x](#set-ups)\n"}, ["dead"], id="a slip"),
        pytest.param(
            {"docs/myst.yml": "", "docs/a.md": "[x](b.md#run)\n", "docs/b.md": "# B\n"}, ["dead"], id="a file"
        ),
    ],
)
def test_anchors_that_the_site_makes(files: dict[str, str], states: list[str], make_project: Any) -> None:
    assert [broken.state for _, broken in make_project(files).ask(broken_fragments)] == states


@pytest.mark.parametrize(("fragment", "state"), FRAGMENTS)
@pytest.mark.parametrize("crossing", [False, True], ids=["same file", "other file"])
def test_a_fragment_is(fragment: str, state: str, crossing: bool, make_project: Any) -> None:
    link = f"[x](<{'b.md' if crossing else ''}#{fragment}>)\n"
    files = {"a.md": link, "b.md": TARGET} if crossing else {"a.md": TARGET + "\n" + link}

    found = [broken.state for _, broken in make_project(files).ask(broken_fragments)]

    assert found == ([] if state == "alive" else [state])


@pytest.mark.parametrize(
    ("settings", "anchor", "state"),
    [
        pytest.param("mkdocs.yml", "a-b", "elsewhere", id="on the site only"),
        pytest.param("mkdocs.yml", "a--b", "elsewhere", id="on the host only"),
        pytest.param("mkdocs.yml", "plain", "alive", id="on both"),
        pytest.param("mkdocs.yml", "own", "elsewhere", id="an explicit id"),
        pytest.param("mkdocs.yml", "gone", "dead", id="on neither"),
        pytest.param(".gitlab-ci.yml", "a-b", "alive", id="gitlab squeezes"),
        pytest.param(".gitlab-ci.yml", "a--b", "dead", id="and has no other"),
        pytest.param(".github/x.yml", "a--b", "alive", id="github"),
    ],
)
def test_the_platform_is_recognised(settings: str, anchor: str, state: str, make_project: Any) -> None:
    text = f"# A & B\n\n# Plain\n\n# Other {{#own}}\n\n[x](#{anchor})\n"
    project = make_project({"docs/a.md": text, settings: ""})

    assert [broken.state for _, broken in project.ask(broken_fragments)] == ([] if state == "alive" else [state])


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param({"docs/index.html": None}, [], id="docsify"),
        pytest.param({}, ["dead"], id="a page in front of a wiki's"),
    ],
)
def test_a_fragment_may_be_the_address_of_a_page(files: dict[str, None], found: list[str], make_project: Any) -> None:
    project = make_project({**files, "docs/_sidebar.md": "[Guide](#/guide)\n", "docs/guide.md": ""})

    assert [broken.state for _, broken in project.ask(broken_fragments)] == found


def test_settings_name_the_platform(make_project: Any) -> None:
    project = make_project({"a.md": "# A & B\n\n[x](#a--b)\n", "mkdocs.yml": "docs_dir: .\n"}, Links(anchors="github"))

    assert project.ask(broken_fragments) == ()


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("main.py#L3", id="a line of a program"),
        pytest.param("main.py#main", id="a name in a program"),
        pytest.param("page.html#x", id="an id of a page that is not read"),
        pytest.param("plan.png#x", id="a picture"),
        pytest.param("docs#x", id="a folder"),
    ],
)
def test_what_is_no_document_has_no_dead_anchors(target: str, make_project: Any) -> None:
    files = {"a.md": f"[x]({target})\n", "main.py": "1\n2\n3", "page.html": "", "plan.png": None, "docs/x.md": ""}

    assert make_project(files).ask(broken_fragments) == ()


def test_a_line_beyond_the_end_of_a_program(make_project: Any) -> None:
    project = make_project({"a.md": "[x](main.py#L1-L4)\n", "main.py": "1\n2\n3"})

    assert [broken.lines for _, broken in project.ask(broken_fragments)] == [3]


@pytest.mark.parametrize(
    ("wanted", "names", "near"),
    [
        pytest.param("a--b", ["a-b", "x"], "a-b", id="punctuation"),
        pytest.param("playbook-outage", ["playbook-3-outage", "other"], "playbook-3-outage", id="a word more"),
        pytest.param("instalation", ["installation", "x"], "installation", id="a letter"),
        pytest.param("outage", ["outage-a", "outage-b"], "", id="two are as near"),
        pytest.param("outage", ["power"], "", id="none is near"),
        pytest.param("---", ["a"], "", id="no words"),
    ],
)
def test_the_nearest_anchor(wanted: str, names: list[str], near: str) -> None:
    assert KnownAnchors({"github": dict.fromkeys(names, START)}).nearest(wanted) == near


def test_incoming_links_by_what_they_lead_to(make_project: Any) -> None:
    project = make_project({"a.md": "[b](b.md) [again](b.md#x) [me](#top) [c](docs/)\n", "b.md": "", "docs/c.md": ""})

    incoming = project.ask(link_graph).incoming

    assert {path: [edge.document for edge in edges] for path, edges in incoming.items()} == {
        "b.md": ["a.md", "a.md"],
        "docs": ["a.md"],
    }


@pytest.mark.parametrize(
    ("fragment", "reported"),
    [
        pytest.param("own", False, id="who writes {#own} writes for the site"),
        pytest.param("a-b", True, id="the site's own spelling"),
        pytest.param("a--b", True, id="the host's"),
    ],
)
def test_anchors_on_one_platform_are_reported_unless_meant(make_project: Any, fragment: str, reported: bool) -> None:
    rule = rule_named("DL313")
    assert isinstance(rule, ProjectRule)
    text = f"# A & B\n\n## Own {{#own}}\n\n[x](#{fragment})\n"
    project = make_project({"mkdocs.yml": "site_name: x\n", "docs/a.md": text})

    assert bool(list(rule.check(project, rule.options()))) is reported


@pytest.mark.parametrize(
    ("path", "text", "targets"),
    [
        pytest.param("a.mdx", "{/* [x](x.md) */}\n\n[y](y.md)\n", ["y.md"], id="a comment of MDX"),
        pytest.param("a.md", "{/* [x](x.md) */}\n", ["x.md"], id="elsewhere it is text"),
        pytest.param("a.mdx", "{/* [x](x.md)\n", ["x.md"], id="a comment without an end"),
        pytest.param("a.mdx", "{/* 1 */} [x](x.md) {/* 2 */}\n", ["x.md"], id="between comments"),
    ],
)
def test_links_in_comments(path: str, text: str, targets: list[str]) -> None:
    assert [link.target for link in facts_of(parse(path, text.encode())).links] == targets


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("b.md", (None, None), id="Markdown: sure"),
        pytest.param("b.mdx", (Severity.WARNING, Confidence.MEDIUM), id="MDX: a component may bring the id"),
    ],
)
def test_how_sure_a_dead_anchor_is(path: str, expected: tuple[object, object], make_project: Any) -> None:
    rule = rule_named("DL302")
    assert isinstance(rule, ProjectRule)
    project = make_project({"a.md": f"[x]({path}#gone)\n", path: "# B\n"})

    assert [(found.severity, found.confidence) for found in rule.check(project, rule.options())] == [expected]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        pytest.param("Starts with http:// or https://\n", False, id="prose about a scheme"),
        pytest.param("See <http://>.\n", False, id="in brackets"),
        pytest.param("[x](http://)\n", True, id="a link"),
    ],
)
def test_a_scheme_and_no_more(text: str, reported: bool, make_project: Any) -> None:
    rule = rule_named("DL314")
    assert isinstance(rule, ProjectRule)

    assert bool([*rule.check(make_project({"a.md": text}), rule.options())]) is reported
