"""Quantities → claims: which kind a number is, what it hangs on, which other numbers it follows from."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from doclint.claims import wording
from doclint.claims.claim import Claim, Kind, Term
from doclint.claims.making import made
from doclint.claims.quantities import Quantity, has_number, quantities
from doclint.claims.shares import fractions_in, is_beside, number, terms_of
from doclint.claims.statements import Statement

_AIM = re.compile(
    r"\b(?:target|goal|limit|threshold|baseline|planned|expected|required) ?: ?[~<>≥≤=±]* ?$|"
    r"(?:\b(?:from|before|earlier|previously|formerly|originally|instead of|used to be)|\(was):? ?$",
    re.IGNORECASE,
)
_STRETCH = re.compile(r"\b(?:these|those|this|first|last|next|previous|top|another|other) $", re.IGNORECASE)
_EACH_ONE = re.compile(r"(?<=\b1) (?:per|for each|for every) ")  # `(1 per module)` counts nothing
_FEWEST_PARTS = 2
_FEW_WORDS = 25  # characters
_BRACKET = re.compile(r"[();]")
_OPENS_PARTS = re.compile(r"[\w ]{0,20}(?::| [(–—-]) ?")
_PART_ENDS = re.compile(r"[.;:()]")
_CLAUSE_OPENS = re.compile(r"[(—]|[,;.:] | [-+·] ")
_CLAUSE_ENDS = re.compile(r"[)—]|[,;.] | [-+·] ")
_HOLDER = re.compile(
    r"(?<![\w/.-])((?:[\w.~-]+/)+[\w.-]*)\W{1,4}(?:(?:folder|directory)\s)?(?:(?:now|also|currently)\s)?"
    r"(?:(?:contains?|has|holds?|with|includes?|keeps?)\s)?$"
)
_LONGEST_HOLDER = 120
_LABEL_AHEAD = re.compile(r"\b([A-Za-z][A-Za-z ]{2,30}): ?[*~]*$")


def quantity_claims(
    statement: Statement,
    text: str,
    about: Sequence[str],
    *,
    planned: bool = False,
    title: str = "",
    near: str = "",
    items: tuple[str, ...] = (),
    spots: Sequence[tuple[int, str]] = (),
) -> Iterator[Claim]:
    """
    The claims of the numbers in `text`.

    `title` is the label or lead that says what a bare number counts; `spots` are the file names in the text
    with their offsets: a size behind a name is that of the file.
    """
    if not has_number(text):
        return
    found = quantities(text)
    if len(found) > 2 and -1 < text.find("+") < text.find("="):
        yield from _equation(statement, text, found, about, spots)
        return
    fractions = fractions_in(text)
    for index, quantity in enumerate(found):
        if any(match.start() <= quantity.start < match.end() for match in fractions):
            continue
        if _AIM.search(text, max(0, quantity.start - 20), quantity.start) or _EACH_ONE.match(text, quantity.end):
            continue
        ahead = text[max(0, quantity.start - 12) : quantity.start]
        if quantity.measure in ("lines", "words") and _STRETCH.search(ahead):
            continue  # `the first 20 lines` are a part of something
        owners = [spot for spot in spots if spot[0] < quantity.start and not _counts_files(quantity)]
        here = (owners[-1][1], *about) if owners else about
        holder = _HOLDER.search(text[max(0, quantity.start - _LONGEST_HOLDER) : quantity.start])
        if holder:
            here = (holder.group(1).rstrip("/") + "/", *about)
        if owners and (other := _another(text, found, owners[-1][0], quantity)):
            here = (other,)
        if owners and quantity.measure == "scalar" and quantity.number.endswith(("K", "M")):
            quantity = msgspec.structs.replace(quantity, measure="bytes", unit=quantity.number[-1] + "B")
        claim = claim_of(statement, text, quantity, here, title=title, near=near, planned=planned, items=items)
        if claim is None:
            continue
        if claim.kind in ("item_count", "file_count"):
            claim = msgspec.structs.replace(claim, terms=_parts(text, found, index, statement.span.line))
        if claim.kind == "percent":
            claim = msgspec.structs.replace(claim, terms=terms_of(text, found, index, statement.span.line))
        yield claim
    shares = [quantity for quantity in found if quantity.measure == "percent"]
    for match in fractions:
        if not any(is_beside(match, share) for share in shares):
            yield _fraction(statement, text, match, about, title)


def _another(text: str, found: Sequence[Quantity], place: int, quantity: Quantity) -> str:
    """`a.md (3 lines) and its tests (9 lines)`: what a size is of, where the file at `place` has had its own."""
    had = (one for one in found if place < one.start < quantity.start and one.measure == quantity.measure)
    closed = next((text[one.end + 1 : quantity.start] for one in had if text[one.end : one.end + 1] == ")"), "")
    return closed.strip(" ,;:(–—-").removeprefix("and ")


def claim_of(
    statement: Statement,
    text: str,
    quantity: Quantity,
    about: Sequence[str],
    *,
    title: str = "",
    near: str = "",
    planned: bool = False,
    items: tuple[str, ...] = (),
) -> Claim | None:
    """The claim one quantity makes; None for a bare number nothing says anything about."""
    label = _LABEL_AHEAD.search(text, max(0, quantity.start - 40), quantity.start)
    title = label.group(1) if label and quantity.measure == "scalar" else title
    kind = _kind(text, quantity, title) or _counted_ahead(text, quantity)
    if kind is None:
        return None
    noun = quantity.phrase or _without_paths(title)
    return made(
        statement,
        kind,
        _RULES.get(kind, kind),
        quantity.number,
        text=_clause(text, quantity),
        about=about,
        subject=title or (about[0] if about else quantity.phrase),
        unit=_unit(kind, quantity),
        noun=noun,
        near=near,
        quantity=quantity,
        items=items,
        planned=planned,
    )


_RULES = {"line_count": "size", "byte_size": "size", "word_count": "size", "file_count": "files", "item_count": "count"}
_UNITS: dict[str, Kind] = {"lines": "line_count", "bytes": "byte_size", "words": "word_count", "percent": "percent"}


def _kind(text: str, quantity: Quantity, title: str) -> Kind | None:
    named = title.replace("_", " ")
    if quantity.measure in ("lines", "bytes", "words"):
        is_average = wording.AVERAGE.search(named) or wording.AVERAGE.search(_around(text, quantity))
        return "average" if is_average else _UNITS[quantity.measure]
    if quantity.measure == "percent":
        return "percent"
    if quantity.measure == "duration":
        return "item_count"
    if quantity.measure == "count":
        return "file_count" if _counts_files(quantity) else "item_count"
    return _titled_kind(_without_paths(named))


def _around(text: str, quantity: Quantity) -> str:
    """A few words on both sides, within its parentheses."""
    before = _BRACKET.split(text[max(0, quantity.start - _FEW_WORDS) : quantity.start])[-1]
    after = _BRACKET.split(text[quantity.end : quantity.end + _FEW_WORDS])[0]
    return f"{before}{text[quantity.start : quantity.end]}{after}"


def _without_paths(title: str) -> str:
    return " ".join(word for word in title.split() if "/" not in word and "." not in word[:-1])


def _titled_kind(named: str) -> Kind | None:
    """What a bare number under a label or a column is."""
    if not named:
        return None
    if wording.AVERAGE.search(named):
        return "average"
    if wording.LINES.search(named):
        return "line_count"
    if wording.SIZE.search(named):
        return "byte_size"
    if wording.WORDS.search(named):
        return "word_count"
    return "file_count" if wording.SURE_FILES.search(named) else "item_count"


def _counted_ahead(text: str, quantity: Quantity) -> Kind | None:
    """`Files Created (12 total)`: the noun stands before the parenthesis."""
    lead, _, inside = text[: quantity.start].rpartition("(")
    kind = _titled_kind(lead) if lead and ")" not in inside else None
    return None if kind == "item_count" else kind


def _parts(text: str, found: Sequence[Quantity], index: int, line: int) -> tuple[Term, ...]:
    """`17 findings: 2 critical, 5 high, 10 medium`: what it says it is made of, where that adds up."""
    whole, parts = found[index], found[index + 1 :]
    if len(parts) < _FEWEST_PARTS or not _OPENS_PARTS.fullmatch(text, whole.end, parts[0].start):
        return ()
    if any(_PART_ENDS.search(text, one.end, other.start) for one, other in pairwise(parts)):
        return ()
    is_sum = all(part.measure == "count" for part in parts) and sum(part.low for part in parts) == whole.low
    return tuple(Term(part.low, line, f"{part.number} {part.phrase}") for part in parts) if is_sum else ()


def _counts_files(quantity: Quantity) -> bool:
    noun = quantity.noun.lower()
    return noun in wording.SURE_FILE_NOUNS or (
        noun in wording.FILE_NOUNS and "documentation" in quantity.phrase.lower()
    )


def _unit(kind: Kind, quantity: Quantity) -> str:
    if quantity.measure != "scalar":
        return quantity.unit
    return {"line_count": "lines", "word_count": "words", "byte_size": "bytes", "file_count": "files"}.get(kind, "")


def _clause(text: str, quantity: Quantity) -> str:
    """The words around a number, up to the next punctuation: what a reader would quote."""
    before = [match.start() + 1 for match in _CLAUSE_OPENS.finditer(text, 0, quantity.start)]
    after = _CLAUSE_ENDS.search(text, quantity.end)
    end = after.start() if after else len(text)
    return text[before[-1] if before else 0 : end].strip(" :-,;(*·—.").removeprefix("+ ")


def _fraction(statement: Statement, text: str, match: re.Match[str], about: Sequence[str], title: str) -> Claim:
    part, whole = number(match.group(1)), number(match.group(2))
    return made(
        statement,
        "ratio" if part <= whole else "item_count",
        "fraction",
        match.group(),
        text=text,
        about=about,
        subject=title or text[: match.start()].strip(" :(-") or text,
        low=part,
        high=whole,
        noun=text[match.end() :].strip(),
    )


def _equation(
    statement: Statement, text: str, found: Sequence[Quantity], about: Sequence[str], spots: Sequence[tuple[int, str]]
) -> Iterator[Claim]:
    """`6,088 (Phase 5) + 776 (Phase 6) = 6,864 lines`: each addend has the unit of the sum."""
    equals = text.index("=", text.index("+"))
    total = next((quantity for quantity in found if quantity.start > equals), None)
    addends = [quantity for quantity in found if quantity.start < equals]
    if total is None:
        return
    unit = _UNITS.get(total.measure, "item_count")
    for quantity in addends:
        owner = next((name for place, name in reversed(spots) if place < quantity.start), "")
        yield made(
            statement,
            unit,
            _RULES.get(unit, unit),
            quantity.number,
            text=_clause(text, quantity),
            about=(owner or " ".join((*about[:1], _beside(text, quantity))).strip(),),
            subject=owner or _beside(text, quantity) or text,
            unit=total.unit,
            quantity=quantity,
        )
    yield made(
        statement,
        "sum",
        "sum",
        total.number,
        text=text,
        about=(),
        subject=about[0] if about else text,
        unit=total.unit,
        quantity=total,
        terms=tuple(Term(quantity.low, statement.span.line, quantity.number) for quantity in addends),
    )


def _beside(text: str, quantity: Quantity) -> str:
    beside = re.compile(r"\s*\(([^()]*)\)").match(text, quantity.end)
    return beside.group(1) if beside else ""
