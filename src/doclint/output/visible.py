"""Text of documents made fit to be shown: what would steer a terminal, a log or a reader's eye is spelled out."""

import re

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text on one line, with control, bidirectional and invisible characters as escapes."""
    return _STEERING.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if match.group() in "\n\r\t":
        return " "
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{{{code:x}}}"
