"""YAML composed to nodes that know their lines, guarded against bombs; scalars stay text."""

import io
from typing import Any

import yaml

_MOST_NODES = 20_000
_DEEPEST = 50

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose_yaml(text: str, name: str = "", aliases: bool = False) -> yaml.Node | None:
    """
    The node tree of a single YAML document, None when it is empty. Its marks carry the name of the file.

    With `aliases`, which settings of others may have, the node of an anchor stands wherever it is referred to.

    Raises:
        yaml.YAMLError: Not YAML, or more than one document.
        ValueError: Aliases that are not asked for or never end, too deep, or too many nodes.
    """
    _guard(text, aliases)
    root = yaml.compose(_Named(text, name) if name else text, Loader=LOADER)
    if aliases and root is not None:
        _guard_nodes(root)
    return root


class _Named(io.StringIO):
    """A text that tells the composer its name."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


def _guard(text: str, aliases: bool) -> None:
    depth = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=LOADER)):
        if isinstance(event, yaml.AliasEvent) and not aliases:
            raise ValueError("YAML aliases are not read here")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise ValueError(f"nested deeper than {_DEEPEST} levels")
        if nodes > _MOST_NODES:
            raise ValueError(f"more than {_MOST_NODES:,} YAML nodes")


def _guard_nodes(root: yaml.Node) -> None:
    """What a reader of the tree would visit: aliases make a small text a huge tree, or one without an end."""
    waiting = [root]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += (part for pair in node.value for part in pair)
    raise ValueError(f"more than {_MOST_NODES:,} YAML nodes by aliases")
