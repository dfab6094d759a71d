"""What the settings file of a generator says about the documents around it."""

from typing import Any

import pytest

from doclint.links.sites import Site, sites_of

VUE = {"routes": True, "deeper": False, "aliases": True}
HUGO = {"routes": True, "aliases": True}
PAGE = {"routes": True, "deeper": False}
SITES = [
    pytest.param(
        {"mkdocs.yml": ""}, [Site("MkDocs", "docs", ("docs",), "mkdocs", False, file_roots=False)], id="mkdocs"
    ),
    pytest.param(
        {"web/mkdocs.yaml": "docs_dir: ."},
        [Site("MkDocs", "web", ("web",), "mkdocs", False, file_roots=False)],
        id="docs_dir",
    ),
    pytest.param(
        {"mkdocs.yml": "site_url: https://x.example/p/\nplugins:\n  - search\n  - gen-files:\n"},
        [Site("MkDocs", "docs", ("docs",), "mkdocs", False, file_roots=False, generated=True, base="p")],
        id="mkdocs: pages made by a plugin, and a path at the host",
    ),
    pytest.param(
        {"mkdocs.yml": "validation:\n  absolute_links: 'relative_to_docs'\n"},
        [Site("MkDocs", "docs", ("docs",), "mkdocs", False)],
        id="absolute links",
    ),
    pytest.param(
        {"web/docusaurus.config.mts": "baseUrl: '/', x: { path: '../guide' }, y: { path: '../../out' }"},
        [
            Site(
                "Docusaurus",
                "guide",
                ("", "guide", "web/docs", "web/static", "web/src/pages", "web"),
                "docusaurus",
                True,
            ),
            Site("Docusaurus", "web", ("web/docs", "web/static", "web/src/pages", "web"), "docusaurus", True),
        ],
        id="docusaurus, with documents beside it",
    ),
    pytest.param(
        {"docs/.vitepress/config.mjs": ""},
        [Site("VitePress", "docs", ("docs", "docs/public"), "vitepress", **VUE)],
        id="vitepress",
    ),
    pytest.param(
        {"docs/.vitepress/config/index.ts": "srcDir: './pages', base: '/p/'"},
        [Site("VitePress", "docs/pages", ("docs/pages", "docs/pages/public"), "vitepress", **VUE, base="p")],
        id="vitepress: pages in another folder",
    ),
    pytest.param(
        {".vitepress/config.js": "srcDir: '../..'"},
        [Site("VitePress", "", ("", "public"), "vitepress", **VUE)],
        id="vitepress: pages nowhere",
    ),
    pytest.param(
        {"docs/.vuepress/config.js": ""},
        [Site("VuePress", "docs", ("docs", "docs/.vuepress/public"), "vitepress", **VUE)],
        id="vuepress",
    ),
    pytest.param({"hugo.yaml": ""}, [Site("Hugo", "content", ("content", "static"), "docusaurus", **HUGO)], id="hugo"),
    pytest.param(
        {
            "web/config/_default/config.toml": "baseURL = 'https://x.example/'",
            "web/content/pt-br/a.md": "",
            "web/content/posts/a.md": "",
        },
        [
            Site("Hugo", "web/content/pt-br", ("web/content/pt-br", "web/content", "web/static"), "docusaurus", **HUGO),
            Site("Hugo", "web/content", ("web/content", "web/static"), "docusaurus", **HUGO),
        ],
        id="hugo: settings in a folder, documents by language",
    ),
    pytest.param({"_config.yml": "baseurl: /p"}, [Site("Jekyll", "", ("",), "kramdown", True, base="p")], id="jekyll"),
    pytest.param(
        {"b/_config.yml": "", "b/_toc.yml": ""}, [Site("MyST", "b", ("b",), "github", **PAGE)], id="jupyter book"
    ),
    pytest.param(
        {"docs/conf.py": "extensions = []"}, [Site("Sphinx", "docs", ("docs",), "github", **PAGE)], id="sphinx"
    ),
    pytest.param({"docs/myst.yml": ""}, [Site("MyST", "docs", ("docs",), "github", **PAGE)], id="myst"),
    pytest.param(
        {"docs/_sidebar.md": "", "docs/index.html": ""},
        [Site("Docsify", "docs", ("docs",), "github", **PAGE)],
        id="docsify",
    ),
    pytest.param(
        {"docs/docs.json": '{"$schema": "https://mintlify.com/docs.json"}'},
        [Site("Mintlify", "docs", ("docs",), "github", **PAGE)],
        id="mintlify",
    ),
    pytest.param(
        {"web/astro.config.mjs": ""},
        [Site("Astro", "web/src/content", ("web/src/content/docs", "web/public"), "docusaurus", True, aliases=True)],
        id="astro",
    ),
    pytest.param(
        {"next.config.mjs": "import nextra from 'nextra'", "content/a.mdx": ""},
        [Site("Next", "content", ("content", "public"), "github", True, aliases=True)],
        id="next",
    ),
    pytest.param({"book.toml": ""}, [Site("mdBook", "src", ("src",), "docusaurus", False, deeper=False)], id="mdbook"),
    pytest.param(
        {"g/book.toml": '[book]\nsrc = "text"\n'},
        [Site("mdBook", "g/text", ("g/text",), "docusaurus", False, deeper=False)],
        id="mdbook: src",
    ),
    pytest.param(
        {"source/a.html.md": ""}, [Site("Middleman", "source", ("source",), "kramdown", True)], id="middleman"
    ),
    pytest.param(
        {"Home.md": "", "_Sidebar.md": ""}, [Site("GitHub wiki", "", ("",), "github", False, deeper=False)], id="a wiki"
    ),
    pytest.param(
        {"w/.order": "", "w/Home/.order": ""},
        [Site("Azure DevOps wiki", "w", ("w",), "github", False, deeper=False)],
        id="a wiki of Azure DevOps",
    ),
]


@pytest.mark.parametrize(("files", "sites"), SITES)
def test_a_site_is_recognised(files: dict[str, str], sites: list[Site], make_project: Any) -> None:
    assert list(make_project(files).ask(sites_of)) == sites


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"mkdocs.yml": "docs_dir: ../elsewhere"}, id="documents outside the repository"),
        pytest.param({"docs/config.ts": ""}, id="a config that is not VitePress's"),
        pytest.param({"source/a.md": "", "web/b.html.md": ""}, id="a source folder that is not Middleman's"),
        pytest.param({"docs/_sidebar.md": ""}, id="a side bar without the page that shows it"),
        pytest.param({"docs/docs.json": "{}"}, id="a docs.json of something else"),
        pytest.param({"next.config.js": "", "pages/a.md": ""}, id="an application with pages"),
        pytest.param({"config.toml": "baseURL = 1"}, id="settings of a program"),
        pytest.param({"config.toml": "port = 1", "content/a.md": ""}, id="other settings beside content"),
        pytest.param({"docs/_Sidebar.md": ""}, id="a side bar without a start page"),
        pytest.param({"docs/conf.py": "import os"}, id="a conf.py that is not Sphinx's"),
    ],
)
def test_what_is_no_site(files: dict[str, str], make_project: Any) -> None:
    assert make_project(files).ask(sites_of) == ()


def test_the_innermost_site_comes_first(make_project: Any) -> None:
    sites = make_project({"_config.yml": "", "mkdocs.yml": "", "docs/book/book.toml": ""}).ask(sites_of)

    assert [site.generator for site in sites] == ["mdBook", "MkDocs", "Jekyll"]
