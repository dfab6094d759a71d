"""The links of a project, resolved once: `project.ask(link_graph)`."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from doclint.facts import Facts
from doclint.facts.links import LinkFact
from doclint.links.anchors import Profile, heading_anchors
from doclint.links.resolve import Resolver, Target
from doclint.links.sites import host_profile
from doclint.model import Span
from doclint.project import Project


class Edge(Struct, frozen=True, gc=False):
    """A link of a document and where it leads."""

    document: str
    link: LinkFact
    target: Target


class LinkGraph:
    """Who links to what. `edges` has every document, with its links in document order."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.resolver = Resolver(project)
        self.edges: dict[str, tuple[Edge, ...]] = {
            path: tuple(Edge(path, link, self.resolver.resolve(path, link.target)) for link in facts.links)
            for path, facts in project.facts.items()
        }
        self._anchors: dict[tuple[str, Profile], dict[str, Span]] = {}

    def __iter__(self) -> Iterator[Edge]:
        for edges in self.edges.values():
            yield from edges

    @cached_property
    def incoming(self) -> dict[str, tuple[Edge, ...]]:
        """Links by the file or folder they lead to, those of a document to itself left out."""
        found: dict[str, list[Edge]] = {}
        for edge in self:
            if edge.target.state in ("file", "folder") and edge.target.path != edge.document:
                found.setdefault(edge.target.path, []).append(edge)
        return {path: tuple(edges) for path, edges in found.items()}

    @cached_property
    def homes(self) -> tuple[str, ...]:
        """Folders on somebody's computer that are the root of this project there, as its links show."""
        found = {
            edge.target.path.removesuffix(edge.target.meant)
            for edge in self
            if edge.target.state == "machine" and edge.target.meant and edge.target.path.endswith(edge.target.meant)
        }
        return tuple(sorted(found, key=len, reverse=True))

    def profiles(self, path: str) -> tuple[Profile, ...]:
        """How the anchors of a document are named: as settled, else by the code host, and by its site."""
        settled = self.project.settings.links.anchors
        if settled != "auto":
            return (settled,)
        site = self.resolver.site(path)
        host = self.project.ask(_host)
        return (host, site.profile) if site and site.profile != host else (host,)

    def anchors(self, path: str, profile: Profile) -> dict[str, Span]:
        """The anchors of a document with their places; empty for a file that is no document."""
        known = self._anchors.get((path, profile))
        if known is None:
            facts = self.project.facts.get(path)
            known = self._anchors[path, profile] = _anchors(facts, profile) if facts else {}
        return known


def link_graph(project: Project) -> LinkGraph:
    """The question to ask a project."""
    return LinkGraph(project)


def _host(project: Project) -> Profile:
    return host_profile(project.tree)


_WITHOUT_ATTRIBUTES = {"github", "gitlab", "bitbucket"}


def _anchors(facts: Facts, profile: Profile) -> dict[str, Span]:
    headings = facts.headings
    if facts.html_headings:
        headings = tuple(sorted((*headings, *facts.html_headings), key=lambda heading: heading.span))
    names = heading_anchors((heading.rendered for heading in headings), profile)
    found = {name: heading.span for name, heading in reversed(list(zip(names, headings, strict=True)))}
    for anchor in facts.ids:
        if anchor.id and (anchor.form == "html" or profile not in _WITHOUT_ATTRIBUTES):
            found.setdefault(anchor.id, anchor.span)
    return found
