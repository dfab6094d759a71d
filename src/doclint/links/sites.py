"""
Site generators recognised by their settings files: what a link may mean on the site besides what it means on the host.

Being recognised adds meanings and never takes one away: a link that works on the code host stays alive.
"""

import os
import re
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

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
    `aliases`: `~/x` and `@name/x` are folders that the settings of a bundler name.
    `generated`: folders that are not there may be made when the site is built.
    `base`: the path at which the site is published, without slashes around it.
    """

    generator: str
    folder: str
    roots: tuple[str, ...]
    profile: Profile
    routes: bool
    deeper: bool = True
    file_roots: bool = True
    aliases: bool = False
    generated: bool = False
    base: str = ""


_SUFFIXES = ("js", "ts", "mjs", "mts", "cjs")
DOCUSAURUS = frozenset(f"docusaurus.config.{suffix}" for suffix in _SUFFIXES)
MKDOCS = frozenset({"mkdocs.yml", "mkdocs.yaml", "zensical.toml"})
_DOCS_DIR = re.compile(rb"^docs_dir[ \t]*[:=][ \t]*[\"']?([^\"'#\r\n]*)", re.MULTILINE)
_FILES_FROM_ROOT = re.compile(rb"^[ \t]+absolute_links[ \t]*:[ \t]*[\"']?relative_to_docs", re.MULTILINE)
_MAKES_PAGES = re.compile(
    rb"^[ \t]*-[ \t]*[\"']?(?:gen-files|[\w-]*autoapi|api-autonav|mkapi|monorepo|multirepo)\b", re.MULTILINE
)
_BASE = re.compile(
    rb"\b(?:site_url|base_?url|base)[\"']?[ \t]*[:=][ \t]*[\"']?(?:https?://[^/\"'\s]+)?/([^\"'\s,#]+)", re.IGNORECASE
)
_DOCS_ELSEWHERE = re.compile(rb"\bpath[ \t]*:[ \t]*[\"'](\.\./[^\"'\r\n]+)")
_VITEPRESS_SOURCE = re.compile(rb"\bsrcDir[ \t]*:[ \t]*[\"']([^\"'\r\n]+)")
_MDBOOK_SOURCE = re.compile(rb"^src[ \t]*=[ \t]*[\"']([^\"'\r\n]+)", re.MULTILINE)
_BASE_URL = re.compile(rb"^[ \t\"']*base_?url\b", re.IGNORECASE | re.MULTILINE)
_TRANSLATION = re.compile(r"(.*?)i18n/[^/]+/docusaurus-plugin-content-docs/(current|version-[^/]+)/(.+)")
_ORDER = re.compile(r"^(?:\d{4}-\d\d-\d\d|\d{1,3})[-_.](?=\D)")
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")

MYST = ("Sphinx", "MyST")  # where `(name)=` labels a place for the whole project
AZURE = "Azure DevOps wiki"
_PAGES = (".md", ".mdx", ".markdown", ".html", ".rst", ".ipynb", ".adoc", ".tsx", ".jsx", ".js", ".astro")
_MADE_INDEXES = ("index.rst", "index.tsx", "index.jsx", "index.js", "index.astro")
INDEXES = ("index.md", "README.md", "_index.md", "index.mdx", "index.html", "index.markdown", "readme.md", "Readme.md")


def sites_of(project: Project) -> tuple[Site, ...]:
    """The sites of a project, the innermost first."""
    names = project.tree.by_name
    files = ((file, made) for name, made in _MADE_FROM.items() for file in names.get(name, ()))
    found = [
        replace(site, base=_base(file, project))
        for file, made in files
        for site in made(os.path.dirname(file), file, project)
    ]
    found += _middleman(project.tree)
    return tuple(sorted(found, key=lambda site: (-len(site.folder), site.folder, site.generator)))


def site_of(path: str, sites: tuple[Site, ...]) -> Site | None:
    """The innermost site a document belongs to."""
    return next((site for site in sites if not site.folder or path.startswith(site.folder + "/")), None)


def places_of(site: Site, path: str) -> Iterator[str | None]:
    """What `path`, which starts with `/`, may lead to on the site; None for a place outside of the project."""
    if site.file_roots or not path.endswith((".md", ".markdown")):
        relative = path.strip("/")
        for root in site.roots:
            yield joined(root, relative)
            if site.base and f"{relative}/".startswith(f"{site.base}/"):
                yield joined(root, relative[len(site.base) :])


def host_profile(tree: FileTree) -> Profile:
    """How the host of the repository names anchors, as far as its files tell."""
    if any(name.startswith(".github/") for name in tree.files):
        return "github"
    if ".gitlab-ci.yml" in tree.files:
        return "gitlab"
    return "bitbucket" if "bitbucket-pipelines.yml" in tree.files else "github"


# From the folder of a settings file, and the file, to the site.


def _mkdocs(folder: str, file: str, project: Project) -> Iterator[Site]:
    documents = mkdocs_documents(file, project)
    if documents is not None:
        raw = project.read(file) or b""
        yield Site(
            "MkDocs",
            documents,
            (documents,),
            "mkdocs",
            routes=False,
            file_roots=bool(_FILES_FROM_ROOT.search(raw)),
            generated=bool(_MAKES_PAGES.search(raw)),
        )


def _docusaurus(folder: str, file: str, project: Project) -> Iterator[Site]:
    roots = (_below(folder, "docs"), _below(folder, "static"), _below(folder, "src/pages"), folder)
    yield Site("Docusaurus", folder, roots, "docusaurus", routes=True)
    for stated in _DOCS_ELSEWHERE.findall(project.read(file) or b""):
        documents = joined(folder, stated.decode("utf-8", "replace"))
        if documents:
            yield Site(
                "Docusaurus", documents, (os.path.dirname(documents), documents, *roots), "docusaurus", routes=True
            )


def _vitepress(folder: str, file: str, project: Project) -> Iterator[Site]:
    home, name = os.path.split(folder.removesuffix("/config"))
    if name == ".vitepress":
        documents = _stated(_VITEPRESS_SOURCE, file, project, home, "")
        yield _of_vue("VitePress", documents, _below(documents, "public"))
    elif name == ".vuepress":
        yield _of_vue("VuePress", home, _below(home, ".vuepress/public"))


def _of_vue(generator: str, documents: str, public: str) -> Site:
    return Site(generator, documents, (documents, public), "vitepress", routes=True, deeper=False, aliases=True)


def _hugo(folder: str, file: str, project: Project) -> Iterator[Site]:
    """Its settings may be called `config` and lie in a folder; Zola is alike. Both know `{#id}`."""
    folder = folder.removesuffix("config/_default").rstrip("/")
    content = _below(folder, "content")
    is_named = os.path.basename(file).startswith("hugo.")
    if not is_named and (content not in project.tree.folders or not _BASE_URL.search(project.read(file) or b"")):
        return
    themes = (
        _below(folder, f"themes/{name}/static") for name in project.tree.children.get(_below(folder, "themes"), ())
    )
    static = (_below(folder, "static"), *themes)
    yield Site("Hugo", content, (content, *static), "docusaurus", routes=True, aliases=True)
    for name in filter(_LANGUAGE.fullmatch, project.tree.children.get(content, ())):
        documents = _below(content, name)
        yield Site("Hugo", documents, (documents, content, *static), "docusaurus", routes=True, aliases=True)


def _astro(folder: str, file: str, project: Project) -> Iterator[Site]:
    content = _below(folder, "src/content")
    roots = (_below(content, "docs"), _below(folder, "public"))
    yield Site("Astro", content, roots, "docusaurus", routes=True, aliases=True)


def _next(folder: str, file: str, project: Project) -> Iterator[Site]:
    raw = project.read(file) or b""
    if b"nextra" in raw or b"fumadocs" in raw:
        for name in ("pages", "src/pages", "content", "src/content", "app", "src/app"):
            documents = _below(folder, name)
            if documents in project.tree.folders:
                roots = (documents, _below(folder, "public"))
                yield Site("Next", documents, roots, "github", routes=True, aliases=True)


def _jekyll(folder: str, file: str, project: Project) -> Iterator[Site]:
    if _below(folder, "_toc.yml") in project.tree.files:  # a Jupyter Book
        yield from _myst(folder, file, project)
    else:
        yield Site("Jekyll", folder, (folder,), "kramdown", routes=True)


def _sphinx(folder: str, file: str, project: Project) -> Iterator[Site]:
    if b"extensions" in (project.read(file) or b""):
        yield Site("Sphinx", folder, (folder,), "github", routes=True, deeper=False)


def _myst(folder: str, file: str, project: Project) -> Iterator[Site]:
    yield Site("MyST", folder, (folder,), "github", routes=True, deeper=False)


def _mintlify(folder: str, file: str, project: Project) -> Iterator[Site]:
    if b"mintlify" in (project.read(file) or b""):
        yield Site("Mintlify", folder, (folder,), "github", routes=True, deeper=False)


def _docsify(folder: str, file: str, project: Project) -> Iterator[Site]:
    if _below(folder, "index.html") in project.tree.files:
        yield Site("Docsify", folder, (folder,), "github", routes=True, deeper=False)


def _mdbook(folder: str, file: str, project: Project) -> Iterator[Site]:
    documents = _stated(_MDBOOK_SOURCE, file, project, folder, "src")
    yield Site("mdBook", documents, (documents,), "docusaurus", routes=False, deeper=False)


def _github_wiki(folder: str, file: str, project: Project) -> Iterator[Site]:
    if _below(folder, "Home.md") in project.tree.files:
        yield Site("GitHub wiki", folder, (folder,), "github", routes=False, deeper=False)


def _azure_wiki(folder: str, file: str, project: Project) -> Iterator[Site]:
    above = _below(os.path.dirname(folder), ".order")
    if not folder or above not in project.tree.files:
        yield Site(AZURE, folder, (folder,), "github", routes=False, deeper=False)


_MADE_FROM: dict[str, Callable[[str, str, Project], Iterator[Site]]] = {
    **dict.fromkeys(sorted(MKDOCS), _mkdocs),
    **dict.fromkeys(sorted(DOCUSAURUS), _docusaurus),
    **dict.fromkeys((f"{name}.{suffix}" for name in ("config", "index") for suffix in _SUFFIXES), _vitepress),
    **dict.fromkeys((f"astro.config.{suffix}" for suffix in _SUFFIXES), _astro),
    **dict.fromkeys((f"next.config.{suffix}" for suffix in _SUFFIXES), _next),
    **dict.fromkeys(
        (f"{name}.{form}" for name in ("hugo", "config") for form in ("toml", "yaml", "yml", "json")), _hugo
    ),
    **dict.fromkeys(("docs.json", "mint.json"), _mintlify),
    "_config.yml": _jekyll,
    "conf.py": _sphinx,
    "myst.yml": _myst,
    "_sidebar.md": _docsify,
    "book.toml": _mdbook,
    "_Sidebar.md": _github_wiki,
    ".order": _azure_wiki,
}


def _base(file: str, project: Project) -> str:
    stated = _BASE.search(project.read(file) or b"")
    return stated[1].decode("utf-8", "replace").strip("/") if stated else ""


def _stated(pattern: re.Pattern[bytes], file: str, project: Project, folder: str, usual: str) -> str:
    """The folder that a settings file names, below `folder`; the usual one if it names none of this project."""
    stated = pattern.search(project.read(file) or b"")
    found = joined(folder, stated[1].decode("utf-8", "replace")) if stated else None
    return (joined(folder, usual) or "") if found is None else found


def translated_from(document: str) -> str:
    """The document that Docusaurus shows where this one, a translation, or one beside it is missing; else empty."""
    found = _TRANSLATION.fullmatch(document)
    if not found:
        return ""
    home, version, rest = found.groups()
    return f"{home}{'docs' if version == 'current' else f'versioned_docs/{version}'}/{rest}"


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


def addresses(project: Project) -> dict[str, str]:
    """Documents of sites by their path without the dates and numbers names begin with: the question to a project."""
    sites = project.ask(sites_of)
    found = {}
    for path in project.facts:
        stem = path.rpartition(".")[0].removesuffix("/index")
        plain = "/".join(_ORDER.sub("", part) for part in stem.split("/"))
        if plain != stem and (site := site_of(path, sites)) and site.routes:
            found[plain] = path
    return found


def pages(path: str) -> Iterator[str]:
    """The files from which a generator may have made the page at `path`, likeliest first."""
    if path.endswith(".html"):
        yield path + ".md"
    stem = path.removesuffix(".html").removesuffix("/index")
    for ending in _PAGES:
        yield stem + ending
    for name in (*INDEXES, *_MADE_INDEXES):
        yield f"{stem}/{name}"
