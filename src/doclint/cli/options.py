"""Options that several commands share, each with its mirror in the environment (`--today`, DOCLINT_TODAY)."""

import datetime
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from doclint.cli.usage import OneOf, Option, called

if TYPE_CHECKING:
    from doclint.config import Config
    from doclint.memory import Memory
    from doclint.output import Look
    from doclint.workers import Workforce

Command = TypeVar("Command", bound=Callable[..., Any])

_STATED = ("select", "extend-select", "ignore", "exclude", "fail-on", "min-confidence")  # are settings, too
_PLACES = (os.path.abspath, os.path.realpath)  # where a path is, and where it leads


def option(*names: str, **about: Any) -> Callable[[Command], Command]:
    """An option with its mirror in the environment; `group` is the heading it has in the help."""
    longest = max(names, key=len).removeprefix("--").partition("/")[0]
    return click.option(*names, cls=Option, envvar=f"DOCLINT_{longest.upper().replace('-', '_')}", **about)


class Names(click.ParamType[tuple[str, ...]]):
    """Names separated by commas; the option may be given several times."""

    name = "names"

    def split_envvar_value(self, rv: str) -> list[str]:
        """The environment holds one text."""
        return [rv]

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """One text as its names."""
        return tuple(part.strip() for part in value.split(",") if part.strip())


class Day(click.ParamType[datetime.date]):
    """A date such as 2026-01-31."""

    name = "date"

    def convert(
        self, value: str | datetime.date, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """A text as a date."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a date such as 2026-01-31", param, ctx)


class Ref(click.ParamType[str]):
    """A commit. What is left of `--config-from "$BASE"` where BASE is not set must not be taken for no option."""

    name = "ref"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """A text that names something."""
        return value if value.strip() else self.fail("no commit is named", param, ctx)


class Share(click.ParamType[tuple[int, int]]):
    """One of several shares, such as 2/4."""

    name = "share"

    def convert(
        self, value: str | tuple[int, int], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """A text as number and count."""
        if isinstance(value, tuple):
            return value
        number, _, of = value.partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
            self.fail(f"'{value}' is not a share such as 2/4", param, ctx)
        return int(number), int(of)


def all_of(*decorators: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Several options as one, in the order of the help."""

    def decorated(command: Command) -> Command:
        for decorate in reversed(decorators):
            command = decorate(command)
        return command

    return decorated


today_option = option("--today", type=Day(), help="Date to judge freshness by, instead of today's.")
baseline_option = option("--baseline", type=click.Path(path_type=Path), help="Accept the findings of this file.")

_settings = partial(option, group="Settings")
_output = partial(option, group="Output")
_work = partial(option, group="Performance")

# Where settings are read from, and what the command line puts on top of them.
settings_options = all_of(
    _settings("--config", "file", type=click.Path(path_type=Path), help="Read this settings file and no other."),
    _settings("--config-from", type=Ref(), metavar="REF", help="Take settings and baseline from this commit."),
    _settings("--no-config", is_flag=True, help="Read no settings file."),
    _settings("--select", multiple=True, type=Names(), help="Run only these rules: codes, names, families (DL3), ALL."),
    _settings("--extend-select", multiple=True, type=Names(), help="Run these rules as well."),
    _settings("--ignore", multiple=True, type=Names(), help="Do not run these rules."),
    _settings(
        "--exclude", metavar="PATTERNS", multiple=True, type=Names(), help="Skip files that match, as in .gitignore."
    ),
    _settings(
        "--fail-on",
        type=OneOf(["error", "warning", "info", "never"]),
        help="Fail from this severity on (default: warning).",
    ),
    _settings(
        "--min-confidence",
        type=OneOf(["high", "medium", "low"]),
        help="Show findings from this confidence on (default: medium).",
    ),
)

# How the work is done; none of it changes the result.
work_options = all_of(
    _work("--jobs", metavar="N", type=click.IntRange(min=0), default=0, help="Processes; 0: one per processor."),
    _work("--no-cache", is_flag=True, help="Neither read nor write the cache."),
)


def result_options(formats: str) -> Callable[[Command], Command]:
    """Where the result goes, how it looks, and whether it decides."""
    return all_of(
        _output(
            "--output-format", "outputs", multiple=True, metavar="FORMAT[:FILE]", help=f"May be repeated; {formats}."
        ),
        _output("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
        _output(
            "--color",
            type=OneOf(["auto", "always", "never"]),
            default="auto",
            help="auto heeds NO_COLOR and FORCE_COLOR.",
        ),
    )


def workforce(
    config: "Config", memory: "Memory | None" = None, /, *, jobs: int = 0, no_cache: bool = False, **_: Any
) -> "Workforce":
    """Who does the work, from the options of `work_options`."""
    from doclint.cli.progress import Progress
    from doclint.workers import Workforce

    if no_cache:
        return Workforce(jobs, watch=Progress("documents"))
    from doclint.cache import folder_of

    return Workforce(jobs, folder_of(config.root) / "results.sqlite3", Progress("documents"), memory)


def configured(paths: tuple[str, ...] = (), **options: Any) -> "Config":
    """
    The settings of a run, from the options of `settings_options`.

    Args:
        paths: What is to be checked; where these are all outside the current folder, theirs is the project.
        options: As click gives them.

    Raises:
        ConfigError: Settings that cannot be used.
    """
    from doclint.config import load

    stated: dict[str, Any] = {}
    names: dict[str, str] = {}
    for key in _STATED:
        value = options.get(key.replace("-", "_"))
        if value:
            names[key] = called(f"--{key}")
            stated[key] = [name for names in value for name in names] if isinstance(value, tuple) else value
    file: Path | None = options.get("file")
    return load(
        start_of(paths),
        file=file and file.absolute(),
        search=not options.get("no_config"),
        stated=stated,
        called=names,
        commit=options.get("config_from") or "",
    )


def relative_to(root: Path, paths: tuple[str, ...], *, gone: bool = False) -> tuple[str, ...]:
    """
    Paths as the user wrote them → POSIX, relative to the project root; a symbolic link is what it leads to.

    Args:
        root: Of the project.
        paths: As on the command line.
        gone: Whether they may be of files that are no more; it is for the caller to see whether they ever were.

    Raises:
        DoclintError: A path that does not exist, or is not in the project.
    """
    from doclint.errors import DoclintError
    from doclint.output.visible import visible

    found = []
    for path in paths:
        place = Path(os.path.realpath(path))
        if not place.exists() and not gone:
            raise DoclintError(f"{visible(path)}: no such file or folder")
        if not place.is_relative_to(os.path.realpath(root)):
            raise DoclintError(f"{visible(path)}: outside the project {root}")
        if place.exists() and not place.is_file() and not place.is_dir():
            raise DoclintError(f"{visible(path)}: not a regular file")
        found.append(place.relative_to(os.path.realpath(root)).as_posix())
    return tuple("" if path == "." else path for path in found)


def look_of(color: str) -> "Look":
    """How text for people is to look on our standard output."""
    from doclint.output import Look

    forced = os.environ.get("FORCE_COLOR", "") not in ("", "0")
    wanted = (sys.stdout.isatty() and os.environ.get("TERM") != "dumb") or forced
    if color == "auto" and os.environ.get("NO_COLOR"):
        wanted = False
    columns = 100
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        from shutil import get_terminal_size  # which imports every archiver there is

        columns = get_terminal_size((columns, 24)).columns
    return Look(color=color == "always" or (color == "auto" and wanted), columns=max(columns, 60))


def start_of(paths: tuple[str, ...]) -> Path:
    """The folder from which settings are looked for: the current one, unless all paths are outside of it."""
    here = Path.cwd()
    if not paths or any(Path(place(path)).is_relative_to(here) for path in paths for place in _PLACES):
        return here
    common = Path(os.path.commonpath([os.path.realpath(path) for path in paths]))
    return common if common.is_dir() else common.parent
