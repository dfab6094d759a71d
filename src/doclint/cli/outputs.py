"""--output-format FORMAT[:FILE]: which reports go where."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from doclint.engine import Report
    from doclint.output import Look, Sources

Target = tuple[str, Path | None]  # a format, and the file it goes to; None: standard output

_AGENTS = ("CLAUDECODE", "AI_AGENT", "CURSOR_AGENT", "GEMINI_CLI", "OPENCODE", "CODEX_SANDBOX")


def targets(stated: Iterable[str], instead: str | None = None) -> list[Target]:
    """
    What `--output-format` asks for; without it text for people, and for agents what they read best.

    Args:
        stated: As on the command line.
        instead: The format for standard output when nothing else goes there.
    """
    from doclint.output import FORMATS
    from doclint.typed import nearest

    chosen: list[Target] = []
    for each in stated:
        name, _, file = each.partition(":")
        if name not in FORMATS:
            raise click.BadParameter(f"no format '{name}'{nearest(name, FORMATS)}", param_hint="--output-format")
        chosen.append((name, Path(file) if file else None))
    if sum(file is None for _, file in chosen) > 1:
        raise click.BadParameter("only one format can go to standard output", param_hint="--output-format")
    if all(file for _, file in chosen):
        chosen.append((instead or _default(), None))
    return chosen


def write(chosen: Iterable[Target], report: "Report", sources: "Sources", look: "Look") -> None:
    """Write every report; a file is replaced whole or not at all."""
    from doclint.output import Look, renderer

    for name, file in chosen:
        text = renderer(name)(report, sources, look if file is None else Look())
        raw = text.encode("utf-8", "replace")
        if file is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(raw)
            sys.stdout.buffer.flush()
        else:
            written = file.with_name(f".{file.name}.{os.getpid()}")
            written.write_bytes(raw)
            written.replace(file)


def _default() -> str:
    for_agent = not sys.stdout.isatty() and any(os.environ.get(name) for name in _AGENTS)
    return "agent" if for_agent else "text"
