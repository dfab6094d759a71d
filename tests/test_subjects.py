"""A check of some documents works out of the others only what they may say about these, and says the same."""

import datetime
from pathlib import Path

import pytest

from doclint.engine import inspect
from doclint.facts import facts_of
from doclint.instructions import Instructions, library_of
from doclint.lint import one_by_one
from doclint.markdown import parse
from doclint.settings import Settings
from doclint.subjects import subjects_of
from doclint.workers import Workforce
from tests.corpus import PHASE, needs_corpus

FAILING = Path(__file__).parents[1] / "examples/failing"
LIBRARY = library_of(Instructions())
GUIDE = b"# Restore\n\nThe data protection officer (DPO) decides. Use the API (application interface).\n"
SUBJECTS = subjects_of([facts_of(parse("docs/Restore_Guide.md", GUIDE))], LIBRARY)
BOTH = {"claims", "instructions"}


@pytest.mark.parametrize(
    ("path", "text", "silent"),
    [
        pytest.param("SUMMARY.md", "All is well.", BOTH, id="it speaks of others"),
        pytest.param("SUMMARY.md", "Restore is complete.", BOTH, id="a title means what is in its own folder"),
        pytest.param("SUMMARY.md", "Call the API.", BOTH, id="an abbreviation everybody knows"),
        pytest.param("SUMMARY.md", "Ask the DPOS or ADPO.", BOTH, id="other abbreviations"),
        pytest.param("SUMMARY.md", "---\nlang: xx\n---\nAsk the DPO.", BOTH, id="in a language nobody reads"),
        pytest.param("docs/a.md", "All is well.", {"instructions"}, id="in the same folder a title may mean it"),
        pytest.param("SUMMARY.md", "restore_guide.md: 3 lines", {"instructions"}, id="named, in whatever case"),
        pytest.param("SUMMARY.md", r"**Restore**\_Guide.md", {"instructions"}, id="named, with marks"),
        pytest.param("SUMMARY.md", "Restore&#95;Guide.md", {"instructions"}, id="named, as HTML writes it"),
        pytest.param("SUMMARY.md", "Ask the DPO.", {"claims"}, id="it uses an abbreviation that is explained there"),
        pytest.param("SUMMARY.md", "Ask the _DPO_.", {"claims"}, id="it uses one in emphasis"),
    ],
)
def test_what_another_document_cannot_say_about_them(path: str, text: str, silent: set[str]) -> None:
    assert SUBJECTS.silent(parse(path, text.encode())) == silent


def test_who_states_sizes_may_be_at_odds_with_any_other_document() -> None:
    summary = b"# Completion summary\n\n## Files created\n\n1. **a.md** (3 lines)\n"
    subjects = subjects_of([facts_of(parse("SUMMARY.md", summary))], LIBRARY)

    assert subjects.silent(parse("else/b.md", b"Other.\n")) == {"instructions"}


@pytest.mark.parametrize(
    "folder", [pytest.param(FAILING, id="example"), pytest.param(PHASE, id="corpus", marks=needs_corpus)]
)
def test_nothing_is_lost(folder: Path) -> None:
    for path in sorted(folder.rglob("*.md"))[:3]:
        asked = path.relative_to(folder).as_posix()
        shown = inspect(folder, [asked], *settled(), lint=Workforce(1), lean=True)[0]
        assert shown.diagnostics
        assert shown == inspect(folder, [asked], *settled(), lint=one_by_one)[0]


def settled() -> tuple[Settings, datetime.date]:
    return Settings(min_confidence="low"), datetime.date(2026, 1, 15)
