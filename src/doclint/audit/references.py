"""How the documents of a set hang together: who points to whom, what nobody points to, how many clicks away it is."""

from collections import Counter, deque
from collections.abc import Iterable, Mapping

from doclint.audit.values import Edge, Finding, Graph
from doclint.index import indexes_of
from doclint.links.graph import link_graph
from doclint.project import Project

_HUBS = 5
_NOT_HELD = "DL205"  # the rule that looks for them
_DEAD = {"missing", "case", "machine", "outside"}


def edges_of(project: Project, documents: frozenset[str]) -> tuple[Edge, ...]:
    """Links between documents of the set, those of it that lead nowhere, and the entries of indexes; each once."""
    found: dict[tuple[str, str], Edge] = {}
    for edge in project.ask(link_graph):
        source, target = edge.document, edge.target
        dead = target.state in _DEAD
        if source in documents and (dead or (target.path in documents and target.path != source)):
            to = edge.link.target if dead else target.path
            line = edge.link.span.line
            found.setdefault((source, to), Edge(source=source, target=to, kind="link", line=line, broken=dead))
    for index in project.ask(indexes_of):
        for entry in index.entries:
            if index.path in documents and entry.path in documents and entry.path != index.path:
                listed = Edge(source=index.path, target=entry.path, kind="entry", line=entry.span.line, broken=False)
                found.setdefault((index.path, entry.path), listed)
    return tuple(sorted(found.values(), key=lambda edge: (edge.source, edge.line, edge.target)))


def indexed_of(project: Project) -> dict[str, bool]:
    """Whether a document is in an index, for all that are or that an index owes."""
    indexes = project.ask(indexes_of)
    owed = {path: False for index in indexes for path in index.owed}
    return owed | {path: True for index in indexes for path in index.listed}


def declared_of(project: Project, findings: Iterable[Finding]) -> tuple[int, int]:
    """The references the indexes say the documents hold, and how many of them they do hold."""
    missing = {(finding.path, finding.line) for finding in findings if finding.rule == _NOT_HELD}
    places = [
        (index.path, reference.span.line)
        for index in project.ask(indexes_of)
        for reference in index.references
        if reference.target
    ]
    return len(places), sum(place not in missing for place in places)


def graph_of(documents: Iterable[str], edges: tuple[Edge, ...], start: str, declared: tuple[int, int]) -> Graph:
    """The graph of these documents; `start` is where a reader enters, empty for nowhere."""
    documents = sorted(documents)
    ahead = neighbours(documents, edges)
    pointed = Counter(target for targets in ahead.values() for target in targets)
    clicks = clicks_from(start, ahead)
    return Graph(
        start=start,
        edges=edges,
        orphans=tuple(path for path in documents if not pointed[path] and path != start),
        dead_ends=tuple(path for path in documents if not ahead[path]),
        unreached=tuple(path for path in documents if start and path not in clicks),
        hubs=tuple(path for path, _ in sorted(pointed.items(), key=lambda hub: (-hub[1], hub[0]))[:_HUBS]),
        declared=declared[0],
        declared_kept=declared[1],
    )


def clicks_from(start: str, ahead: Mapping[str, set[str]]) -> dict[str, int]:
    """Fewest steps from the start to every document it reaches."""
    if start not in ahead:
        return {}
    clicks = {start: 0}
    waiting = deque([start])
    while waiting:
        path = waiting.popleft()
        for target in sorted(ahead[path]):
            if target not in clicks:
                clicks[target] = clicks[path] + 1
                waiting.append(target)
    return clicks


def neighbours(documents: Iterable[str], edges: Iterable[Edge]) -> dict[str, set[str]]:
    """Every document with those it points to, by whatever means."""
    ahead: dict[str, set[str]] = {path: set() for path in documents}
    for edge in edges:
        if not edge.broken and edge.source in ahead and edge.target in ahead and edge.source != edge.target:
            ahead[edge.source].add(edge.target)
    return ahead
