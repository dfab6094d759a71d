"""A first settings file, written from what a project shows: its indexes, its types, what its documents share."""

from collections import Counter
from collections.abc import Iterator

from doclint.classify import known_types_of, outlines_of, types_of
from doclint.doctypes import as_yaml, learned
from doclint.doctypes.learn import quoted
from doclint.index import indexes_of
from doclint.index.recognise import self_described
from doclint.model import Confidence
from doclint.project import Project
from doclint.propose.neighbours import generators, left_alone

_HEAD = """\
# Settings of doclint. What is not here has its default: `doclint config` shows what holds, `doclint schema` every key,
# `doclint explain DL301` (or a document type: `doclint explain runbook`) what something is about.
"""
_TAIL = """\
# What else is often wanted; take away the `#`:
#
# fail-on: error            # error, warning, info, never: what makes a check fail
# baseline: .doclint-baseline.json   # accept what there is (`doclint baseline create` writes it), report what is new
# exclude: [archive/]
# severity: {DL110: off}    # or error, warning, info
# per-file-ignores: {"templates/**": [placeholder]}
# overrides:
#   - {paths: ["docs/howto/**"], type: how-to}
# schedule:
#   - {paths: ["runbooks/**"], every: 90 days}
# sizes:
#   - {paths: ["runbooks/**"], document: {lines: <= 800}}
# coverage:
#   - {scenarios: [Database down, Region lost], paths: ["runbooks/**"]}
"""


def settings_for(project: Project) -> str:
    """The text of a settings file, with comments."""
    return "\n".join([_HEAD, *_neighbours(project), *_indexes(project), *_types(project), _TAIL])


def _neighbours(project: Project) -> Iterator[str]:
    built = generators(project)
    if built:
        sites = ", ".join(f"{generator} from {quoted(folder)}" for folder, generator in sorted(built.items()))
        yield f"# Sites recognised: {sites}. Links and anchors are judged as they come out there.\n"
    others = left_alone(project)
    if others:
        rows = [f"  - {quoted(pattern)}  # {file}" for file, patterns in others.items() for pattern in patterns]
        yield "# What other tools leave alone here.\nexclude:\n" + "\n".join(rows) + "\n"


def _indexes(project: Project) -> Iterator[str]:
    indexes = [
        one for one in project.ask(indexes_of) if "/" in one.path or self_described(one.path, project.facts[one.path])
    ]
    if indexes:
        rows = [f"    - {quoted(one.path)}  # {len(one.listed)} documents listed; {one.why}" for one in indexes]
        yield "index:\n  files:\n" + "".join(f"{' '.join(row.split(chr(10)))}\n" for row in rows)


def _types(project: Project) -> Iterator[str]:
    matches = project.ask(types_of)
    is_known = {path: bool(match.name) and match.confidence is not Confidence.LOW for path, match in matches.items()}
    counts = Counter(match.name for path, match in matches.items() if is_known[path])
    unknown = [path for path in matches if not is_known[path]]
    known = ", ".join(f"{count} {name}" for name, count in counts.most_common())
    yield f"# Document types recognised in {len(matches)} documents: {known or 'none'}.\n" + _unknown(unknown)
    kinds = learned(project.ask(outlines_of), matches, project.ask(known_types_of))
    if kinds:
        yield "# Learned from the documents: `must` is in all of them, `should` in most.\n" + as_yaml(kinds)


def _unknown(paths: list[str]) -> str:
    if not paths:
        return ""
    shown = ", ".join(quoted(path) for path in paths[:3]) + (" and others" if len(paths) > 3 else "")
    return (
        f"# Of no type: {len(paths)} ({shown}). They are not asked for sections.\n"
        "# A document says what it is in its front matter: `type: runbook`.\n"
    )
