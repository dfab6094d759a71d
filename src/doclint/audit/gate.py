"""The gate: what was measured against what is allowed, condition by condition."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from doclint.gate import Condition, Gate, Place, Verdict
from doclint.settings import Gate as Limits


class Measured(Struct, frozen=True):
    """A number the gate may ask for; None when it could not be had. `first` is the first offender."""

    actual: float | int | None
    first: Place | None = None


_AT_MOST = {
    "errors": "errors",
    "warnings": "warnings",
    "contradicted": "contradicted claims",
    "missing": "missing deliverables, uncovered scenarios",
    "off_target": "deliverables off their target",
    "stale": "documents older than their schedule",
    "unverifiable": "claims not checked, nobody answers for",
    "not_covered": "files not read in full",
    "new_errors": "new errors since the base",
    "new_warnings": "new warnings since the base",
}
_AT_LEAST = {"score": "mean score of the documents", "document_score": "lowest score of a document"}
_UNKNOWN_IF_OVER = {"unverifiable", "not_covered"}  # not a fault of the documents: something was not seen


def gate_of(limits: Limits, measured: Mapping[str, Measured], by_rule: Mapping[tuple[str, str], Measured]) -> Gate:
    """
    Every condition the settings ask for, judged.

    Args:
        limits: What is allowed.
        measured: By the name of the setting.
        by_rule: The findings of every rule that was run, by its code and name.
    """
    conditions = [
        *(_at_most(name, title, getattr(limits, name), measured.get(name)) for name, title in _AT_MOST.items()),
        *(_at_least(name, title, getattr(limits, name), measured.get(name)) for name, title in _AT_LEAST.items()),
        *(
            _at_most(f"rules.{name}", f"findings of {name}", limit, _family(name, by_rule))
            for name, limit in sorted(limits.rules.items())
        ),
    ]
    asked = tuple(condition for condition in conditions if condition is not None)
    return Gate(status=_status(asked), conditions=asked)


def _at_most(name: str, title: str, limit: int | None, measured: Measured | None) -> Condition | None:
    if limit is None:
        return None
    actual = measured.actual if measured else None
    over: Literal["failed", "unknown"] = "unknown" if name in _UNKNOWN_IF_OVER else "failed"
    status = "unknown" if actual is None else "met" if actual <= limit else over
    first = measured.first if measured and status != "met" else None
    return Condition(name=name, title=title, actual=actual, limit=limit, status=status, first=first)


def _at_least(name: str, title: str, limit: int | None, measured: Measured | None) -> Condition | None:
    if limit is None:
        return None
    actual = measured.actual if measured else None
    status: Literal["met", "failed", "unknown"]
    status = "unknown" if actual is None else "met" if actual >= limit else "failed"
    first = measured.first if measured and status != "met" else None
    return Condition(name=name, title=title, actual=actual, limit=limit, comparator=">=", status=status, first=first)


def _family(name: str, by_rule: Mapping[tuple[str, str], Measured]) -> Measured | None:
    """All findings of a rule or a family; None when no such rule was run."""
    wanted = name.upper()
    found = [
        measured for (code, called), measured in sorted(by_rule.items()) if name == called or code.startswith(wanted)
    ]
    if not found:
        return None
    first = next((measured.first for measured in found if measured.first), None)
    return Measured(sum(measured.actual or 0 for measured in found), first)


def _status(conditions: tuple[Condition, ...]) -> Verdict:
    """Nothing asked is nothing known: an empty gate does not pass."""
    states = {condition.status for condition in conditions}
    if "failed" in states:
        return "fail"
    return "pass" if states == {"met"} else "incomplete"
