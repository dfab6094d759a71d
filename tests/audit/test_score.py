"""A score is a sum anyone can check."""

import pytest

from doclint.audit.score import CAP_WITH_ERROR, deductions_of, grade_of, score_of
from doclint.audit.values import Finding


def found(rule: str, severity: str, times: int = 1) -> list[Finding]:
    one = Finding(
        rule=rule, name=rule, severity=severity, confidence="high", path="a.md", line=1, column=1, end_line=1,
        end_column=1, message="",
    )  # fmt: skip
    return [one] * times


@pytest.mark.parametrize(
    ("findings", "score"),
    [
        pytest.param([], 100, id="nothing found"),
        pytest.param(found("DL9", "info", 50), 100, id="advice costs nothing"),
        pytest.param(found("DL9", "warning"), 97, id="a warning"),
        pytest.param(found("DL9", "warning", 188), 91, id="a habit costs as much as three"),
        pytest.param(found("DL9", "error"), CAP_WITH_ERROR, id="an error caps"),
        pytest.param(found("DL8", "error", 9) + found("DL9", "error", 9), 40, id="two rules"),
        pytest.param([one for rule in "ABCDE" for one in found(rule, "error", 9)], 0, id="never below zero"),
    ],
)
def test_the_score_of_findings(findings: list[Finding], score: int) -> None:
    assert score_of(deductions_of(findings))[0] == score


def test_the_deductions_add_up_to_the_score() -> None:
    deductions = deductions_of(found("DL8", "error", 4) + found("DL9", "warning", 2))

    assert [(one.rule, one.count, one.counted, one.points) for one in deductions] == [
        ("DL8", 4, 3, 30),
        ("DL9", 2, 2, 6),
    ]
    assert score_of(deductions) == (100 - 30 - 6, CAP_WITH_ERROR)


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        (100, "A"),
        (90, "A"),
        (89.9, "B"),
        (80, "B"),
        (79.9, "C"),
        (70, "C"),
        (69, "D"),
        (50, "D"),
        (49.9, "E"),
        (0, "E"),
    ],
)
def test_the_grade_of_a_score(score: float, grade: str) -> None:
    assert grade_of(score) == grade


def test_no_grade_above_d_hides_an_error() -> None:
    assert grade_of(CAP_WITH_ERROR) == "D"
