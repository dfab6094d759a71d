"""What a document says that can be checked, as plain data: it goes into the facts, and pass two measures it."""

from typing import Literal

from msgspec import Struct

from doclint.model import Span

Kind = Literal[
    "file_exists",
    "line_count",
    "byte_size",
    "word_count",
    "file_count",
    "item_count",
    "section_present",
    "percent",
    "sum",
    "average",
    "ratio",
    "status",
    "date",
    "cross_doc",
]


class Term(Struct, frozen=True, gc=False, array_like=True):
    """A number elsewhere in the document that a claim can be worked out from."""

    value: float
    line: int
    text: str


class Claim(Struct, frozen=True, gc=False, array_like=True, kw_only=True):
    """
    One statement.

    `about` names what it hangs on as written, innermost first: a file, a title, a group of files.
    `rule` says how it can be measured; `tentative` claims are none unless `about` turns out to be a document.
    """

    kind: Kind
    rule: str
    text: str
    span: Span
    subject: str
    claimed: str
    section: int  # index into Facts.sections
    about: tuple[str, ...] = ()
    unit: str = ""
    noun: str = ""  # of a count: what is counted, as written
    column: str = ""  # the head of the column it stands in
    near: str = ""  # what the number stands beside: the section, the group
    comparator: Literal["=", ">=", ">", "<=", "<", "~", ""] = "="
    low: float | None = None  # the number; of a range, its lower end
    high: float | None = None  # of a range
    step: float = 0.0  # what the last digit written is worth
    terms: tuple[Term, ...] = ()
    items: tuple[str, ...] = ()  # what is listed below or beside it
    planned: bool = False
    tentative: bool = False


class Claims(Struct, frozen=True, gc=False, array_like=True):
    """`shape` is summary or index, mention where a document only says how long or how many others are, else empty."""

    shape: str
    claims: tuple[Claim, ...]
