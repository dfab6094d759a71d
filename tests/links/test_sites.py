"""What the settings file of a generator says about the documents around it."""

from typing import Any

import pytest

from doclint.links.sites import Site, sites_of

SITES = [
    pytest.param({"mkdocs.yml": ""}, ("MkDocs", "docs", ("docs",), "mkdocs", False, True, False), id="mkdocs"),
    pytest.param(
        {"web/mkdocs.yaml": "docs_dir: ."}, ("MkDocs", "web", ("web",), "mkdocs", False, True, False), id="docs_dir"
    ),
    pytest.param(
        {"mkdocs.yml": "validation:\n  absolute_links: 'relative_to_docs'\n"},
        ("MkDocs", "docs", ("docs",), "mkdocs", False, True, True),
        id="absolute links",
    ),
    pytest.param(
        {"web/docusaurus.config.mts": ""},
        ("Docusaurus", "web", ("web/docs", "web/static", "web/src/pages", "web"), "docusaurus", True, True, True),
        id="docusaurus",
    ),
    pytest.param(
        {"docs/.vitepress/config.mjs": ""},
        ("VitePress", "docs", ("docs", "docs/public"), "vitepress", True, False, True),
        id="vitepress",
    ),
    pytest.param({"hugo.yaml": ""}, ("Hugo", "content", ("content", "static"), "github", True, True, True), id="hugo"),
    pytest.param({"_config.yml": ""}, ("Jekyll", "", ("",), "kramdown", True, True, True), id="jekyll"),
    pytest.param(
        {"docs/conf.py": "extensions = []"}, ("Sphinx", "docs", ("docs",), "github", True, False, True), id="sphinx"
    ),
    pytest.param({"docs/myst.yml": ""}, ("MyST", "docs", ("docs",), "github", True, False, True), id="myst"),
    pytest.param(
        {"docs/_sidebar.md": "", "docs/index.html": ""},
        ("Docsify", "docs", ("docs",), "github", True, False, True),
        id="docsify",
    ),
    pytest.param(
        {"docs/docs.json": '{"$schema": "https://mintlify.com/docs.json"}'},
        ("Mintlify", "docs", ("docs",), "github", True, False, True),
        id="mintlify",
    ),
    pytest.param(
        {"web/astro.config.mjs": ""},
        ("Astro", "web/src/content", ("web/src/content/docs", "web/public"), "docusaurus", True, True, True),
        id="astro",
    ),
    pytest.param({"book.toml": ""}, ("mdBook", "src", ("src",), "github", False, False, True), id="mdbook"),
    pytest.param(
        {"source/a.html.md": ""}, ("Middleman", "source", ("source",), "kramdown", True, True, True), id="middleman"
    ),
]


@pytest.mark.parametrize(("files", "site"), SITES)
def test_a_site_is_recognised(files: dict[str, str], site: tuple[Any, ...], make_project: Any) -> None:
    assert make_project(files).ask(sites_of) == (Site(*site),)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"mkdocs.yml": "docs_dir: ../elsewhere"}, id="documents outside the repository"),
        pytest.param({"docs/config.ts": ""}, id="a config that is not VitePress's"),
        pytest.param({"source/a.md": "", "web/b.html.md": ""}, id="a source folder that is not Middleman's"),
        pytest.param({"docs/_sidebar.md": ""}, id="a side bar without the page that shows it"),
        pytest.param({"docs/docs.json": "{}"}, id="a docs.json of something else"),
        pytest.param({"docs/conf.py": "import os"}, id="a conf.py that is not Sphinx's"),
    ],
)
def test_what_is_no_site(files: dict[str, str], make_project: Any) -> None:
    assert make_project(files).ask(sites_of) == ()


def test_the_innermost_site_comes_first(make_project: Any) -> None:
    sites = make_project({"_config.yml": "", "mkdocs.yml": "", "docs/book/book.toml": ""}).ask(sites_of)

    assert [site.generator for site in sites] == ["mdBook", "MkDocs", "Jekyll"]
