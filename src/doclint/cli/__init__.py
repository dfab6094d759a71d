"""The command line: one file per command, imported only when called. Translates, nothing else."""

import gc
import os
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import click

from doclint import __version__
from doclint.errors import DoclintError

if TYPE_CHECKING:
    from doclint.replay import Run

_COMMANDS = tuple("check report fix merge links baseline init rules explain config schema lsp".split())


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"doclint.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="doclint")
def group() -> None:
    """The quality gate for documentation sets."""


def main(run: "Run | None" = None) -> NoReturn:
    """
    Run, and leave with 0 (clean), 1 (findings, gate failed) or 2 (nothing could be said).

    `run` remembers what is said, for another run to say it again.
    """
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 - who closes a stream does not want to read it
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    signal.signal(signal.SIGTERM, _stop)
    gc.disable()  # what is made lives until the end, which is near; looking for cycles costs a tenth of the time
    try:
        status = group(standalone_mode=False, obj=run)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        status = 2
    except click.ClickException as error:
        from doclint.cli.usage import told

        _say(told(error))
        status = 2
    except click.Abort:
        _say("stopped")
        status = 128 + signal.SIGINT
    except _StoppedError:
        _say("stopped")
        status = 128 + signal.SIGTERM
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 141
    except DoclintError as error:
        _say(str(error))
        status = 2
    except OSError as error:
        _say(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
        status = 2
    except Exception as error:  # our own failure, said without a traceback unless one is asked for
        if os.environ.get("DOCLINT_TRACEBACK"):
            raise
        _say(f"internal error: {type(error).__name__}: {error}\nDOCLINT_TRACEBACK=1 shows where; please report it")
        status = 2
    gc.freeze()  # nor are they looked for on the way out
    sys.exit(status or 0)


class _StoppedError(BaseException):
    """Somebody asks us to end: as for Ctrl-C, processes are stopped and half-written files removed on the way out."""


def _stop(number: int, frame: object) -> NoReturn:
    raise _StoppedError


def _say(message: str) -> None:
    from doclint.output.visible import visible

    for line in message.split("\n"):
        click.echo(f"doclint: {visible(line)}", err=True)
