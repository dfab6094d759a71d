"""Where in the source the destination of a link is written: the range a fix replaces."""

import re

from doclint.markdown.html import unescaped
from doclint.markdown.nodes import Document, Link, LinkDefinition
from doclint.model import Span
from doclint.rare import rare

_MOST_BRACKETS = 8  # `](` in a title or a target, looked at from the right
_TAIL = rare(
    r"""\]\([ \t\n>]*
        (?: <((?:[^<>\n\\]|\\.)*)> | ([^\s<]\S*?|) )
        (?: [ \t\n>]+ (?: "[^"]*" | '[^']*' | \([^()]*\) ) )?
        [ \t\n>]* \)\Z""",
    re.VERBOSE,
)
_DEFINITION = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]:[ \t\n>]*(?:<((?:[^<>\n\\]|\\.)*)>|(\S+))")
_ESCAPED = rare(r"\\([!-/:-@\[-`{-~])")


def destination_span(document: Document, link: Link) -> Span | None:
    """
    Lines and columns of the destination alone, without angle brackets; None when it cannot be told for sure.

    The destination of a reference stands in its definition.
    """
    found = _range(document, link)
    return document.span(*found) if found else None


def read_as(written: str) -> str:
    """A destination as CommonMark reads it: escapes and entities resolved."""
    if "\\" in written:
        written = _ESCAPED.sub(r"\1", written)
    return unescaped(written)


def _range(document: Document, link: Link) -> tuple[int, int] | None:
    if link.form == "inline":
        return _inline(document.text, link)
    if link.form in ("reference", "collapsed", "shortcut"):
        definition = document.ask(_definitions).get(normal_label(link.label))
        return _defined(document.text, definition) if definition else None
    start, end = (link.start + 1, link.end - 1) if link.form == "autolink" else (link.start, link.end)
    written = unescaped(document.text[start:end]).strip()
    return (start, end) if written and link.target.endswith(written) else None


def _inline(text: str, link: Link) -> tuple[int, int] | None:
    end = link.end - 1
    start = end - len(link.target)
    if text.startswith("](", start - 2) and text.startswith(link.target, start) and start - 2 >= link.start:
        return start, end  # written as it is read, and nothing else
    end = link.end
    for _ in range(_MOST_BRACKETS):
        end = text.rfind("](", link.start, end)
        if end < 0:
            return None
        found = _TAIL.match(text, end, link.end)
        if found:
            group = 1 if found.group(1) is not None else 2
            if read_as(found.group(group)) == link.target:
                return found.span(group)
    return None


def _defined(text: str, definition: LinkDefinition) -> tuple[int, int] | None:
    found = _DEFINITION.match(text, definition.start, definition.end)
    if not found:
        return None
    return found.span(1 if found.group(1) is not None else 2)


def normal_label(label: str) -> str:
    """Labels that match have the same normal form."""
    return " ".join(label.casefold().split())


def _definitions(document: Document) -> dict[str, LinkDefinition]:
    found: dict[str, LinkDefinition] = {}
    for definition in document.definitions:
        found.setdefault(normal_label(definition.label), definition)
    return found
