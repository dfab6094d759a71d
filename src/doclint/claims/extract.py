"""Statements → claims. One pass in document order, with what the statements before have opened."""

import re
from collections.abc import Iterator

import msgspec

from doclint.claims import wording
from doclint.claims.claim import Claim, Claims, Kind, Term
from doclint.claims.context import Context, document_name, leads
from doclint.claims.numbers import quantity_claims
from doclint.claims.quantities import quantities
from doclint.claims.shape import shape_of
from doclint.claims.statements import Statement, statements_of
from doclint.claims.tables import row_claims
from doclint.markdown.nodes import Document

DATE = re.compile(
    r"\b(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4})\b"
)
_VERSION = re.compile(r"\bv?\d+\.\d+(?:\.\d+)?\b")
_QUOTED = re.compile(r"[\"“]([^\"”]{3,60})[\"”]\s+(?:section|chapter|page|heading)\b", re.IGNORECASE)
_ARROW = re.compile(r"\s+(?:→|->|=>|➜|›|»)\s+")
_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)")
_REFERENCE = re.compile(r"^(?:references?|uses?|depends on|links? to|see also|requires)$", re.IGNORECASE)
_CONTAINER = re.compile(r"\bsections?\b|\bcontents?\b|\btopics?\b|\bchapters?\b|\boutline\b|\bcovers?\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z*\"])")
_DIRECTIVE = re.compile(
    r"^(?:see|use|start|follow|check|search|browse|read|go|visit|run|open|review|refer)\b", re.IGNORECASE
)


def claims_of(document: Document) -> Claims:
    """The claims of a summary or an index; none of any other document."""
    shape = shape_of(document)
    if not shape:
        return Claims("", ())
    context = Context(shape)
    statements = statements_of(document)
    found: list[Claim] = []
    for index, statement in enumerate(statements):
        context.enter(statement)
        if statement.done is not False:
            found.extend(_claims(context, statements, index))
    return Claims(shape, tuple(_summed(found, statements)))


def _claims(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    statement = statements[index]
    if statement.form == "row":
        yield from row_claims(context, statement)
    elif statement.block:
        yield from _block(context, statements, index)
    elif statement.form == "heading":
        yield from _heading(context, statements, index)
    else:
        label = _label_rule(context, statement)
        if label:
            yield from _labelled(context, statements, index, label)
        else:
            yield from _running(context, statements, index)


# Headings.


def _heading(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    statement = statements[index]
    yield from _files(context, statement)
    if statement.depth == 1:
        return
    items = _listed(statements, index)
    about = context.about(statement)
    yield from quantity_claims(statement, statement.text, about, planned=context.planned, title="", items=items)
    if statement.ticked and not context.planned:
        yield _claim(statement, "status", "delivered", "✅", about=about, subject=statement.text, items=items)


def _listed(statements: tuple[Statement, ...], index: int) -> tuple[str, ...]:
    """First-level items of the list that follows a heading, a label or an item that announces one."""
    opener = statements[index]
    found: list[str] = []
    group = 0
    depth = -1
    for statement in statements[index + 1 :]:
        if statement.form == "heading" and (opener.form != "heading" or statement.depth <= opener.depth):
            break
        if statement.form == "item" and not statement.block:
            if opener.form == "item" and statement.depth <= opener.depth:
                break
            if depth < 0 or statement.depth <= depth:
                depth, group = statement.depth, statement.group
            if statement.depth == depth:
                found.append(document_name(statement.names) or statement.bold or statement.text)
        elif opener.form != "heading" and (group or statement.form == "row"):
            if statement.depth == 0:
                break
        elif opener.form == "prose" and statement.form == "prose" and statement.group != opener.group:
            break
    return tuple(found)


# Labels.


def _label_rule(context: Context, statement: Statement) -> str:
    """Which of the labels with a known meaning this is; empty for any other statement."""
    label = statement.label
    if not label or not statement.value or len(label) > 45:
        return ""
    if DATE.match(statement.value) and wording.DATE.search(label):
        return "date"
    if wording.FILE.search(label) and statement.names:
        return "file"
    if wording.VERSION.search(label) and _VERSION.match(statement.value):
        return "version"
    if wording.STATUS.search(label) and len(statement.value) < 60:
        return "status"
    if wording.FIELD.search(label):
        return "field" if context.file(statement) or re.match(r"(?i)owner|maintain", label) else "none"
    if wording.SCHEDULE.search(label) and not quantities(statement.value):
        return "schedule"
    if wording.DURATION.search(label):
        return "duration"
    return ""


def _labelled(context: Context, statements: tuple[Statement, ...], index: int, rule: str) -> Iterator[Claim]:
    statement = statements[index]
    about = context.about(statement)
    value = statement.value
    if rule == "file":
        yield from _files(context, statement)
        rest = _without(value, statement.names)
        yield from quantity_claims(statement, rest, (statement.names[0], *about), planned=context.planned)
    elif rule == "date":
        date = DATE.match(value)
        assert date is not None  # the label rule has matched it
        yield _claim(
            statement, "date", "date", date.group(), about=about, subject=statement.label, noun=statement.label
        )
    elif rule == "version":
        yield _claim(statement, "cross_doc", "version", value, about=about, subject=statement.label)
    elif rule == "status" and not context.planned:
        share = list(quantity_claims(statement, value, about, planned=False, title=statement.label))
        yield from share
        if not share and (wording.DONE.search(value) or statement.ticked):
            yield _claim(statement, "status", "status", value, about=about, subject=statement.label)
    elif rule == "field":
        yield _claim(statement, "cross_doc", "field", value, about=about, subject=statement.label, noun=statement.label)
    elif rule == "schedule":
        yield _claim(statement, "date", "schedule", value, about=about, subject=statement.label, noun=statement.label)
    elif rule == "duration":
        yield _claim(statement, "date", "duration", value, about=about, subject=statement.label)


# Running text: items and lines of paragraphs.


def _running(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    statement = statements[index]
    files = list(_files(context, statement))
    yield from files
    yield from _anchors(statement)
    if statement.form == "item" and statement.depth and context.file(statement) and not leads(statement):
        yield from _point_of_file(context, statements, index)
        return
    if statement.form == "item" and not leads(statement) and context.file(statement) and context.list_label:
        yield from _point_of_file(context, statements, index)
        return
    numbers = list(_numbers(context, statements, index))
    yield from numbers
    yield from _pointers(context, statement)
    if numbers or context.muted:
        return
    if statement.form == "item":
        yield from _point(context, statements, index, bool(files))
    elif not files:
        yield from _sentences(context, statement)


def _numbers(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    statement = statements[index]
    about = context.about(statement)
    if statement.form == "item" and not leads(statement):
        lead = statement.bold or statement.label or _PARENTHESIS.sub("", statement.text)
        about = (lead, *about) if lead and lead != statement.text else about
    elif statement.label:
        about = (statement.label, *about)
    items = _listed(statements, index) if _announces(statements, index) else ()
    text = _without(statement.value if statement.label and statement.value else statement.text, statement.names)
    yield from quantity_claims(
        statement, text, about, planned=context.planned, title=statement.label if statement.value else "", items=items
    )
    if statement.label and (statement.value or items):
        yield from quantity_claims(statement, statement.label, about, planned=context.planned, items=items)


def _announces(statements: tuple[Statement, ...], index: int) -> bool:
    """A list belongs to this statement: it ends with a colon, or has items below it."""
    statement = statements[index]
    below = statements[index + 1] if index + 1 < len(statements) else None
    if below is None or below.form != "item" or below.block:
        return False
    return statement.text.endswith(":") or (statement.form == "item" and below.depth > statement.depth)


def _without(text: str, names: tuple[str, ...]) -> str:
    """The text with file names blanked, for digits in them are no quantities."""
    for name in names:
        text = text.replace(name, " " * len(name))
    return text


def _point_of_file(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    """A bullet under a file says what the file holds."""
    statement = statements[index]
    if context.muted:
        return
    about = context.about(statement)
    numbers = []
    if not re.search(r"\d\s*(?:-|–|to|→)\s*\d", statement.text):
        items = _listed(statements, index) if _announces(statements, index) else ()
        inside = [match.group(1) for match in _PARENTHESIS.finditer(statement.text)]
        quantified = [text for text in inside if quantities(text)] or [_PARENTHESIS.sub("", statement.text)]
        for text in quantified:
            numbers += [
                claim
                for claim in quantity_claims(statement, text, about, planned=False, items=items)
                if claim.kind != "percent"
            ]
    yield from numbers
    text = statement.text.rstrip(":")
    if numbers:
        text = _PARENTHESIS.sub("", text) if _PARENTHESIS.search(text) else ""
    if text:
        yield _claim(statement, "section_present", "section", text, about=about, subject=context.file(statement))


def _point(context: Context, statements: tuple[Statement, ...], index: int, named: bool) -> Iterator[Claim]:
    """A bullet without number and file is a claim where it is ticked or stands under what was done."""
    statement = statements[index]
    if named:
        return
    if context.shape == "index":
        yield from _indexed_point(context, statement)
        return
    if statement.done or context.claiming:
        yield _claim(
            statement, "status", "point", statement.text, about=context.about(statement), subject=statement.text
        )


def _indexed_point(context: Context, statement: Statement) -> Iterator[Claim]:
    """`Knowledge Base (troubleshooting)`, or what stands below an entry: claims if that is a document."""
    inside = _PARENTHESIS.search(statement.text)
    if inside and not _ARROW.search(statement.text):
        lead = statement.text[: inside.start()]
        yield _claim(
            statement, "section_present", "section", inside.group(1), about=(lead,), subject=lead, tentative=True
        )
    elif statement.depth:
        about = context.about(statement)[:1]
        yield _claim(
            statement, "section_present", "section", statement.text, about=about, subject=about[0], tentative=True
        )


def _pointers(context: Context, statement: Statement) -> Iterator[Claim]:
    """`see the "Rollback" section`, `Runbook → Rollback`: a section of the document named."""
    for match in _QUOTED.finditer(statement.text):
        about = context.about(statement)
        yield _claim(
            statement, "section_present", "section", match.group(), about=about, subject=about[0] if about else ""
        )
    parts = _ARROW.split(_without(statement.text, ()))
    if len(parts) > 1 and parts[0] and not _QUOTED.search(statement.text) and not context.file(statement):
        lead = parts[-2].rpartition(": ")[2]
        if not _DIRECTIVE.match(parts[-1]) and " + " not in parts[-1]:
            yield _claim(
                statement, "section_present", "section", parts[-1], about=(lead,), subject=lead, tentative=True
            )


def _sentences(context: Context, statement: Statement) -> Iterator[Claim]:
    """Sentences that speak of all, every, none, or of targets exceeded."""
    for sentence in _SENTENCE.split(statement.text):
        if wording.UNIVERSAL.search(sentence) and wording.STATED.search(sentence) and len(sentence) < 200:
            yield _claim(statement, "status", "universal", sentence, about=context.about(statement), subject=sentence)


def _anchors(statement: Statement) -> Iterator[Claim]:
    for text, target in statement.links:
        if target.startswith("#") and len(target) > 1:
            yield _claim(
                statement, "cross_doc", "anchor", target, about=(target,), subject=text, text=f"{text} {target}"
            )


def _files(context: Context, statement: Statement) -> Iterator[Claim]:
    for name in statement.names:
        if name.endswith("/") and (statement.form == "heading" or name.count("/") < 2) and not statement.tree:
            continue
        yield _claim(
            statement, "file_exists", "file", name, about=(name,), subject=name, text=name, planned=context.planned
        )


# Data blocks.


def _block(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    statement = statements[index]
    files = list(_files(context, statement))
    yield from files
    if files and statement.tree:
        text = _without(statement.text, statement.names)
        yield from quantity_claims(statement, text, (statement.names[0],), planned=context.planned)
        return
    if _REFERENCE.match(statement.label):
        source = next((key for depth, key in reversed(context.keys) if depth < statement.depth), "")
        yield _claim(
            statement, "cross_doc", "reference", statement.value, about=(source,), subject=source, text=statement.text
        )
        return
    file = context.file(statement)
    if statement.form == "item":
        yield from _block_item(context, statement, file)
        return
    key = (statement.label or statement.text).replace("_", " ")
    about = (statement.label, *context.about(statement))
    yield from quantity_claims(statement, statement.value or "", about, planned=context.planned, title=key)
    if statement.label and not statement.value:
        yield from _breakdown(statements, index)


def _block_item(context: Context, statement: Statement, file: str) -> Iterator[Claim]:
    contents = any(_CONTAINER.search(key) for _, key in context.keys) or _CONTAINER.search(context.list_label)
    if file and contents:
        about = tuple(name for name in context.about(statement) if name not in {key for _, key in context.keys})
        yield _claim(statement, "section_present", "section", statement.text, about=about, subject=file)
        return
    numbers = list(quantity_claims(statement, statement.text, context.about(statement), planned=context.planned))
    yield from numbers
    if not numbers and context.claiming and not context.muted:
        yield _claim(
            statement, "status", "point", statement.text, about=context.about(statement), subject=statement.text
        )


def _breakdown(statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    """`breakdown:` over entries that each state lines or documents: their sum is a claim."""
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
            yield _claim(
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


# Totals.


def _summed(found: list[Claim], statements: tuple[Statement, ...]) -> Iterator[Claim]:
    """A total at the end of a list, a block or a table is the sum of what stands above it."""
    groups = {statement.span.line: (statement.group, statement.section) for statement in statements}
    open_terms: dict[tuple[int, str], list[Term]] = {}
    totals: dict[tuple[int, str], list[Term]] = {}
    for claim in found:
        if claim.low is None or claim.kind not in ("line_count", "byte_size", "word_count", "file_count", "item_count"):
            yield claim
            continue
        group, _ = groups.get(claim.span.line, (0, 0))
        key = (group, claim.unit.lower() if claim.kind == "item_count" else claim.kind)
        here = open_terms.setdefault(key, [])
        term = Term(claim.low, claim.span.line, claim.subject)
        if wording.TOTAL.search(claim.subject.replace("_", " ")) and group:
            above = here or totals.get(key, [])
            if len(above) > 1:
                claim = msgspec.structs.replace(claim, kind="sum", rule="sum", terms=tuple(above))
            totals.setdefault(key, []).append(term)
            here.clear()
        else:
            here.append(term)
        yield claim


def _claim(
    statement: Statement,
    kind: Kind,
    rule: str,
    claimed: str,
    *,
    about: tuple[str, ...],
    subject: str,
    text: str = "",
    noun: str = "",
    items: tuple[str, ...] = (),
    terms: tuple[Term, ...] = (),
    low: float | None = None,
    planned: bool = False,
    tentative: bool = False,
) -> Claim:
    return Claim(
        kind=kind,
        rule=rule,
        text=text or claimed,
        span=statement.span,
        subject=subject,
        claimed=claimed,
        section=statement.section,
        about=about,
        noun=noun,
        items=items,
        terms=terms,
        low=low,
        planned=planned,
        tentative=tentative,
    )
