"""Links to the web together with what the web answered: `project.ask(observed_links)`."""

from collections.abc import Collection, Iterator, Mapping

from doclint.links.graph import Edge, link_graph
from doclint.model import Finding
from doclint.observation import Observation, Outcome
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


def findings_by_outcome(project: Project, said: Mapping[Outcome, str]) -> Iterator[Finding]:
    """One for each link to a URL with one of these outcomes, and what is said of it: status and details follow."""
    for edge, observation in project.ask(observed_links):
        if observation.outcome in said:
            details = ", ".join(str(detail) for detail in (observation.status, observation.note) if detail)
            yield Finding(
                path=edge.document,
                span=edge.link.span,
                message=f"the URL {said[observation.outcome]}" + (f" ({details})" if details else ""),
                subject=edge.link.target,
            )


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
