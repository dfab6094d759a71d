"""Going online: the options of `check` and `links`, the progress of a run, and how its end is told."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from doclint.cli.options import all_of, option
from doclint.cli.progress import Progress
from doclint.cli.usage import OneOf

if TYPE_CHECKING:
    from doclint.config import Config
    from doclint.links.online.session import Session


# What a run online is told on the command line, and nowhere else.
_web = partial(option, group="Links to the web")
online_options = all_of(
    _web(
        "--online",
        is_flag=False,
        flag_value="yes",
        type=OneOf(["yes", "cached"]),
        help="Check them; cached: by stored answers only, without network.",
    ),
    _web("--allow-host", "allowed", multiple=True, metavar="HOST[:PORT]", help="Ask this host, private or not."),
    _web("--refresh", is_flag=True, help="Ask again where an answer is stored."),
    _web("--no-store", is_flag=True, help="Neither use nor store answers."),
)


def session_of(config: "Config", options: Mapping[str, Any]) -> "Session | None":
    """
    The run online that the options of `online_options` ask for, None when they ask for none.

    Raises:
        DoclintError: What going online needs is not installed.
    """
    from doclint.errors import DoclintError

    if not options["online"]:
        return None
    try:
        from doclint.cache import folder_of
        from doclint.links.online.session import Session, plan_of
    except ModuleNotFoundError as error:
        raise DoclintError(f"links to the web need {error.name}: pip install 'doclint[online]'") from error
    cached = options["online"] == "cached"
    plan = None if cached else plan_of(config.settings.links.online, options["allowed"], options["refresh"])
    place = None if options["no_store"] else folder_of(config.root) / "web.sqlite3"
    return Session(place, plan, Progress("URLs"))


def tell_the_end(session: "Session | None") -> int:
    """Say on standard error what kept the run from asking for everything; the status this alone deserves."""
    if session is None:
        return 0
    outlook = session.outlook
    if outlook.stopped:
        click.echo(
            f"doclint: stopped after {outlook.asked:,} of {outlook.total:,} URLs; the rest is not judged", err=True
        )
        return 130
    if outlook.down:
        click.echo(f"doclint: no host could be reached: {outlook.total:,} URLs are not judged", err=True)
        return 2
    return 0
