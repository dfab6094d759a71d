"""One rule, one file. A module here with a `RULE` (or `RULES`) is found; there is no list to keep."""

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from doclint.rule import PipelineRule, Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by code."""
    found: list[Rule] = []
    for module in iter_modules(__path__):
        loaded = import_module(f"{__name__}.{module.name}")
        found.extend(loaded.RULES if hasattr(loaded, "RULES") else [loaded.RULE])
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def unchecked() -> frozenset[str]:
    """The codes of the rules whose findings say that something was not checked."""
    return frozenset(rule.code for rule in all_rules() if isinstance(rule, PipelineRule) and rule.unchecked)


@cache
def rule_named(name: str) -> Rule | None:
    """The rule of this code or name, in any case."""
    return next((rule for rule in all_rules() if name.upper() == rule.code or name.lower() == rule.name), None)


def names(selector: str, rule: Rule) -> bool:
    """Does a selector (ALL, a code, a name, the beginning of a code) name this rule?"""
    wanted = selector.upper()
    if wanted in ("ALL", rule.code) or selector.lower() == rule.name:
        return True
    return wanted[:2] in ("DL", "MD") and rule.code.startswith(wanted)


@cache
def is_selector(name: str) -> bool:
    """Does a name select any rule? Those of rumdl (MD…) are known when it is asked."""
    return bool(re.fullmatch(r"(?i:MD)\d*", name)) or any(names(name, rule) for rule in all_rules())


def is_style(name: str) -> bool:
    """Is this the code of a formatting rule, which is rumdl's?"""
    return bool(re.fullmatch(r"(?i:MD)\d{3}", name))


def selectors() -> tuple[str, ...]:
    """What people may mean: every code and every name."""
    return tuple(name for rule in all_rules() for name in (rule.code, rule.name))
