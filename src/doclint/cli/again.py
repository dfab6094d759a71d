"""Which checks may be said again, and what they look at besides the files of the project."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doclint.cli.outputs import Target

if TYPE_CHECKING:
    from doclint.config import Config
    from doclint.engine import Report
    from doclint.replay import Run

Remember = Callable[["Report", bytes, int], None]  # what was found, what was printed, the exit status

# What a check is told that makes it ask the web or other commits, or do more than print.
_MORE = ("no_cache", "online", "new_from", "diff", "config_from")


def remembering(
    run: "Run | None", config: "Config", paths: tuple[str, ...], chosen: list[Target], options: Mapping[str, Any]
) -> Remember:
    """
    How to remember a check that is about to be made, for another run to say it again.

    Args:
        run: What it is the work of, None when nobody is to remember it.
        config: Its settings.
        paths: As on the command line.
        chosen: The reports it writes.
        options: The others it was given.
    """
    from doclint.style import is_asked_for

    settings = config.settings
    printed_only = all(file is None for _, file in chosen)
    if run is None or not printed_only or any(options.get(name) for name in _MORE) or is_asked_for(settings):
        return forget

    before = run.scene(str(config.root), settings.respect_gitignore, _places(config, paths, options))

    def remember(report: "Report", printed: bytes, end: int) -> None:
        if report.lasting and end in (0, 1):
            run.keep(before, printed, end)

    return remember


def forget(report: "Report", printed: bytes, end: int) -> None:
    """What to do about a check that is not to be said again."""


def _places(config: "Config", paths: tuple[str, ...], options: Mapping[str, Any]) -> list[str]:
    """Files that settings, a baseline, the root of the project and programs are read from, there or not."""
    from doclint.cli.options import start_of
    from doclint.comparison.baseline import baseline_file
    from doclint.snippets.shell import candidates

    start = start_of(paths)
    roots = [folder / ".git" for folder in (start, *start.parents)]
    known = baseline_file(config, options["baseline"])
    places: list[Path | str] = [*roots, *sorted(config.source.looked_at), known, *paths, *candidates()]
    return list(dict.fromkeys(os.path.abspath(place) for place in places))
