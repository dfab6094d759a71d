"""What a document type says: how to know one, and what such a document owes its reader. Read from YAML."""

from typing import Literal

from msgspec import Struct

from doclint.model import Confidence
from doclint.sizes import size_of


class _Base(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Keys are kebab-case, unknown ones are refused."""


_SIGNALS = ("front_matter", "path", "title", "sections", "labels", "steps", "tasks")
Level = Literal["must", "should", "may"]
ContentKind = Literal["steps", "list", "tasks", "code", "table", "links", "subsections"]


class Signal(_Base, frozen=True, kw_only=True):
    """
    One way to know the type: exactly one of the first seven is given.

    Two kinds of signals of medium confidence are as good as one of high confidence.
    """

    front_matter: tuple[str, ...] = ()  # values of type, kind, category, layout, …
    path: tuple[str, ...] = ()  # patterns as in .gitignore, case does not matter
    title: tuple[str, ...] = ()  # how a title starts or ends, or what it says before a colon
    sections: tuple[str, ...] = ()  # sections such documents have
    labels: tuple[str, ...] = ()  # fields such documents have
    steps: int | None = None  # steps, in any section
    tasks: int | None = None  # check boxes
    at_least: int = 2  # of sections and labels
    confidence: Confidence = Confidence.MEDIUM  # how much it proves

    def __post_init__(self) -> None:
        stated = [name for name in _SIGNALS if getattr(self, name) not in ((), None)]
        if len(stated) != 1:
            names = ", ".join(name.replace("_", "-") for name in _SIGNALS)
            raise ValueError(f"needs exactly one of {names}")

    @property
    def kind(self) -> str:
        """Which of the signals it is."""
        return next(name for name in _SIGNALS if getattr(self, name) not in ((), None))


class Content(_Base, frozen=True, kw_only=True):
    """What a section has to hold, its subsections counted. Any one of the kinds given in `any` is enough."""

    any: tuple[ContentKind, ...] = ()  # one of these is enough
    steps: int = 0  # items of numbered lists
    items: int = 0  # items of any list
    tasks: int = 0  # check boxes
    code: int = 0  # code blocks
    language: tuple[str, ...] = ()  # one of these for at least one code block
    rows: int = 0  # of tables
    links: int = 0  # links, to anywhere
    words: int = 0  # words of text


class OwedSection(_Base, frozen=True, kw_only=True):
    """A section a document owes: `must` for what it is useless without, `should` for what most readers expect."""

    name: str  # its heading
    also: tuple[str, ...] = ()  # other names for the same
    level: Level = "should"  # must, should or may
    reason: str = ""  # why a reader needs it
    or_field: bool = False  # a field will do
    inside: str = ""  # the section it belongs in
    holds: Content | None = None  # what must stand in it
    anywhere: bool = False  # where it stands does not matter, even if the type is ordered
    outline: str = ""  # what a writer puts there: used in the skeleton

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("name: a section needs one")

    @property
    def names(self) -> tuple[str, ...]:
        """All that it may be called."""
        return (self.name, *self.also)


class Parts(_Base, frozen=True, kw_only=True):
    """Repeated structure: every section called so has these sections."""

    name: str  # how the headings of the parts begin
    also: tuple[str, ...] = ()  # other names for the same
    at_least: int = 2  # fewer parts than this are not a repeated structure
    sections: tuple[OwedSection, ...]  # sections that each part owes

    @property
    def names(self) -> tuple[str, ...]:
        """All that a part may be called."""
        return (self.name, *self.also)


class OwedField(_Base, frozen=True, kw_only=True):
    """A field of the front matter or a label a document owes."""

    name: str  # of the field
    also: tuple[str, ...] = ()  # other names for the same
    level: Level = "should"  # must, should or may

    @property
    def names(self) -> tuple[str, ...]:
        """All that it may be called."""
        return (self.name, *self.also)


class DocType(_Base, frozen=True, kw_only=True):
    """A document type. `reason` says why such documents owe what they owe."""

    name: str = ""  # the key it stands under
    title: str = ""  # the name of the type, for readers
    summary: str = ""  # one sentence: what such a document is for
    reason: str = ""  # why such documents owe what they owe
    extends: str = ""  # another type, whose values hold where this one states none
    paths: tuple[str, ...] = ()  # files that are of this type because the settings say so
    ignore: tuple[str, ...] = ()  # codes of rules that make no sense for such documents, or how they begin
    recognise: tuple[Signal, ...] = ()  # what shows that a document is of this type
    unless: tuple[Signal, ...] = ()  # what shows that it is not one after all
    sections: tuple[OwedSection, ...] = ()  # what it owes its reader
    ordered: bool = False  # the sections stand in this order
    holds: Content | None = None  # in the whole document
    parts: tuple[Parts, ...] = ()  # sections of one kind that repeat, such as playbooks
    fields: tuple[OwedField, ...] = ()  # what its front matter or labels must state
    update_days: int | None = None  # a document not updated for longer is stale
    lines: str = ""  # sizes, such as 100+, ~500, 200-2000, <= 3000
    words: str = ""  # as lines
    bytes: str = ""  # as lines

    def __post_init__(self) -> None:
        names = [section.name for section in self.sections]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"sections: '{twice}' is there twice")
        if self.update_days is not None and self.update_days < 1:
            raise ValueError(f"update-days: expected one day or more, found {self.update_days}")
        for what in ("lines", "words", "bytes"):
            written = getattr(self, what)
            if written:
                try:
                    size_of(written)
                except ValueError as error:
                    raise ValueError(f"{what}: {error}") from error


class Match(Struct, frozen=True, gc=False):
    """Which type a document is, how sure that is and why. `name` is empty where no type fits."""

    name: str
    confidence: Confidence
    reason: str
    stated: bool = False  # by the settings or by the document itself
