"""Plain-text summaries as Markdown: frames taken off, titles and bullets marked; every line stays on its line."""

from doclint.rare import rare

_FRAME = rare(r"^[\s│║┃|]+(?=\S)|[\s│║┃|]+$")
_RULE = rare(r"^[\s─━═=\-_*~+│║┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬|#]+$")
_BULLET = rare(r"^(?:[•▸▪◦‣➤→►●○*]|-)\s+")
_ORDINAL = rare(r"^\d{1,2}[.)]\s")
_SHOUTED = rare(r"^[^a-z]*[A-Z]{3}[^a-z]*$")
_TREE = rare(r"^[\s│|]*[├└](?![─━═]*[┬┼┴┤┘╢╡]|[─━═]{6})")
_ROW = rare(r"^\s*[│┃║|](?:[^│┃║|]*[│┃║|]){2,}\s*$")
_BARS = rare(r"[│┃║]")
_CROSSED = rare(r"[┼╪╬+]|^\s*├.*┤\s*$")
_LONGEST_TITLE = 80


def as_markdown(text: str) -> str:
    """The same lines, so written that they are read as headings, lists and text."""
    shown = ["", *map(_unframed, text.split("\n")), ""]
    first = next((index for index, line in enumerate(shown) if line.strip("\0 ")), 0)
    return "\n".join(_line(shown, index, "#" if index == first else "##") for index in range(1, len(shown) - 1))


def _unframed(line: str) -> str:
    if _TREE.match(line):
        return line
    if _ROW.match(line):
        return _BARS.sub("|", line).strip()
    if _RULE.match(line) and _CROSSED.search(line):
        return "\0+"
    if _RULE.match(line) or not line.strip():
        return "" if not line.strip() else "\0"
    indent = len(line) - len(line.lstrip())
    return " " * indent + _FRAME.sub("", line).strip()


def _line(shown: list[str], index: int, mark: str) -> str:
    """One line among those around it; `mark` is what a title would get."""
    line = shown[index]
    if line == "\0+":
        return "|" + "---|" * (shown[index - 1].count("|") - 1) if _is_head(shown, index - 1) else ""
    if line.startswith("|"):
        return line
    text = line.strip("\0 ")
    if not text:
        return ""
    if _TREE.match(line):
        return f"    {line}"
    if _is_title(text, shown[index - 1], shown[index + 1]):
        return f"{mark} {text}"
    indent = "   " if line.startswith("  ") and _BULLET.match(text) else ""
    return indent + _BULLET.sub("- ", text) + ("" if _BULLET.match(text) or _ORDINAL.match(text) else "  ")


def _is_head(shown: list[str], index: int) -> bool:
    """The first row of a framed table: no row right above it, or above the rule above it."""
    above = [line for line in shown[max(0, index - 2) : index] if line.startswith("|")]
    return shown[index].startswith("|") and not above


def _is_title(text: str, before: str, after: str) -> bool:
    """Shouted, or with a rule below; no item and no field."""
    if len(text) > _LONGEST_TITLE or _BULLET.match(text) or _ORDINAL.match(text):
        return False
    if ":" in text.rstrip(":") and not _SHOUTED.match(text):
        return False
    return (
        after == "\0"
        or (before == "\0" and _SHOUTED.match(text) is not None)
        or (_SHOUTED.match(text) is not None and not before and ":" not in text.rstrip(":"))
    )
