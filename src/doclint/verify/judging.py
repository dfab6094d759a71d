"""Claim → verdict, by the rule that says how it can be measured."""

from collections.abc import Callable, Iterator

from doclint.claims import Claim
from doclint.verify.arithmetic import judge_fraction, judge_percent, judge_sum
from doclint.verify.contents import judge_count, judge_each, judge_point, judge_section
from doclint.verify.judge import Judge, Judgement
from doclint.verify.judged import JudgedClaim
from doclint.verify.sizes import judge_average, judge_complete, judge_file, judge_files, judge_size
from doclint.verify.stated import (
    judge_anchor,
    judge_date,
    judge_duration,
    judge_field,
    judge_reference,
    judge_schedule,
    judge_version,
)
from doclint.verify.states import (
    judge_delivered,
    judge_links_each,
    judge_links_to,
    judge_status,
    judge_target,
    judge_universal,
)

_RULES: dict[str, Callable[[Judge, Claim], Judgement]] = {
    "anchor": judge_anchor,
    "average": judge_average,
    "complete": judge_complete,
    "count": judge_count,
    "date": judge_date,
    "delivered": judge_delivered,
    "duration": judge_duration,
    "each": judge_each,
    "field": judge_field,
    "file": judge_file,
    "files": judge_files,
    "fraction": judge_fraction,
    "links each": judge_links_each,
    "links to": judge_links_to,
    "percent": judge_percent,
    "point": judge_point,
    "reference": judge_reference,
    "schedule": judge_schedule,
    "section": judge_section,
    "size": judge_size,
    "status": judge_status,
    "sum": judge_sum,
    "target": judge_target,
    "universal": judge_universal,
    "version": judge_version,
}


def judged(judge: Judge) -> Iterator[JudgedClaim]:
    """The claims of a document with their verdicts; tentative ones that hang on nothing are left out."""
    for claim in judge.claims:
        if claim.tentative and not judge.library.document(claim.about[:1]):
            continue
        judgement = _RULES[claim.rule](judge, claim)
        yield JudgedClaim(
            path=judge.path,
            span=claim.span,
            text=claim.text,
            kind=claim.kind,
            subject=_subject(claim, judgement),
            claimed=claim.claimed,
            unit=claim.unit,
            comparator=claim.comparator,
            measured=judgement.measured,
            verdict=judgement.verdict,
            evidence=judgement.evidence,
            rule=claim.rule,
        )


def _subject(claim: Claim, judgement: Judgement) -> str:
    """What is in a document is said of that document, by its path."""
    in_document = claim.rule in ("section", "point", "each") and judgement.measured
    return judgement.evidence[0].path if in_document else claim.subject
