"""The settings of a run: the nearest file, what it extends, the command line on top; checked, or refused."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from doclint.config.layers import NAMES, child, found_upwards, merged, read_layers
from doclint.config.ownrules import own_rules
from doclint.config.owntypes import check_types
from doclint.config.rulenames import check_rule_names
from doclint.config.source import Source, at_commit, on_disk
from doclint.errors import ConfigError, GitError
from doclint.git.command import git_root
from doclint.located.toml import NOWHERE, nodes_of
from doclint.rule import DocumentRule
from doclint.settings import Settings
from doclint.typed import place, typed

__all__ = ["NAMES", "Config", "load"]

_ADDED = ("ignore", "extend-select", "exclude")  # on the command line these add to the file, all else replaces


class Config(Struct, frozen=True):
    """What a run is governed by."""

    root: Path  # of the project: the git root, else the folder of the settings file, else the current folder
    file: Path | None
    settings: Settings
    layers: yaml.MappingNode  # the merged nodes; each knows who stated it
    source: Source  # where these settings come from, and the baseline with them

    def stated(self) -> Iterator[tuple[str, str, str]]:
        """Key, value and `file:line` of all that somebody stated; what is absent has its default."""
        yield from _leaves(self.layers, "")


def load(
    start: Path,
    *,
    file: Path | None = None,
    search: bool = True,
    stated: Mapping[str, Any] | None = None,
    called: Mapping[str, str] | None = None,
    commit: str = "",
) -> Config:
    """
    The settings that hold for a run in `start`.

    Args:
        start: An existing folder, absolute.
        file: This settings file and no other.
        search: False: without `file`, defaults only.
        stated: What the command line states, by settings key.
        called: What these are called where they were stated; `--ignore` for `ignore` where nothing is said.
        commit: Read the files as they are there; empty: as they are in the working tree.

    Raises:
        ConfigError: A file that cannot be used; the message has a line for every mistake.
        GitError: There is no such commit.
    """
    repository = git_root(start)
    if commit and repository is None:
        raise GitError(f"settings of '{commit}': {start} is not in a git repository")
    source = at_commit(repository, commit) if commit and repository else on_disk()
    if file is None and search:
        file = found_upwards(start, repository or Path(start.anchor), source)
    root = repository or (_home_of(file) if file else start)
    node = read_layers(file, root, source) if file else nodes_of({}, "defaults")
    assert isinstance(node, yaml.MappingNode)
    settings, own = _checked(node)  # mistakes of the files are shown before those of the command line
    check_types(node, settings)
    if stated:
        node = _with_command_line(node, stated, called or {})
        check_rule_names(node, own)
    return Config(root, file, typed(node, Settings), node, source)


def _checked(node: yaml.MappingNode) -> tuple[Settings, tuple[DocumentRule, ...]]:
    """The settings and the rules they define; what is wrong with values and with names is told at once."""
    try:
        settings = typed(node, Settings)
    except ConfigError as error:
        if child(node, "custom-rules"):
            raise  # their names may not be known
        try:
            check_rule_names(node)
        except ConfigError as names:
            raise ConfigError("\n".join(dict.fromkeys(f"{error}\n{names}".split("\n")))) from error
        raise
    own = own_rules(node)
    check_rule_names(node, own)
    return settings, own


def _home_of(file: Path) -> Path:
    return file.parent.parent if file.parent.name == ".config" else file.parent


def _with_command_line(
    node: yaml.MappingNode, stated: Mapping[str, Any], called: Mapping[str, str]
) -> yaml.MappingNode:
    for key, value in stated.items():
        above = nodes_of({key: value}, called.get(key, f"--{key}"), at=NOWHERE)
        assert isinstance(above, yaml.MappingNode)
        under = child(node, key)
        if key in _ADDED and under is not None:
            above.value[0][1].value[:0] = under.value
        node = merged(node, above)
    return node


def _leaves(node: yaml.Node, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, f"{path}.{key.value}" if path else key.value)
    elif isinstance(node, yaml.SequenceNode) and any(not isinstance(item, yaml.ScalarNode) for item in node.value):
        for index, item in enumerate(node.value):
            yield from _leaves(item, f"{path}[{index}]")
    else:
        items = node.value if isinstance(node, yaml.SequenceNode) else None
        shown = f"[{', '.join(item.value for item in items)}]" if items is not None else str(node.value)
        yield path, shown, place(node)
