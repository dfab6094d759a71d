"""--output-format FORMAT[:FILE]: which reports go where."""

import os
import sys
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doclint.cli.usage import called

if TYPE_CHECKING:
    from doclint.output import Look

Target = tuple[str, Path | None]  # a format, and the file it goes to; None: standard output

_SUMMARY = "GITHUB_STEP_SUMMARY"  # names the file that becomes the summary of a step
_AGENTS = ("CLAUDECODE", "AI_AGENT", "CURSOR_AGENT", "GEMINI_CLI", "OPENCODE", "CODEX_SANDBOX")


def targets(stated: Iterable[str], known: Collection[str], instead: str | None = None) -> list[Target]:
    """
    What `--output-format` asks for; without it text for people, and for agents what they read best.

    Args:
        stated: As on the command line.
        known: The formats there are.
        instead: The format for standard output when nothing else goes there.
    """
    from doclint.spelling import nearest

    chosen: list[Target] = []
    for each in stated:
        name, _, file = each.partition(":")
        if name not in known:
            raise click.BadParameter(f"no format '{name}'{nearest(name, known)}", param_hint=called("--output-format"))
        chosen.append((name, Path(file) if file else None))
        if name == "github" and os.environ.get(_SUMMARY):
            chosen.append(("github-summary", Path(os.environ[_SUMMARY])))
    if sum(file is None for _, file in chosen) > 1:
        raise click.BadParameter("only one format can go to standard output", param_hint=called("--output-format"))
    if not any(file is None for _, file in chosen):
        chosen.append((instead or _default(known), None))
    return chosen


def write(chosen: Iterable[Target], rendered: "Callable[[str, Look], str]", look: "Look") -> bytes:
    """
    Write every report; a file is replaced whole or not at all. What went to standard output is given back.

    Args:
        chosen: Formats and where they go.
        rendered: The text of a format.
        look: Of standard output; files are plain.
    """
    from doclint.errors import DoclintError
    from doclint.output import Look

    printed = b""
    for name, file in chosen:
        raw = rendered(name, look if file is None else Look()).encode("utf-8", "replace")
        try:
            _put(name, file, raw)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise DoclintError(f"{file or 'standard output'}: {error.strerror}") from error
        printed = raw if file is None else printed
    return printed


def _put(name: str, file: Path | None, raw: bytes) -> None:
    from doclint.files.write import replaced

    if file is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    elif name == "github-summary":
        with file.open("ab") as summary:  # the step may have said something already
            summary.write(raw)
    else:
        replaced(file, raw)


def _default(known: Collection[str]) -> str:
    for_agent = not sys.stdout.isatty() and any(os.environ.get(name) for name in _AGENTS)
    return "agent" if for_agent and "agent" in known else "text"
