"""How the documents of a set hang together: who points to whom, what nobody points to, how many clicks away it is."""

import posixpath
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from doclint.audit.values import Edge, Graph
from doclint.project import Project

_HUBS = 5


def edges_of(project: Project, documents: frozenset[str]) -> tuple[Edge, ...]:
    """Links between documents of the set, and those that lead nowhere."""
    found = []
    for path in sorted(documents):
        for link in project.facts[path].links:
            target = link.target.partition("#")[0].partition("?")[0]
            if not target or ":" in target or link.image:
                continue
            base = "" if target.startswith("/") else posixpath.dirname(path)
            resolved = posixpath.normpath(posixpath.join(base, unquote(target).lstrip("/")))
            exists = project.tree.exists(resolved)
            if not exists or (resolved in documents and resolved != path):
                found.append(Edge(source=path, target=resolved, kind="link", line=link.span.line, broken=not exists))
    return tuple(found)


def graph_of(documents: Iterable[str], edges: tuple[Edge, ...], start: str) -> Graph:
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
