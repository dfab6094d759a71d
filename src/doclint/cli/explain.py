"""doclint explain: one rule in full."""

import click


@click.command(name="explain")
@click.argument("name")
def command(name: str) -> None:
    """Explain a rule: NAME is its code or its name."""
    from doclint.errors import DoclintError
    from doclint.explain import page
    from doclint.rules import rule_named, selectors
    from doclint.typed import nearest

    rule = rule_named(name)
    if rule is None:
        raise DoclintError(f"no rule '{name}'{nearest(name, selectors())}")
    click.echo(page(rule), nl=False)
