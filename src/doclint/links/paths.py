"""Whether a path that a text names leads to something of this repository."""

import os
import re
from typing import Literal

from msgspec import Struct

from doclint.facts.paths import PathFact
from doclint.files.tree import FileTree, folded, joined
from doclint.links.graph import LinkGraph
from doclint.links.repairs import moved

_MADE_BY_TOOLS = re.compile(
    r"(?:^|/)(?:node_modules|dist|build|target|out|bin|obj|\.?venv|__pycache__|coverage|logs?|te?mp|\.?cache|vendor"
    r"|_?site|public|htmlcov|\.git|data|outputs?|results|backups|secrets)/|(?:^|/)_version\.py\Z"
)
_MANIFESTS = frozenset(
    "package.json pyproject.toml setup.py go.mod Cargo.toml pom.xml build.gradle composer.json Gemfile Makefile".split()
)
_UPWARDS = re.compile(r"\A(?:\.{1,2}/)+")
_SYSTEM = re.compile(r"/(?:etc|var|usr|opt|tmp|bin|sbin|lib|srv|dev|proc|sys|mnt|run|boot|app|workspace|api|v\d+)/")


class NamedPath(Struct, frozen=True, gc=False):
    """
    A path in a text that leads to nothing.

    `path` is what it would be in this repository, for a machine path what it is; `near`: where it may be now.
    """

    path: str
    near: tuple[str, ...]
    kind: Literal["missing", "machine"]


def lost(graph: LinkGraph, document: str, fact: PathFact) -> NamedPath | None:
    """
    What is wrong with a path named in `document`; None when it exists, or is none of this repository's.

    Said to be missing is only what starts in a folder that is here, so that it can hardly belong elsewhere.
    """
    tree = graph.project.tree
    target = graph.resolver.resolve(document, fact.path)
    if target.state == "machine":
        return NamedPath(target.meant, (), "machine") if target.meant else None
    if target.state not in ("missing", "case") or _SYSTEM.match(fact.path) or _MADE_BY_TOOLS.search(fact.path):
        return None
    path = fact.path.strip("/")
    bases = [""] if fact.path.startswith("/") else _upwards(document)
    places = {base: place for base in bases if (place := joined(base, path)) is not None}
    if any(tree.exists(place) or tree.is_behind_door(place) for place in places.values()) or _ends_some_path(
        tree, path
    ):
        return None
    start = _UPWARDS.match(path)
    first = path[: path.find("/", start.end() if start else 0)]
    known = next((place for base, place in places.items() if _is_at_home(tree, base, document, first)), None)
    if known is None:
        return None
    return NamedPath(known, tree.by_folded.get(folded(known), ()) or moved(tree, known), "missing")


def _is_at_home(tree: FileTree, base: str, document: str, folder: str) -> bool:
    """Is there such a folder at the root, on the way to the document, beside it, or where a package begins?"""
    place = joined(base, folder) or ""
    if place not in tree.folders:
        return False
    is_near = base in ("", os.path.dirname(document)) or document.startswith(place + "/")
    return is_near or not _MANIFESTS.isdisjoint(tree.children.get(base, ()))


def _upwards(document: str) -> list[str]:
    """The folders above a document, its own first, the root last."""
    parts = document.split("/")[:-1]
    return ["/".join(parts[:count]) for count in range(len(parts), -1, -1)]


def _ends_some_path(tree: FileTree, path: str) -> bool:
    plain = _UPWARDS.sub("", path)
    name = plain.rpartition("/")[2]
    return any(
        f"/{place}".endswith(f"/{plain}")
        for place in (*tree.by_name.get(name, ()), *tree.folders_by_name.get(name, ()))
    )
