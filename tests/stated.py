"""Values as a settings file would state them."""

from typing import TypeVar

import yaml

from doclint.config.layers import yaml_root
from doclint.typed import typed

T = TypeVar("T")


def read_yaml(text: str, path: str, shape: type[T]) -> T:
    """The value that a YAML text holds; an empty one is an empty mapping."""
    start = yaml.Mark(path, 0, 0, 0, None, 0)
    return typed(yaml_root(text, path) or yaml.MappingNode("tag:yaml.org,2002:map", [], start, start), shape)
