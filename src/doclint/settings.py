"""What a project may settle, as values with their defaults. Reading and checking them is `config`'s work."""

from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct, field

from doclint.customrule import CustomRule
from doclint.dates import Order, days_of
from doclint.doctypes.shape import DocType
from doclint.instructions import Instructions
from doclint.sizes import size_of

Anchors = Literal["auto", "github", "gitlab", "mkdocs", "docusaurus", "vitepress", "kramdown", "bitbucket"]
Flavour = Literal["auto", "commonmark", "gfm", "mkdocs", "myst"]


class Base(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A group of settings; keys are kebab-case, unknown ones are refused."""


class Override(Base, frozen=True, kw_only=True):
    """Other settings for the files these patterns match."""

    paths: tuple[str, ...]  # patterns, as in .gitignore
    ignore: tuple[str, ...] = ()  # rules not to run
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}  # by rule or family
    rules: dict[str, dict[str, Any]] = {}  # options, by rule
    type: str | None = None  # the document type of these files


class Online(Base, frozen=True, kw_only=True):
    """How links to the web are asked for, when a run is told to; which hosts may be private is for the command line."""

    workers: int = 32  # requests at a time
    per_host: int = 2  # requests at a time to one host
    interval: float = 0.25  # seconds between two requests to a host
    seconds: float = 15.0  # for one URL, redirects and retries with it
    retries: int = 2  # after an answer that may be better next time
    robots: bool = False  # heed robots.txt
    alive_days: float = 7.0  # how long a good answer is believed
    dead_days: float = 1.0  # how long a bad answer is believed
    grace_days: float = 7.0  # a URL that was alive and is dead is a warning for so long, then an error


class Links(Base, frozen=True, kw_only=True):
    """How links and anchors are resolved."""

    anchors: Anchors = "auto"  # who makes those of headings; auto: the code host, and the site generator recognised
    roots: tuple[str, ...] = ()  # folders that a link starting with / may mean; empty: recognised
    ignore: tuple[str, ...] = ()  # patterns of targets nobody should check
    online: Online = field(default_factory=Online)  # how links to the web are asked for


class Gate(Base, frozen=True, kw_only=True):
    """What an audit must hold to pass. Limits are the most that is allowed; null asks nothing."""

    errors: int | None = 0  # most findings of this severity
    warnings: int | None = None  # most findings of this severity
    contradicted: int | None = 0  # claims the tree, the document itself or another one denies
    missing: int | None = 0  # deliverables that are not there, scenarios nothing covers
    off_target: int | None = 0  # deliverables that are there and miss what was asked of them
    stale: int | None = None  # documents older than their schedule
    unverifiable: int | None = 0  # claims nobody could check or answers for: more make the audit incomplete
    not_covered: int | None = 0  # files that could not be read in full: more make the audit incomplete
    score: int | None = None  # the least mean score of the set
    document_score: int | None = None  # the least score of any document
    rules: dict[str, int] = {}  # most findings of a rule or a family: {DL301: 0, DL5: 10}
    new_errors: int | None = None  # since the base
    new_warnings: int | None = None  # since the base


class Owed(Base, frozen=True, kw_only=True):
    """A file a phase owes. Sizes are written as people do: 2000+, <= 500, 300-600, ~1500 (within a tenth)."""

    path: str  # relative to the root of the project
    type: str | None = None  # the document type it is to be of
    lines: str | None = None  # its size
    words: str | None = None  # its size
    sections: tuple[str, ...] = ()  # headings it must have
    owner: str | None = None  # who it must name as its owner
    due: str | None = None  # YYYY-MM-DD


class Accepted(Base, frozen=True, kw_only=True):
    """A person answers for a claim no file can show: `claim` is part of its text, `by` the person."""

    claim: str  # part of its text
    by: str  # who answers for it
    path: str | None = None  # the document that states it; null: any
    date: str | None = None  # YYYY-MM-DD, when it was looked at
    reason: str = ""  # why it is so
    until: str | None = None  # YYYY-MM-DD; afterwards it is open again


class Phase(Base, frozen=True, kw_only=True):
    """A set of documents that is delivered, and judged, together."""

    name: str  # what it is called in reports, and by --phase
    paths: tuple[str, ...]  # folders, files or patterns
    summaries: tuple[str, ...] = ()  # documents that speak for it
    index: str | None = None  # the document its readers start from; null: the outermost README
    deliverables: tuple[Owed, ...] = ()  # files it owes; empty: those its documents claim
    scenarios: tuple[str, ...] = ()  # situations some heading of the set must be about
    accepted: tuple[Accepted, ...] = ()  # claims a person answers for
    base: str | None = None  # the commit, tag or branch it is compared with
    gate: Gate | None = None  # in place of the general one


class Index(Base, frozen=True, kw_only=True):
    """Which documents are indexes, and what they need not list."""

    files: tuple[str, ...] = ()  # paths of the indexes; empty: recognised by name, title and shape
    ignore: tuple[str, ...] = ()  # patterns of documents no index owes


class Scheduled(Base, frozen=True, kw_only=True):
    """How often the documents these patterns match are to be looked at: monthly, every 90 days, twice a year."""

    paths: tuple[str, ...]  # patterns, as in .gitignore
    every: str  # an interval, such as 90 days

    def __post_init__(self) -> None:
        if not days_of(self.every):
            raise ValueError(f"every: expected an interval such as every 90 days, found {self.every!r}")


class Limits(Base, frozen=True, kw_only=True):
    """Sizes as people write them: 2000+, <= 500, 300-600, ~1500 (within a tenth), <= 64 KB, <= 64 KiB."""

    lines: str | None = None  # as counted by an editor
    words: str | None = None  # as counted by wc -w
    bytes: str | None = None  # as stored
    files: str | None = None  # of a set

    def __post_init__(self) -> None:
        for what, written in self.stated():
            try:
                size_of(written)
            except ValueError as error:
                raise ValueError(f"{what}: {error}") from error

    def stated(self) -> Iterator[tuple[str, str]]:
        """What is limited, and how it is written."""
        for what in ("lines", "words", "bytes", "files"):
            written = getattr(self, what)
            if written is not None:
                yield what, written


class Sizes(Base, frozen=True, kw_only=True):
    """How large the documents of these paths are to be: each, each of their sections, all together."""

    paths: tuple[str, ...]  # patterns, as in .gitignore
    document: Limits = field(default_factory=Limits)  # each document
    section: Limits = field(default_factory=Limits)  # each section of the outermost level below the title
    together: Limits = field(default_factory=Limits)  # all of them


class Coverage(Base, frozen=True, kw_only=True):
    """Situations that must have a procedure in the documents of these paths; no paths: anywhere."""

    scenarios: tuple[str, ...]  # what happens, such as Database down
    paths: tuple[str, ...] = ()  # patterns of the documents that may have the procedures


class Settings(Base, frozen=True, kw_only=True):
    """All settings of a project."""

    extends: tuple[str, ...] = ()  # presets (links, strict) or settings files of this repository
    select: tuple[str, ...] = ()  # empty: every rule that is on by default
    extend_select: tuple[str, ...] = ()  # rules to run as well
    ignore: tuple[str, ...] = ()  # rules not to run
    per_file_ignores: dict[str, tuple[str, ...]] = {}  # rules not to run, by pattern of paths
    include: tuple[str, ...] = ("*.md", "*.markdown", "*.mdx")  # patterns of the files that are documents
    exclude: tuple[str, ...] = ()  # patterns of files to leave alone
    respect_gitignore: bool = True  # leave alone what git ignores
    max_file_size: int = 5_000_000  # bytes; larger files are reported, not read
    max_file_seconds: float = 30  # a file that takes longer is reported as not analysed
    flavour: Flavour = "auto"  # which Markdown; auto: as the files around a document say
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}  # by rule or family
    fail_on: Literal["error", "warning", "info", "never"] = "warning"  # findings this bad make the check fail
    min_confidence: Literal["high", "medium", "low"] = "medium"  # findings less sure than this are not shown
    baseline: str = ""  # file of findings that are accepted for now, relative to the project root
    rules: dict[str, dict[str, Any]] = {}  # options, by rule; doclint explain shows those of one
    overrides: tuple[Override, ...] = ()  # other settings for some files, the last that matches wins
    links: Links = field(default_factory=Links)  # how links are resolved and asked for
    phases: tuple[Phase, ...] = ()  # sets of documents that are delivered together, for doclint report
    gate: Gate = field(default_factory=Gate)  # what is allowed before a check or an audit fails
    index: Index = field(default_factory=Index)  # which documents are indexes
    schedule: tuple[Scheduled, ...] = ()  # the last one that matches holds, before what an index or a document states
    date_order: Order = "refuse"  # of 10/11/2025; month-first is American
    sizes: tuple[Sizes, ...] = ()  # how large documents are to be
    coverage: tuple[Coverage, ...] = ()  # situations that must have a procedure
    instructions: Instructions = field(default_factory=Instructions)  # how instructions are read
    custom_rules: dict[str, CustomRule] = {}  # own rules as data, by the code they are to have
    doc_types: dict[str, DocType] = {}  # own types, and what is changed in those doclint brings along
