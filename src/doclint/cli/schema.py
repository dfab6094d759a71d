"""doclint schema: JSON Schemas for editors and consumers."""

import click


@click.command(name="schema")
@click.argument("name", type=click.Choice(["settings", "check"]), default="settings")
def command(name: str) -> None:
    """Print a JSON Schema: of the settings, or of the JSON that check writes."""
    from doclint.schemas import check_schema, settings_schema

    click.echo({"settings": settings_schema, "check": check_schema}[name](), nl=False)
