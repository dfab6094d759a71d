"""One rule, one file. A module here with a `RULE` (or `RULES`) is found; there is no list to keep."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from doclint.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by code."""
    found: list[Rule] = []
    for module in iter_modules(__path__):
        loaded = import_module(f"{__name__}.{module.name}")
        found.extend(loaded.RULES if hasattr(loaded, "RULES") else [loaded.RULE])
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def rule_named(name: str) -> Rule | None:
    """The rule of this code or name."""
    return next((rule for rule in all_rules() if name in (rule.code, rule.name)), None)
