"""The command line: one file per command, imported only when called."""

from importlib import import_module

import click

_COMMANDS = ("check", "report")


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"doclint.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.command(cls=_Lazy)
@click.version_option("0.1.0", prog_name="doclint")
def main() -> None:
    """The quality gate for documentation sets."""
