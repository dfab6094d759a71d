"""
Site generators recognised by their settings files: what a link may mean on the site besides what it means on the host.

Being recognised adds meanings and never takes one away: a link that works on the code host stays alive.
"""

import os
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from doclint.files.tree import FileTree, joined
from doclint.links.anchors import Profile
from doclint.project import Project


class Site(Struct, frozen=True):
    """
    A set of documents that one generator turns into pages.

    `folder` holds the documents; `roots` are the folders that a target starting with `/` may be relative to.
    `routes`: pages are named by the generator, so that a target may be a page without a file of that name.
    `deeper`: a page may be shown as a folder, `a.md` at `a/`, so that its targets start one level below its file.
    `file_roots`: do targets that start with `/` and name a document's file count as well?
    """

    generator: str
    folder: str
    roots: tuple[str, ...]
    profile: Profile
    routes: bool
    deeper: bool = True
    file_roots: bool = True


_SUFFIXES = ("js", "ts", "mjs", "mts", "cjs")
DOCUSAURUS = frozenset(f"docusaurus.config.{suffix}" for suffix in _SUFFIXES)
MKDOCS = frozenset({"mkdocs.yml", "mkdocs.yaml", "zensical.toml"})
_DOCS_DIR = re.compile(rb"^docs_dir[ \t]*[:=][ \t]*[\"']?([^\"'#\r\n]*)", re.MULTILINE)
_FILES_FROM_ROOT = re.compile(rb"^[ \t]+absolute_links[ \t]*:[ \t]*[\"']?relative_to_docs", re.MULTILINE)

INDEXES = ("index.md", "README.md", "_index.md", "index.mdx", "index.html", "index.markdown", "readme.md", "Readme.md")


def sites_of(project: Project) -> tuple[Site, ...]:
    """The sites of a project, the innermost first."""
    names = project.tree.by_name
    files = ((file, made) for name, made in _MADE_FROM.items() for file in names.get(name, ()))
    found = [site for file, made in files if (site := made(os.path.dirname(file), file, project))]
    found += _middleman(project.tree)
    return tuple(sorted(found, key=lambda site: (-len(site.folder), site.folder, site.generator)))


def site_of(path: str, sites: tuple[Site, ...]) -> Site | None:
    """The innermost site a document belongs to."""
    return next((site for site in sites if not site.folder or path.startswith(site.folder + "/")), None)


def roots_of(site: Site, path: str) -> tuple[str, ...]:
    """The folders that `path`, which starts with `/`, may be relative to on the site."""
    return site.roots if site.file_roots or not path.endswith((".md", ".markdown")) else ()


def host_profile(tree: FileTree) -> Profile:
    """How the host of the repository names anchors, as far as its files tell."""
    if any(name.startswith(".github/") for name in tree.files):
        return "github"
    if ".gitlab-ci.yml" in tree.files:
        return "gitlab"
    return "bitbucket" if "bitbucket-pipelines.yml" in tree.files else "github"


# From the folder of a settings file, and the file, to the site.


def _mkdocs(folder: str, file: str, project: Project) -> Site | None:
    documents = mkdocs_documents(file, project)
    if documents is None:
        return None
    from_root = bool(_FILES_FROM_ROOT.search(project.read(file) or b""))
    return Site("MkDocs", documents, (documents,), "mkdocs", routes=False, file_roots=from_root)


def _docusaurus(folder: str, file: str, project: Project) -> Site:
    roots = (_below(folder, "docs"), _below(folder, "static"), _below(folder, "src/pages"), folder)
    return Site("Docusaurus", folder, roots, "docusaurus", routes=True)


def _vitepress(folder: str, file: str, project: Project) -> Site | None:
    documents, name = os.path.split(folder)
    if name != ".vitepress":
        return None
    return Site(
        "VitePress", documents, (documents, _below(documents, "public")), "vitepress", routes=True, deeper=False
    )


def _hugo(folder: str, file: str, project: Project) -> Site:
    content = _below(folder, "content")
    return Site("Hugo", content, (content, _below(folder, "static")), "github", routes=True)


def _astro(folder: str, file: str, project: Project) -> Site:
    content = _below(folder, "src/content")
    return Site("Astro", content, (_below(content, "docs"), _below(folder, "public")), "docusaurus", routes=True)


def _jekyll(folder: str, file: str, project: Project) -> Site:
    return Site("Jekyll", folder, (folder,), "kramdown", routes=True)


def _sphinx(folder: str, file: str, project: Project) -> Site | None:
    is_sphinx = b"extensions" in (project.read(file) or b"")
    return Site("Sphinx", folder, (folder,), "github", routes=True, deeper=False) if is_sphinx else None


def _myst(folder: str, file: str, project: Project) -> Site:
    return Site("MyST", folder, (folder,), "github", routes=True, deeper=False)


def _mintlify(folder: str, file: str, project: Project) -> Site | None:
    is_mintlify = b"mintlify" in (project.read(file) or b"")
    return Site("Mintlify", folder, (folder,), "github", routes=True, deeper=False) if is_mintlify else None


def _docsify(folder: str, file: str, project: Project) -> Site | None:
    is_docsify = _below(folder, "index.html") in project.tree.files
    return Site("Docsify", folder, (folder,), "github", routes=True, deeper=False) if is_docsify else None


def _mdbook(folder: str, file: str, project: Project) -> Site:
    documents = _below(folder, "src")
    return Site("mdBook", documents, (documents,), "github", routes=False, deeper=False)


_MADE_FROM: dict[str, Callable[[str, str, Project], Site | None]] = {
    **dict.fromkeys(sorted(MKDOCS), _mkdocs),
    **dict.fromkeys(sorted(DOCUSAURUS), _docusaurus),
    **dict.fromkeys((f"config.{suffix}" for suffix in _SUFFIXES), _vitepress),
    **dict.fromkeys((f"astro.config.{suffix}" for suffix in _SUFFIXES), _astro),
    **dict.fromkeys(("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"), _hugo),
    **dict.fromkeys(("docs.json", "mint.json"), _mintlify),
    "_config.yml": _jekyll,
    "conf.py": _sphinx,
    "myst.yml": _myst,
    "_sidebar.md": _docsify,
    "book.toml": _mdbook,
}


def mkdocs_documents(file: str, project: Project) -> str | None:
    """The folder of the documents that a settings file of MkDocs is about; None when it is outside the project."""
    stated = _DOCS_DIR.search(project.read(file) or b"")
    return joined(os.path.dirname(file), stated[1].decode("utf-8", "replace").strip() if stated else "docs")


def _middleman(tree: FileTree) -> Iterator[Site]:
    """Middleman has no settings file of a telling name, but its pages have: `source/manual/cdn.html.md`."""
    if any(path.startswith("source/") and path.endswith(".html.md") for path in tree.files):
        yield Site("Middleman", "source", ("source",), "kramdown", routes=True)


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
        yield f"{stem}/{name}"
