"""When files were last changed, as git tells it; plain data, asked for only by who needs it."""

import datetime
from collections.abc import Callable, Collection, Mapping

from msgspec import Struct


class History(Struct, frozen=True):
    """
    The last change of files that git knows, since some day.

    `unknown` says why there is no answer, empty if there is one; without an answer nothing may be called unchanged.
    """

    changed: Mapping[str, datetime.date] = {}
    unknown: str = ""


Ask = Callable[[Collection[str], datetime.date], History]  # the paths, and the day from which on changes matter
