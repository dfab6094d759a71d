"""
Nobody reads a long page from start to end. Without a table of contents at its top, a reader has to scroll through all
of it to learn that the answer is not there.

A site generator makes one for its pages: they are left alone, as are pages whose title stands in the front matter only.
A tool's mark (`[TOC]`, `<!-- toc -->`) counts as one.
"""

from collections.abc import Iterator
from os.path import basename

from msgspec import Struct

from doclint.facts import Facts
from doclint.links.sites import site_of, sites_of
from doclint.model import START, Finding, Severity
from doclint.project import Project
from doclint.rule import ProjectRule

_GENERATED = frozenset({"summary.md", "changelog.md"})


class Options(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Which documents are long."""

    lines: int = 100  # that a document must exceed
    sections: int = 6  # that it must have


def check(project: Project, options: Options) -> Iterator[Finding]:
    """Yield each long document without a table of contents."""
    sites = project.ask(sites_of)
    for path, facts in project.facts.items():
        sections = _sections(facts)
        is_owed = sections >= options.sections and facts.toc is None and facts.lines > options.lines
        is_made = _is_page(facts) or site_of(path, sites) or basename(path).lower() in _GENERATED
        if is_owed and not is_made:
            yield Finding(
                path=path,
                span=facts.headings[0].span if facts.headings else START,
                message=f"{facts.lines:,} lines and {sections} sections without a table of contents",
                subject="table of contents",
            )


def _is_page(facts: Facts) -> bool:
    """Is there a title that only a site generator shows?"""
    return any(field.key == "title" for field in facts.fields) and all(one.level > 1 for one in facts.headings)


def _sections(facts: Facts) -> int:
    level = facts.level_below_title
    return sum(section.level == level for section in facts.sections if level)


_LONG = "# Cache\n" + "".join(f"\n## Part {part}\n" + "\nA line.\n" * 10 for part in "abcdef")

RULE = ProjectRule(
    code="DL110",
    name="missing-toc",
    severity=Severity.INFO,
    summary="A long document has a table of contents",
    reason=__doc__,
    options=Options,
    check=check,
    by_document=True,
    bad={"cache.md": _LONG},
    good={
        "cache.md": _LONG.replace("# Cache\n", "# Cache\n\n- [A](#part-a)\n- [B](#part-b)\n- [C](#part-c)\n", 1),
        "page.md": _LONG.replace("# Cache\n", "---\ntitle: Cache\n---\n", 1),
    },
)
