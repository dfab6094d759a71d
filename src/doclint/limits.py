"""Whether a check passes: what was found against what the settings allow."""

from collections.abc import Collection, Container, Iterator

from doclint.engine import Report
from doclint.gate import Condition, Gate, Place
from doclint.model import Diagnostic, Severity
from doclint.settings import Settings

_TITLES = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}


def gate_of(report: Report, settings: Settings, stated: Container[str]) -> Gate:
    """
    The gate of a check.

    Nothing shown may be as bad as `fail-on` says, unless `gate` allows some of it. Where the report is compared with
    the base of a branch, only what is new is shown; limits for all findings hold there only if somebody stated them.

    Args:
        report: As it will be shown.
        settings: What is allowed.
        stated: Keys of settings that somebody stated, such as `gate.errors`.
    """
    if settings.fail_on == "never":
        return Gate(status="pass", conditions=())
    conditions = (*_by_severity(report, settings, stated), *_by_rule(report, settings))
    failed = any(condition.status == "failed" for condition in conditions)
    return Gate(status="fail" if failed else "pass", conditions=conditions)


def _by_severity(report: Report, settings: Settings, stated: Container[str]) -> Iterator[Condition]:
    limits = settings.gate
    in_all = {Severity.ERROR: limits.errors, Severity.WARNING: limits.warnings}
    of_new = {Severity.ERROR: limits.new_errors, Severity.WARNING: limits.new_warnings}
    for severity, title in _TITLES.items():
        strict = 0 if severity.rank <= Severity(settings.fail_on).rank else None
        shown = [found for found in report.diagnostics if found.severity is severity]
        if report.old is None:
            yield from _at_most(title, title, in_all.get(severity), strict, shown)
            continue
        yield from _at_most(f"new_{title}", f"new {title}", of_new.get(severity), strict, shown)
        if f"gate.{title}" in stated:
            old = [found for found in report.old if found.severity is severity]
            yield from _at_most(title, f"{title} in all", in_all.get(severity), None, [*shown, *old])


def _by_rule(report: Report, settings: Settings) -> Iterator[Condition]:
    everything = (*report.diagnostics, *(report.old or ()))
    for name, limit in sorted(settings.gate.rules.items()):
        found = [each for each in everything if each.name == name.lower() or each.rule.startswith(name.upper())]
        yield from _at_most(f"rules.{name}", f"findings of {name}", limit, None, found)


def _at_most(
    name: str, title: str, limit: int | None, otherwise: int | None, found: Collection[Diagnostic]
) -> Iterator[Condition]:
    most = otherwise if limit is None else limit
    if most is None:
        return
    is_met = len(found) <= most
    first = next((Place(path=one.path, line=one.span.line, message=one.message) for one in found), None)
    yield Condition(
        name=name,
        title=title,
        actual=len(found),
        limit=most,
        status="met" if is_met else "failed",
        first=None if is_met else first,
    )
