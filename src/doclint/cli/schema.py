"""doclint schema: JSON Schemas for editors and consumers."""

import click

from doclint.cli.usage import Command, OneOf


@click.command(name="schema", cls=Command)
@click.argument("name", type=OneOf(["settings", "check", "report"]), default="settings")
def command(name: str) -> None:
    """Print the JSON Schema of the settings, or of our JSON."""
    from doclint.schemas import check_schema, report_schema, settings_schema

    made = {"settings": settings_schema, "check": check_schema, "report": report_schema}[name]
    click.echo(made(), nl=False)
