"""Whether the part of a link after `#` leads anywhere in the file it is about."""

import os
import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import Literal
from urllib.parse import unquote

from msgspec import Struct

from doclint.links.anchors import Profile
from doclint.links.graph import Edge, LinkGraph, link_graph
from doclint.links.sites import MYST
from doclint.model import START, Span
from doclint.project import Project
from doclint.rare import rare

_LINES = re.compile(r"L(\d{1,9})(?:C\d+)?(?:-L?(\d{1,9})(?:C\d+)?)?")
_FOOTNOTE = re.compile(r"fn(?:ref)?(?:\d+|[-:][\w-]*)")
_SLUG = rare(r"[a-z0-9-]+")
_SELECTORS = re.compile("[\ufe0e\ufe0f\u20e3]")
_SOUGHT_AT_MOST = 30  # anchors of one document that are not there; comparing all with all takes long


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
    path = edge.target.path
    if not wanted.lstrip("#") or wanted.lower() == "top" or (wanted[0] == "/" and _is_docsify(graph, path)):
        return _ALIVE  # `##` is written to show a title
    if wanted == "readme" and os.path.basename(path).lower().startswith("readme."):
        return _ALIVE  # code hosts show it below their list of files, under this name
    lines = _LINES.fullmatch(wanted)
    if lines:
        return _in_lines(graph, path, max(int(number) for number in lines.groups() if number))
    if path not in graph.project.facts or _FOOTNOTE.fullmatch(wanted.removeprefix("user-content-")):
        return _ALIVE
    found = _among(graph, path, {wanted, unquote(wanted), unquote(wanted).removeprefix("user-content-")})
    if found.state == "dead" and _is_made_elsewhere(graph, edge, unquote(wanted), found.meant):
        return _ALIVE
    return found


def _is_made_elsewhere(graph: LinkGraph, edge: Edge, wanted: str, near: str) -> bool:
    """
    May only the site generator know this anchor?

    It does where it puts text into the page. In MyST `#name` is also a label anywhere in the project, or an object of
    the code.
    """
    site = graph.resolver.site(edge.target.path)
    if site is None:
        return False
    if any(one.form == "generated" for one in graph.project.facts[edge.target.path].ids):
        return True
    if site.generator not in MYST:
        return False
    if wanted in graph.project.ask(_labels):
        return True
    return edge.link.target.startswith("#") and (not near or _SLUG.fullmatch(wanted) is None)


def _labels(project: Project) -> frozenset[str]:
    """The labels of all documents."""
    return frozenset(one.id for facts in project.facts.values() for one in facts.ids)


def _is_docsify(graph: LinkGraph, path: str) -> bool:
    """Is `#/guide` the address of a page there?"""
    site = graph.resolver.site(path)
    return site is not None and site.generator == "Docsify"


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
    known = graph.project.ask(_known_anchors)(path)
    having = tuple(
        profile for profile, anchors in known.by_profile.items() if any(name in anchors for name in spellings)
    )
    if len(having) == len(known.by_profile):
        return _ALIVE
    if having:
        return Fragment("elsewhere", platforms=having)
    alike = next((name for spelling in spellings if (name := known.plain.get(_plain(spelling)))), "")
    if alike:
        return Fragment("spelling", alike, known.places[alike])
    near = known.nearest(max(spellings, key=len))
    return Fragment("dead", near, known.places[near]) if near else Fragment("dead")


def _known_anchors(project: Project) -> "Callable[[str], KnownAnchors]":
    graph = project.ask(link_graph)
    return cache(lambda path: KnownAnchors({each: graph.anchors(path, each) for each in graph.profiles(path)}))


class KnownAnchors:
    """The anchors of one document on its platforms, the one that readers see last, ready to be searched."""

    def __init__(self, by_profile: Mapping[Profile, Mapping[str, Span]]) -> None:
        self.by_profile = by_profile
        self.sought = 0

    @cached_property
    def places(self) -> dict[str, Span]:
        """Where each is."""
        return {name: place for anchors in self.by_profile.values() for name, place in anchors.items()}

    @cached_property
    def plain(self) -> dict[str, str]:
        """The first by what counts in it."""
        return {_plain(name): name for name in reversed(self.places)}

    @cached_property
    def by_words(self) -> dict[frozenset[str], list[str]]:
        """The anchors of the last platform by the words in them, those without words left out."""
        found: dict[frozenset[str], list[str]] = {}
        for name in list(self.by_profile.values())[-1]:
            found.setdefault(_words(name), []).append(name)
        found.pop(frozenset(), None)
        return found

    def nearest(self, wanted: str) -> str:
        """The anchor that was probably meant; empty if none is near, two are, or too many were sought."""
        words = _words(wanted)
        self.sought += 1
        if not words or self.sought > _SOUGHT_AT_MOST:
            return ""
        near = self.by_words.get(words) or self._sharing(words)
        if not near:
            from difflib import get_close_matches

            near = get_close_matches(wanted, [name for names in self.by_words.values() for name in names], 1, 0.82)
        return near[0] if len(near) == 1 else ""

    def _sharing(self, words: frozenset[str]) -> list[str]:
        """Anchors with all these words and more, or with some of these and no other."""
        return [name for own, names in self.by_words.items() if words < own or own < words for name in names]


def _plain(name: str) -> str:
    return _SELECTORS.sub("", name).casefold()


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.split(r"[\W_]+", name.lower()) if word)
