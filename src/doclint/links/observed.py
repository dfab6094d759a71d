"""Links to the web together with what the web answered: `project.ask(observed_links)`."""

from collections.abc import Collection

from doclint.links.graph import Edge, link_graph
from doclint.observation import Observation
from doclint.project import Project


def observed_links(project: Project) -> tuple[tuple[Edge, Observation], ...]:
    """The question to ask a project: its links to the web that somebody asked for."""
    if not project.observations:
        return ()
    found = []
    for edge in project.ask(link_graph):
        if edge.target.state == "url":
            observation = project.observations.get(web_url(edge))
            if observation:
                found.append((edge, observation))
    return tuple(found)


def wanted_urls(project: Project, documents: Collection[str]) -> dict[str, set[str]]:
    """The fragments wanted of each URL that these documents link to."""
    wanted: dict[str, set[str]] = {}
    for edge in project.ask(link_graph):
        if edge.target.state == "url" and edge.document in documents:
            wanted.setdefault(web_url(edge), set()).add(fragment(edge))
    return wanted


def web_url(edge: Edge) -> str:
    """The URL as written, without its fragment."""
    return edge.link.target.strip().partition("#")[0]


def fragment(edge: Edge) -> str:
    """The fragment as written, without `#`."""
    return edge.link.target.strip().partition("#")[2]
