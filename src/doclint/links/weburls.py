"""What is wrong with a URL that nobody need ask for to know it."""

import re

_AUTHORITY = re.compile(r"https?:(/*)([^/?#]*)", re.IGNORECASE)
_INVENTED = re.compile(
    r"[<>{}$%*]|\.\.\.|\b(?:user(?:name)?|pass(?:word)?|pw|pwd|token|key|secret|host(?:name)?|port|your|my|example|x{3,})\b",
    re.IGNORECASE,
)
_BAD = re.compile(r"[\x00-\x20\x7f\ud800-\udfff]")
_LONGEST = 8_000  # characters; servers refuse longer ones
_LONGEST_LABEL = 63


def fault_of(url: str) -> str:
    """What is wrong, as the end of a sentence about the URL; empty for nothing, and for invented ones."""
    url = url.strip()
    if url.startswith("//"):
        url = "https:" + url
    if len(url) > _LONGEST:
        return f"is longer than {_LONGEST:,} characters"
    found = _AUTHORITY.match(url)
    if not found:
        return ""
    user, _, _ = found[2].rpartition("@")
    if ":" in user and not _INVENTED.search(user.partition(":")[2]):
        return "holds a password"
    if _INVENTED.search(found[2]):
        return ""
    if len(found[1]) != 2:
        return "has no // after its scheme" if not found[1] else "names no host"
    if _BAD.search(url):
        return "holds a space or a control character"
    return _fault_of_authority(found[2])


def _fault_of_authority(authority: str) -> str:
    place = authority.rpartition("@")[2]
    host, colon, port = place.rpartition(":") if not place.endswith("]") else (place, "", "")
    if not colon:
        host = place
    if not host:
        return "names no host"
    if "\\" in authority:
        return "has a backslash in its host"
    if host.startswith("[") != host.endswith("]"):
        return "has an open bracket in its host"
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65_536):
        return "has no valid port"
    labels = [] if host.startswith("[") else re.split("[.。]", host.rstrip(".。"))
    if any(not label or len(label) > _LONGEST_LABEL for label in labels):
        return "has no valid host name"
    return ""
