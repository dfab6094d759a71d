"""
The project while it is being edited: facts of every file, those of open buffers in place of the disk's.

Questions and answers are in our own terms: paths relative to the root, spans, edits.
"""

import os
import re
from collections.abc import Iterator

from msgspec import Struct

from doclint.facts.structure import HeadingFact
from doclint.links.anchors import Profile, heading_anchors
from doclint.links.graph import Edge, LinkGraph, link_graph
from doclint.links.repairs import refragment, relative
from doclint.model import START, Edit, Span
from doclint.project import Project

_TITLE = re.compile(r"[ \t>]*#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")


class Place(Struct, frozen=True, gc=False):
    """Somewhere in a file of the project."""

    path: str
    span: Span


class Completion(Struct, frozen=True, gc=False):
    """What may be written next; `typed` characters before the cursor are replaced by `text`."""

    text: str
    detail: str
    typed: int


def edge_at(project: Project, path: str, line: int, column: int) -> Edge | None:
    """The link a position is in."""
    edges = project.ask(link_graph).edges.get(path, ())
    return next((edge for edge in edges if _within(edge.link.span, line, column)), None)


def heading_at(project: Project, path: str, line: int) -> HeadingFact | None:
    """The heading on a line."""
    facts = project.facts.get(path)
    headings = facts.headings if facts else ()
    return next((heading for heading in headings if heading.span.line <= line <= heading.span.end_line), None)


def definition(project: Project, path: str, line: int, column: int) -> Place | None:
    """Where the link at a position leads."""
    edge = edge_at(project, path, line, column)
    if edge is None or edge.target.state != "file":
        return None
    graph = project.ask(link_graph)
    return Place(edge.target.path, _anchor_span(graph, edge.target.path, edge.target.fragment) or START)


def references(project: Project, path: str, line: int, column: int) -> list[Place]:
    """Links to the heading at a position; or, on a link, the links that lead where it does."""
    edge = edge_at(project, path, line, column)
    if edge is not None:
        wanted = (edge.target.path, edge.target.fragment)
        return [
            _place(other) for other in project.ask(link_graph) if (other.target.path, other.target.fragment) == wanted
        ]
    heading = heading_at(project, path, line)
    if heading is None:
        return []
    return [_place(link) for link in _links_to(project, path, heading)]


def rename(project: Project, path: str, place: Span, title: str) -> list[Edit]:
    """The heading whose title is at `place` gets another one, and every link to it the anchor that follows."""
    heading = heading_at(project, path, place.line)
    facts = project.facts.get(path)
    title = " ".join(title.split())
    if heading is None or facts is None or not title:
        return []
    graph = project.ask(link_graph)
    profile = graph.profiles(path)[0]
    titles = [title if other is heading else other.rendered for other in facts.headings]
    anchor = heading_anchors(titles, profile)[facts.headings.index(heading)]
    edits = [Edit(path, place, title)]
    for edge in _links_to(project, path, heading):
        fix = refragment(edge, anchor, safe=True)
        edits.extend(fix.edits if fix else ())
    return edits


def title_span(heading: HeadingFact, line: str) -> Span:
    """The title of a heading alone, in the line it starts on."""
    match = _TITLE.match(line)
    start, end = match.span(1) if match else (heading.span.column - 1, len(line.rstrip()))
    return Span(heading.span.line, start + 1, heading.span.line, end + 1)


def completions(project: Project, path: str, before: str) -> list[Completion]:
    """What a link target may go on with, given the text of the line before the cursor."""
    opened = max(before.rfind("]("), before.rfind("]: "))
    if opened < 0:
        return []
    typed = before[opened + 2 :].lstrip(" <")
    if any(mark in typed for mark in ' )>"'):
        return []
    target, mark, fragment = typed.partition("#")
    if mark:
        return list(_anchors(project, path, target, fragment))
    return list(_paths(project, path, target))


def _anchors(project: Project, path: str, target: str, fragment: str) -> Iterator[Completion]:
    graph = project.ask(link_graph)
    file = graph.resolver.resolve(path, target).path if target else path
    anchors = graph.anchors(file, graph.profiles(file)[0])
    for anchor, span in sorted(anchors.items(), key=lambda item: item[1]):
        heading = heading_at(project, file, span.line)
        yield Completion(anchor, heading.text if heading else "", len(fragment))


def _paths(project: Project, path: str, typed: str) -> Iterator[Completion]:
    for file in sorted(project.tree.files):
        facts = project.facts.get(file)
        if file == path or (facts is None and os.path.dirname(file) != os.path.dirname(path)):
            continue  # of other files the neighbours do: images, scripts
        target = "/" + file if typed.startswith("/") else relative(path, file)
        if typed.startswith("./"):
            target = target if target.startswith(".") else "./" + target
        yield Completion(target, facts.title if facts else "", len(typed))


def preview(project: Project, path: str, line: int, column: int) -> str:
    """What a link leads to, as Markdown: title, section, size, date of the document."""
    edge = edge_at(project, path, line, column)
    if edge is None or edge.target.state != "file":
        return ""
    facts = project.facts.get(edge.target.path)
    if facts is None:
        return f"`{edge.target.path}`"
    place = definition(project, path, line, column)
    section = heading_at(project, edge.target.path, place.span.line) if place and edge.target.fragment else None
    lines = [f"**{facts.title or edge.target.path}**" + (f" › {section.text}" if section else "")]
    lines.append(f"`{edge.target.path}`, {facts.lines:,} lines")
    return "\n\n".join(lines)


def _links_to(project: Project, path: str, heading: HeadingFact) -> list[Edge]:
    graph = project.ask(link_graph)
    return [
        edge
        for edge in graph
        if edge.target.path == path
        and edge.target.fragment
        and _anchor_span(graph, path, edge.target.fragment) == heading.span
    ]


def _anchor_span(graph: LinkGraph, path: str, fragment: str) -> Span | None:
    if not fragment:
        return None
    profiles: tuple[Profile, ...] = graph.profiles(path)
    found = (graph.anchors(path, profile).get(fragment) for profile in profiles)
    return next((span for span in found if span), None)


def _place(edge: Edge) -> Place:
    return Place(edge.document, edge.link.span)


def _within(span: Span, line: int, column: int) -> bool:
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)
