"""Rules that a project states as data: a closed list of kinds over chosen parts of a document, and no code."""

from typing import Literal

from msgspec import Struct, field

from doclint.model import Severity
from doclint.patterns import compiled

Kind = Literal["pattern", "substitution", "occurrence", "required-field", "must-match", "length"]
Part = Literal[
    "text", "title", "heading", "paragraph", "item", "step", "cell", "code", "code-span", "link-text", "link-target",
    "image-text", "front-matter", "source",
]  # fmt: skip
_NEEDS: dict[Kind, tuple[str, ...]] = {
    "pattern": ("pattern", "words"),
    "substitution": ("swap",),
    "occurrence": ("at_least", "at_most"),
    "required-field": ("field",),
    "must-match": ("pattern",),
    "length": ("at_least", "at_most"),
}


class CustomRule(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """
    A rule as data. What each kind does:

    pattern: no part matches `pattern` or holds one of `words`, except where `unless` matches, too.
    substitution: the patterns in `swap` are replaced by what stands beside them.
    occurrence: `pattern` or `words` occur at least, at most so often in a document, or in each section.
    required-field: the front matter, or a label, has the field; its value is one of `values`, or matches `pattern`.
    must-match: every part matches `pattern`.
    length: every part has at least, at most so many words, characters or lines.
    """

    name: str  # kebab-case, as rules of doclint have it
    kind: Kind  # what it does
    summary: str  # what is asked for, in one sentence
    reason: str = ""  # what goes wrong for the reader otherwise
    severity: Severity = Severity.WARNING  # how bad a finding is
    message: str = ""  # instead of the usual one; {found} is what was found, {wanted} what was wanted
    parts: tuple[Part, ...] = field(name="in", default=("text",))  # which parts of a document are looked at
    paths: tuple[str, ...] = ()  # patterns of the documents it is for; empty: all
    pattern: str = ""  # a regular expression
    words: tuple[str, ...] = ()  # plain words, instead of a pattern
    unless: str = ""  # a line that matches this is left alone
    match_case: bool = False  # tell upper from lower case
    swap: dict[str, str] = {}  # what to write, by the pattern of what not to
    field: str = ""  # the name of the field
    values: tuple[str, ...] = ()  # what the field may hold
    at_least: int | None = None  # the least that is asked for
    at_most: int | None = None  # the most that is allowed
    unit: Literal["words", "characters", "lines"] = "words"  # what length counts
    per: Literal["document", "section"] = "document"  # what an occurrence is counted in
    bad: str = ""  # a document it reports; checked when the settings are read
    good: str = ""  # one it does not

    def __post_init__(self) -> None:
        needed = _NEEDS[self.kind]
        if all(getattr(self, name) in ("", (), {}, None) for name in needed):
            raise ValueError(f"a rule of kind {self.kind} needs {' or '.join(needed).replace('_', '-')}")
        if self.kind == "occurrence" and not (self.pattern or self.words):
            raise ValueError("a rule of kind occurrence needs pattern or words")
        for pattern in (self.pattern, self.unless, *self.swap):
            try:
                compiled(pattern)
            except ValueError as error:
                raise ValueError(f"{error}: {pattern!r}") from error
