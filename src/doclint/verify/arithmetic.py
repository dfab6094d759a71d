"""Numbers that follow from numbers: percentages, sums, fractions."""

import re

from doclint.claims import Claim
from doclint.verify.comparing import agrees, number, same
from doclint.verify.judge import Judge, Judgement, measured
from doclint.verify.judged import Evidence

_PROGRESS = re.compile(r"\bcomplet|\bprogress|\bphases?\b.*\b(?:done|finished)", re.IGNORECASE)


def judge_percent(judge: Judge, claim: Claim) -> Judgement:
    """Worked out again from the two numbers it stands for."""
    share = _share(claim)
    if share is not None:
        part, whole = claim.terms
        of = part.text if part.text == whole.text else f"{part.text} of {whole.text}"
        return measured(claim, share, (judge.here(claim, f"{of} is {number(share)} %"),))
    for other in judge.percentages.get(claim.low, ()):
        twin = _share(other)
        if twin is not None and agrees(claim, twin) and _is_same_thing(claim, other):
            return Judgement("verified", number(twin), (judge.here(other, other.text),))
    remainder = _remainder(judge, claim)
    if remainder is not None:
        return remainder
    return _of_everything(judge, claim) if claim.low == 100 else judge.unknown(claim, "nothing says of what")


def _share(claim: Claim) -> float | None:
    if len(claim.terms) != 2 or not claim.terms[1].value:
        return None
    return 100 * claim.terms[0].value / claim.terms[1].value


def _is_same_thing(one: Claim, other: Claim) -> bool:
    return all(_PROGRESS.search(f"{claim.subject} {claim.text}") for claim in (one, other))


def _remainder(judge: Judge, claim: Claim) -> Judgement | None:
    """`17 % remaining` beside `83 % (5 of 6)`, or after `Done: 83 %`."""
    text = f"{claim.text} {claim.subject}".lower()
    if "remaining" not in text and "left" not in text.split():
        return None
    for other in judge.claims:
        share = _share(other) if other.kind == "percent" else None
        if share is not None and _PROGRESS.search(f"{other.subject} {other.text}"):
            return measured(claim, 100 - share, (judge.here(other, other.text),))
    beside = [one for ones in judge.percentages.values() for one in ones if one.span.line == claim.span.line]
    if len(beside) == 2 and sum(one.low or 0.0 for one in beside) == 100:
        return Judgement("verified", claim.claimed, tuple(judge.here(one, one.text) for one in beside))
    return None


def _of_everything(judge: Judge, claim: Claim) -> Judgement:
    """100 % of what a document stands for: its own table of contents must lead somewhere in full."""
    path = judge.library.named(claim.subject.replace("_", " "))
    dead = judge.project.dead_entries(path) if path != judge.path else []
    if dead:
        evidence = tuple(Evidence(path, line, f"'{text}' leads nowhere") for text, line in dead)
        return Judgement("contradicted", f"{len(dead)} of its own contents missing", evidence)
    return judge.unknown(claim, "nothing defines what 100 % would be")


def judge_sum(judge: Judge, claim: Claim) -> Judgement:
    """Added up again."""
    total = sum(term.value for term in claim.terms)
    evidence = tuple(judge.stated(term) for term in claim.terms)
    if claim.comparator in ("=", "") and claim.low is not None and claim.high is None:
        right = same(total, claim.low) or abs(total - claim.low) <= claim.step / 2
        return Judgement("verified" if right else "contradicted", number(total), evidence)
    return measured(claim, total, evidence)


def judge_fraction(judge: Judge, claim: Claim) -> Judgement:
    """`4 of 6`: the same two numbers behind a percentage of this document, and it comes out."""
    for other in judge.claims:
        share = _share(other) if other.kind == "percent" else None
        if (
            share is not None
            and [term.value for term in other.terms] == [claim.low, claim.high]
            and agrees(other, share)
        ):
            return Judgement("verified", claim.claimed, (judge.here(other, other.text),))
    return judge.unknown(claim, "nothing here shows how many there are")
