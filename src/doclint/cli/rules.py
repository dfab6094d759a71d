"""doclint rules: what is checked."""

from typing import Any

import click

from doclint.cli.options import settings_options
from doclint.cli.usage import OneOf


@click.command(name="rules")
@click.option("--markdown", is_flag=True, help="The pages of all rules, as in rules/README.md.")
@click.option("--output-format", type=OneOf(["text", "json"]), default="text")
@settings_options
def command(markdown: bool, output_format: str, **options: Any) -> None:
    """List the rules, those of the project's settings last."""
    from doclint.cli.options import configured
    from doclint.rules import all_rules
    from doclint.selection import Selection

    if markdown:
        from doclint.explain import catalogue

        click.echo(catalogue(), nl=False)
        return
    rules = (*all_rules(), *Selection(configured(**options).settings).own)
    if output_format == "json":
        from doclint.explain import rules_json

        click.echo(rules_json(rules))
    else:
        for rule in rules:
            state = "" if rule.default else "  (off)"
            click.echo(f"{rule.code}  {rule.severity:7}  {rule.name:32}  {rule.summary}{state}")
