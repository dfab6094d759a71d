"""The promises that hold for any input, on as many inputs as a test run has time for."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.robust.properties import PROPERTIES


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_promise_holds_for_any_input(name: str) -> None:
    inputs, check = PROPERTIES[name]
    patient = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

    patient(given(inputs)(check))()
