"""Which documents are indexes, and which documents they owe."""

import os
import re
from collections.abc import Collection

from doclint.facts import Facts
from doclint.files.globs import Globs
from doclint.project import Project
from doclint.rare import rare

_NAME = rare(
    r"(?:.*[_\- .])?(?:index|table[_\- ]of[_\- ]contents|toc|catalog(?:ue)?|doc(?:s|umentation)?[_\- ]?map|sitemap)",
    re.IGNORECASE,
)
_TITLE = rare(
    r"\b(?:documentation|documents?|docs|runbooks?|playbooks?|guides?|master|file|page|adr|knowledge base|policy"
    r"|procedures?) (?:index|catalog(?:ue)?|map|directory|register|inventory)\b"
    r"|^index\b|^(?:\w+ ){0,2}table of contents$",
    re.IGNORECASE,
)
_ANY_INDEX = re.compile(r"\bindex$", re.IGNORECASE)  # of what, the documents it lists must tell
_ABOUT_CONTENTS = rare(r"(?:\w+\W+){2,}(?=table of contents)|table of contents\W+\w", re.IGNORECASE)
_HUBS = frozenset({"readme", "index", "_index", "home", "_sidebar", "summary", "overview"})
_NAVIGATION = frozenset({"SUMMARY.md", "_sidebar.md", "_Sidebar.md"})  # mdBook, GitBook, Docsify, GitHub wikis
_NEVER_OWED = rare(  # files of the repository, not of the documentation
    r"(?:licen[sc]e|changelog|changes|history|contributing|code[_-]of[_-]conduct|security|authors|maintainers|notice"
    r"|support|_sidebar|_navbar|_footer|claude|agents|gemini|copilot-instructions|(?:.*[_-])?template(?:[_-].*)?)\.\w+",
    re.IGNORECASE,
)
_SET_ASIDE = rare(
    r"(?:^|/)(?:\.[^/]+|archived?|old|legacy|deprecated|templates?|drafts?|node_modules|vendor(?:ed)?|external|third[_-]party"
    r"|subprojects|fixtures|test[_-]?data)/",
    re.IGNORECASE,
)
_TYPE_FIELDS = ("type", "doc_type", "doctype", "kind", "category")
_FEWEST_IN_HUB = 3  # documents
_SHARE_IN_HUB = 0.7  # of the documents here that a README must list before it owes the rest
_SHARE_AT_ROOT = 0.5  # of the documents beside it: an index at the root that lists fewer is about something else


def self_described(path: str, facts: Facts) -> str:
    """Why a document is an index by what it calls itself; empty if it does not."""
    name = os.path.basename(path)
    stem = os.path.splitext(name)[0]
    if any(field.key.casefold() in _TYPE_FIELDS and field.value.casefold() == "index" for field in facts.fields):
        return "its front matter says so"
    if name in _NAVIGATION or (_NAME.fullmatch(stem) and stem != "index" and not _ABOUT_CONTENTS.search(facts.title)):
        return f"it is called {name}"
    stated = any(heading.level == 1 for heading in facts.headings) or any(
        field.key == "title" for field in facts.fields
    )
    return f"its title is '{facts.title}'" if stated and _TITLE.search(facts.title) else ""


def hub_reason(facts: Facts, listed: Collection[str] = (), owed: Collection[str] | None = None) -> str:
    """Why a start page, or an index of anything, is one: it lists most documents. Without `owed`: whether it may be."""
    is_start = os.path.splitext(os.path.basename(facts.path))[0].lower() in _HUBS
    if not is_start and not _ANY_INDEX.search(facts.title):
        return ""
    if owed is None:
        return "it is a start page"
    found = len(set(listed) & set(owed))
    most = found >= max(_FEWEST_IN_HUB, _SHARE_IN_HUB * len(owed))
    return f"it lists {found} of the {len(owed)} documents here" if most else ""


def owed_by(project: Project, path: str, listed: Collection[str], is_hub: bool) -> tuple[str, ...]:
    """
    Documents an index should list: those of its folder and below, at the root those beside documents it lists.

    The README of a project, an index by what it lists only (`is_hub`), does not claim to list all.
    """
    folder = os.path.dirname(path)
    ignored = Globs(project.settings.index.ignore)
    beside = {os.path.dirname(other) for other in listed}
    owed = [
        other
        for other in project.facts
        if (other.startswith(folder + "/") if folder else os.path.dirname(other) in beside)
        and not belongs_to_repository(other)
        and not ignored.match(other)
        and other != path
    ]
    if not folder and (is_hub or len(set(owed) & set(listed)) < _SHARE_AT_ROOT * len(owed)):
        return tuple(other for other in owed if other in listed)
    return tuple(owed)


def belongs_to_repository(path: str) -> bool:
    """Is this a licence, a changelog, a template, something set aside: none of the documentation itself?"""
    if _NEVER_OWED.fullmatch(os.path.basename(path)) or path.casefold() == "readme.md":
        return True
    return _SET_ASIDE.search(path) is not None
