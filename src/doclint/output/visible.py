"""Text of documents on its way to a terminal, a log or a page: nothing in it may act, everything in it may be seen."""

from unicodedata import combining, east_asian_width

from doclint.rare import rare

_SURROGATE = rare("[\ud800-\udfff]")


def visible(text: str) -> str:
    """What cannot be seen (control characters, bidirectional overrides, lone surrogates), as an escape."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escaped(char) for char in text)


def encodable(text: str) -> str:
    """Lone surrogates, which stand for bytes that are not UTF-8, as U+FFFD: what any consumer can read."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def shortened(text: str, most: int) -> str:
    """A text cut to `most` columns, with an ellipsis where it was cut."""
    if width(text) <= most:
        return text
    kept = text[: most - 1]
    while width(kept) > most - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _escaped(char: str) -> str:
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"  # a byte that is not UTF-8
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char) or (f"\\x{code:02x}" if code < 256 else f"\\u{{{code:x}}}")
