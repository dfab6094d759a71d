"""YAML composed to nodes that know their lines, guarded against bombs; scalars stay text."""

import io
from typing import Any

import yaml

_MOST_NODES = 20_000
_DEEPEST = 50

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose_yaml(text: str, name: str = "") -> yaml.Node | None:
    """
    The node tree of a single YAML document, None when it is empty. Its marks carry the name of the file.

    Raises:
        yaml.YAMLError: Not YAML, or more than one document.
        ValueError: Anchors, too deep, or too many nodes: a header or settings file needs none of these.
    """
    _guard(text)
    return yaml.compose(_Named(text, name) if name else text, Loader=_Loader)


class _Named(io.StringIO):
    """A text that tells the composer its name."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


def _guard(text: str) -> None:
    depth = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=_Loader)):
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("YAML aliases are not read here")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise ValueError(f"nested deeper than {_DEEPEST} levels")
        if nodes > _MOST_NODES:
            raise ValueError(f"more than {_MOST_NODES:,} YAML nodes")
