"""doclint rules: what is checked."""

from typing import Any

import click

from doclint.cli.options import settings_options
from doclint.cli.usage import Command, OneOf


@click.command(name="rules", cls=Command)
@click.option("--markdown", is_flag=True, help="Print the pages of all rules, as in rules/README.md.")
@click.option("--output-format", type=OneOf(["text", "json"]), default="text", help="What to print.")
@settings_options
def command(markdown: bool, output_format: str, **options: Any) -> None:
    """List all rules, or those of --select."""
    from doclint.cli.options import configured
    from doclint.rules import all_rules, names
    from doclint.selection import Selection

    if markdown:
        from doclint.explain import catalogue

        click.echo(catalogue(), nl=False)
        return
    stated = [name for names in options["select"] for name in names]
    rules = [
        rule
        for rule in (*all_rules(), *Selection(configured(**options).settings).own)
        if not stated or any(names(name, rule) for name in stated)
    ]
    if output_format == "json":
        from doclint.explain import rules_json

        click.echo(rules_json(rules))
    else:
        for rule in rules:
            state = "" if rule.default else "  (off)"
            click.echo(f"{rule.code}  {rule.severity:7}  {rule.name:32}  {rule.summary}{state}")
