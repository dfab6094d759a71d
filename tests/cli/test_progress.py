"""Progress is for a person at a terminal who has waited a moment, and leaves nothing behind."""

import sys

import pytest

from doclint.cli.progress import Progress


@pytest.mark.parametrize(
    ("terminal", "seconds", "drawn"),
    [
        pytest.param(False, 9.0, False, id="nobody watches"),
        pytest.param(True, 0.3, False, id="too short to wait for"),
        pytest.param(True, 0.6, True, id="somebody waits"),
    ],
)
def test_progress_is_drawn_for_those_who_wait(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, terminal: bool, seconds: float, drawn: bool
) -> None:
    now = iter([100.0, 100.0 + seconds, 101.0 + seconds])
    monkeypatch.setattr("doclint.cli.progress.time.monotonic", lambda: next(now))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)

    progress = Progress("documents")
    progress(30, 60)
    progress(60, 60)

    said = capsys.readouterr().err
    assert ("30 of 60 documents" in said) is drawn
    assert said.endswith("\r\x1b[K") is drawn
