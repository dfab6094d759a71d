"""Tables: what each column holds is told by its head, in any order and naming; cells speak for themselves."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Literal

import msgspec

from doclint.claims import wording
from doclint.claims.arrows import arrows
from doclint.claims.claim import Claim, Kind, Term
from doclint.claims.context import Context
from doclint.claims.labels import DATE, label_claims, label_rule
from doclint.claims.making import made
from doclint.claims.numbers import claim_of, quantity_claims
from doclint.claims.quantities import Quantity, has_number, quantities
from doclint.claims.statements import Statement

Role = Literal[
    "subject", "target", "achieved", "status", "lines", "size", "words", "files", "count", "percent",
    "field", "schedule", "former", "date", "version", "file", "text",
]  # fmt: skip

_ORDINAL_HEADS = frozenset({"#", "no", "no.", "nr", "nr.", "id", "number", "order", ""})
_PLANNED = re.compile(
    r"\b(?:planned|pending|not started|to-?do|upcoming|future|in progress|wip|under way|outstanding)\b|[🚧⏳🔄📅]",
    re.IGNORECASE,
)
_TOTAL_CELL = re.compile(r"^(?:grand )?(?:total|sum|overall|all)s?:?$", re.IGNORECASE)
_PROPERTY = re.compile(r"^(?:field|property|attribute|item|key|aspect|parameter|)$", re.IGNORECASE)
_STATUS_HEADS = frozenset({"✅", "done", "complete", "completed", "met", "pass", "passed", "passed?", "met?", "✓"})
_LEAST = re.compile(r"\b(?:target|goal|required?|requirement|minimum|promised)\b", re.IGNORECASE)
_BOUNDS = (">", ">=", "<", "<=")
_SHARE = re.compile(
    r"(?:%|\bpercent\w*|\bshare|\bprogress) (?:of|to|vs)\b|\bof (?:the )?(?:goal|target|plan)\b", re.IGNORECASE
)
_PARTLY = re.compile(r"%|\bpercent|\bshare\b|\bprogress|\bcomplet|\bachieve|\bfulfil|\bdone\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\bchange|\bdelta|Δ|\bdiff|\bgrowth|\bgain|\bincrease|\bvarian|\bdeviat|\bremain|\bleft\b|\bopen\b|\bgap\b",
    re.IGNORECASE,
)
_NUMERIC = frozenset({"achieved", "lines", "size", "words", "files", "count", "subject"})
_FILE_HEADS = frozenset("file path location filename link document documentation source doc name".split()) | {
    "file name"
}


@lru_cache(maxsize=256)
def roles_of(head: tuple[str, ...]) -> tuple[Role, ...]:
    """What each column of a table holds."""
    names = [name.strip().lower() for name in head]
    roles: list[Role] = ["text" if name in _ORDINAL_HEADS else _role(name) for name in names]
    first = next((index for index, name in enumerate(names) if name not in _ORDINAL_HEADS), 0)
    subject = next((index for index, role in enumerate(roles) if _may_be_subject(names[index], role)), first)
    if roles[first] == "date" and roles[subject] in ("achieved", "count", "words"):
        subject = first
    roles[subject] = "subject"
    return tuple(roles)


def _may_be_subject(name: str, role: Role) -> bool:
    return name not in _ORDINAL_HEADS and role in ("text", "file", "files", "count", "achieved", "words")


def _role(name: str) -> Role:
    if wording.FORMER.search(name):
        return "former"
    if wording.SCHEDULE.search(name):
        return "schedule"
    if wording.FIELD.search(name):
        return "field"
    if wording.VERSION.search(name):
        return "version"
    if wording.DATE.search(name) and name not in _STATUS_HEADS:
        return "date"
    if wording.STATUS.search(name) or name in _STATUS_HEADS:
        return "status"
    if _SHARE.search(name):
        return "percent"
    if wording.TARGET.search(name):
        return "target"
    if wording.AVERAGE.search(name):
        return "count"
    if wording.LINES.search(name):
        return "lines"
    if wording.SIZE.search(name):
        return "size"
    if wording.WORDS.search(name):
        return "words"
    if name in _FILE_HEADS:
        return "file"
    if "%" in name or "percent" in name:
        return "percent"
    if wording.TEXTUAL.search(name):
        return "text"
    if wording.SURE_FILES.search(name):
        return "files"
    return "achieved" if wording.ACHIEVED.search(name) else "count"


def row_claims(context: Context, statement: Statement) -> Iterator[Claim]:
    """The claims of one table row."""
    roles = roles_of(statement.head)
    cells = statement.cells
    if len(cells) == 2 and _PROPERTY.match(statement.head[0]):
        stated = msgspec.structs.replace(statement, label=cells[0].strip("*: "), value=cells[1])
        rule = label_rule(context, stated)
        if rule in ("date", "status", "version", "field", "schedule"):
            yield from label_claims(context, stated, rule)
            return
    subject = _subject(statement, roles)
    about = tuple(dict.fromkeys(name for name in (*statement.names[:1], subject, *context.about(statement)) if name))
    target = _first(cells, roles, "target")
    planned = _PLANNED.search(_first(cells, roles, "status")) is not None
    achieved: Quantity | None = None
    for name, cell, role in zip(statement.head, cells, roles, strict=False):
        if not cell:
            continue
        if role == "date" and has_number(cell) and not DATE.search(cell):
            role = "achieved"  # `Delivered`, `Completed`: what, not when
        if role in ("achieved", "lines", "size", "words", "files", "count", "percent"):
            title = _title(subject, name if role != "achieved" else _telling(statement.head, roles, name))
            found = list(_measured(statement, subject, about, title, cell, target))
            for claim in found:
                terms = claim.terms or (_of_row(statement, roles, name, claim) if claim.kind == "percent" else ())
                yield msgspec.structs.replace(claim, column=name, planned=planned, terms=terms)
            if achieved is None and found:
                achieved = _leading(cell)
        elif role == "status":
            yield from _status(statement, subject, about, cell, target, achieved)
        elif role == "subject" and DATE.fullmatch(cell):
            yield from _stated(statement, "date", name, subject, about, cell)
        elif role in ("field", "schedule", "date", "version"):
            yield from _stated(statement, role, name, subject, about, cell)
        elif role == "text":
            yield from _described(statement, subject, about, name, cell)
    if not any(map(wording.is_gone, cells)):
        yield from _file_claims(statement, planned)
    if not achieved:
        for cell in cells:
            yield from arrows(statement, cell)


def row_name(statement: Statement) -> str:
    """What a table row is about; empty for what is none."""
    return _subject(statement, roles_of(statement.head)) if statement.cells else ""


def _subject(statement: Statement, roles: Sequence[Role]) -> str:
    """What the row is about; the total it states, in whichever column that stands."""
    cells = [cell.strip("*` ") for cell in statement.cells]
    total = next((cell for cell in cells if _TOTAL_CELL.match(cell)), "")
    return total or next((cell for cell, role in zip(cells, roles, strict=False) if role == "subject"), cells[0])


def _described(statement: Statement, subject: str, about: tuple[str, ...], name: str, cell: str) -> Iterator[Claim]:
    """Numbers in a description; what a document covers, where the column says that it lists it."""
    numbers = list(quantity_claims(statement, cell, about, near=cell))
    yield from (claim for claim in numbers if claim.kind != "percent")
    if not numbers and wording.CONTENTS.search(name):
        yield made(statement, "section_present", "section", cell, about=about, subject=subject, tentative=True)


def _first(cells: Sequence[str], roles: Sequence[Role], role: Role) -> str:
    return next((cell for cell, mine in zip(cells, roles, strict=False) if mine == role), "")


def _leading(cell: str) -> Quantity | None:
    """The first quantity of a cell, below zero where it is so written."""
    found = quantities(cell)
    if found and cell[found[0].start] in "-−":
        return msgspec.structs.replace(found[0], low=-found[0].low)
    return found[0] if found else None


def _measured(
    statement: Statement, subject: str, about: tuple[str, ...], title: str, cell: str, target: str
) -> Iterator[Claim]:
    found = list(quantity_claims(statement, cell, about, title=title))
    yield from found
    if not found and target and wording.DONE.search(cell) and len(cell) < 40:
        yield _word_claim(statement, subject, about, cell)


def _of_row(statement: Statement, roles: Sequence[Role], name: str, share: Claim) -> tuple[Term, ...]:
    """
    The two numbers of a row that a percentage in it is worked out from.

    What was reached and what was wanted, where the head says so; any other two only where they give it.
    """
    cells = [(role, found) for cell, role in zip(statement.cells, roles, strict=False) if (found := _leading(cell))]
    line = statement.span.line
    parts = [found for role, found in cells if role in _NUMERIC and found.measure not in ("percent", "duration")]
    wanted = [found for role, found in cells if role == "target" and found.measure not in ("percent", "duration")]
    if _OTHERWISE.search(name) or len(parts) + len(wanted) != 2 or any(each.low <= 0 for each in (*parts, *wanted)):
        return ()
    if len(wanted) == 1:
        part, whole = parts[0], wanted[0]
        is_sure = _PARTLY.search(name) is not None and whole.high is None and whole.comparator not in ("<", "<=")
    else:
        part, whole = sorted((*parts, *wanted), key=attrgetter("low"), reverse=(share.low or 0.0) > 100)
        is_sure = False
    if not is_sure and abs(100 * part.low / whole.low - (share.low or 0.0)) >= share.step:
        return ()
    return Term(part.low, line, part.number), Term(whole.low, line, whole.number)


def _telling(head: Sequence[str], roles: Sequence[Role], name: str) -> str:
    """The head that says what a result is measured in: its own, else that of its target, `Target Lines`."""
    beside = next((other for other, role in zip(head, roles, strict=False) if role == "target"), "")
    return beside if _says_unit(beside) and not _says_unit(name) else name


@lru_cache(maxsize=1024)
def _says_unit(name: str) -> bool:
    return any(pattern.search(name) for pattern in (wording.LINES, wording.SIZE, wording.WORDS, wording.SURE_FILES))


def _title(subject: str, name: str) -> str:
    """The subject of the row; with the head of the column where that says what is counted."""
    if _says_unit(name) or wording.AVERAGE.search(name) or not wording.ACHIEVED.search(name):
        return f"{subject} {name}"
    return subject


def _word_claim(statement: Statement, subject: str, about: tuple[str, ...], cell: str, rule: str = "status") -> Claim:
    return made(statement, "status", rule, cell, about=about, subject=subject)


def _status(
    statement: Statement, subject: str, about: tuple[str, ...], cell: str, target: str, achieved: Quantity | None
) -> Iterator[Claim]:
    """A tick beside target and result: is the target met? `93%` beside them: is it that share?"""
    wanted = _leading(target)
    terms: tuple[Term, ...] = ()
    if wanted and achieved:
        line = statement.span.line
        terms = (Term(achieved.low, line, achieved.number), Term(wanted.low, line, target))
    shares = [quantity for quantity in quantities(cell) if quantity.measure == "percent"]
    for share in shares[:1]:
        claim = claim_of(statement, cell, share, about, title=subject)
        if claim:
            yield _with(claim, terms)
    if not target and not shares:
        yield from quantity_claims(statement, cell, about, title=subject)
    if "✅" not in cell and "✓" not in cell and not wording.DONE.search(cell):
        return
    is_least = any(map(_LEAST.search, statement.head))
    aim = _aim(wanted, is_least) if terms and wanted and "of target" not in cell else None
    if aim:
        yield made(
            statement,
            "status",
            "target",
            target,
            text=cell,
            about=about,
            subject=f"{subject} meets its target",
            quantity=aim,
            terms=terms,
        )
    elif not target and not shares:
        yield _word_claim(statement, subject, about, cell, "delivered" if statement.names else "status")


def _aim(wanted: Quantity, is_least: bool) -> Quantity | None:
    """What a result can meet or miss; a plain number only where no less is meant, a target of `2,000 lines`."""
    if wanted.measure == "duration":
        return None  # how fast something is shows in no document
    if is_least and wanted.comparator == "=" and wanted.high is None and wanted.measure in ("lines", "words"):
        return msgspec.structs.replace(wanted, comparator=">=")
    return wanted if wanted.comparator in _BOUNDS else None


def _with(claim: Claim, terms: tuple[Term, ...]) -> Claim:
    return msgspec.structs.replace(claim, terms=terms or claim.terms)


def _stated(
    statement: Statement, role: Role, name: str, subject: str, about: tuple[str, ...], cell: str
) -> Iterator[Claim]:
    kind: Kind = "cross_doc" if role in ("field", "version") else "date"
    yield made(statement, kind, role, cell, about=about, subject=f"{name} of {subject}", noun=name)


def _file_claims(statement: Statement, planned: bool) -> Iterator[Claim]:
    for name in statement.names:
        yield made(statement, "file_exists", "file", name, about=(name,), subject=name, planned=planned)
