"""doclint explain: one rule, or one document type, in full."""

from typing import Any

import click

from doclint.cli.options import settings_options
from doclint.cli.usage import Command


@click.command(name="explain", cls=Command)
@click.argument("name")
@settings_options
def command(name: str, **options: Any) -> None:
    """
    Explain a rule or a document type.

    NAME is the code or the name of a rule, or the name of a type. A type comes with a document to start from.
    """
    from doclint.cli.options import configured
    from doclint.doctypes import known_types
    from doclint.errors import DoclintError
    from doclint.explain import page, type_page
    from doclint.rules import rule_named, selectors
    from doclint.selection import Selection
    from doclint.spelling import nearest

    rule = rule_named(name)
    if rule is None:
        settings = configured(**options).settings
        types = known_types(settings.doc_types)
        own = {key: rule for rule in Selection(settings).own for key in (rule.code, rule.name)}
        if name in types:
            click.echo(type_page(types[name]), nl=False)
            return
        if name not in own:
            raise DoclintError(f"no rule and no document type '{name}'{nearest(name, [*selectors(), *types, *own])}")
        rule = own[name]
    click.echo(page(rule), nl=False)
