"""
Readers take the table of contents for the whole of the document. A section that is not in it is not found by those
who trust it.

The outermost level that the table lists is checked, and each deeper level of which it lists nearly all. Links to
sections that stand under no heading of their own are a table only if they lead to most of the sections.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from doclint.doctypes.names import nearest_of
from doclint.facts.links import IdFact, ids_of
from doclint.facts.toc import Toc, TocEntry, toc_of
from doclint.links.anchors import heading_anchors
from doclint.markdown.nodes import Document, Heading, Section
from doclint.model import Edit, Finding, Fix, Related, Severity, Span
from doclint.rare import rare
from doclint.rule import DocumentRule, NoOptions

_NEARLY_ALL = 0.8
_MOST = 0.5
_MOST_WITHOUT_HEADING = 0.75
_MOST_STALE = 50
_BULLET = rare(r"[ \t]*[-*+][ \t]+")
_NEAR = 500  # characters between an anchor and its heading
_TAG = rare(r"</?[A-Za-z][^<>]*>")


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield each heading of a listed level that the table of contents leaves out, or lists by another name."""
    toc = document.ask(toc_of)
    if toc is None or len(toc.entries) < 2:
        return
    listed = _listed(document, toc)
    levels = _levels(document, toc, listed)
    used = set(listed.values())
    stale = {entry.text: entry for entry in toc.entries if entry not in used}
    stale = stale if len(stale) <= _MOST_STALE else {}  # a table of another document
    before: TocEntry | None = None  # the last section that is listed
    peers: dict[int, TocEntry] = {}  # and the last one of each level
    for index, section in enumerate(document.sections):
        if index in listed:
            before = peers[section.level] = listed[index]
        if section.heading and section.level in levels and index not in listed and _belongs(document, toc, index):
            old = stale.pop(nearest_of(stale, (section.title,)) or "", None)
            anchor = _anchor(document, section.heading)
            peer = peers.get(section.level)
            added = _added(document, section, before, peer, toc, anchor)
            yield Finding(
                span=document.span_of(section.heading),
                message=f"'{section.title}' is not in the table of contents"
                + (f", which has '{old.text}'" if old else ""),
                subject=section.title,
                related=(Related(document.path, _place(document, old or toc), "the table of contents"),),
                fix=_renamed(document, section, old, anchor) if old else added,
                severity=_severity(section, toc, min(levels)),
            )


def _severity(section: Section, toc: Toc, outermost: int) -> Severity | None:
    """What stands above the table is seen anyway; deeper levels are seldom listed in full."""
    return Severity.INFO if section.start < toc.start or section.level > outermost else None


def _belongs(document: Document, toc: Toc, index: int) -> bool:
    """A title is not listed, nor is the table itself."""
    section = document.sections[index]
    is_title = section.level == 1 and index == 1
    return bool(section.title) and not is_title and not (toc.own and index == toc.section)


def _listed(document: Document, toc: Toc) -> dict[int, TocEntry]:
    """The entry of each listed section, by index: an anchor says which is meant, else the text."""
    found: dict[int, TocEntry] = {}
    entries = _by_key(toc)
    for index, section in enumerate(document.sections):
        if section.heading:
            entry = entries.get(_key(section.heading.id or "")) or entries.get(_key(section.title))
            if entry:
                found[index] = entry
    for anchor in document.ask(ids_of):
        entry = entries.get(_key(anchor.id))
        if entry:
            found.setdefault(_anchored(document, anchor), entry)
    return found


def _anchored(document: Document, anchor: IdFact) -> int:
    """The section an anchor is for: the next one, if nothing but anchors stands before it, else that around it."""
    line = document.line_starts[anchor.span.line - 1]
    index = document.section_at(line + anchor.span.column - 1)
    section = document.sections[index]
    is_last = index == len(document.sections) - 1
    is_of_heading = section.heading is not None and section.start >= line
    after = line + len(document.line(anchor.span.line))
    is_far = section.own_end - after > _NEAR
    stays = is_last or is_of_heading or is_far or _TAG.sub("", document.text[after : section.own_end]).strip()
    return index if stays else index + 1


def _by_key(toc: Toc) -> Mapping[str, TocEntry]:
    found: dict[str, TocEntry] = {}
    for entry in toc.entries:
        for key in filter(None, (_key(entry.target), _key(entry.text))):
            found.setdefault(key, entry)
    return found


def _key(text: str) -> str:
    """Letters and digits: the same for a heading and its anchor, whatever the platform makes of the rest."""
    return "".join(filter(str.isalnum, text.casefold()))


def _levels(document: Document, toc: Toc, listed: Mapping[int, TocEntry]) -> set[int]:
    all_of = Counter(section.level for index, section in enumerate(document.sections) if _belongs(document, toc, index))
    found = Counter(document.sections[index].level for index in listed if _belongs(document, toc, index))
    stale = len(set(toc.entries).difference(listed.values()))
    covered = (
        level
        for level, count in found.items()
        if count >= all_of[level] * _MOST and (toc.own or count + stale >= all_of[level] * _MOST_WITHOUT_HEADING)
    )
    outermost = min(covered, default=0)
    return {level for level in found if level == outermost or found[level] >= all_of[level] * _NEARLY_ALL}


def _place(document: Document, entry: TocEntry | Toc) -> Span:
    return document.span(entry.start, entry.end)


def _anchor(document: Document, heading: Heading) -> str:
    return heading.id or document.ask(_anchors)[heading.start]


def _anchors(document: Document) -> dict[int, str]:
    """The anchor of each heading, by where it starts. For `document.ask`."""
    names = heading_anchors((heading.text for heading in document.headings), "github")
    return {heading.start: name for heading, name in zip(document.headings, names, strict=True)}


def _link(section: Section, anchor: str) -> str:
    text = section.title.replace("[", "\\[").replace("]", "\\]")
    return f"[{text}](#{anchor})"


def _renamed(document: Document, section: Section, old: TocEntry, anchor: str) -> Fix | None:
    if not old.target:
        return None
    return Fix(f"rename '{old.text}'", (Edit(document.path, _place(document, old), _link(section, anchor)),))


def _added(
    document: Document, section: Section, before: TocEntry | None, peer: TocEntry | None, toc: Toc, anchor: str
) -> Fix | None:
    """An entry after that of the section before, written as those of its level; in front where there is none."""
    model = peer or toc.entries[0]
    written = _BULLET.match(document.line(document.line_of(model.start))) if model.target else None
    if written is None or (peer is None and before is not None):
        return None  # numbered, no list, or nothing to see how this level is written
    entry = f"{written.group()}{_link(section, anchor)}"
    line = document.line_of((before or model).start)
    place = document.line_starts[line - 1] + (len(document.line(line)) if before else 0)
    text = f"\n{entry}" if before else f"{entry}\n"
    return Fix(f"list '{section.title}'", (Edit(document.path, document.span(place, place), text),))


RULE = DocumentRule(
    code="DL111",
    name="not-in-toc",
    severity=Severity.WARNING,
    summary="The table of contents lists every section of the levels it covers",
    reason=__doc__,
    check=check,
    bad="# Cache\n\n- [Usage](#usage)\n- [Limits](#limits)\n- [Costs](#costs)\n\n"
    "## Usage\n\nx\n\n## Limits\n\nx\n\n## Costs\n\nx\n\n## Failures\n\nx\n",
    good="# Cache\n\n- [Usage](#usage)\n- [The limits](#limits)\n- [Costs](#costs)\n\n"
    "## Usage\n\nx\n\n### By hand\n\nx\n\n## 🚦 Limits\n\nx\n\n## Costs\n\nx\n",
)
