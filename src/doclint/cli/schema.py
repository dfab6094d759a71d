"""doclint schema: JSON Schemas for editors and consumers."""

import click


@click.command(name="schema")
@click.argument("name", type=click.Choice(["settings", "check", "report"]), default="settings")
def command(name: str) -> None:
    """Print a JSON Schema: of the settings, or of the JSON that check or report writes."""
    from doclint.schemas import check_schema, report_schema, settings_schema

    made = {"settings": settings_schema, "check": check_schema, "report": report_schema}[name]
    click.echo(made(), nl=False)
