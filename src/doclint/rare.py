"""Patterns that most runs never need: compiling one can cost more than looking through a document with it."""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def rare(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled when it is first used."""
    return cast(re.Pattern[str], _Rare(pattern, flags))


class _Rare:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, method: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update((name, getattr(compiled, name)) for name in _METHODS)
        return getattr(compiled, method)
