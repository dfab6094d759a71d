"""What follows a statement: the list it announces, the children it has."""

from doclint.claims.context import document_name
from doclint.claims.statements import Statement


def announces(statements: tuple[Statement, ...], index: int) -> bool:
    """A list belongs to this statement: it ends with a colon, or has items below it."""
    statement = statements[index]
    below = statements[index + 1] if index + 1 < len(statements) else None
    if below is None or below.form != "item" or below.block:
        return False
    return statement.text.endswith(":") or (statement.form == "item" and below.depth > statement.depth)


def listed(statements: tuple[Statement, ...], index: int) -> tuple[str, ...]:
    """First-level items of the list that follows a heading, a label or an item: the file each names, or its text."""
    opener = statements[index]
    found: list[str] = []
    depth = -1
    for statement in statements[index + 1 :]:
        if _is_past(opener, statement):
            break
        if opener.form == "heading" and statement.tree and document_name(statement.names):
            found.append(statement.names[0])
        elif statement.form == "item" and not statement.block:
            depth = statement.depth if depth < 0 else depth
            if statement.depth == depth:
                found.append(document_name(statement.names) or statement.bold or statement.text)
        elif opener.form == "heading" and statement.form == "row" and document_name(statement.names):
            found.append(document_name(statement.names))
    return tuple(found)


def _is_past(opener: Statement, statement: Statement) -> bool:
    if statement.form == "heading":
        return opener.form != "heading" or statement.depth <= opener.depth
    if opener.form == "heading":
        return False
    if statement.form == "item":
        return opener.form == "item" and statement.depth <= opener.depth
    return statement.form != "prose" or statement.depth == 0


def is_ticked(statements: tuple[Statement, ...], index: int) -> bool:
    """Do the items below a heading carry boxes or ticks of their own?"""
    for statement in statements[index + 1 :]:
        if statement.form == "heading":
            return False
        if statement.form == "item":
            return statement.done is not None
    return False
