"""doclint rules: what is checked."""

import click

from doclint.cli.usage import OneOf


@click.command(name="rules")
@click.option("--markdown", is_flag=True, help="The pages of all rules, as in rules/README.md.")
@click.option("--output-format", type=OneOf(["text", "json"]), default="text")
def command(markdown: bool, output_format: str) -> None:
    """List the rules."""
    from doclint.rules import all_rules

    if markdown:
        from doclint.explain import catalogue

        click.echo(catalogue(), nl=False)
    elif output_format == "json":
        from doclint.explain import rules_json

        click.echo(rules_json())
    else:
        for rule in all_rules():
            state = "" if rule.default else "  (off)"
            click.echo(f"{rule.code}  {rule.severity:7}  {rule.name:32}  {rule.summary}{state}")
