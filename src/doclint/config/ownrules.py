"""A project's own rules: their codes are theirs, their names are new, and they do what their examples say."""

from collections.abc import Iterator

import yaml

from doclint.config.layers import child
from doclint.custom import custom_rules
from doclint.customrule import CustomRule
from doclint.errors import ConfigError
from doclint.markdown import parse
from doclint.rare import rare
from doclint.rule import DocumentRule
from doclint.rules import rule_named
from doclint.typed import place, typed

_CODE = rare(r"(?!DL|MD)[A-Z]{2,12}\d{1,4}")


def own_rules(root: yaml.MappingNode) -> tuple[DocumentRule, ...]:
    """
    The rules under `custom-rules`, checked against their own examples.

    Raises:
        ConfigError: One line per mistake.
    """
    node = child(root, "custom-rules")
    if not isinstance(node, yaml.MappingNode):
        return ()
    stated = {key.value: typed(value, CustomRule, f"custom-rules.{key.value}") for key, value in node.value}
    rules = custom_rules(stated)
    problems = [problem for (key, _), rule in zip(node.value, rules, strict=True) for problem in _problems(key, rule)]
    names = [rule.name for rule in rules]
    problems += [
        f"{place(node)}: custom-rules: two rules called '{name}'" for name in set(names) if names.count(name) > 1
    ]
    if problems:
        raise ConfigError("\n".join(problems))
    return rules


def _problems(key: yaml.Node, rule: DocumentRule) -> Iterator[str]:
    where = f"{place(key)}: custom-rules.{rule.code}"
    if not _CODE.fullmatch(rule.code):
        yield f"{where}: a code is two to twelve capitals and a number, such as TEAM001; DL and MD are taken"
    if rule_named(rule.name):
        yield f"{where}: name: '{rule.name}' is a rule of doclint"
    for example, reported in ((rule.bad, True), (rule.good, False)):
        assert isinstance(example, str)
        if (
            example
            and any(True for _ in rule.check(parse("example.md", example.encode()), rule.options())) is not reported
        ):
            yield f"{where}: {'bad' if reported else 'good'}: this example is {'not ' if reported else ''}reported"
