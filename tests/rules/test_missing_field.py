"""Fields that a type of the project's own owes."""

import datetime
from pathlib import Path

import pytest

from doclint.doctypes import DocType, OwedField
from doclint.engine import check
from doclint.model import Severity
from doclint.settings import Settings

OWED = (OwedField(name="Service tier", level="must"), OwedField(name="Region"), OwedField(name="Owner"))


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param("notes/api.md", "# API\n", [], id="a document of another type"),
        pytest.param(
            "services/api.md",
            "# API\n\n**Region**: a\n\n**Service tier**: 1\n",
            [],
            id="an owner is for DL510",
        ),
        pytest.param(
            "services/api.md", "# API\n\n**Service tier**: 1\n", [("Region", Severity.WARNING)], id="one that should be"
        ),
        pytest.param(
            "services/api.md",
            "# API\n",
            [("Service tier, Region", Severity.ERROR)],
            id="as bad as the worst",
        ),
    ],
)
def test_fields_of_an_own_type(tmp_path: Path, path: str, text: str, expected: list[tuple[str, Severity]]) -> None:
    place = tmp_path / path
    place.parent.mkdir()
    place.write_text(text)
    service = DocType(name="service", title="Service", paths=("services/",), fields=OWED)

    report = check(
        tmp_path, (), Settings(select=("DL115",), doc_types={"service": service}), datetime.date(2026, 1, 15)
    )

    assert [(one.subject, one.severity) for one in report.diagnostics] == expected
