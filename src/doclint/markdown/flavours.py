"""Which Markdown a document is written in: what builds the site around it says so."""

import re
from collections.abc import Callable
from typing import Literal

Flavour = Literal["commonmark", "gfm", "mkdocs", "myst"]

_DOCS = re.compile(rb"^docs_dir[ \t]*[:=][ \t]*['\"]?([^'\"#\r\n]+?)['\"]?[ \t]*(?:#.*)?$", re.MULTILINE)
_MYST = re.compile(rb"^[^#\r\n]*\bmyst_(?:parser|nb)\b", re.MULTILINE)
_CONTAINED = r"^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*"
_ANY = r"^:[ \t]+\S|^#+[ \t].*\{[^{}\n]*\}[ \t]*$"  # a definition, attributes of a heading
_MARKS = {
    "mkdocs": re.compile(rf"{_CONTAINED}(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+\S|{_ANY}", re.MULTILINE),
    "myst": re.compile(rf"{_CONTAINED}(?::::|(?:```+|~~~+)[ \t]*\{{)|\{{[\w:.+-]+\}}`|{_ANY}", re.MULTILINE),
}


def flavour_of(folder: str, read: Callable[[str], bytes]) -> Flavour:
    """
    The flavour of the documents in a folder, told by the nearest settings of MkDocs, Sphinx or MyST upwards.

    Args:
        folder: Relative to the root of the project, which is empty.
        read: Gives the bytes of a file; raises OSError for one that is not there.
    """
    above = folder
    while True:
        prefix = above + "/" if above else ""
        for name in ("mkdocs.yml", "mkdocs.yaml", "zensical.toml"):
            settings = _content(read, prefix + name)
            if settings is not None and f"{folder}/".startswith(prefix + _documents(settings) + "/"):
                return "mkdocs"
        if _MYST.search(_content(read, prefix + "conf.py") or b"") or _content(read, prefix + "myst.yml") is not None:
            return "myst"
        if not above:
            return "gfm"
        above = above.rpartition("/")[0]


def shows(flavour: str, text: str) -> bool:
    """May a text hold what GFM does not know? If not, it reads the same as GFM."""
    marks = _MARKS.get(flavour)
    return bool(marks and marks.search(text))


def _documents(settings: bytes) -> str:
    """The folder of MkDocs's documents beside its settings."""
    stated = _DOCS.search(settings)
    return stated.group(1).decode("utf-8", "replace").strip("./") if stated else "docs"


def _content(read: Callable[[str], bytes], path: str) -> bytes | None:
    try:
        return read(path)
    except (OSError, ValueError):
        return None
