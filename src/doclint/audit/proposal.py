"""The settings of a phase, read off its own documents: what `doclint init --phase` writes for people to correct."""

from collections.abc import Iterable

import yaml
from msgspec.structs import replace

from doclint.audit.claims import claims_of
from doclint.audit.phase import scope_of
from doclint.audit.values import Claim
from doclint.classify import types_of
from doclint.project import Project
from doclint.settings import Owed, Phase
from doclint.verify import judged_claims

_HEAD = (
    "\n# What is delivered and judged together: doclint report. Add scenarios, owners, a gate; see doclint schema.\n"
)
_LEAST = {">=": "{}+", ">": "> {}", "~": "~{}"}  # exact sizes are no targets: they change with every edit


def proposed(project: Project, paths: Iterable[str] = ()) -> Phase:
    """The phase below these paths (none: recognised), with the documents it says it delivers and their targets."""
    scope = scope_of(project, paths)
    speaking = {*scope.settled.summaries, *filter(None, [scope.settled.index])}
    claims = claims_of(project.ask(judged_claims), speaking, (), project.today)
    types = project.ask(types_of)
    named = {claim.evidence[0].path for claim in claims if claim.kind == "file_exists" and _is_true(claim)}
    deliverables = tuple(
        Owed(path=path, type=types[path].name or None, lines=_target(path, claims))
        for path in sorted(named & set(scope.documents) - speaking)
    )
    return replace(scope.settled, deliverables=deliverables)


def as_yaml(phase: Phase) -> str:
    """The phase as a part of doclint.yaml."""
    stated: dict[str, object] = {"name": phase.name, "paths": list(phase.paths) or ["."]}
    if phase.index:
        stated["index"] = phase.index
    if phase.summaries:
        stated["summaries"] = list(phase.summaries)
    if phase.deliverables:
        stated["deliverables"] = [_stated(owed) for owed in phase.deliverables]
    return _HEAD + yaml.safe_dump({"phases": [stated]}, sort_keys=False, allow_unicode=True, width=120)


def _stated(owed: Owed) -> dict[str, str]:
    pairs = (("path", owed.path), ("type", owed.type), ("lines", owed.lines))
    return {key: value for key, value in pairs if value}


def _is_true(claim: Claim) -> bool:
    return claim.verdict == "verified" and bool(claim.evidence)


def _target(path: str, claims: Iterable[Claim]) -> str | None:
    """The first size that was promised and is no mere count."""
    return next(
        (
            _LEAST[claim.comparator].format(claim.claimed.rstrip("+").lstrip("~>≥≈ "))
            for claim in claims
            if claim.kind == "line_count"
            and claim.comparator in _LEAST
            and claim.evidence
            and claim.evidence[0].path == path
        ),
        None,
    )
