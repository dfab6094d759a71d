"""Names of files and folders → claims that they exist."""

from collections.abc import Iterator

from doclint.claims import wording
from doclint.claims.claim import Claim
from doclint.claims.context import Context
from doclint.claims.making import made
from doclint.claims.quantities import quantities
from doclint.claims.statements import Statement


def file_claims(context: Context, statement: Statement) -> Iterator[Claim]:
    """A claim for each file named; folders only where they are first named and nothing is counted in them."""
    for name in statement.names:
        if context.gone or _is_gone(statement.text, name):
            continue
        if name.endswith("/"):
            is_new = name not in context.folders
            context.folders.add(name)
            counted = statement.form == "heading" or bool(quantities(without_names(statement)))
            is_linked = any(target.partition("#")[0] == name for _, target in statement.links)
            if not statement.tree and not is_linked and (not is_new or counted or name.count("/") < 2):
                continue
        yield made(
            statement, "file_exists", "file", name, about=(name,), subject=name, text=name, planned=context.planned
        )


def _is_gone(text: str, name: str) -> bool:
    """`old.md: removed`, `Deleted old.md`: it was there."""
    place = text.find(name)
    if place < 0:
        return False
    before = wording.GONE_BEFORE.search(text, max(0, place - 20), place)
    return before is not None or wording.GONE_AFTER.match(text, place + len(name)) is not None


def spots(statement: Statement, text: str) -> tuple[tuple[int, str], ...]:
    """Where in a text the files are named, in order."""
    found = []
    for name in statement.names:
        place = max(text.find(name), text.find(name.rpartition("/")[2]))
        if place >= 0 and not name.endswith("/"):
            found.append((place, name))
    return tuple(sorted(found))


def itself(text: str) -> tuple[tuple[int, str], ...]:
    """Where a text speaks of the size of the document it stands in."""
    starts = {quantity.start for quantity in quantities(text)}
    found = wording.ITSELF.finditer(text) if starts else ()
    nexts = ((one, wording.MEASURED_NEXT.match(text, one.end())) for one in found)
    return tuple((one.start(), one.group()) for one, gap in nexts if gap and gap.end() in starts)


def without_names(statement: Statement, text: str = "") -> str:
    """The text with file names blanked, for digits in them are no quantities."""
    text = text or statement.text
    for name in statement.names:
        if name.endswith("/") and name.isascii() and not any(map(str.isdigit, name)):
            continue
        for part in (name, name.rstrip("/").rpartition("/")[2]):
            if part:
                text = text.replace(part, " " * len(part))
    return text
