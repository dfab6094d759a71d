"""
The audit as values: what `doclint report --output-format json` writes, and every other report is drawn from.

Encoding these values is the JSON format, version 1: fields may be added, none is removed or changes its meaning.
Paths are POSIX and relative to the project root, lines and columns 1-based, dates `YYYY-MM-DD`.
"""

from typing import Literal

from msgspec import Struct

from doclint.gate import Gate, Place, Verdict

ClaimVerdict = Literal["verified", "contradicted", "unverifiable"]
Grade = Literal["A", "B", "C", "D", "E"]
DeliverableState = Literal["delivered", "off-target", "missing", "unknown"]  # unknown: nobody could look
Freshness = Literal["fresh", "due", "stale", "future", "undated", "unscheduled"]


class Value(Struct, frozen=True, kw_only=True):
    """A part of the audit."""


class Tool(Value, frozen=True, kw_only=True):
    """Who measured."""

    name: str = "doclint"
    version: str = ""


class Phase(Value, frozen=True, kw_only=True):
    """What was audited, and how we know that it belongs together."""

    name: str
    paths: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    source: Literal["settings", "paths", "recognised", "project"] = "project"
    reason: str = ""


class Totals(Value, frozen=True, kw_only=True):
    """The set in numbers."""

    documents: int
    lines: int
    words: int
    bytes: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    baselined: int
    verified: int
    contradicted: int
    unverifiable: int
    accepted: int  # unverifiable claims a named person answers for
    score: float | None  # mean of the documents' scores; None without documents


class Acceptance(Value, frozen=True, kw_only=True):
    """A person answers for what no file can show."""

    by: str
    date: str = ""
    reason: str = ""


class Evidence(Value, frozen=True, kw_only=True):
    """What stands, or was measured, where; line 0 is the file as a whole."""

    path: str
    line: int
    value: str


class Claim(Value, frozen=True, kw_only=True):
    """Something a document says, and what the tree says to it."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    kind: str
    subject: str
    claimed: str
    unit: str = ""
    comparator: str = "="
    measured: str = ""
    verdict: ClaimVerdict
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    accepted: Acceptance | None = None


class Check(Value, frozen=True, kw_only=True):
    """One thing asked of a deliverable: `met` is None where it could not be seen."""

    what: str
    wanted: str
    found: str
    met: bool | None


class Deliverable(Value, frozen=True, kw_only=True):
    """A file the phase owes."""

    path: str
    state: DeliverableState
    type: str = ""
    owner: str = ""
    due: str = ""
    declared: tuple[Place, ...] = ()
    checks: tuple[Check, ...] = ()


class Scenario(Value, frozen=True, kw_only=True):
    """A situation the phase must cover, and the heading that does."""

    name: str
    covered: Place | None


class Deduction(Value, frozen=True, kw_only=True):
    """What one rule costs a document: `points` = weight of its severity × the findings that count."""

    rule: str
    name: str
    severity: str
    count: int
    counted: int
    weight: int
    points: int


class Scorecard(Value, frozen=True, kw_only=True):
    """One document. `score` = 100 − the deductions, never below 0, never above `cap`."""

    path: str
    title: str
    type: str
    lines: int
    words: int
    bytes: int
    owner: str
    updated: str  # what the document says
    changed: str  # what git says
    schedule_days: int | None
    age_days: int | None
    freshness: Freshness
    indexed: bool | None  # None: no index owes it
    clicks: int | None  # from the start page; None: not reached
    links_in: int
    links_out: int
    broken: int
    errors: int
    warnings: int
    infos: int
    verified: int
    contradicted: int
    unverifiable: int
    score: int
    cap: int
    grade: Grade
    deductions: tuple[Deduction, ...]


class Edit(Value, frozen=True, kw_only=True):
    """Replace this stretch by `text`."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Fix(Value, frozen=True, kw_only=True):
    """Edits that belong together."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class Finding(Value, frozen=True, kw_only=True):
    """A finding as `doclint check` reports it."""

    rule: str
    name: str
    severity: str
    confidence: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    subject: str = ""
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    url: str = ""


class Edge(Value, frozen=True, kw_only=True):
    """A document points to another one, by a link or as an entry of an index; a broken one's target is as written."""

    source: str
    target: str
    kind: Literal["link", "entry"]
    line: int
    broken: bool


class Graph(Value, frozen=True, kw_only=True):
    """How the documents of the set hang together. Its nodes are the scorecards."""

    start: str  # clicks are counted from here; empty: no start page
    edges: tuple[Edge, ...]
    orphans: tuple[str, ...]  # nothing points to them
    dead_ends: tuple[str, ...]  # they point to nothing
    unreached: tuple[str, ...]  # no way from the start page
    hubs: tuple[str, ...]  # most pointed to, first the most
    declared: int  # references an index says a document holds to another
    declared_kept: int  # those it holds


class Point(Value, frozen=True, kw_only=True):
    """The set as it was at a commit, judged by the rules of today."""

    commit: str
    name: str  # a tag, or the short commit
    date: str
    documents: int
    lines: int
    words: int
    errors: int
    warnings: int
    infos: int
    verified: int
    contradicted: int
    unverifiable: int
    score: float | None


class DocumentChange(Value, frozen=True, kw_only=True):
    """What became of a document since the base."""

    path: str
    change: Literal["added", "removed", "changed"]
    lines_before: int
    lines: int


class Changes(Value, frozen=True, kw_only=True):
    """Since a base: what is new, what is gone, how much is still there."""

    base: str
    commit: str
    documents: tuple[DocumentChange, ...]
    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    kept: int


class Suppression(Value, frozen=True, kw_only=True):
    """A comment that hides findings."""

    path: str
    line: int
    rules: tuple[str, ...] = ()  # empty: all
    reason: str = ""
    until: str = ""
    state: Literal["active", "expired", "without-reason"] = "active"


class Debt(Value, frozen=True, kw_only=True):
    """What is known and not shown."""

    suppressions: tuple[Suppression, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    baseline: str = ""  # the file
    baselined: tuple[Finding, ...] = ()


class ManualCheck(Value, frozen=True, kw_only=True):
    """What only a person can see."""

    path: str
    line: int
    text: str
    why: str
    accepted: Acceptance | None = None


class NotCovered(Value, frozen=True, kw_only=True):
    """A file of the set that was not, or not wholly, read."""

    path: str
    why: str


class Method(Value, frozen=True, kw_only=True):
    """How it was measured, and how to measure it again."""

    command: str = ""
    today: str = ""
    commit: str = ""
    branch: str = ""
    dirty: bool | None = None  # None: without git
    config: str | None = None
    settings: str = ""  # digest of all settings in force
    rules: int = 0
    not_covered: tuple[NotCovered, ...] = ()


class Ambiguous(Value, frozen=True, kw_only=True):
    """Ambiguous instructions of a kind."""

    category: str  # the name of a DL6 rule
    confidence: str
    count: int


class AskingDocument(Value, frozen=True, kw_only=True):
    """The instructions of a document."""

    path: str
    read: int
    ambiguous: int


class Instructions(Value, frozen=True, kw_only=True):
    """What the set asks of its readers. `ambiguous` counts those of high and medium confidence."""

    read: int = 0
    ambiguous: int = 0
    share: float | None = None  # ambiguous of those read; None without any
    kinds: tuple[Ambiguous, ...] = ()
    worst: tuple[AskingDocument, ...] = ()  # most ambiguous first


class Audit(Value, frozen=True, kw_only=True):
    """Everything `doclint report` knows."""

    schema_version: Literal[1] = 1
    tool: Tool
    verdict: Verdict
    reason: str = ""  # one sentence for the banner
    phase: Phase
    gate: Gate
    summary: Totals
    claims: tuple[Claim, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    documents: tuple[Scorecard, ...] = ()
    findings: tuple[Finding, ...] = ()
    graph: Graph
    instructions: Instructions = Instructions()
    history: tuple[Point, ...] = ()
    changes: Changes | None = None
    debt: Debt = Debt()
    manual: tuple[ManualCheck, ...] = ()
    method: Method = Method()
