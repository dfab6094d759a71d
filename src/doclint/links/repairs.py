"""What a dead link probably meant, and the edit that says so."""

import os
from functools import lru_cache
from posixpath import relpath, splitext
from urllib.parse import quote

from doclint.files.tree import FileTree
from doclint.links.graph import Edge
from doclint.links.sites import INDEXES
from doclint.model import Edit, Fix

_COMPARED_AT_MOST = 300  # names in a folder
_ALIKE = 0.75  # of two names, with and without their endings: those are alike anyway
_KEPT = "/:@!$&'*+,;=~-._[]"


def relative(document: str, path: str) -> str:
    """The target to write in `document` for the file `path`: relative, what cannot stand in a target encoded."""
    shown = relpath("/" + path, "/" + os.path.dirname(document))
    return "".join(character if ord(character) > 127 else quote(character, _KEPT) for character in shown)


def retarget(edge: Edge, path: str, *, safe: bool) -> Fix | None:
    """Let the link lead to `path`; query and fragment stay. None when its target cannot be told in the source."""
    place = edge.link.destination
    if place is None:
        return None
    written = edge.link.target
    cut = min((at for mark in "?#" if (at := written.find(mark)) >= 0), default=len(written))
    target = relative(edge.document, path) + written[cut:]
    return Fix(f"Link to {target}", (Edit(edge.document, place, target),), safe)


def refragment(edge: Edge, fragment: str, *, safe: bool) -> Fix | None:
    """Let the link lead to another anchor of the same file."""
    place = edge.link.destination
    if place is None:
        return None
    target = edge.link.target.partition("#")[0] + "#" + fragment
    return Fix(f"Link to #{fragment}", (Edit(edge.document, place, target),), safe)


def moved(tree: FileTree, path: str) -> tuple[str, ...]:
    """Where the missing `path` may be now: a few paths that exist, the likeliest first."""
    ending = tree.ending(path)
    if ending:
        return (ending,)
    if path + ".md" in tree.files:
        return (path + ".md",)
    name = os.path.basename(path)
    same = () if name in INDEXES else tree.by_name.get(name, ())
    if same:
        return _likeliest(same, path)
    return _neighbours(tree, path)


def _likeliest(paths: tuple[str, ...], wanted: str) -> tuple[str, ...]:
    parts = set(wanted.split("/"))
    return tuple(sorted(paths, key=lambda path: (-len(parts.intersection(path.split("/"))), len(path), path))[:3])


@lru_cache(1000)  # what one link misses, others miss as well
def _nearest(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    from difflib import get_close_matches

    return tuple(near for near in get_close_matches(name, names, 3, _ALIKE) if _are_alike(name, near))


def _neighbours(tree: FileTree, path: str) -> tuple[str, ...]:
    """The path with its first missing component replaced by the nearest name in that folder, if that exists."""
    parts = path.split("/")
    for index, part in enumerate(parts):
        folder = "/".join(parts[:index])
        if tree.exists(f"{folder}/{part}" if folder else part):
            continue
        near = _nearest(part, tree.children.get(folder, ())[:_COMPARED_AT_MOST])
        found = ["/".join((*parts[:index], name, *parts[index + 1 :])) for name in near]
        return tuple(path for path in found if tree.exists(path))
    return ()


def _are_alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, splitext(one)[0], splitext(other)[0]).ratio() >= _ALIKE
