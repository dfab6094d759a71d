"""
Document → Facts: all that other documents and the audit may ask about a file.

Plain data, and small: what pass two, the cache, the shards and the editor work with instead of documents.
Complete whatever rules are enabled, but for parts that a run may do without; to ask for one that was left out
is an error. A new need is a new field, and a new FACTS_VERSION.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Set
from hashlib import blake2b
from typing import Generic, Literal, TypeVar, get_args

from msgspec import Struct

from doclint.claims import Claims, claims_of
from doclint.facts.catalogue import (
    DeclaredFact,
    NameFact,
    PromiseFact,
    RowFact,
    declared_of,
    names_of,
    promises_of,
    rows_of,
)
from doclint.facts.instructions import InstructionFact, instruction_fact_of
from doclint.facts.labels import LabelFact, labels_of
from doclint.facts.leads import LeadFact, leads_of
from doclint.facts.links import IdFact, LinkFact, ids_of, links_of
from doclint.facts.listed import ListedFact, listed_of
from doclint.facts.paths import PathFact, paths_of
from doclint.facts.stamps import RevisionFact, StampFact, revisions_of, stamps_of
from doclint.facts.stand_ins import StandIn, stand_ins_of
from doclint.facts.structure import (
    CodeFact,
    HeadingFact,
    SectionFact,
    code_of,
    headings_of,
    html_headings_of,
    sections_of,
)
from doclint.facts.suppressions import Directive, directives_of
from doclint.facts.toc import TocFact, toc_fact_of
from doclint.markdown.nodes import Document, Field

FACTS_VERSION = 4
Part = Literal["contents", "claims", "instructions"]  # each costs as much as what is always there, or more
PARTS: frozenset[Part] = frozenset(get_args(Part))

__all__ = ["FACTS_VERSION", "PARTS", "Contents", "Facts", "Part", "facts_of"]

T = TypeVar("T")


class Contents(Struct, frozen=True, gc=False, array_like=True, kw_only=True):
    """What a document says, and what it is made of. Ask its Facts, which have all of this."""

    digest: str  # of the text: the same for the same text, whatever its line ends
    words: int  # runs of non-space characters in the file, as `wc -w` counts them
    title: str  # front matter title, else the first h1, else the first heading
    fields: tuple[Field, ...]  # front matter
    sections: tuple[SectionFact, ...]  # as Document.sections: the first one is what precedes the first heading
    stand_ins: tuple[StandIn, ...]  # what acts as a heading: bold lines, summaries of folds
    toc: TocFact | None
    labels: tuple[LabelFact, ...]
    stamps: tuple[StampFact, ...]  # what it says of itself: dates, owner, version, audience
    revisions: tuple[RevisionFact, ...]  # rows of its version history
    names: tuple[NameFact, ...]  # Markdown files it names without linking
    rows: tuple[RowFact, ...]  # of tables about documents
    promises: tuple[PromiseFact, ...]  # sections it says other documents have
    declared: tuple[DeclaredFact, ...]  # references it says other documents hold
    leads: tuple[LeadFact, ...]  # bold openings of lines
    listed: tuple[ListedFact, ...]  # scenarios and procedures it says exist
    code: tuple[CodeFact, ...]


class _Content(Generic[T]):
    """A field of the contents, as a field of the facts. Raises LookupError in a run that left them out."""

    def __init__(self, get: Callable[[Contents], T]) -> None:
        self.get = get

    def __get__(self, facts: "Facts", owner: type) -> T:
        if facts.contents is None:
            raise LookupError("the contents were left out: who asks for them must say so")
        return self.get(facts.contents)


class Facts(Struct, frozen=True, gc=False, array_like=True, kw_only=True):
    """One file, as others see it: always its outline and its links, the rest unless it was left out (None)."""

    path: str
    size: int  # bytes
    lines: int
    headings: tuple[HeadingFact, ...]
    html_headings: tuple[HeadingFact, ...]  # <h2>…</h2>: not in the outline, yet linked to
    ids: tuple[IdFact, ...]  # explicit anchors: HTML ids and names, {#id}
    links: tuple[LinkFact, ...]
    paths: tuple[PathFact, ...]  # of files and folders, named in code spans or plain text
    directives: tuple[Directive, ...]
    contents: Contents | None
    claims_read: Claims | None
    instructions_read: InstructionFact | None

    digest = _Content(lambda contents: contents.digest)
    words = _Content(lambda contents: contents.words)
    title = _Content(lambda contents: contents.title)
    fields = _Content(lambda contents: contents.fields)
    sections = _Content(lambda contents: contents.sections)
    stand_ins = _Content(lambda contents: contents.stand_ins)
    toc = _Content(lambda contents: contents.toc)
    labels = _Content(lambda contents: contents.labels)
    stamps = _Content(lambda contents: contents.stamps)
    revisions = _Content(lambda contents: contents.revisions)
    names = _Content(lambda contents: contents.names)
    rows = _Content(lambda contents: contents.rows)
    promises = _Content(lambda contents: contents.promises)
    declared = _Content(lambda contents: contents.declared)
    leads = _Content(lambda contents: contents.leads)
    listed = _Content(lambda contents: contents.listed)
    code = _Content(lambda contents: contents.code)

    @property
    def claims(self) -> Claims:
        """The claims of a summary or an index. Raises LookupError in a run that left them out."""
        if self.claims_read is None:
            raise LookupError("claims were left out: who asks for them must say so")
        return self.claims_read

    @property
    def instructions(self) -> InstructionFact:
        """What is asked of the reader. Raises LookupError in a run that left it out."""
        if self.instructions_read is None:
            raise LookupError("instructions were left out: who asks for them must say so")
        return self.instructions_read

    @property
    def level_below_title(self) -> int:
        """The outermost level of which there are several sections; 0 for none."""
        levels = Counter(section.level for section in self.sections if section.level)
        return min((level for level, count in levels.items() if count > 1), default=0)

    def heading_path(self, line: int) -> tuple[str, ...]:
        """Titles of the sections a line is in, outermost first: where a finding is, when lines move."""
        path: list[HeadingFact] = []
        for at in range(bisect_right(self.headings, line, key=lambda one: one.span.line) - 1, -1, -1):
            heading = self.headings[at]
            if not path or heading.level < path[-1].level:
                path.append(heading)
                if heading.level == 1:
                    break  # nothing is above it
        return tuple(heading.text for heading in reversed(path))


def facts_of(document: Document, parts: Set[Part] = PARTS, silent: Set[Part] = frozenset()) -> Facts:
    """
    Everything another document may ask about this one, or but some of its parts; none goes without the contents.

    `silent` are parts known to say nothing that matters to the run: there, but empty.
    """
    return Facts(
        path=document.path,
        size=document.size,
        lines=document.line_count,
        headings=headings_of(document),
        html_headings=html_headings_of(document),
        ids=document.ask(ids_of),
        links=links_of(document),
        paths=paths_of(document),
        directives=directives_of(document),
        contents=contents_of(document) if parts else None,
        claims_read=claims_of(document, "claims" in silent) if "claims" in parts else None,
        instructions_read=instruction_fact_of(document, "instructions" in silent) if "instructions" in parts else None,
    )


def contents_of(document: Document) -> Contents:
    """What a document says, and what it is made of."""
    header = document.front_matter
    return Contents(
        digest=digest_of(document.text),
        words=len(document.text.split()),
        title=title_of(document),
        fields=header.fields if header else (),
        sections=sections_of(document),
        stand_ins=stand_ins_of(document),
        toc=toc_fact_of(document),
        labels=document.ask(labels_of),
        stamps=stamps_of(document),
        revisions=revisions_of(document),
        names=names_of(document),
        rows=rows_of(document),
        promises=promises_of(document),
        declared=declared_of(document),
        leads=leads_of(document),
        listed=listed_of(document),
        code=code_of(document),
    )


def title_of(document: Document) -> str:
    """Front matter title, else the first h1, else the first heading, else empty."""
    stated = document.front_matter.get("title") if document.front_matter else None
    if stated and stated.value:
        return stated.value
    headings = document.headings
    first = next((heading for heading in headings if heading.level == 1), headings[0] if headings else None)
    return " ".join(first.text.split()) if first else ""


def digest_of(text: str) -> str:
    """What tells a text from another."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
