"""Document → claims. One pass over its statements, with what the statements before have opened."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from doclint.claims import wording
from doclint.claims.blocks import block_claims
from doclint.claims.claim import Claim
from doclint.claims.context import Context, leads
from doclint.claims.labels import DATE, label_claims, label_rule
from doclint.claims.lists import announces, is_ticked, listed
from doclint.claims.making import made
from doclint.claims.names import file_claims, itself, spots, without_names
from doclint.claims.numbers import quantity_claims
from doclint.claims.points import point, point_of_file, pointers
from doclint.claims.quantities import DURATIONS, has_number
from doclint.claims.shape import HEADLINE
from doclint.claims.shares import FRACTION
from doclint.claims.statements import Statement, statements_of
from doclint.claims.tables import row_claims
from doclint.claims.totals import with_totals
from doclint.markdown.nodes import Document
from doclint.model import Span
from doclint.rare import rare

_SENTENCE = rare(r"(?<=[.!?])\s+(?=[A-Z*\"])")
_DATED = rare(
    rf"\b([A-Z]\w+ (?:updated|verified|reviewed|checked|generated)(?: on)?|[A-Z][a-z]+ed on):?\s+({DATE.pattern})"
)
_COMPLETE_INDEX = rare(r"\ball\b[^,;:.]{0,40}\b(?:documentation|documents|docs|files|guides|runbooks)\b", re.IGNORECASE)
_INDEXING = rare(
    r"\b(?:index|lists?|listed|catalog\w*|guide to|overview|covers?|contains?|links?|find|here|below|available|located|"
    r"reference|navigat\w+|collects?|gathers?)\b",
    re.IGNORECASE,
)
_BOTH = rare(r"^(all\b.{3,60}\b(?:created|written|delivered|complete[d]?)) and (\w+(?:ed|en))\b[\s.]*$", re.IGNORECASE)
_EACH_LINKS = rare(r"\b(?:each|every)\b.*\b(?:links?|connects?|refer\w*|cross-?refer\w*) to\b", re.IGNORECASE)
_OPENING = rare(r"^(?:each|every)\b.*:$", re.IGNORECASE)  # of a list, no statement yet
_COUNTED = rare(r"\((\d{1,3})\)\s*$")
_DOCUMENT = rare(r"\.(?:md|mdx|markdown|rst|adoc)\b")
_QUOTED = rare(r"[\"“”«][^\"“”»]{0,60}\.(?:md|mdx|markdown|rst|adoc)\b[^\"“”»]{0,60}[\"“”»]")  # an example
_LONGEST_LINE = 2000  # as of statements
_LONGEST_SENTENCE = 200


def extracted(document: Document, shape: str) -> tuple[Claim, ...]:
    """The claims of a document of this shape, in its order."""
    context = Context(shape)
    statements = statements_of(document)
    found: list[Claim] = []
    for index, statement in enumerate(statements):
        context.enter(statement)
        if statement.done is not False and context.undone is None:
            found.extend(_claims(context, statements, index))
    claims = tuple(_narrowed(document, claim) for claim in with_totals(found, statements))
    return claims if shape != "mention" else tuple(_certain(document, claims))


def _certain(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Of a document that is no summary: sizes of documents it names, and how many it says there are in its folder."""
    for claim in claims:
        if claim.rule == "file":
            yield msgspec.structs.replace(claim, tentative=True)
        elif _is_certain(claim, document.line(claim.span.line)[:_LONGEST_LINE]):
            yield claim


def _is_certain(claim: Claim, line: str) -> bool:
    if claim.rule == "size":
        return _DOCUMENT.search("".join(claim.about[:1])) is not None and not _QUOTED.search(line)
    if claim.rule == "sum":
        return all(_DOCUMENT.search(term.text) for term in claim.terms)
    return claim.rule in ("count", "files") and HEADLINE.search(line) is not None


def _narrowed(document: Document, claim: Claim) -> Claim:
    """The claim at its own words, where they stand in the line as they are."""
    place = document.line(claim.span.line).find(claim.text)
    if place < 0 or not claim.text:
        return claim
    line = claim.span.line
    span = Span(line, place + 1, line, place + 1 + len(claim.text))
    return msgspec.structs.replace(claim, span=span)


def _claims(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    statement = statements[index]
    if statement.form == "row":
        yield from row_claims(context, statement)
    elif statement.block:
        yield from block_claims(context, statements, index)
    elif statement.form == "heading":
        yield from _heading(context, statements, index)
    else:
        rule = label_rule(context, statement)
        if rule:
            yield from label_claims(context, statement, rule)
        else:
            yield from _running(context, statements, index)


def _heading(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    statement = statements[index]
    yield from file_claims(context, statement)
    if statement.depth == 1:
        return
    if label_rule(context, statement) == "status":
        yield from label_claims(context, statement, "status")
        return
    if not statement.ticked and not has_number(statement.text):
        return
    items = listed(statements, index)
    about = context.about(statement)
    text = without_names(statement)
    yield from _announced(statement, text, about, items)
    for claim in quantity_claims(statement, text, about, planned=context.planned, items=items):
        if claim.unit.lower() not in DURATIONS:
            yield claim
    if statement.ticked and not context.planned and not is_ticked(statements, index):
        yield made(statement, "status", "delivered", "✅", about=about, subject=statement.text, items=items)


def _announced(statement: Statement, text: str, about: tuple[str, ...], items: tuple[str, ...]) -> Iterator[Claim]:
    """`Guides (4)` over a list: so many are listed."""
    count = _COUNTED.search(text)
    if count and items and not wording.SURE_FILES.search(text):
        yield made(
            statement,
            "item_count",
            "count",
            count.group(1),
            about=about,
            subject=text[: count.start()].strip(),
            text=text,
            noun=text[: count.start()].strip(),
            low=float(count.group(1)),
            items=items,
        )


def _running(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    """Items and lines of paragraphs."""
    statement = statements[index]
    files = list(file_claims(context, statement))
    yield from files
    yield from _anchors(statement)
    is_item = statement.form == "item"
    is_point = is_item and not files and not leads(statement) and (statement.depth or context.list_label)
    if is_point and context.file(statement):
        yield from point_of_file(context, statements, index)
        return
    numbers: list[Claim] = []
    if has_number(statement.text):
        dated = _DATED.search(statement.text) if "ed" in statement.text else None
        if dated:
            yield made(statement, "date", "date", dated.group(2), about=(), subject=dated.group(1), noun=dated.group(1))
            return
        numbers = list(_numbers(context, statements, index))
        yield from numbers
    yield from pointers(context, statement)
    if not is_item and not statement.ticked:
        yield from _sentences(context, statement, bool(files or numbers))
    elif not numbers and not files and (statement.done or not context.muted):
        yield from point(context, statement)


def _numbers(context: Context, statements: tuple[Statement, ...], index: int) -> Iterator[Claim]:
    statement = statements[index]
    if wording.NO_CLAIM_LABEL.search(statement.label) and not FRACTION.search(statement.value):
        return
    if (context.planned and not statement.label) or wording.FORMER.search(statement.label):
        return
    lead = statement.lead
    about = context.about(statement)
    if not leads(statement) and lead != statement.text:
        about = (lead, *about)
    items = listed(statements, index) if announces(statements, index) else ()
    owner = next((name for name in statement.names if name in statement.label), "")
    about = (owner, *about) if owner else about
    titled = bool(statement.label and statement.value)
    written = statement.value if titled else statement.text
    own = () if context.is_below_a_file(statement) else itself(written)
    for claim in quantity_claims(
        statement,
        without_names(statement, written),
        about,
        planned=context.planned,
        title=statement.label if titled else "",
        near=lead,
        items=items,
        spots=sorted((*spots(statement, written), *own)),
    ):
        if (context.shape == "index" or context.muted) and not titled and claim.unit.lower() in DURATIONS:
            continue  # how long it takes to read or to do
        if claim.kind == "file_count" and _EACH_LINKS.search(written):
            claim = msgspec.structs.replace(claim, kind="cross_doc", rule="links each")
        yield claim
    if titled:
        places = spots(statement, statement.label)
        label = without_names(statement, statement.label)
        yield from quantity_claims(statement, label, about, planned=context.planned, near=lead, spots=places)


def _sentences(context: Context, statement: Statement, counted: bool) -> Iterator[Claim]:
    """Sentences that speak of all, every, none, or of targets exceeded."""
    if context.muted or statement.text.startswith("→"):
        return
    about = context.about(statement)
    if context.shape == "index" and _COMPLETE_INDEX.search(statement.text) and _INDEXING.search(statement.text):
        yield made(statement, "file_count", "complete", "all", about=about, subject=statement.text, text=statement.text)
        return
    for sentence in _SENTENCE.split(statement.text):
        if counted and any(character.isdigit() for character in sentence):
            continue
        if _OPENING.match(sentence) and not wording.LINKING.search(sentence):
            continue
        if wording.UNIVERSAL.search(sentence) and wording.STATED.search(sentence) and len(sentence) < _LONGEST_SENTENCE:
            yield from _universal(statement, sentence, about)


def _universal(statement: Statement, sentence: str, about: tuple[str, ...]) -> Iterator[Claim]:
    """`All files were created and validated` is two claims: what exists can be seen, that it was validated cannot."""
    both = _BOTH.match(sentence)
    yield made(statement, "status", "universal", both.group(1) if both else sentence, about=about, subject=sentence)
    if both:
        yield made(statement, "status", "point", both.group(2), about=about, subject=sentence)


def _anchors(statement: Statement) -> Iterator[Claim]:
    for text, target in statement.links:
        if target.startswith("#") and len(target) > 1:
            yield made(statement, "cross_doc", "anchor", target, about=(target,), subject=text, text=f"{text} {target}")
