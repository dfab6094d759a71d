"""doclint schema: JSON Schemas for editors and consumers."""

import click

from doclint.cli.usage import OneOf


@click.command(name="schema")
@click.argument("name", type=OneOf(["settings", "check", "report"]), default="settings")
def command(name: str) -> None:
    """Print a JSON Schema: of settings, or of the JSON we write."""
    from doclint.schemas import check_schema, report_schema, settings_schema

    made = {"settings": settings_schema, "check": check_schema, "report": report_schema}[name]
    click.echo(made(), nl=False)
