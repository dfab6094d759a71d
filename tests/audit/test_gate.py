"""What is allowed, what was measured, what follows."""

import pytest

from doclint.audit.gate import Measured, gate_of
from doclint.gate import Place
from doclint.settings import Gate

NOTHING = dict.fromkeys(("errors", "contradicted", "missing", "off_target", "unverifiable", "not_covered"))
HERE = Place(path="a.md", line=3, message="here")


def only(**limits: int | dict[str, int]) -> Gate:
    return Gate(**{**NOTHING, **limits})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("limits", "measured", "status"),
    [
        pytest.param(only(errors=0), {"errors": Measured(0)}, "pass", id="nothing found"),
        pytest.param(only(errors=2), {"errors": Measured(2, HERE)}, "pass", id="as many as allowed"),
        pytest.param(only(score=80), {"score": Measured(80.0)}, "pass", id="a score at its limit"),
        pytest.param(only(errors=2), {"errors": Measured(3, HERE)}, "fail", id="one too many"),
        pytest.param(only(score=80), {"score": Measured(79.9, HERE)}, "fail", id="a score just below"),
        pytest.param(only(unverifiable=0), {"unverifiable": Measured(1, HERE)}, "incomplete", id="one not checked"),
        pytest.param(only(not_covered=0), {"not_covered": Measured(1, HERE)}, "incomplete", id="a file not read"),
        pytest.param(only(new_errors=0), {}, "incomplete", id="asked for news without a base"),
        pytest.param(only(), {"errors": Measured(0)}, "incomplete", id="nothing asked is nothing known"),
        pytest.param(
            only(errors=0, unverifiable=0),
            {"errors": Measured(1, HERE), "unverifiable": Measured(1, HERE)},
            "fail",
            id="wrong outweighs unknown",
        ),
    ],
)
def test_the_status_of_a_gate(limits: Gate, measured: dict[str, Measured], status: str) -> None:
    assert gate_of(limits, measured, {}).status == status


def test_a_condition_that_holds_names_no_offender() -> None:
    (met,) = gate_of(only(errors=1), {"errors": Measured(1, HERE)}, {}).conditions
    (failed,) = gate_of(only(errors=0), {"errors": Measured(1, HERE)}, {}).conditions
    (good,) = gate_of(only(score=80), {"score": Measured(80, HERE)}, {}).conditions
    (bad,) = gate_of(only(score=80), {"score": Measured(79, HERE)}, {}).conditions

    assert met.first is good.first is None
    assert failed.first == bad.first == HERE


@pytest.mark.parametrize(
    ("rule", "actual", "status"),
    [
        pytest.param("DL3", 3, "failed", id="a family"),
        pytest.param("dl302", 1, "met", id="a rule in small letters"),
        pytest.param("dead-link", 2, "met", id="a rule by its name"),
        pytest.param("DL8", None, "unknown", id="a rule that was not run"),
    ],
)
def test_a_limit_on_rules_counts_their_findings(rule: str, actual: int | None, status: str) -> None:
    by_rule = {("DL301", "dead-link"): Measured(2, HERE), ("DL302", "x"): Measured(1), ("DL501", "y"): Measured(9)}

    (condition,) = gate_of(only(rules={rule: 2}), {}, by_rule).conditions

    assert (condition.name, condition.actual, condition.status) == (f"rules.{rule}", actual, status)
    assert condition.first == (HERE if status == "failed" else None)
