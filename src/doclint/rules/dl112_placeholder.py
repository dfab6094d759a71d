"""
A placeholder is a promise to come back: TBD, TODO, +1-XXX-XXX-XXXX, [COUNT], <your name>. Left in a published
document it is the phone number that nobody can dial, found out in the incident.

Templates are meant to have placeholders and are left alone, as are code, check boxes, links and words about
such words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from os.path import basename

from msgspec import Struct

from doclint.markdown.nodes import Cell, CodeSpan, Document, Heading, Html, Leaf, Link
from doclint.model import Confidence, Finding, Severity
from doclint.rare import rare
from doclint.rule import DocumentRule


class Options(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What counts as a placeholder."""

    words: tuple[str, ...] = ()  # more words that stand for something missing, in this case
    allow: tuple[str, ...] = ()  # placeholders that are meant


class _Shape(Struct, frozen=True):
    """How a placeholder looks: texts one of which it holds, its pattern, and what speaks against a match."""

    holds: tuple[str, ...]
    pattern: re.Pattern[str]
    is_none: Callable[[Leaf, re.Match[str]], bool] = lambda leaf, match: False
    confidence: Confidence = Confidence.HIGH


_ENUMERATED = rare(r"\b(?:TODO|FIXME)\b\W{0,2}(?:[,/|]|\b(?:and|or)\b)\W{0,2}\b(?:TODO|FIXME|HACK|XXX)\b")
_ABOUT = rare(
    r"(?:[☐□◯○▢⬜]|\b(?:an?|the|any|no|all|this|that|such|these|those|your|every|each|of|with|without|and|or|as|for))\s+[*_]?\Z",
    re.IGNORECASE,
)
_TAGS = frozenset(
    re.findall(
        r"\w+",
        "info warn warning err error crit critical emerg debug fatal trace notice alert ok fail failed pass passed "
        "skip done yes no note tip important caution danger optional required recommended deprecated experimental beta "
        "new alpha wip draft breaking security internal public private confidential redacted high medium low must "
        "should may sic edit update updated resolved closed open fixed added changed removed toc docs "
        "api cli gui ui rfc faq",
    )
)
_CITATION = rare(r"(?:P|SEV|RFC|ISO|IEC|IEEE|NIST|CVE|PEP|ADR|REQ|STEP|REF|FIG)[ -]?\d|[A-Z]{2,10}-\d+\Z|A-Z|0-9")
_UNIT = rare(
    r"\s?(?:%|:\d|/\s?\d|(?:[mµun]?s|min|h|d|x|[KMGT]i?B(?:/s|ps)?|[kmgt]bps|req|rps|qps|ops|iops)\b)", re.IGNORECASE
)
_OPEN_QUOTATION = rare(r"(?:^|[\s(])(?:'[^']*|\"[^\"]*|“[^”]*|‘[^’]*)\Z")
_NEAR = 80  # characters on either side that tell what a match is
_MOST = 100  # in one paragraph: it is clear by then
_VALUE_FOLLOWS = frozenset(":=><≥≤$|~+→")


def _before(leaf: Leaf, match: re.Match[str]) -> str:
    """What stands before it on its line, as far as it matters."""
    first = max(leaf.text.rfind("\n", 0, match.start()) + 1, match.start() - _NEAR)
    return leaf.text[first : match.start()]


def _after(leaf: Leaf, match: re.Match[str]) -> str:
    return leaf.text[match.end() : match.end() + _NEAR]


def _is_spoken_of(leaf: Leaf, match: re.Match[str]) -> bool:
    """A word about the word, a choice in a form, in quotation marks, or one of several."""
    before = _before(leaf, match)
    if "{/*" in before or before.startswith("% ") or _ENUMERATED.search(leaf.text):
        return True  # a comment, or a list of such words
    return (
        bool(_ABOUT.search(before[-12:]))
        or before.endswith(tuple("\"'“‘`"))
        or _after(leaf, match).startswith(tuple("s\"'”’"))
        or bool(_OPEN_QUOTATION.search(before))
    )


def _is_no_task(leaf: Leaf, match: re.Match[str]) -> bool:
    """TODO counts where it opens a line or stands alone; else it is a word of the sentence."""
    before, after = _before(leaf, match).strip(" \t([-*:–—>|"), _after(leaf, match)
    opens = not before and not isinstance(leaf, Heading)
    stands_out = opens or after.startswith((":", "]", ")")) or not after.strip(" .!)]")
    return not stands_out or after[:5].lower() in (" list", " item") or _is_spoken_of(leaf, match)


def _is_identifier(leaf: Leaf, match: re.Match[str]) -> bool:
    """`sg-XXXXXXXX`, `CVE-XXXX`: how such a name is formed."""
    return bool(re.search(r"[A-Za-z_.$]-?\Z|[#$]\Z", _before(leaf, match))) or _is_spoken_of(leaf, match)


def _is_tag(leaf: Leaf, match: re.Match[str]) -> bool:
    """A log level, a label in front of a sentence, a citation; what stands for a value has a value's place."""
    inside, before, after = match.group(1), _before(leaf, match).rstrip(" \t*_~"), _after(leaf, match)
    is_reference = after.startswith(("(", "[")) or before.endswith(("]", "!"))
    is_quoted = _OPEN_QUOTATION.search(before) is not None
    if is_reference or is_quoted or inside.casefold() in _TAGS or _CITATION.search(inside):
        return True
    stands_alone = not before and (after.startswith(":") or not after.strip(" \t*_") or isinstance(leaf, Cell))
    return not (stands_alone or before[-1:] in _VALUE_FOLLOWS or _UNIT.match(after))


def _goes_on(leaf: Leaf, match: re.Match[str]) -> bool:
    """A sentence that only begins so: `to be determined by the caller`; a heading of what is planned."""
    return isinstance(leaf, Heading) or len(leaf.text) > 80 or bool(_after(leaf, match).strip(" .!…)]*_"))


_SHAPES = (
    _Shape(("TB",), rare(r"(?<![\w-])(?:TBD|TBA|TBC)(?![\w-])"), _is_spoken_of),
    _Shape(("TODO", "FIXME"), rare(r"(?<![\w-])(?:TODO|FIXME)(?![\w-])"), _is_no_task),
    _Shape(("XXX",), rare(r"(?<!\w)(?:\+?\d{1,3}[- ])?\(?X{3,}\)?(?:[- ]X{3,})*(?!\w)"), _is_identifier),
    _Shape(
        ("o be ", "oming soon", "orem ipsum", "ill in ", "laceholder text"),
        rare(
            r"\b(?:to be (?:determined|defined|decided|announced|confirmed|completed|written|documented|added|provided)"
            r"|coming soon|lorem ipsum[^.\n]{0,40}|fill (?:me|this) in|placeholder text)\b",
            re.IGNORECASE,
        ),
        _goes_on,
    ),
    _Shape(("[",), rare(r"\[([A-Z][A-Z0-9 _/.-]{2,40})\]"), _is_tag, Confidence.MEDIUM),
    _Shape(
        ("[",),
        rare(r"\[((?:[Yy]our|[Ii]nsert|[Ee]nter|[Rr]eplace|[Ff]ill in|[Aa]dd)\s[^\[\]\n]{1,60})\](?![(\[:])"),
        confidence=Confidence.MEDIUM,
    ),
    _Shape(
        ("<",),
        rare(r"<(?:your|insert|enter|replace|my)[ _-][^<>\n]{1,60}>", re.IGNORECASE),
        confidence=Confidence.MEDIUM,
    ),
)
_TAG = rare(r"<(?:your|insert|enter|replace|my|placeholder)[ _-][^<>\n]{1,60}>", re.IGNORECASE)
_QUICK = {
    "[": re.compile(r"\[[\\*_`]{0,3}(?:[A-Z][A-Z0-9]|[Yy]our|[Ii]nsert|[Ee]nter|[Rr]eplace|[Ff]ill|[Aa]dd)"),
    "<": re.compile(r"<(?:[Yy]our|YOUR|[Ii]nsert|INSERT|[Ee]nter|ENTER|[Rr]eplace|REPLACE|[Mm]y|MY)"),
}


def check(document: Document, options: Options) -> Iterator[Finding]:
    """Yield each placeholder in running text, in headings and in tables."""
    name = basename(document.path).casefold()
    if "template" in document.path.casefold() or name.startswith(("todo", "roadmap", "backlog")):
        return
    allowed = {word.casefold() for word in options.allow}
    shapes = (*_SHAPES, *_own(options))
    for leaf in _leaves(document, {text for shape in shapes for text in shape.holds}):
        for start, end, confidence in _found(leaf, shapes):
            text = leaf.text[start:end]
            if text.casefold() not in allowed and not _is_in_template(document, leaf):
                yield _finding(document, *leaf.source_range(start, end), text, confidence)
    for html in document.html:
        if isinstance(html, Html) and _TAG.fullmatch(html.content) and not _is_in_template(document, html):
            yield _finding(document, html.start, html.end, html.content, Confidence.MEDIUM)


def _leaves(document: Document, texts: Iterable[str]) -> Iterator[Leaf]:
    """The leaves whose source holds one of these texts; of brackets, those that could be placeholders."""
    wanted = [place for text in texts for place in _places(document.text, text)]
    starts = [leaf.start for leaf in document.leaves] if wanted else []
    for index in sorted({bisect_right(starts, place) - 1 for place in wanted}):
        if index >= 0:
            yield document.leaves[index]


def _places(source: str, text: str) -> Iterator[int]:
    if text in _QUICK:
        yield from (match.start() for match in _QUICK[text].finditer(source))
        return
    place = source.find(text)
    while place >= 0:
        yield place
        place = source.find(text, place + len(text))


def _own(options: Options) -> Iterator[_Shape]:
    for word in options.words:
        yield _Shape((word,), re.compile(rf"(?<!\w){re.escape(word)}(?!\w)"))


def _found(leaf: Leaf, shapes: Iterable[_Shape]) -> Iterator[tuple[int, int, Confidence]]:
    """Each once, though it may have two shapes; none in code and links."""
    taken = _taken(leaf)
    most = len(taken) + _MOST
    for shape in shapes:
        for match in shape.pattern.finditer(leaf.text) if any(text in leaf.text for text in shape.holds) else ():
            start, end = match.span()
            at = bisect_left(taken, (start, start))
            is_free = (not at or taken[at - 1][1] <= start) and (at == len(taken) or taken[at][0] >= end)
            if is_free and len(taken) < most and not shape.is_none(leaf, match):
                taken.insert(at, (start, end))
                yield start, end, shape.confidence


def _taken(leaf: Leaf) -> list[tuple[int, int]]:
    """Code and links, in order; what is inside another is left out."""
    inlines = leaf.inlines
    parts = [(inline.text_start, inline.text_end) for inline in inlines if isinstance(inline, CodeSpan | Link)]
    tags = [inline for inline in inlines if isinstance(inline, Html)]
    parts += [(tag.text_end, end.text_start) for tag, end in pairwise(tags) if tag.content[:3].lower() == "<a "]
    found: list[tuple[int, int]] = []
    for start, end in sorted(parts, key=lambda part: (part[0], -part[1])):
        if start < end and not (found and end <= found[-1][1]):
            found.append((start, end))
    return found


def _is_in_template(document: Document, node: Leaf | Html) -> bool:
    return any("template" in title.casefold() for title in document.heading_path(document.section_at(node.start)))


def _finding(document: Document, start: int, end: int, text: str, confidence: Confidence) -> Finding:
    return Finding(span=document.span(start, end), message=f"placeholder '{text}'", subject=text, confidence=confidence)


RULE = DocumentRule(
    code="DL112",
    name="placeholder",
    severity=Severity.WARNING,
    summary="No placeholder is left in a document",
    reason=__doc__,
    options=Options,
    check=check,
    bad="# On-call\n\n| Role | Phone |\n| --- | --- |\n| Primary | +1-XXX-XXX-XXXX |\n| Second | TBD |\n",
    good="# On-call\n\n- [x] No `TODO` is left\n- [ ] Read [THE RULES](rules.md)\n\nResolve every TODO first.\n\n"
    "## Message template\n\nIncident [ID] is [STATUS].\n\n[THE RULES]: rules.md\n",
    near=(
        "☐ Yes ☐ No ☐ TBD\n",
        "[WARNING] The disk is full, see [RFC 2119] and [NET-42].\n",
        "Match it with `[A-Z]+` or [A-Z0-9] in the dialogue.\n",
        "The group is called sg-XXXXXXXX, HTTP 5XX are errors.\n",
        "The region is to be determined by the caller, who knows it best, before the first call is made.\n",
        "Remove any TODO and every TBD.\n",
        'Merged: <a href="https://x.org/1">[MAJOR VERSION] Streams</a>\n',
        "> [!NOTE]\n> Read it.\n",
    ),
)
