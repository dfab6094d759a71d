"""
A set of runbooks is trusted for the situations it says it covers. A scenario that is declared and has no procedure, or
only a heading without anything to do, is found out by the person on call.

Declared are the scenarios of the settings (`coverage`, and those of `phases`), and what an index lists under "Key
procedures", "Scenarios covered" and the like. A procedure has steps, check boxes, code or a table below its heading;
its name may be spread over the heading and those above it.
"""

from collections.abc import Iterator
from os.path import basename

from doclint.classify import outlines_of, types_of
from doclint.doctypes.coverage import Covering, Ground
from doclint.files.globs import Globs
from doclint.model import START, Confidence, Finding, Related, Severity, Span
from doclint.project import Project
from doclint.rule import NoOptions, ProjectRule


def check(project: Project, options: NoOptions) -> Iterator[Finding]:
    """Yield each declared scenario without a procedure."""
    outlines = project.ask(outlines_of)
    for several, paths in _declared(project):
        globs = Globs(paths) if paths else None
        among = {path: one for path, one in outlines.items() if globs is None or globs.match(path)}
        first = next(iter(among or outlines), "")
        ground = Ground(among, several)
        for scenario in several if first else ():
            yield from _judged(scenario, "the settings declare", first, START, ground.covering(scenario), None)
    matches = project.ask(types_of)
    listed = [
        (path, item) for path, facts in project.facts.items() if matches[path].name == "index" for item in facts.listed
    ]
    ground = Ground(outlines, {item.text for _, item in listed})
    for path, item in listed:
        found = ground.covering(item.text, beside=path)
        where = f"{basename(path)} lists under '{item.group}'"
        yield from _judged(item.text, where, path, item.span, found, Confidence.MEDIUM)


def _declared(project: Project) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for coverage in project.settings.coverage:
        yield coverage.scenarios, coverage.paths
    for phase in project.settings.phases:
        if phase.scenarios:
            yield (
                phase.scenarios,
                tuple(name if "." in basename(name) or "*" in name else f"{name}/**" for name in phase.paths),
            )


def _judged(
    scenario: str, who: str, path: str, span: Span, found: Covering, confidence: Confidence | None
) -> Iterator[Finding]:
    if found.is_procedure:
        return
    what = f"has nothing to do under '{found.place.text}'" if found.place else "has no procedure"
    yield Finding(
        path=path,
        span=span,
        message=f"'{scenario}', which {who}, {what}",
        subject=scenario,
        related=(Related(found.path, found.place.span, found.place.text),) if found.place else (),
        confidence=confidence,
        severity=Severity.INFO if confidence else None,
    )


RULE = ProjectRule(
    code="DL113",
    name="uncovered-scenario",
    severity=Severity.WARNING,
    summary="Every declared scenario has a procedure",
    reason=__doc__,
    check=check,
    bad={
        "doclint.yaml": "coverage:\n  - {scenarios: [Disk full, Region lost], paths: ['runbooks/**']}\n",
        "runbooks/disk.md": "# Disk\n\n## When it is full\n\n1. Clear the cache.\n\n## Region lost\n\nBad luck.\n",
    },
    good={
        "doclint.yaml": "coverage:\n  - {scenarios: [Disk full, Region lost], paths: ['runbooks/**']}\n",
        "runbooks/disk.md": "# Disk\n\n## When it is full\n\n1. Clear the cache.\n\n## Lost region\n\n1. Wait.\n",
    },
)
