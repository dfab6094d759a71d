"""
Document → Facts: all that other documents and the audit may ask about a file.

Plain data, and small: what pass two, the cache, the shards and the editor work with instead of documents.
Complete whatever rules are enabled, but for parts that a run may do without; to ask for one that was left out
is an error. A new need is a new field, and a new FACTS_VERSION.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Set
from functools import cached_property
from hashlib import blake2b
from typing import Any, Generic, Literal, TypeVar, cast, get_args, get_type_hints

from msgspec import Raw
from msgspec.msgpack import Decoder

from doclint.claims import claims_of
from doclint.facts.catalogue import declared_of, names_of, promises_of, rows_of
from doclint.facts.instructions import instruction_fact_of
from doclint.facts.labels import labels_of
from doclint.facts.leads import leads_of
from doclint.facts.links import ids_of, links_of
from doclint.facts.listed import listed_of
from doclint.facts.paths import paths_of
from doclint.facts.stamps import revisions_of, stamps_of
from doclint.facts.stand_ins import stand_ins_of
from doclint.facts.structure import HeadingFact, code_of, headings_of, held_of, html_headings_of, sections_of
from doclint.facts.suppressions import directives_of
from doclint.facts.toc import toc_fact_of
from doclint.markdown.nodes import Document, Field

FACTS_VERSION = 6
Part = Literal["contents", "claims", "instructions"]  # each costs as much as what is always there, or more
PARTS: frozenset[Part] = frozenset(get_args(Part))

__all__ = ["FACTS_VERSION", "PARTS", "Facts", "Part", "Seen", "facts_of"]

T = TypeVar("T")
Seen = dict[str, set[str]]  # by the name of a field, the paths of the documents of which it was looked at


class Fact(Generic[T]):
    """
    A field of the facts, and how it is made of a document.

    `part` is what it belongs to, None if it is always there; one of a part is made with `silent=True` where it is known
    to hold nothing that matters. Encoded by who had them before, fields are decoded when they are asked for.
    """

    def __init__(self, make: Callable[..., T], part: Part | None = None) -> None:
        self.make = make
        self.part = part

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, facts: "Facts", owner: type) -> T:
        try:
            value = facts.said[self.name]
        except KeyError:
            raise LookupError(f"the {self.part} were left out: who asks for them must say so") from None
        if type(value) is Raw:
            value = facts.said[self.name] = self._decoder.decode(value)
        if facts.seen is not None:
            facts.seen.setdefault(self.name, set()).add(facts.path)
        facts.__dict__[self.name] = value  # and there it is found from now on
        return cast(T, value)

    @cached_property
    def _decoder(self) -> "Decoder[Any]":
        return Decoder(get_type_hints(self.make)["return"])


def size_of(document: Document) -> int:
    """Bytes."""
    return document.size


def lines_of(document: Document) -> int:
    """How many there are."""
    return document.line_count


def words_of(document: Document) -> int:
    """Runs of non-space characters in the file, as `wc -w` counts them."""
    return len(document.text.split())


def fields_of(document: Document) -> tuple[Field, ...]:
    """Of the front matter."""
    return document.front_matter.fields if document.front_matter else ()


def digest_of_text(document: Document) -> str:
    """The same for the same text, whatever its line ends."""
    return digest_of(document.text)


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


class Facts:
    """
    One file, as others see it: always its outline and its links, the rest unless it was left out.

    `said` has what is known of it by the name of the field, encoded or not; `seen` notes which fields were asked for,
    None where nobody wants to know.
    """

    def __init__(self, path: str, said: dict[str, object], seen: Seen | None = None) -> None:
        self.path = path
        self.said = said
        self.seen = seen

    size = Fact(size_of)
    lines = Fact(lines_of)
    headings = Fact(headings_of)
    html_headings = Fact(html_headings_of)  # <h2>…</h2>: not in the outline, yet linked to
    ids = Fact(ids_of)  # explicit anchors: HTML ids and names, {#id}
    links = Fact(links_of)
    paths = Fact(paths_of)  # of files and folders, named in code spans or plain text
    directives = Fact(directives_of)
    digest = Fact(digest_of_text, "contents")
    words = Fact(words_of, "contents")
    title = Fact(title_of, "contents")
    fields = Fact(fields_of, "contents")  # front matter
    sections = Fact(sections_of, "contents")  # as Document.sections: the first one is what precedes the first heading
    held = Fact(held_of, "contents")  # by each of the sections
    stand_ins = Fact(stand_ins_of, "contents")  # what acts as a heading: bold lines, summaries of folds
    toc = Fact(toc_fact_of, "contents")
    labels = Fact(labels_of, "contents")
    stamps = Fact(stamps_of, "contents")  # what it says of itself: dates, owner, version, audience
    revisions = Fact(revisions_of, "contents")  # rows of its version history
    names = Fact(names_of, "contents")  # Markdown files it names without linking
    rows = Fact(rows_of, "contents")  # of tables about documents
    promises = Fact(promises_of, "contents")  # sections it says other documents have
    declared = Fact(declared_of, "contents")  # references it says other documents hold
    leads = Fact(leads_of, "contents")  # bold openings of lines
    listed = Fact(listed_of, "contents")  # scenarios and procedures it says exist
    code = Fact(code_of, "contents")
    claims = Fact(claims_of, "claims")  # of a summary or an index
    instructions = Fact(instruction_fact_of, "instructions")  # what is asked of the reader

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and self.path == other.path and self.all() == other.all()

    def __hash__(self) -> int:
        return hash(self.path)

    def all(self) -> dict[str, object]:
        """Every field that is there, by name. Raises msgspec.DecodeError for what is not of its shape."""
        there = {None, *filter(self.has, PARTS)}
        return {fact.name: getattr(self, fact.name) for fact in FACTS if fact.part in there}

    def has(self, part: Part) -> bool:
        """Is this part there, or was it left out?"""
        try:
            return self.said[next(fact.name for fact in FACTS if fact.part == part)] is not None
        except KeyError:
            return False

    def seen_by(self, seen: Seen) -> "Facts":
        """The same, for somebody else to look at."""
        return Facts(self.path, self.said, seen)

    @property
    def level_below_title(self) -> int:
        """The outermost level of which there are several sections; 0 for none."""
        levels = Counter(section.level for section in self.sections if section.level)
        return min((level for level, count in levels.items() if count > 1), default=0)

    def section_at(self, line: int) -> int:
        """Index of the innermost section a line is in."""
        return bisect_right(self.sections, line, key=lambda section: section.line) - 1

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


FACTS = tuple(fact for fact in vars(Facts).values() if isinstance(fact, Fact))


def facts_of(document: Document, parts: Set[Part] = PARTS, silent: Set[Part] = frozenset()) -> Facts:
    """
    Everything another document may ask about this one, or but some of its parts; none goes without the contents.

    `silent` are parts known to say nothing that matters to the run: there, but empty.
    """
    there = {None, "contents", *parts} if parts else {None}
    said = {
        fact.name: fact.make(document, silent=True) if fact.part in silent else document.ask(fact.make)
        for fact in FACTS
        if fact.part in there
    }
    return Facts(document.path, said)
