"""
Site generators recognised by their settings files: what a link may mean on the site besides what it means on the host.

Being recognised adds meanings and never takes one away: a link that works on the code host stays alive.
"""

import os
import re
from collections.abc import Iterator

from msgspec import Struct

from doclint.links.anchors import Profile
from doclint.project import Project
from doclint.tree import FileTree, joined


class Site(Struct, frozen=True):
    """
    A set of documents that one generator turns into pages.

    `folder` holds the documents; `roots` are the folders that a target starting with `/` may be relative to.
    `routes`: pages are named by the generator, so that a target may be a page without a file of that name.
    """

    generator: str
    folder: str
    roots: tuple[str, ...]
    profile: Profile
    routes: bool


_SUFFIXES = ("js", "ts", "mjs", "mts", "cjs")
_DOCUSAURUS = frozenset(f"docusaurus.config.{suffix}" for suffix in _SUFFIXES)
_VITEPRESS = frozenset(f"config.{suffix}" for suffix in _SUFFIXES)
_HUGO = frozenset({"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"})
_MKDOCS = frozenset({"mkdocs.yml", "mkdocs.yaml"})
_SETTINGS = sorted(_DOCUSAURUS | _VITEPRESS | _HUGO | _MKDOCS | {"_config.yml", "book.toml", "conf.py"})
_DOCS_DIR = re.compile(rb"^docs_dir[ \t]*:[ \t]*[\"']?([^\"'#\r\n]*)", re.MULTILINE)

INDEXES = ("index.md", "README.md", "_index.md", "index.mdx", "index.html", "index.markdown", "readme.md", "Readme.md")


def sites_of(project: Project) -> tuple[Site, ...]:
    """The sites of a project, the innermost first."""
    names = project.tree.by_name
    found = [site for name in _SETTINGS for file in names.get(name, ()) if (site := _site(file, project))]
    found += _middleman(project.tree)
    return tuple(sorted(found, key=lambda site: (-len(site.folder), site.folder, site.generator)))


def site_of(path: str, sites: tuple[Site, ...]) -> Site | None:
    """The innermost site a document belongs to."""
    return next((site for site in sites if not site.folder or path.startswith(site.folder + "/")), None)


def host_profile(tree: FileTree) -> Profile:
    """How the host of the repository names anchors, as far as its files tell."""
    if any(name.startswith(".github/") for name in tree.files):
        return "github"
    if ".gitlab-ci.yml" in tree.files:
        return "gitlab"
    return "bitbucket" if "bitbucket-pipelines.yml" in tree.files else "github"


def _site(file: str, project: Project) -> Site | None:
    folder, name = os.path.split(file)
    if name in _MKDOCS:
        stated = _DOCS_DIR.search(project.read(file) or b"")
        documents = joined(folder, stated[1].decode("utf-8", "replace").strip() if stated else "docs")
        return None if documents is None else Site("MkDocs", documents, (documents,), "mkdocs", False)
    if name in _DOCUSAURUS:
        roots = (_below(folder, "docs"), _below(folder, "static"), _below(folder, "src/pages"), folder)
        return Site("Docusaurus", folder, roots, "docusaurus", True)
    if name in _VITEPRESS and os.path.basename(folder) == ".vitepress":
        documents = os.path.dirname(folder)
        return Site("VitePress", documents, (documents, _below(documents, "public")), "vitepress", True)
    if name in _HUGO:
        content = _below(folder, "content")
        return Site("Hugo", content, (content, _below(folder, "static")), "github", True)
    if name == "_config.yml":
        return Site("Jekyll", folder, (folder,), "kramdown", True)
    if name == "conf.py":
        is_sphinx = b"extensions" in (project.read(file) or b"")
        return Site("Sphinx", folder, (folder,), "github", True) if is_sphinx else None
    if name == "book.toml":
        documents = _below(folder, "src")
        return Site("mdBook", documents, (documents,), "github", False)
    return None


def _middleman(tree: FileTree) -> Iterator[Site]:
    """Middleman has no settings file of a telling name, but its pages have: `source/manual/cdn.html.md`."""
    if any(path.startswith("source/") and path.endswith(".html.md") for path in tree.files):
        yield Site("Middleman", "source", ("source",), "kramdown", True)


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def pages(path: str) -> Iterator[str]:
    """The files from which a generator may have made the page at `path`, likeliest first."""
    if path.endswith(".html"):
        yield path + ".md"
    stem = path.removesuffix(".html").removesuffix("/index")
    for ending in (".md", ".mdx", ".markdown", ".html"):
        yield stem + ending
    for name in INDEXES:
        yield f"{stem}/{name}" if stem else name
