"""Bytes of a file → the text the readers see, with what was odd about it remembered."""

import re

from msgspec import Struct

_BOM = b"\xef\xbb\xbf"
_UNDECODABLE_KEPT = 20


class Source(Struct, frozen=True):
    """`text` has no BOM, newlines only as line ends, no NUL; its lines and columns are those of the file."""

    text: str
    size: int  # bytes of the file
    bom: bool
    undecodable: tuple[int, ...]  # byte offsets, the first few


def decode(raw: bytes) -> Source:
    """Read bytes as UTF-8; what is not UTF-8 becomes U+FFFD and is remembered."""
    size = len(raw)
    bom = raw.startswith(_BOM)
    if bom:
        raw = raw[3:]
    undecodable: list[int] = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text, undecodable = _decode_leniently(raw, 3 if bom else 0)
    if "\r" in text:
        text = re.sub("\r\n?", "\n", text)
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    return Source(text, size, bom, tuple(undecodable))


def _decode_leniently(raw: bytes, base: int) -> tuple[str, list[int]]:
    places: list[int] = []
    text = raw.decode("utf-8", errors="replace")
    offset = 0
    while len(places) < _UNDECODABLE_KEPT:
        try:
            raw[offset:].decode("utf-8")
            break
        except UnicodeDecodeError as error:
            places.append(base + offset + error.start)
            offset += error.end
    return text, places
