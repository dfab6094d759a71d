"""Whether the part of a link after `#` leads anywhere in the file it is about."""

import re
from difflib import get_close_matches
from typing import Literal
from urllib.parse import unquote

from msgspec import Struct

from doclint.links.anchors import Profile
from doclint.links.graph import Edge, LinkGraph, link_graph
from doclint.model import START, Span
from doclint.project import Project

_LINES = re.compile(r"L(\d{1,9})(?:C\d+)?(?:-L?(\d{1,9})(?:C\d+)?)?")
_FOOTNOTE = re.compile(r"(?:fn|fnref)[-:]?[\w-]*")
_SELECTORS = re.compile("[\ufe0e\ufe0f\u20e3]")
_COMPARED_AT_MOST = 500


class Fragment(Struct, frozen=True, gc=False):
    """
    What became of a fragment.

    `alive`; `elsewhere`: an anchor on one of the platforms only, `platforms` says on which; `spelling`: differs
    from `meant` in case or invisible characters only; `lines`: beyond the end of the file, which has `lines`;
    `dead`: then `meant` is the nearest anchor, or empty.
    """

    state: Literal["alive", "elsewhere", "spelling", "lines", "dead"]
    meant: str = ""
    place: Span = START  # of `meant`
    platforms: tuple[Profile, ...] = ()
    lines: int = 0


_ALIVE = Fragment("alive")


def broken_fragments(project: Project) -> tuple[tuple[Edge, Fragment], ...]:
    """The question to ask a project: links to a part of a file, where that part is not there for every reader."""
    graph = project.ask(link_graph)
    judged = ((edge, _judged(graph, edge)) for edge in graph if edge.target.fragment and edge.target.state == "file")
    return tuple((edge, fragment) for edge, fragment in judged if fragment is not _ALIVE)


def _judged(graph: LinkGraph, edge: Edge) -> Fragment:
    wanted = edge.target.fragment.partition(":~:")[0]
    if not wanted or wanted.lower() == "top" or wanted[0] in "!/":
        return _ALIVE
    path = edge.target.path
    lines = _LINES.fullmatch(wanted)
    if lines:
        return _in_lines(graph, path, max(int(number) for number in lines.groups() if number))
    if path not in graph.project.facts or _FOOTNOTE.fullmatch(wanted.removeprefix("user-content-")):
        return _ALIVE
    return _among(graph, path, {wanted, unquote(wanted), unquote(wanted).removeprefix("user-content-")})


def _in_lines(graph: LinkGraph, path: str, last: int) -> Fragment:
    facts = graph.project.facts.get(path)
    if facts:
        count = facts.lines
    else:
        raw = graph.project.read(path)
        if raw is None or b"\0" in raw[:8000]:
            return _ALIVE
        count = raw.count(b"\n") + (not raw.endswith(b"\n"))
    return _ALIVE if last <= count else Fragment("lines", lines=count)


def _among(graph: LinkGraph, path: str, spellings: set[str]) -> Fragment:
    profiles = graph.profiles(path)
    anchors = {profile: graph.anchors(path, profile) for profile in profiles}
    having = tuple(profile for profile in profiles if not spellings.isdisjoint(anchors[profile]))
    if len(having) == len(profiles):
        return _ALIVE
    if having:
        return Fragment("elsewhere", platforms=having)
    every = {name: place for profile in profiles for name, place in anchors[profile].items()}
    wanted = {_plain(spelling) for spelling in spellings}
    alike = next((name for name in every if _plain(name) in wanted), None)
    if alike:
        return Fragment("spelling", alike, every[alike])
    near = nearest(max(spellings, key=len), list(anchors[profiles[-1]]))
    return Fragment("dead", near, every[near]) if near else Fragment("dead")


def _plain(name: str) -> str:
    return _SELECTORS.sub("", name).casefold()


def nearest(wanted: str, names: list[str]) -> str:
    """The name that was probably meant, empty if none is near or two are."""
    words = _words(wanted)
    if not words:
        return ""
    same = [name for name in names if _words(name) == words]
    if not same:
        same = [name for name in names if words < _words(name) or (_words(name) and _words(name) < words)]
    if not same:
        same = get_close_matches(wanted, names[:_COMPARED_AT_MOST], 2, 0.82)[:1]
    return same[0] if len(same) == 1 else ""


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.split(r"[\W_]+", name.lower()) if word)
