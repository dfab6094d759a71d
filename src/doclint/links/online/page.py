"""A page on its way: does it have the ids that links want of it? Little of it is kept."""

import re
import zlib
from collections.abc import Iterable
from html import escape
from urllib.parse import quote

_AROUND_ID = 64  # bytes that an attribute has besides the id it names
_DECODED_TIMES = 4  # decoded bytes may be so many times the limit of raw ones


class Search:
    """
    Takes a page chunk by chunk.

    `found`: the ids seen so far; `cut`: the page cannot be read, or not to its end; `text`: what was read, if kept.
    """

    def __init__(self, wanted: Iterable[str], limit: int, encoding: str, keep: bool) -> None:
        """
        Prepare to look.

        Args:
            wanted: Ids to look for.
            limit: Bytes that are read at most.
            encoding: The field Content-Encoding.
            keep: Keep the decoded bytes.
        """
        self.left = limit
        self.keep = keep
        self.text = bytearray()
        self.found: frozenset[str] = frozenset()
        self.patterns = {name: _Pattern(name) for name in wanted}
        self.reach = _AROUND_ID + max((len(name) for each in self.patterns.values() for name in each.names), default=0)
        self.tail = b""
        packed = encoding.strip().lower()
        self.unpack = zlib.decompressobj(47) if packed in ("gzip", "x-gzip", "deflate") else None
        self.cut = packed not in ("", "identity") and not self.unpack

    def is_done_with(self, chunk: bytes) -> bool:
        """Take the next part of the page; True when no more is needed, or no more is taken."""
        plain = b"" if self.cut else self._decoded(chunk)
        if self.cut:
            return True
        if self.keep:
            self.text += plain
        window = self.tail + plain
        self.found |= {name for name, pattern in self.patterns.items() if pattern.is_in(window)}
        self.tail = window[-self.reach :]
        if self.patterns and len(self.found) == len(self.patterns):
            return True
        self.cut = self.left <= 0
        return self.cut

    def _decoded(self, chunk: bytes) -> bytes:
        self.left -= len(chunk)
        if not self.unpack:
            return chunk
        try:
            plain = self.unpack.decompress(chunk, max(1, self.left * _DECODED_TIMES))
        except zlib.error:
            self.cut = True
            return b""
        self.left -= len(plain) // _DECODED_TIMES
        return plain


class _Pattern:
    """
    An id, a name, or a link of the page to the fragment itself.

    GitHub puts `user-content-` before ids, and sends some pages as JSON with escaped quotes.
    """

    def __init__(self, name: str) -> None:
        spellings = {name, escape(name), quote(name), quote(name).lower()}
        self.names = [spelling.encode("utf-8", "replace") for spelling in sorted(spellings)]
        names = b"|".join(re.escape(name) for name in self.names)
        self.written = re.compile(
            rb"\b(?i:id|name)\s{0,9}=\s{0,9}\\?[\"']?(?:user-content-)?(?:" + names + rb")(?=[\\\"'\s>/])"
            rb"|\b(?i:href)\s{0,9}=\s{0,9}\\?[\"']?#(?:" + names + rb")(?=[\\\"'\s>/])"
            rb"|\"anchor\"\s{0,9}:\s{0,9}\"(?:" + names + rb")\""
        )

    def is_in(self, page: bytes) -> bool:
        """Does this part of a page have the anchor? The plain search keeps the regular expression for the few."""
        return any(name in page for name in self.names) and bool(self.written.search(page))
