"""Going online: the options of `check` and `links`, the progress of a run, and how its end is told."""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from doclint.cli.options import option

if TYPE_CHECKING:
    from doclint.config import Config
    from doclint.links.online.session import Session

Command = TypeVar("Command", bound=Callable[..., Any])


def online_options(command: Command) -> Command:
    """What a run online is told on the command line, and nowhere else."""
    for decorate in reversed(
        [
            option("--allow-host", "allowed", multiple=True, metavar="HOST[:PORT]", help="It may have a private address."),
            option("--refresh", is_flag=True, help="Ask the web even for what is known."),
            option("--no-store", is_flag=True, help="Neither use nor keep what is known of URLs."),
        ]
    ):
        command = decorate(command)
    return command


def session_of(
    config: "Config", *, cached: bool, allowed: tuple[str, ...], refresh: bool, no_store: bool
) -> "Session":
    """
    A run online as the options and the settings have it.

    Raises:
        DoclintError: What going online needs is not installed.
    """
    from doclint.errors import DoclintError

    try:
        from doclint.links.online.session import Session, plan_of, store_below
    except ModuleNotFoundError as error:
        raise DoclintError(f"links to the web need {error.name}: pip install 'doclint[online]'") from error
    plan = None if cached else plan_of(config.settings.links.online, allowed, refresh)
    return Session(None if no_store else store_below(config.root), plan, _Bar() if sys.stderr.isatty() else _silent)


def tell_the_end(session: "Session | None") -> int:
    """Say on standard error what kept the run from asking for everything; the status this alone deserves."""
    if session is None:
        return 0
    outlook = session.outlook
    if outlook.stopped:
        click.echo(f"doclint: stopped after {outlook.asked:,} of {outlook.total:,} URLs; the rest is not judged", err=True)
        return 130
    if outlook.down:
        click.echo(f"doclint: no host could be reached: {outlook.total:,} URLs are not judged", err=True)
        return 2
    return 0


def _silent(done: int, total: int) -> None:
    """For runs nobody watches."""


class _Bar:
    """One line on standard error: how many URLs, how fast, how long still."""

    def __init__(self) -> None:
        self.started = self.shown = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total:
            click.echo("\r\x1b[K", nl=False, err=True)
        elif now - self.shown > 0.1:
            self.shown = now
            rate = done / (now - self.started)
            left = (total - done) / rate
            filled = "━" * (30 * done // total)
            click.echo(
                f"\r\x1b[K{filled:<30} {done:,} of {total:,} URLs, {rate:.0f}/s, {left // 60:.0f}:{left % 60:02.0f} left",
                nl=False,
                err=True,
            )
