"""
Small projects and all that rules say about them.

A case in cases/ is a line `==== rules: reason`, its files, each after a line `>>>> path`, and after `<<<<` what these
rules say, as tests/test_rules.py writes it. Nothing after `<<<<`: they say nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from doclint.rules import rule_named
from tests.test_rules import reported, said

PLACE = Path(__file__).parent / "cases"


def cases() -> Iterator[object]:
    for place in sorted(PLACE.glob("*.txt")):
        for case in place.read_text("utf-8").split("==== ")[1:]:
            head, _, rest = case.partition("\n")
            codes, _, reason = head.partition(": ")
            project, _, expected = rest.partition("<<<<\n")
            files = dict(file.split("\n", 1) for file in project.split(">>>> ")[1:])
            yield pytest.param(codes.split(), files, expected.strip("\n"), id=f"{codes}: {reason}")


@pytest.mark.parametrize(("codes", "files", "expected"), list(cases()))
def test_all_that_rules_say_of_a_project(codes: list[str], files: dict[str, str], expected: str) -> None:
    found = []
    for code in codes:
        rule = rule_named(code)
        assert rule
        for finding in reported(rule, files):
            found += said(rule, finding, files)

    assert "\n".join(found) == expected
