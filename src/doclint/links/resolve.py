"""
Where a link target leads, by names alone: nothing is opened, nothing is looked up on disk.

So the answer is the same on every system, and a target outside the repository is never touched.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Literal
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from doclint.files.tree import folded, joined
from doclint.links.sites import AZURE, INDEXES, Site, addresses, pages, places_of, site_of, sites_of, translated_from
from doclint.project import Project
from doclint.rare import rare

State = Literal[
    "file",  # leads to a file
    "folder",  # leads to a folder without an index page
    "case",  # leads to nothing, but a name differs in case or Unicode form only
    "missing",  # leads to nothing
    "outside",  # leads out of the repository
    "machine",  # a place on somebody's computer
    "empty",  # no target at all
    "url",  # http or https
    "ignored",  # not to be judged: another scheme, a placeholder, a page of the code host, a setting
]


class Target(Struct, frozen=True, gc=False):
    """
    A target and what became of it.

    `path` is the file or folder it leads to, relative to the root; where it leads to nothing, the path it
    would have. `meant` is the path that exists instead, for `case` and `machine`. `on_site`: only the site
    has a page there, the code host has nothing.
    """

    state: State
    path: str = ""
    fragment: str = ""  # as written, without `#`
    meant: str = ""
    on_site: bool = False


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_MACHINE = re.compile(
    r"""(?: file:/* | ~[\w.-]*/ | \\\\ | (?:file:/+)? [A-Za-z]:[\\/]
        | /+ (?: home | Users | (?:mnt/)? [A-Za-z]/Users | export/home | var/home ) /+ [^/]+ /
        | /+ root/ )""",
    re.VERBOSE,
)
_PLACEHOLDER = re.compile(r"\{\{|\{%|\$\{|\$\(|<[^<>]*>|%7B%7B|^\{[\w.-]+\}|@[A-Z_]+@", re.IGNORECASE)
_HOST_PAGE = rare(
    "actions|activity|archive|assets|blame|blob|boards|branches|commits?|compare|contributors|discussions|edit|find"
    "|forks|graphs|issues|labels|merge_requests|milestones?|network|new|packages|pipelines|projects|pulls?|pulse|raw"
    "|releases|search|security|settings|stargazers|tags|tree|watchers|wikis?"
)
_UPLOAD = re.compile(r"/uploads/[0-9a-f]{32}/")
_TEMPLATE = re.compile(r"(?:\A|/)(?:pull_request_template|issue_template)(?:\.md\Z|/)", re.IGNORECASE)


class Resolver:
    """Resolves the targets of all documents of one project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.tree = project.tree
        self.settings = project.settings.links
        self.sites = project.ask(sites_of)
        self._site: dict[str, Site | None] = {}
        self._known: dict[tuple[str, str], Target] = {}

    def site(self, document: str) -> Site | None:
        """The site the document is a page of."""
        if document not in self._site:
            self._site[document] = site_of(document, self.sites)
        return self._site[document]

    def resolve(self, document: str, target: str) -> Target:
        """Where `target`, written in `document`, leads."""
        if target.startswith("#"):
            return Target("file", document, target[1:])
        known = self._known.get((document, target))
        if known is None:
            known = self._known[document, target] = self._resolve(document, target.strip())
        return known

    def _resolve(self, document: str, target: str) -> Target:
        if not target:
            return Target("empty")
        if _PLACEHOLDER.search(target) or any(fnmatchcase(target, pattern) for pattern in self.settings.ignore):
            return Target("ignored")
        machine = _MACHINE.match(target)
        if (not machine and _SCHEME.match(target)) or target.startswith("//"):
            return Target("url" if target[:5].lower().startswith(("http:", "https", "//")) else "ignored")
        site = self.site(document)
        if site and site.aliases and target.startswith(("@", "~@", "~/")):
            return Target("ignored")
        path, _, fragment = target.partition("#")
        path = path.partition("?")[0]
        if not site or site.generator != AZURE:  # there `%2D` is part of a name
            path = unquote(path)
        if machine and not path.startswith("/"):
            return self._machine(path, fragment)
        if not path:  # "?query" alone: the document itself
            return Target("file", document, fragment)
        found = self._absolute(site, path) if path.startswith("/") else self._relative(document, site, path)
        if found.state in ("missing", "outside"):
            if machine:
                return self._machine(path, fragment)
            if _is_host_page(document, path):
                return Target("ignored")
        return replace(found, fragment=fragment)

    # A path that starts at a root.

    def _absolute(self, site: Site | None, path: str) -> Target:
        roots = (root.strip("/") for root in self.settings.roots or ("",))
        on_host = [self._at(joined(root, path.lstrip("/")), site, path) for root in roots]
        on_site = [
            replace(self._at(place, site, path), on_site=not any(map(_is_alive, on_host)))
            for place in (places_of(site, path) if site and not self.settings.roots else ())
        ]
        answers = (*on_site, *on_host)
        alive = (answer for answer in answers if _is_alive(answer))
        near = (answer for answer in answers if answer.state in ("case", "ignored"))
        return next(alive, None) or next(near, None) or answers[-1]

    # A path that starts at the document.

    def _relative(self, document: str, site: Site | None, path: str) -> Target:
        if site and path.startswith("@site/"):  # the folder of the settings is the last root
            return replace(self._at(joined(site.roots[-1], path.removeprefix("@site/")), site, path), on_site=True)
        found = self._at(joined(document.rpartition("/")[0], path), site, path)
        if site and found.state in ("missing", "case", "folder", "outside"):
            there = (self._at(place, site, path) for place in _shown_at(document, site, path))
            alive = next(filter(_is_alive, there), None)
            if alive:
                return replace(alive, on_site=True)
        return found

    def _at(self, place: str | None, site: Site | None, written: str) -> Target:
        if place is None:
            return Target("outside", written)
        tree = self.tree
        if place in tree.files:
            return Target("file", place)
        if place in tree.folders:
            index = next((name for name in INDEXES if joined(place, name) in tree.files), None)
            if index:
                return Target("file", joined(place, index) or "")
            page = self._page(place) if site else None
            return Target("file", page) if page else Target("folder", place)
        if site and (page := self._page(place)):
            return Target("file", page, on_site=True)
        if tree.is_behind_door(place):
            return Target("ignored")
        alike = tree.by_folded.get(folded(place), ())
        if alike:
            return Target("case", place, meant=alike[0] if len(alike) == 1 else "")
        return Target("missing", place)

    def _page(self, place: str) -> str | None:
        made = next((page for page in pages(place) if page in self.tree.files), None)
        return made or self.project.ask(addresses).get(place.removesuffix(".html"))

    # A path on somebody's computer.

    def _machine(self, path: str, fragment: str) -> Target:
        plain = re.sub(r"^file:/*", "/", path.replace("\\", "/"))
        return Target("machine", path, fragment, self.tree.ending(plain))


def _is_alive(target: Target) -> bool:
    return target.state in ("file", "folder")


def _shown_at(document: str, site: Site, path: str) -> Iterator[str | None]:
    """Where else a target may lead that starts at a document, on its site."""
    for folder in _bases(document, site):
        place = joined(folder, path)
        yield place
        if place and (
            not site.folder or place.startswith(f"{site.folder}/")
        ):  # what lies in other folders is shown beside it
            yield from places_of(site, place.removeprefix(site.folder))


def _bases(document: str, site: Site) -> Iterator[str]:
    folder, _, name = document.rpartition("/")
    if site.deeper and name not in INDEXES:
        yield document.rpartition(".")[0]
    if site.generator == "Docusaurus":
        if name in INDEXES:  # its address may be that of its folder, without a slash
            yield folder.rpartition("/")[0]
        if original := translated_from(document):
            yield original.rpartition("/")[0]


def _is_host_page(document: str, path: str) -> bool:
    """
    Does a path that leads to no file lead to a page of the code host?

    `../../issues` in a README does, two levels above the root is the repository, one more its owner. The text of an
    issue is shown one level below the repository. `/-/` is in no name but those of the pages of GitLab.
    """
    if "/-/" in path or _UPLOAD.match(path):
        return True
    parts = [part for part in path.split("/") if part not in ("", ".")]
    ups = next((index for index, part in enumerate(parts) if part != ".."), len(parts))
    above = ups - document.count("/")
    if _TEMPLATE.search(document):
        page = parts[ups:] if ups else []
    else:
        page = parts[ups + above - 2 :] if 2 <= above <= 4 else []
    return bool(page) and bool(_HOST_PAGE.fullmatch(page[0]))
