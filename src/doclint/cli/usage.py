"""What the command line says of itself: its help, and what is wrong with a line it cannot understand."""

from typing import Any

import click


def told(error: click.ClickException) -> str:
    """What is wrong, and where the command is described."""
    context = getattr(error, "ctx", None)
    help_is_at = f"\nsee {context.command_path} --help" if context else ""
    return _wrong(error) + help_is_at


def called(option: str) -> str:
    """How an option was given: as itself, or by the variable of the environment that mirrors it."""
    context = click.get_current_context(silent=True)
    for parameter in context.command.params if context else ():
        if option in parameter.opts:
            return _name(parameter, context)
    return option


def _wrong(error: click.ClickException) -> str:
    from doclint.spelling import nearest

    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.NoSuchOption):
        options = [name for parameter in context.command.params for name in parameter.opts] if context else []
        return f"no option '{error.option_name}'{nearest(error.option_name, options)}"
    if isinstance(error, click.NoSuchCommand) and context and isinstance(context.command, click.Group):
        return f"no command '{error.command_name}'{nearest(error.command_name, context.command.list_commands(context))}"
    message = error.message.rstrip(".").partition(". ")[0].replace("a valid integer range", "a whole number")
    if isinstance(error, click.MissingParameter) and error.param:
        return f"no {error.param.human_readable_name} is given"
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param, context) if error.param else error.param_hint}: {message}"
    return message[:1].lower() + message[1:]


def _name(parameter: click.Parameter, context: click.Context | None) -> str:
    """Of the environment if the value came from there, else the option or the argument."""
    source = context.get_parameter_source(parameter.name) if context and parameter.name else None
    if source is click.core.ParameterSource.ENVIRONMENT:
        return str(parameter.envvar)
    return parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.human_readable_name


class Command(click.Command):
    """A command whose options are listed by what they are about, its own first."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under the names of their groups."""
        groups: dict[str, list[tuple[str, str]]] = {"Options": []}
        for parameter in self.get_params(ctx):
            row = parameter.get_help_record(ctx)
            if row and isinstance(parameter, click.Option):
                groups.setdefault(getattr(parameter, "group", "Options"), []).append(row)
        for name, rows in groups.items():
            with formatter.section(name):
                formatter.write_dl(rows)


class Option(click.Option):
    """An option of a group, such as those that say where settings come from."""

    def __init__(self, *names: Any, group: str = "Options", **about: Any) -> None:
        super().__init__(*names, **about)
        self.group = group


class OneOf(click.Choice[str]):
    """One of several words; a slip of the pen is told the nearest."""

    def get_invalid_choice_message(self, value: str, ctx: click.Context | None) -> str:
        """What a wrong word is told."""
        from doclint.spelling import nearest

        words = [str(word) for word in self.choices]
        hint = nearest(str(value), words)
        return f"'{value}' is none of {', '.join(words)}" + (hint if "did you mean" in hint else "")
