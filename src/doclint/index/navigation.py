"""
What a site lists in its menu: `nav` of mkdocs.yml and zensical.toml, sidebars.json of Docusaurus.

They are read as data, nothing is run. Settings that cannot be read say nothing here: the generator refuses them itself.
"""

import os
import re
from collections.abc import Callable, Iterator

import yaml
from msgspec import Struct

from doclint.errors import ConfigError
from doclint.files.globs import Globs, is_pattern
from doclint.files.tree import joined
from doclint.index.entries import Entry
from doclint.index.recognise import belongs_to_repository
from doclint.links.sites import DOCUSAURUS, MKDOCS, mkdocs_documents
from doclint.located import compose_yaml
from doclint.located.toml import compose_toml
from doclint.model import Span
from doclint.project import Project
from doclint.rare import rare

_TEXT, _LIST = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq"  # other tags are for plugins and the environment
_ELSEWHERE = rare(r"[a-z][a-z0-9+.-]*:|/|#|$", re.IGNORECASE)
_REST = rare(r"\.\.\.|.*[*/]\Z")  # of plugins: the pages not named, those of a folder, those that match
_MAKES_PAGES = rare(r"gen|auto(?!refs)|api|repo|simple|same|blog|swagger|typedoc|coverage|include_dir")
_LEFT_OUT = ("not_in_nav", "exclude_docs", "draft_docs")
_TRANSLATED = rare(r"\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=\.\w+\Z)")
_NUMBER = rare(r"(?:^|(?<=/))\d+[-_. ]+")  # puts a page of Docusaurus in its place and is no part of its name
_SHARE = 0.5  # of the pages beside those listed: who lists fewer does not mean to list all

_Page = tuple[yaml.ScalarNode, str]  # as it is written, and the file that is meant


class Navigation(Struct, frozen=True, gc=False, kw_only=True):
    """
    An index that is no document. `beside` are all documents in the folders of those listed; of these it owes some.

    `made`: pages that are not there may be made when the site is built.
    """

    path: str
    why: str
    entries: tuple[Entry, ...]
    listed: frozenset[str]
    beside: tuple[str, ...]
    owed: tuple[str, ...]
    made: bool


def navigations_of(project: Project) -> tuple[Navigation, ...]:
    """The navigation of every site that states one. For `project.ask`."""
    names = project.tree.by_name
    found = [_mkdocs(project, file) for name in sorted(MKDOCS) for file in names.get(name, ())]
    found += [_docusaurus(project, file) for file in names.get("sidebars.json", ())]
    return tuple(one for one in found if one is not None)


def _mkdocs(project: Project, file: str) -> Navigation | None:
    settings, folder = _settings(project, file), mkdocs_documents(file, project)
    if "nav" not in settings or folder is None:
        return None
    pages = [(node, joined(folder, node.value) or "") for node in _texts(settings["nav"])]
    lines = [line for key in _LEFT_OUT for node in _texts(settings.get(key)) for line in node.value.split("\n")]
    plugins = [name for node in _items(settings.get("plugins")) for name in _names(node)]
    made = "hooks" in settings or any(map(_MAKES_PAGES.search, plugins))
    left_out = Globs(filter(is_pattern, lines))
    prefix = f"{folder}/" if folder else ""
    return _navigation(project, file, pages, lambda path: left_out.match(path.removeprefix(prefix)), made)


def _docusaurus(project: Project, file: str) -> Navigation | None:
    site = os.path.dirname(file)
    folder = next((one for up in (".", "..") if (one := joined(site, f"{up}/docs")) in project.tree.folders), None)
    if folder is None or DOCUSAURUS.isdisjoint(project.tree.children.get(site, ())):
        return None
    known = {_identity(project, path, folder): path for path in project.facts if path.startswith(folder + "/")}
    nodes = [node for sidebar in _settings(project, file).values() for node in _sidebar(sidebar)]
    pages = [(node, known.get(node.value, f"{folder}/{node.value}.md")) for node in nodes]
    return _navigation(project, file, pages)


def _identity(project: Project, path: str, folder: str) -> str:
    """What Docusaurus calls a page: its path without numbers and ending; the page may state the last part of it."""
    stated = next((field.value for field in project.facts[path].fields if field.key == "id"), "")
    plain = _NUMBER.sub("", os.path.splitext(path.removeprefix(folder + "/"))[0])
    return "/".join(filter(None, (os.path.dirname(plain), stated))) if stated else plain


def _navigation(
    project: Project,
    file: str,
    pages: list[_Page],
    is_left_out: Callable[[str], bool] = lambda path: False,
    made: bool = False,
) -> Navigation:
    own = [(node, path) for node, path in pages if not _ELSEWHERE.match(node.value)]
    named = [(node, path) for node, path in own if not _REST.match(node.value)]
    entries = tuple(_entry(project, node, path) for node, path in named)
    listed = frozenset(entry.path for entry in entries if entry.path in project.facts)
    folders = {os.path.dirname(path) for path in listed}
    beside = tuple(path for path in project.facts if os.path.dirname(path) in folders)
    ignored = Globs(project.settings.index.ignore)
    owed = tuple(
        path
        for path in beside
        if path in listed or not (_is_no_page(path, listed) or ignored.match(path) or is_left_out(path))
    )
    lists_all = len(named) == len(own) and len(listed) >= _SHARE * len(owed)
    return Navigation(
        path=file,
        why="it is the navigation of a site",
        entries=entries,
        listed=listed,
        beside=beside,
        owed=owed if lists_all else tuple(sorted(listed)),
        made=made,
    )


def _is_no_page(path: str, listed: frozenset[str]) -> bool:
    """Is this a translation, a part of pages, or none of the documentation?"""
    is_part = os.path.basename(path).startswith("_")
    return is_part or _TRANSLATED.sub("", path) in listed or belongs_to_repository(path)


def _entry(project: Project, node: yaml.ScalarNode, path: str) -> Entry:
    start, end = node.start_mark, node.end_mark
    return Entry(
        path=path if project.tree.exists(path) or project.tree.is_behind_door(path) else "",
        target=node.value,
        name=node.value,
        span=Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1),
        form="navigation",
        section=0,
    )


def _settings(project: Project, file: str) -> dict[str, yaml.Node]:
    """The top of a settings file, key by key; JSON is YAML but for its tabs. In TOML it is the table `project`."""
    text = (project.read(file) or b"").decode("utf-8-sig", "replace").replace("\t", " ")
    try:
        if file.endswith(".toml"):
            return _pairs(_pairs(compose_toml(text, file)).get("project"))
        return _pairs(compose_yaml(text, file, aliases=True))
    except (ConfigError, yaml.YAMLError, ValueError, RecursionError):
        return {}


def _pairs(node: yaml.Node | None) -> dict[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value: value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _items(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """What is below a node: the members of a list, the values of a mapping."""
    if isinstance(node, yaml.SequenceNode) and node.tag == _LIST:
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        yield from (value for _, value in node.value)


def _names(node: yaml.Node) -> Iterator[str]:
    """The name of a plugin, with its settings or without."""
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.MappingNode):
        yield from (key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))


def _texts(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The texts in lists and mappings of any depth, in their order."""
    if isinstance(node, yaml.ScalarNode) and node.tag == _TEXT:
        yield node
    for item in _items(node):
        yield from _texts(item)


def _sidebar(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The pages a sidebar names; `...` for those it takes from a folder."""
    fields = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    kind = fields["type"].value if "type" in fields else ""
    if isinstance(node, yaml.ScalarNode) and node.tag == _TEXT:
        yield node
    elif kind == "autogenerated":
        yield yaml.ScalarNode(_TEXT, "...", node.start_mark, node.end_mark)
    elif kind in ("doc", "ref"):
        yield from _texts(fields.get("id"))
    elif kind == "category":
        for key in ("link", "items"):
            for item in (fields[key],) if key in fields else ():
                yield from _sidebar(item)
    elif not kind:
        for item in _items(node):
            yield from _sidebar(item)
