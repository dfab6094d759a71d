"""What became of a claim: measured, judged, with the evidence."""

from typing import Literal

from msgspec import Struct

from doclint.model import Span

TODAY = ""  # stands for the day, where files that were looked at are named

Verdict = Literal["verified", "contradicted", "unverifiable"]


class Evidence(Struct, frozen=True, gc=False):
    """Where it can be seen: `line` is 0 for a file as a whole, `value` what stands or was measured there."""

    path: str
    line: int
    value: str


def of_file(path: str, value: str) -> Evidence:
    """What a file as a whole shows."""
    return Evidence(path, 0, value)


class JudgedClaim(Struct, frozen=True, gc=False, kw_only=True):
    """A claim with its verdict. `measured` is empty when nothing could be measured; then `evidence` says why."""

    path: str
    span: Span
    text: str
    kind: str
    subject: str
    claimed: str
    unit: str
    comparator: str
    measured: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    rule: str  # how it was measured
