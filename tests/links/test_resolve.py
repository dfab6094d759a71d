"""Where targets lead, by names alone."""

import builtins
import os
from pathlib import Path
from typing import Any

import pytest

from doclint.links.resolve import Resolver
from doclint.settings import Links

FILES = dict.fromkeys(
    [
        "README.md",
        "docs/README.md",
        "docs/a.md",
        "docs/50%.md",
        "home/x/own.md",
        "docs/ü.md",
        "docs/Img/Plan.png",
        "docs/deep/one.md",
        "docs/deep/er/two.md",
        "docs/x?y.md",
        "docs-secret/s.md",
        "src/main.py",
    ],
    "",
) | {"docs/b c.md": ""}

FROM_DOCS_A = [
    pytest.param("deep/one.md", "file", "docs/deep/one.md", id="relative"),
    pytest.param("./deep/../a.md", "file", "docs/a.md", id="dots"),
    pytest.param("../README.md", "file", "README.md", id="one up"),
    pytest.param("deep//one.md", "file", "docs/deep/one.md", id="two slashes"),
    pytest.param("b%20c.md", "file", "docs/b c.md", id="percent-encoded space"),
    pytest.param("b c.md", "file", "docs/b c.md", id="a space in angle brackets"),
    pytest.param("50%25.md", "file", "docs/50%.md", id="percent-encoded percent sign"),
    pytest.param("50%.md", "file", "docs/50%.md", id="a percent sign that encodes nothing"),
    pytest.param("%C3%BC.md", "file", "docs/ü.md", id="percent-encoded UTF-8"),
    pytest.param("ü.md", "file", "docs/ü.md", id="UTF-8"),
    pytest.param("%FF.md", "missing", "docs/\ufffd.md", id="what is no UTF-8"),
    pytest.param("a.md?raw=true", "file", "docs/a.md", id="a query is no part of the name"),
    pytest.param("x%3Fy.md", "file", "docs/x?y.md", id="an encoded question mark is"),
    pytest.param("?plain=1", "file", "docs/a.md", id="a query alone"),
    pytest.param("#x", "file", "docs/a.md", id="a fragment alone"),
    pytest.param("/src/main.py", "file", "src/main.py", id="from the root"),
    pytest.param("//src/main.py", "url", "", id="two slashes name a host"),
    pytest.param("/home/x/own.md", "file", "home/x/own.md", id="a folder of ours with the name of a home"),
    pytest.param(".", "file", "docs/README.md", id="its own folder"),
    pytest.param("./", "file", "docs/README.md", id="its own folder with a slash"),
    pytest.param("..", "file", "README.md", id="the root"),
    pytest.param("/", "file", "README.md", id="the root as a slash"),
    pytest.param("deep/", "folder", "docs/deep", id="a folder without index"),
    pytest.param("deep", "folder", "docs/deep", id="the same without a slash"),
    pytest.param("a.md/", "file", "docs/a.md", id="a slash after a file is forgiven"),
    pytest.param("a", "missing", "docs/a", id="no extension"),
    pytest.param("a.html", "missing", "docs/a.html", id="a page nobody makes"),
    pytest.param("gone.md", "missing", "docs/gone.md", id="missing"),
    pytest.param("gone/a.md", "missing", "docs/gone/a.md", id="missing folder"),
    pytest.param("A.md", "case", "docs/A.md", id="case of a file"),
    pytest.param("img/plan.png", "case", "docs/img/plan.png", id="case of a folder"),
    pytest.param("u\u0308.md", "case", "docs/u\u0308.md", id="Unicode form"),
    pytest.param("a.md ", "file", "docs/a.md", id="spaces around are no part"),
    pytest.param("a.md%20", "missing", "docs/a.md ", id="an encoded space is"),
    pytest.param("a.md.", "missing", "docs/a.md.", id="a dot at the end"),
    pytest.param("deep\\one.md", "missing", "docs/deep\\one.md", id="a backslash is no separator"),
    pytest.param("", "empty", "", id="nothing"),
    # out of the repository
    pytest.param("../../other/x.md", "outside", "../../other/x.md", id="out"),
    pytest.param("%2e%2e/%2e%2e/etc/passwd", "outside", "../../etc/passwd", id="out, encoded"),
    pytest.param("deep/../../../b", "outside", "deep/../../../b", id="out, by a detour"),
    pytest.param("/../../b", "outside", "/../../b", id="out, from the root"),
    pytest.param("../docs-secret/s.md", "file", "docs-secret/s.md", id="a folder of a similar name"),
    pytest.param("..\\..\\x", "missing", "docs/..\\..\\x", id="backslashes do not lead out"),
    pytest.param("a%00.md", "missing", "docs/a\0.md", id="an encoded NUL"),
    pytest.param("x" * 5000, "missing", "docs/" + "x" * 5000, id="a long name"),
    pytest.param("../../../issues", "ignored", "", id="a page of the code host"),
    pytest.param("../../../pull/12", "ignored", "", id="a pull request"),
    pytest.param("../../issues", "outside", "../../issues", id="not as far as the code host"),
    # somebody's computer
    pytest.param("/home/ada/p/docs/a.md", "machine", "/home/ada/p/docs/a.md", id="home"),
    pytest.param("/Users/ada/p/docs/a.md", "machine", "/Users/ada/p/docs/a.md", id="macOS"),
    pytest.param("C:\\p\\docs\\a.md", "machine", "C:\\p\\docs\\a.md", id="Windows"),
    pytest.param("c:/p/docs/a.md", "machine", "c:/p/docs/a.md", id="Windows, forward"),
    pytest.param("file:///home/ada/p/docs/a.md", "machine", "file:///home/ada/p/docs/a.md", id="file URL"),
    pytest.param("file:///C:/p/docs/a.md", "machine", "file:///C:/p/docs/a.md", id="file URL on Windows"),
    pytest.param("~/p/docs/a.md", "machine", "~/p/docs/a.md", id="tilde"),
    pytest.param("\\\\host\\share\\docs\\a.md", "machine", "\\\\host\\share\\docs\\a.md", id="a share"),
    # not for us
    pytest.param("https://a.example/x", "url", "", id="https"),
    pytest.param("HTTP://a.example", "url", "", id="upper-case scheme"),
    pytest.param("mailto:a@b.example", "ignored", "", id="mail"),
    pytest.param("tel:+123", "ignored", "", id="telephone"),
    pytest.param("javascript:void(0)", "ignored", "", id="script"),
    pytest.param("data:image/png;base64,AA", "ignored", "", id="data"),
    pytest.param("vscode:extension/x.y", "ignored", "", id="an editor"),
    pytest.param("redis://host:port/db", "ignored", "", id="another scheme"),
    pytest.param("{{ site.url }}/x", "ignored", "", id="Liquid"),
    pytest.param("{% link x.md %}", "ignored", "", id="Liquid tag"),
    pytest.param("${BASE}/x.md", "ignored", "", id="shell"),
    pytest.param("<your-repo>/x.md", "ignored", "", id="angle brackets"),
]


@pytest.mark.parametrize(("target", "state", "path"), FROM_DOCS_A)
def test_a_target_in_docs_a_leads(target: str, state: str, path: str, make_project: Any) -> None:
    found = Resolver(make_project(FILES)).resolve("docs/a.md", target)

    assert (found.state, found.path) == (state, path)


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        pytest.param("/home/ada/p/docs/a.md", "docs/a.md", id="the longest end that exists"),
        pytest.param("/home/ada/p/src/", "", id="one component is not enough"),
        pytest.param("file:///C:/p/docs/deep/", "docs/deep", id="a folder"),
        pytest.param("C:\\p\\docs\\a.md", "docs/a.md", id="backslashes"),
        pytest.param("/home/ada/README.md", "", id="a common name at the root proves nothing"),
        pytest.param("/home/ada/p/docs/gone.md", "", id="what does not exist"),
    ],
)
def test_what_a_machine_path_means(target: str, meant: str, make_project: Any) -> None:
    assert Resolver(make_project(FILES)).resolve("docs/a.md", target).meant == meant


SITES = [
    pytest.param("mkdocs.yml", "docs/a.md", "/b/", "docs/b.md", id="mkdocs: a root of its own, pages as folders"),
    pytest.param("mkdocs.yml", "docs/a.md", "../b/", "docs/b.md", id="mkdocs: relative to the page"),
    pytest.param("mkdocs.yml", "docs/a.md", "b.html", "docs/b.md", id="mkdocs: pages as files"),
    pytest.param("mkdocs.yml", "docs/a.md", "b.md", "docs/b.md", id="mkdocs: the file"),
    pytest.param("docusaurus.config.js", "docs/a.md", "/docs/b", "docs/b.md", id="docusaurus: a route"),
    pytest.param("docusaurus.config.ts", "docs/a.md", "/logo.png", "static/logo.png", id="docusaurus: static"),
    pytest.param("docusaurus.config.js", "docs/a.md", "./b", "docs/b.md", id="docusaurus: no extension"),
    pytest.param("docusaurus.config.js", "docs/a.md", "@site/docs/b.md", "docs/b.md", id="docusaurus: @site"),
    pytest.param("docs/.vitepress/config.mts", "docs/a.md", "/b", "docs/b.md", id="vitepress: a root of its own"),
    pytest.param("docs/.vitepress/config.ts", "docs/a.md", "/l.png", "docs/public/l.png", id="vitepress: public"),
    pytest.param("hugo.toml", "content/a.md", "/b/", "content/b.md", id="hugo: content"),
    pytest.param("hugo.toml", "content/a.md", "/logo.png", "static/logo.png", id="hugo: static"),
    pytest.param("hugo.toml", "content/a.md", "../c/", "content/c/_index.md", id="hugo: a section"),
    pytest.param("hugo.toml", "content/a.md", "/b.md", "content/b.md", id="hugo: a file from its root"),
    pytest.param("mkdocs.yml", "docs/deep/x.md", "/deep", "docs/deep.md", id="a page, and a folder without index"),
    pytest.param("_config.yml", "docs/a.md", "/docs/b.html", "docs/b.md", id="jekyll: html"),
    pytest.param("book.toml", "src/a.md", "/b.html", "src/b.md", id="mdbook"),
    pytest.param("source/x.html.md", "source/x.html.md", "/y.html", "source/y.html.md", id="middleman"),
]
PAGES = dict.fromkeys(
    [
        "docs/a.md",
        "docs/b.md",
        "docs/deep.md",
        "docs/deep/x.md",
        "content/a.md",
        "content/b.md",
        "content/c/_index.md",
        "src/a.md",
        "src/b.md",
        "static/logo.png",
        "source/y.html.md",
        "docs/public/l.png",
    ],
    "",
)


@pytest.mark.parametrize(("settings", "document", "target", "path"), SITES)
def test_on_a_site_a_target_may_be_a_page(
    settings: str, document: str, target: str, path: str, make_project: Any
) -> None:
    found = Resolver(make_project({**PAGES, settings: ""})).resolve(document, target)

    assert (found.state, found.path) == ("file", path)


MORE = (
    "Home.md",
    "How%2Dto.md",
    "blog/2024-02-03-hello.md",
    "docs/01-first.md",
    "docs/api.rst",
    "docs/q/x.md",
    "src/pages/help/index.tsx",
    "themes/plain/static/t.png",
)
ELSEWHERE = [
    # settings, their text, document, target, state, path
    pytest.param(
        "web/docusaurus.config.js",
        "docs: { path: '../docs' }",
        "docs/a.md",
        "/docs/b",
        "file",
        "docs/b.md",
        id="docusaurus: a route to documents beside it",
    ),
    pytest.param(
        "web/docusaurus.config.js",
        "docs: { path: '../docs' }",
        "docs/a.md",
        "@site/docs/z.md",
        "missing",
        "web/docs/z.md",
        id="docusaurus: @site is where the settings are",
    ),
    pytest.param(
        "docusaurus.config.js",
        "\n  baseUrl: '/p/',",
        "docs/a.md",
        "/p/docs/b",
        "file",
        "docs/b.md",
        id="docusaurus: below its base",
    ),
    pytest.param(
        "docusaurus.config.js", "", "docs/a.md", "/p/docs/b", "missing", "p/docs/b", id="docusaurus: below another base"
    ),
    pytest.param(
        "docusaurus.config.js",
        "",
        "docs/deep/index.md",
        "./b",
        "file",
        "docs/b.md",
        id="docusaurus: a folder as a page",
    ),
    pytest.param(
        "docusaurus.config.js",
        "",
        "docs/a.md",
        "/blog/hello",
        "file",
        "blog/2024-02-03-hello.md",
        id="docusaurus: a post",
    ),
    pytest.param(
        "docusaurus.config.js", "", "docs/a.md", "./first", "file", "docs/01-first.md", id="docusaurus: a number before"
    ),
    pytest.param(
        "docusaurus.config.js", "", "docs/a.md", "/help", "file", "src/pages/help/index.tsx", id="docusaurus: code"
    ),
    pytest.param(
        "docusaurus.config.js",
        "",
        "docs/deep/x.md",
        "../../../logo.png",
        "file",
        "static/logo.png",
        id="docusaurus: beside its pages",
    ),
    pytest.param(
        "x.yml", "", "docs/a.md", "first.md", "missing", "docs/first.md", id="no site: a number is part of a name"
    ),
    pytest.param("hugo.toml", "", "content/a.md", "/t.png", "file", "themes/plain/static/t.png", id="hugo: of a theme"),
    pytest.param("hugo.toml", "", "content/a.md", "../t.png", "file", "themes/plain/static/t.png", id="hugo: upwards"),
    pytest.param("mkdocs.yml", "", "docs/q/x.md", "./", "file", "docs/q/x.md", id="mkdocs: a page is its own folder"),
    pytest.param(
        "docusaurus.config.js",
        "",
        "i18n/fr/docusaurus-plugin-content-docs/current/a.md",
        "deep/x.md",
        "file",
        "docs/deep/x.md",
        id="docusaurus: not translated",
    ),
    pytest.param(
        "docusaurus.config.js",
        "",
        "i18n/fr/docusaurus-plugin-content-docs/current/a.md",
        "deep/z.md",
        "missing",
        "i18n/fr/docusaurus-plugin-content-docs/current/deep/z.md",
        id="docusaurus: in no language",
    ),
    pytest.param(
        ".vitepress/config.ts",
        "srcDir: 'docs'",
        "docs/a.md",
        "/b.html",
        "file",
        "docs/b.md",
        id="vitepress: pages in another folder",
    ),
    pytest.param("docs/.vuepress/config.js", "", "docs/a.md", "/b.html", "file", "docs/b.md", id="vuepress: html"),
    pytest.param("docs/.vuepress/config.js", "", "docs/a.md", "~@images/x.png", "ignored", "", id="vuepress: an alias"),
    pytest.param(
        "docs/.vuepress/config.js", "", "docs/a.md", "./z.md", "missing", "docs/z.md", id="vuepress: nothing there"
    ),
    pytest.param("next.config.js", "'nextra'", "content/a.md", "/b", "file", "content/b.md", id="nextra: a route"),
    pytest.param(
        "astro.config.mjs",
        "",
        "src/content/docs/a.md",
        "~/assets/x.png",
        "ignored",
        "",
        id="astro: an alias is no home",
    ),
    pytest.param(
        "config.toml",
        "base_url = 'https://x.example'",
        "content/a.md",
        "/logo.png",
        "file",
        "static/logo.png",
        id="hugo: as it was called",
    ),
    pytest.param(
        "_config.yml", "baseurl: /p", "docs/a.md", "/p/docs/b.html", "file", "docs/b.md", id="jekyll: below its base"
    ),
    pytest.param(
        "conf.py",
        "extensions = []",
        "docs/a.md",
        "api.html",
        "file",
        "docs/api.rst",
        id="sphinx: made from reStructuredText",
    ),
    pytest.param("book.toml", 'src = "docs"', "docs/a.md", "/b.md", "file", "docs/b.md", id="mdbook: its source"),
    pytest.param("_Sidebar.md", "", "x.md", "Home", "file", "Home.md", id="wiki: a page"),
    pytest.param("_Sidebar.md", "", "x.md", "Gone", "missing", "Gone", id="wiki: no page"),
    pytest.param(
        ".order", "", "docs/a.md", "/How%2Dto", "file", "How%2Dto.md", id="azure: a name with an encoded hyphen"
    ),
    pytest.param(
        ".github/x.yml", "", "docs/a.md", "/How%2Dto.md", "missing", "How-to.md", id="nobody else decodes nothing"
    ),
    pytest.param(
        ".github/x.yml",
        "",
        ".github/ISSUE_TEMPLATE/bug.md",
        "../blob/main/docs/a.md",
        "ignored",
        "",
        id="github: an issue is one level below",
    ),
    pytest.param(
        ".github/x.yml",
        "",
        ".github/pull_request_template.md",
        "../wiki",
        "ignored",
        "",
        id="github: and so is a pull request",
    ),
    pytest.param(
        ".github/x.yml",
        "",
        ".github/pull_request_template.md",
        "issues",
        "missing",
        ".github/issues",
        id="github: not upwards",
    ),
    pytest.param(
        ".github/x.yml", "", ".github/notes.md", "../wiki", "missing", "wiki", id="github: a document like any other"
    ),
    pytest.param(
        ".github/x.yml",
        "",
        "docs/a.md",
        "../../../../other/blob/main/x.md",
        "ignored",
        "",
        id="github: another repository of the owner",
    ),
    pytest.param(
        ".github/x.yml",
        "",
        "docs/a.md",
        "../../../../../ada/other/issues",
        "ignored",
        "",
        id="github: of another owner",
    ),
    pytest.param(
        ".github/x.yml",
        "",
        "docs/a.md",
        "../../../../other/x.md",
        "outside",
        "../../../../other/x.md",
        id="github: beside the repository",
    ),
    pytest.param(".gitlab-ci.yml", "", "docs/a.md", "/group/p/-/issues/1", "ignored", "", id="gitlab: a page"),
    pytest.param(
        ".gitlab-ci.yml",
        "",
        "docs/a.md",
        "/uploads/0123456789abcdef0123456789abcdef/x.png",
        "ignored",
        "",
        id="gitlab: an upload",
    ),
    pytest.param(
        ".gitlab-ci.yml", "", "docs/a.md", "/uploads/x.png", "missing", "uploads/x.png", id="gitlab: a folder"
    ),
]


@pytest.mark.parametrize(("settings", "text", "document", "target", "state", "path"), ELSEWHERE)
def test_where_documents_are_shown_otherwise(
    settings: str, text: str, document: str, target: str, state: str, path: str, make_project: Any
) -> None:
    more = dict.fromkeys([*MORE, settings], "")
    found = Resolver(make_project({**PAGES, **more, settings: text})).resolve(document, target)

    assert (found.state, found.path) == (state, path)


@pytest.mark.parametrize(
    ("files", "target", "expected"),
    [
        pytest.param(
            {"hugo.toml": ""}, "/content/B.md", ("case", "content/B.md", "content/b.md"), id="by one root only"
        ),
        pytest.param({}, "B.md", ("case", "content/B.md", "content/b.md"), id="one is alike"),
        pytest.param({"content/B.MD": ""}, "B.md", ("case", "content/B.md", ""), id="two are alike"),
    ],
)
def test_another_case(files: dict[str, str], target: str, expected: tuple[str, str, str], make_project: Any) -> None:
    found = Resolver(make_project({**PAGES, **files})).resolve("content/a.md", target)

    assert (found.state, found.path, found.meant) == expected


def test_outside_the_folder_of_a_site_its_pages_mean_nothing(make_project: Any) -> None:
    project = make_project({**PAGES, "mkdocs.yml": "", "notes/n.md": ""})

    assert Resolver(project).resolve("notes/n.md", "../docs/b/").state == "missing"


def test_mkdocs_says_where_its_documents_are(make_project: Any) -> None:
    project = make_project({"mkdocs.yml": "docs_dir: 'handbook'  # ours\n", "handbook/a.md": "", "handbook/b.md": ""})

    assert Resolver(project).resolve("handbook/a.md", "/b/").path == "handbook/b.md"


@pytest.mark.parametrize(
    ("settings", "document", "target", "on_site"),
    [
        pytest.param("mkdocs.yml", "docs/a.md", "b.md", False, id="a file beside"),
        pytest.param("mkdocs.yml", "docs/a.md", "/docs/b.md", False, id="a file from the root of the repository"),
        pytest.param("_config.yml", "docs/a.md", "/docs/b.md", False, id="both have the same root"),
        pytest.param("mkdocs.yml", "docs/a.md", "b/", True, id="a page beside"),
        pytest.param("mkdocs.yml", "docs/a.md", "../b/", True, id="a page one level deeper"),
        pytest.param("mkdocs.yml", "docs/a.md", "/b/", True, id="a page from the root of the site"),
        pytest.param("docusaurus.config.js", "docs/a.md", "@site/docs/b.md", True, id="an alias"),
        pytest.param("hugo.toml", "content/a.md", "/logo.png", True, id="an image from the root of the site"),
    ],
)
def test_what_only_the_site_has(settings: str, document: str, target: str, on_site: bool, make_project: Any) -> None:
    found = Resolver(make_project({**PAGES, settings: ""})).resolve(document, target)

    assert (found.state, found.on_site) == ("file", on_site)


@pytest.mark.parametrize(
    ("settings", "text", "document", "target"),
    [
        pytest.param("mkdocs.yml", "", "docs/index.md", "../b/", id="an index page is its folder, not a folder in it"),
        pytest.param("mkdocs.yml", "", "docs/a.md", "/b.md", id="mkdocs: a page is not named like its file"),
        pytest.param("docs/conf.py", "extensions = []", "docs/a.md", "../b.html", id="sphinx: a page is no folder"),
        pytest.param("docs/.vitepress/config.ts", "", "docs/a.md", "../b", id="vitepress: a page is no folder"),
        pytest.param("book.toml", "", "src/a.md", "../b.html", id="mdbook: a page is no folder"),
    ],
)
def test_what_not_even_the_site_has(settings: str, text: str, document: str, target: str, make_project: Any) -> None:
    found = Resolver(make_project({**PAGES, "docs/index.md": "", settings: text})).resolve(document, target)

    assert found.state == "missing"


def test_mkdocs_takes_files_from_its_root_when_told_to(make_project: Any) -> None:
    told = "validation:\n  links:\n    absolute_links: relative_to_docs\n"

    assert Resolver(make_project({**PAGES, "mkdocs.yml": told})).resolve("docs/a.md", "/b.md").path == "docs/b.md"


def test_settings_name_the_roots(make_project: Any) -> None:
    project = make_project({"web/x.md": "", "docs/a.md": ""}, Links(roots=("web",)))

    assert Resolver(project).resolve("docs/a.md", "/x.md").path == "web/x.md"


def test_settings_name_targets_nobody_checks(make_project: Any) -> None:
    project = make_project({"a.md": ""}, Links(ignore=("generated/*",)))

    assert Resolver(project).resolve("a.md", "generated/api.md").state == "ignored"


def test_what_lies_behind_a_symbolic_link_or_in_a_submodule_is_not_judged(make_project: Any) -> None:
    resolver = Resolver(make_project({"a.md": ""}, doors=("vendor",)))

    assert resolver.resolve("a.md", "vendor/x.md").state == "ignored"
    assert resolver.resolve("a.md", "vendor").state == "file"
    assert resolver.resolve("a.md", "vendored/x.md").state == "missing"


def test_a_target_may_mean_another_thing_in_another_document_of_the_folder(make_project: Any) -> None:
    resolver = Resolver(make_project({**PAGES, "mkdocs.yml": ""}))

    assert resolver.resolve("docs/a.md", "?x#y").path == "docs/a.md"
    assert resolver.resolve("docs/b.md", "?x#y").path == "docs/b.md"


def test_nothing_is_opened_or_looked_up(make_project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(FILES)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the disk was touched")

    monkeypatch.setattr(builtins, "open", refuse)
    for name in ("stat", "lstat", "open", "scandir", "listdir"):
        monkeypatch.setattr(os, name, refuse)
    monkeypatch.setattr(Path, "exists", refuse)

    resolver = Resolver(project)
    states = {resolver.resolve("docs/a.md", parameters.values[0]).state for parameters in FROM_DOCS_A}

    assert "outside" in states
