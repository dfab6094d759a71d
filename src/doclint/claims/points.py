"""Bullets: what a file holds, what was done, what an index says of its entries."""

import re
from collections.abc import Iterator

from doclint.claims import wording
from doclint.claims.arrows import ARROW, DIRECTIVE, arrows, entry_claim, has_tip
from doclint.claims.claim import Claim
from doclint.claims.context import Context, is_document_name
from doclint.claims.lists import announces, listed
from doclint.claims.making import made
from doclint.claims.numbers import quantity_claims
from doclint.claims.quantities import has_number, quantities
from doclint.claims.statements import PARENTHESIS, Statement

_RANGE = re.compile(r"\d\s*\w*\s*(?:-|–|→|\bto\b)\s*\d")
_LEVELS = re.compile(r"\b([A-Z]{1,5})-?(\d)\s*(?:to|-|–|through)\s*\1-?(\d)\b")
_EACH = re.compile(
    r"\((?:each|every)\)|\b(?:each|every) (?!second|minute|hour|day|week|month|quarter|year|time|run|deploy)\w+",
    re.IGNORECASE,
)
_BARE_SHARE = re.compile(r"\(\s*[~<>]?\d+(?:\.\d+)?%[^)]{0,12}\)")
_OWNER = re.compile(r" (?:of|in) (?:the )?((?:[A-Z][\w&-]*)(?: [A-Z][\w&-]*)*)")
_QUOTED = re.compile(r"[\"“]([^\"”]{3,60})[\"”]\s+(?:section|chapter|page|heading)\b", re.IGNORECASE)


def point_of_file(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    """A bullet under a file says what the file holds, and sometimes how much of it."""
    statement = statements[index]
    if context.muted:
        return
    about = context.about(statement)
    numbers = list(_numbers_of_file(statements, index, about))
    yield from numbers
    if not is_document_name(context.file(statement)):
        if not numbers:
            yield from point(context, statement)
        return
    if numbers and statement.label and quantities(statement.value):
        return
    text = statement.text.rstrip(":")
    if wording.CONTAINER.match(text):
        return
    if numbers:
        text = PARENTHESIS.sub("", text) if PARENTHESIS.search(text) else ""
    unit = _EACH.search(context.list_label) and context.list_label
    if text and unit:
        yield made(statement, "item_count", "each", text, about=about, subject=context.file(statement), noun=unit)
    elif text:
        yield made(statement, "section_present", "section", text, about=about, subject=context.file(statement))


def _numbers_of_file(statements: tuple[Statement, ...], index: int, about: tuple[str, ...]) -> Iterator[Claim]:
    statement = statements[index]
    if not has_number(statement.text):
        return
    levels = _LEVELS.search(statement.text)
    if levels:
        yield _levels(statement, levels, about)
    if levels or _RANGE.search(statement.text):
        return
    items = listed(statements, index) if announces(statements, index) else ()
    lead = PARENTHESIS.sub("", statement.text)
    if statement.label and statement.value:
        yield from quantity_claims(
            statement, statement.value, about, title=statement.label, near=statement.label, items=items
        )
    elif lead != statement.text and not quantities(lead):
        if not _BARE_SHARE.search(statement.text):
            for match in PARENTHESIS.finditer(statement.text):
                inside = match.group(1)
                near = f"{lead} {inside}"
                yield from quantity_claims(statement, inside, about, near=near, items=items)
    else:
        yield from quantity_claims(statement, statement.text, about, near=lead, items=items)


def _levels(statement: Statement, levels: re.Match[str], about: tuple[str, ...]) -> Claim:
    """`SEV-1 to SEV-4`: as many as that are claimed."""
    count = int(levels.group(3)) - int(levels.group(2)) + 1
    return made(
        statement,
        "item_count",
        "count",
        str(count),
        about=about,
        subject=levels.group(),
        text=levels.group(),
        noun=levels.group(1),
        low=float(count),
    )


def point(context: Context, statement: Statement) -> Iterator[Claim]:
    """A bullet without number and file is a claim where it is ticked or stands under what was done."""
    if context.shape == "index" and not statement.done:
        yield from _indexed_point(context, statement)
        return
    is_about_code = bool(context.file(statement)) and statement.depth == 0
    if not (statement.done or statement.ticked or context.claiming or is_about_code) or DIRECTIVE.match(statement.text):
        return
    if wording.NO_CLAIM_LABEL.search(statement.label) or wording.FORMER.search(statement.label):
        return
    text = statement.text
    about = context.about(statement)
    is_universal = wording.UNIVERSAL.search(text) and wording.STATED.search(text)
    if _is_linking(context.list_label):
        yield made(statement, "cross_doc", "links to", text, about=about, subject=statement.label or text)
    elif is_universal:
        yield made(statement, "status", "universal", text, about=about, subject=text)
    else:
        yield made(statement, "status", "point", text, about=about, subject=statement.label or text)


def _is_linking(label: str) -> bool:
    return bool(_EACH.search(label) and wording.LINKING.search(label))


def _indexed_point(context: Context, statement: Statement) -> Iterator[Claim]:
    """`Knowledge Base (troubleshooting)`, or what stands below an entry: claims if that is a document."""
    inside = PARENTHESIS.search(statement.text)
    if inside and not ARROW.search(statement.text):
        lead = statement.text[: inside.start()]
        yield entry_claim(statement, inside.group(1), lead)
    elif statement.depth and not ARROW.search(statement.text):
        yield entry_claim(statement, statement.text, context.about(statement)[0])


def pointers(context: Context, statement: Statement) -> Iterator[Claim]:
    """`see the "Rollback" section of the Runbook`, `Runbook → Rollback`: a section of the document named."""
    quoted = list(_QUOTED.finditer(statement.text)) if '"' in statement.text or "”" in statement.text else []
    if not (quoted or has_tip(statement.text)) or wording.UNIVERSAL.search(statement.text):
        return
    for match in quoted:
        owner = _OWNER.match(statement.text, match.end())
        about = (owner.group(1), *context.about(statement)) if owner else context.about(statement)
        subject = about[0] if about else ""
        yield made(statement, "section_present", "section", match.group(), about=about, subject=subject)
    if not quoted and not context.file(statement):
        yield from arrows(statement, statement.text)
