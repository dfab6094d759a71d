"""The values everything else is made of: where something is, how bad it is, how sure we are, how to fix it."""

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How bad it is for the reader."""

    ERROR = "error"  # misleads or stops the reader
    WARNING = "warning"  # should be fixed
    INFO = "info"  # advice, never gates by default

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _SEVERITIES.index(self)


class Confidence(StrEnum):
    """How sure the rule is that it is right."""

    HIGH = "high"  # fit to gate
    MEDIUM = "medium"  # fit to review
    LOW = "low"  # fit to browse; hidden unless asked for

    @property
    def rank(self) -> int:
        """0 for the surest."""
        return _CONFIDENCES.index(self)


_SEVERITIES = list(Severity)
_CONFIDENCES = list(Confidence)


class Span(Struct, frozen=True, order=True, gc=False, array_like=True):
    """A stretch of a document: 1-based lines and columns, columns in code points, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)  # for what is about the whole document


class Edit(Struct, frozen=True, gc=False):
    """Replace what `span` covers in the file `path` by `text`."""

    path: str
    span: Span
    text: str


class Fix(Struct, frozen=True, gc=False):
    """Edits that belong together: all are made, or none."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True  # False: a person should look before it is applied


class Related(Struct, frozen=True, gc=False):
    """Another place a reader of the finding should see."""

    path: str
    span: Span
    message: str


class Finding(Struct, frozen=True, gc=False, kw_only=True):
    """
    What a rule saw, born complete.

    `subject` is the thing found (a link target, a term, a field): with the rule, the path and the
    heading path it identifies the finding when lines move, so it holds no line number and no count.
    `path` is empty in findings of document rules: the engine knows the document. `severity` and
    `confidence` are None unless this one differs from its rule. `concerns` are other paths whose change
    may have caused this, whether they still exist or not: who checks one of them is shown the finding.
    """

    span: Span
    message: str
    subject: str = ""
    path: str = ""
    related: tuple[Related, ...] = ()
    concerns: tuple[str, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None


class Diagnostic(Struct, frozen=True, gc=False, kw_only=True):
    """A finding as the user meets it: with its rule, its place and its identity."""

    path: str
    span: Span
    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    subject: str
    related: tuple[Related, ...]
    fix: Fix | None
    fingerprint: str
    scope: tuple[str, ...] = ()  # the headings it is under
    excuse: str = ""  # the reason of the comment that suppresses it
    concerns: tuple[str, ...] = ()  # as of the finding

    @property
    def order(self) -> tuple[str, Span, str, str, str]:
        """Reports are sorted by this."""
        return (self.path, self.span, self.rule, self.message, self.subject)
