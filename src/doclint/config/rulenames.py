"""Rules named in settings: every one must exist, and its options must be what the rule takes."""

from collections.abc import Collection, Iterator

import yaml

from doclint.config.layers import child, items, pairs, words
from doclint.errors import ConfigError
from doclint.rule import Rule
from doclint.rules import is_selector, is_style, names, rule_named, selectors
from doclint.spelling import nearest
from doclint.typed import at, place, typed

_LISTS = ("select", "extend-select", "ignore")


def check_rule_names(root: yaml.MappingNode, own: Collection[Rule] = ()) -> None:
    """
    Refuse unknown rules and unknown or unfit options.

    Raises:
        ConfigError: One line per mistake.
    """
    problems = [*_unknown(root, own), *_unknown_codes(root, own), *_wrong_options(root, "")]
    for index, override in enumerate(items(child(root, "overrides"))):
        problems += [
            *_unknown(override, own, f"overrides[{index}]."),
            *_wrong_options(override, f"overrides[{index}]."),
        ]
    if problems:
        raise ConfigError("\n".join(problems))


def _unknown(group: yaml.Node, own: Collection[Rule], prefix: str = "") -> Iterator[str]:
    known = (*selectors(), *(name for rule in own for name in (rule.code, rule.name)))
    for key, node in _named_rules(group):
        if not is_selector(node.value) and not any(names(node.value, rule) for rule in own):
            yield f"{at(node, prefix + key)}no rule '{node.value}'{nearest(node.value, known)}"


def _unknown_codes(root: yaml.MappingNode, own: Collection[Rule]) -> Iterator[str]:
    """What document types ignore: codes or their beginnings, no names."""
    for name, doc_type in pairs(child(root, "doc-types")):
        for node in words(child(doc_type, "ignore")):
            rule = rule_named(node.value)
            place = at(node, f"doc-types.{name.value}.ignore")
            if rule and rule.code != node.value:
                yield f"{place}expected the code of a rule, found a name; did you mean '{rule.code}'?"
            elif not is_selector(node.value) and not any(one.code.startswith(node.value) for one in own):
                yield f"{place}no rule '{node.value}'{nearest(node.value, selectors())}"


def _named_rules(group: yaml.Node) -> Iterator[tuple[str, yaml.ScalarNode]]:
    for key in _LISTS:
        yield from ((key, item) for item in words(child(group, key)))
    for key in ("severity", "rules"):
        yield from ((key, name) for name, _ in pairs(child(group, key)))
    for gated in (group, *items(child(group, "phases"))):
        yield from (("gate.rules", name) for name, _ in pairs(child(child(gated, "gate"), "rules")))
    for _, ignored in pairs(child(group, "per-file-ignores")):
        yield from (("per-file-ignores", item) for item in words(ignored))


def _wrong_options(group: yaml.Node, prefix: str) -> Iterator[str]:
    for name, options in pairs(child(group, "rules")):
        rule = rule_named(name.value)
        key = f"{prefix}rules.{name.value}"
        if rule is None:
            if is_selector(name.value) and not is_style(name.value):
                yield f"{place(name)}: {key}: options belong to one rule, '{name.value}' names a family"
            continue
        try:
            typed(options, rule.options, key)
        except ConfigError as error:
            yield str(error)
