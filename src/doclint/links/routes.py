"""Targets that may be pages a site generator names: no file has to answer to them, so nobody can be sure offline."""

from doclint.links.graph import Edge, link_graph
from doclint.links.sites import MYST, Site
from doclint.project import Project

_TELLING = 10  # root links without a file ending, from which on their fate says something about the project
_ALIVE_SHARE = 0.2
_HABIT = 5  # links that leave out `.md`, from which on this is how pages are named here and not a slip of the pen
_MADE = frozenset("feed.xml atom.xml rss.xml index.xml sitemap.xml robots.txt llms.txt llms-full.txt".split())
_SOURCES = (".md", ".rst", ".ipynb", ".png", ".svg", ".jpg", ".gif")


def may_be_route(project: Project, edge: Edge) -> bool:
    """Might the missing target be a page that a generator makes from something else?"""
    path = edge.target.path
    name = path.rpartition("/")[2]
    site = project.ask(link_graph).resolver.site(edge.document)
    if site and site.generator in MYST:  # made from reStructuredText, or a label
        return name.endswith(".html") or ("/" not in edge.link.target and not name.endswith(_SOURCES))
    if site and site.generated and _is_in_new_folder(project, site, path):
        return True
    if site and site.routes and name in _MADE and edge.link.target.startswith("/"):
        return True
    if "." in name.removesuffix(".html"):
        return False
    if site and (site.routes or edge.link.target.startswith("/")):  # another site may be at the same host
        return True
    if name.endswith(".html"):
        return False
    if edge.link.target.startswith("/"):
        return project.ask(_has_routes)
    return _leaves_ending_out(project, edge) and project.ask(_leave_endings_out)


def _is_in_new_folder(project: Project, site: Site, path: str) -> bool:
    first, _, rest = path.removeprefix(site.folder).strip("/").partition("/")
    is_folder = bool(rest) or "." not in first
    return is_folder and first not in project.tree.children.get(site.folder, ())


def is_label(project: Project, edge: Edge) -> bool:
    """Does the target name a label, `(label)=`, of some document of a Sphinx project?"""
    site = project.ask(link_graph).resolver.site(edge.document)
    return site is not None and site.generator in MYST and edge.link.target.lstrip("#") in project.ask(_labels)


def _labels(project: Project) -> frozenset[str]:
    return frozenset(anchor.id for facts in project.facts.values() for anchor in facts.ids if anchor.form == "target")


def _has_routes(project: Project) -> bool:
    """Do links that start at the root name pages of a site whose sources lie elsewhere?"""
    fates = [edge.target.state for edge in project.ask(link_graph) if _is_page(edge)]
    alive = sum(fate in ("file", "folder") for fate in fates)
    return len(fates) >= _TELLING and alive < _ALIVE_SHARE * len(fates)


def _leave_endings_out(project: Project) -> bool:
    """Is it the habit of this project to name pages without the ending of their file, as sites do?"""
    return sum(_leaves_ending_out(project, edge) for edge in project.ask(link_graph)) >= _HABIT


def _leaves_ending_out(project: Project, edge: Edge) -> bool:
    return edge.target.state == "missing" and f"{edge.target.path}.md" in project.tree.files


def _is_page(edge: Edge) -> bool:
    target = edge.link.target.partition("#")[0]
    return target.startswith("/") and "." not in target.rpartition("/")[2] and not edge.link.image
