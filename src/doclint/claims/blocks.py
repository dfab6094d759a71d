"""Lines of data blocks: YAML keys and lists, drawn trees, aligned text."""

import re
from collections.abc import Iterator

from doclint.claims import wording
from doclint.claims.claim import Claim, Term
from doclint.claims.context import Context
from doclint.claims.making import made
from doclint.claims.names import file_claims, spots, without_names
from doclint.claims.numbers import quantity_claims
from doclint.claims.quantities import quantities
from doclint.claims.statements import Statement

_REFERENCE = re.compile(r"^(?:references?|uses?|depends on|links? to|see also|requires)$", re.IGNORECASE)
_CONTAINER = re.compile(r"\bsections?\b|\bcontents?\b|\btopics?\b|\bchapters?\b|\boutline\b|\bcovers?\b", re.IGNORECASE)


def block_claims(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    """The claims of one line of a block."""
    statement = statements[index]
    if statement.tree and statement.names:
        yield from _in_tree(context, statements, index)
    elif _REFERENCE.match(statement.label):
        yield from _reference(context, statement)
    elif statement.form == "item":
        yield from file_claims(context, statement)
        yield from _item(context, statement)
    else:
        yield from file_claims(context, statement)
        about = (statement.label, *context.about(statement))
        title = (statement.label or statement.text).replace("_", " ")
        places = spots(statement, statement.value)
        numbers = list(
            quantity_claims(statement, statement.value, about, planned=context.planned, title=title, spots=places)
        )
        yield from numbers
        stated = wording.STATUS.search(title) and wording.DONE.search(statement.value)
        if (statement.ticked or stated) and not numbers:
            yield made(statement, "status", "point", statement.text, about=about, subject=title)
        if statement.label and not statement.value:
            yield from _breakdown(statements, index)


def _in_tree(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    """A file or a folder of a drawn tree; a folder with its files below, or with a number beside, says no more."""
    statement = statements[index]
    about = (statement.names[0],)
    numbers = list(
        quantity_claims(statement, without_names(statement), about, planned=context.planned, near=statement.names[0])
    )
    yield from numbers
    below = statements[index + 1] if index + 1 < len(statements) else statement
    is_open = below.group == statement.group and below.depth > statement.depth
    if not statement.names[0].endswith("/") or not (is_open or numbers):
        yield from file_claims(context, statement)


def _reference(context: Context, statement: Statement) -> Iterator[Claim]:
    source = next((key for depth, key in reversed(context.keys) if depth < statement.depth), "")
    yield made(
        statement, "cross_doc", "reference", statement.value, about=(source,), subject=source, text=statement.text
    )


def _item(context: Context, statement: Statement) -> Iterator[Claim]:
    keys = {key for _, key in context.keys}
    about = tuple(name for name in context.about(statement) if name not in keys)
    file = context.file(statement)
    if file and (_CONTAINER.search(context.list_label) or any(map(_CONTAINER.search, keys))):
        yield made(statement, "section_present", "section", statement.text, about=about, subject=file)
        return
    text = statement.value or statement.text
    lead = (statement.label,) if statement.label else ()
    numbers = list(
        quantity_claims(
            statement, text, (*lead, *context.about(statement)), planned=context.planned, title=statement.label
        )
    )
    yield from numbers
    if not numbers and context.claiming and not context.muted:
        yield made(statement, "status", "point", statement.text, about=about, subject=statement.text)


def _breakdown(statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    """`breakdown:` over entries that each state lines or documents, below a total: their sum is a claim."""
    opener = statements[index]
    columns: dict[str, list[Term]] = {}
    for statement in statements[index + 1 :]:
        if statement.group != opener.group or statement.depth <= opener.depth:
            break
        for quantity in quantities(statement.value):
            if quantity.measure in ("lines", "count", "bytes", "words"):
                key = quantity.noun.lower().rstrip("s") if quantity.measure == "count" else quantity.measure
                columns.setdefault(key, []).append(Term(quantity.low, statement.span.line, statement.text))
    for measure, terms in columns.items():
        total = _total_before(statements, index, measure)
        if len(terms) > 1 and total is not None:
            yield made(
                opener,
                "sum",
                "sum",
                f"{total.value:,.0f}",
                about=(opener.label,),
                subject=f"{opener.label} {measure}",
                text=f"{opener.label}: {measure} against {total.text}",
                terms=tuple(terms),
                low=total.value,
                noun=measure,
            )


def _total_before(statements: tuple[Statement, ...], index: int, measure: str) -> Term | None:
    opener = statements[index]
    for statement in reversed(statements[:index]):
        if statement.group != opener.group:
            return None
        key = statement.label.replace("_", " ").lower()
        if wording.TOTAL.search(key) and measure.rstrip("s") in key:
            found = quantities(statement.value)
            return Term(found[0].low, statement.span.line, statement.text) if found else None
    return None
