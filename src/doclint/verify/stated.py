"""What documents say of themselves and of each other: dates, schedules, owners, versions, references."""

import re

from doclint.claims import Claim
from doclint.counted import counted
from doclint.dates import Moment, days_of, moment_of, names_an_event
from doclint.facts.stamps import StampFact, kind_of
from doclint.naming import words_of
from doclint.rare import rare
from doclint.verify.judge import Judge, Judgement
from doclint.verify.judged import Evidence, Verdict, of_file

_SHOWN = 3
_AHEAD = rare(r"\b(?:release|due|target|effective|end|expected|planned)\b", re.IGNORECASE)  # may lie ahead
_PARTS = rare(r",|;|/|&|\+|\band\b")


def judge_date(judge: Judge, claim: Claim) -> Judgement:
    """A date agrees with the document it is of, else with the others here, and is not in the future."""
    mine = moment_of(claim.claimed)
    if not isinstance(mine, Moment):
        return judge.unknown(claim, f"the date {mine.why}")
    if mine.first > judge.project.today and _AHEAD.search(claim.noun):
        return judge.unknown(claim, "is still to come")
    if mine.first > judge.project.today:
        return Judgement("contradicted", judge.project.today.isoformat(), (judge.here(claim, "is in the future"),))
    path = _said_of(judge, claim)
    stamp = _stamp(judge, path, kind_of(claim.noun)) if path != judge.path else None
    if stamp is not None:
        verdict: Verdict = "verified" if moment_of(stamp.value) == mine else "contradicted"
        return Judgement(verdict, stamp.value, (Evidence(path, stamp.span.line, f"{stamp.name}: {stamp.value}"),))
    others = [other for other in judge.library.claims_on("date") if other.span.line != claim.span.line]
    agreeing = [other for other in others if moment_of(other.claimed) == mine]
    if agreeing:
        evidence = tuple(judge.here(other, f"{other.subject}: {other.claimed}") for other in agreeing[:_SHOWN])
        return Judgement("verified", str(mine), evidence)
    return judge.unknown(claim, "no other date to compare with")


def judge_schedule(judge: Judge, claim: Claim) -> Judgement:
    """An interval against the date the document states."""
    days = days_of(claim.claimed)
    if days is None:
        why = "depends on an event" if names_an_event(claim.claimed) else "is no interval"
        return judge.unknown(claim, why)
    path = _said_of(judge, claim)
    stamp = _stamp(judge, path, "updated", "reviewed", "date")
    moment = moment_of(stamp.value) if stamp else None
    if stamp is None or not isinstance(moment, Moment):
        return judge.unknown(claim, f"{path} states no date")
    age = (judge.project.today - moment.last).days
    value = f"{stamp.name}: {stamp.value}, {counted(age, 'day')} ago, {days} allowed"
    verdict: Verdict = "verified" if age <= days else "contradicted"
    return Judgement(verdict, counted(age, "day"), (Evidence(path, stamp.span.line, value),))


def _said_of(judge: Judge, claim: Claim) -> str:
    """The document that one of the two nearest names means, else the one that makes the claim."""
    return judge.library.document(claim.about[:2]) or judge.path


def _stamp(judge: Judge, path: str, *kinds: str) -> StampFact | None:
    facts = judge.project.facts.get(path)
    stamps = facts.stamps if facts else ()
    return next((stamp for kind in kinds for stamp in stamps if stamp.kind == kind), None)


def judge_field(judge: Judge, claim: Claim) -> Judgement:
    """Owner, audience, classification: as the document itself states it."""
    path = _said_of(judge, claim)
    if path == judge.path:
        return _agreement(judge, claim)
    if path not in judge.project.facts:
        return judge.unknown(claim, f"{path} is not a document")
    kind = kind_of(claim.noun)
    stamp = _stamp(judge, path, kind)
    if stamp is None:
        return judge.unknown(claim, f"{path} states no {kind or claim.noun}")
    verdict: Verdict = "verified" if _members(stamp.value) == _members(claim.claimed) else "contradicted"
    return Judgement(verdict, stamp.value, (Evidence(path, stamp.span.line, f"{stamp.name}: {stamp.value}"),))


def _agreement(judge: Judge, claim: Claim) -> Judgement:
    """The same field of this document, stated elsewhere in it."""
    for other in judge.library.claims_on("field"):
        if other is claim or kind_of(other.noun) != kind_of(claim.noun):
            continue
        if _said_of(judge, other) == judge.path:
            verdict: Verdict = "verified" if _members(other.claimed) == _members(claim.claimed) else "contradicted"
            return Judgement(verdict, other.claimed, (judge.here(other, other.claimed),))
    return judge.unknown(claim, "nothing to compare with")


def _members(text: str) -> frozenset[frozenset[str]]:
    return frozenset(words for part in _PARTS.split(text) if (words := words_of(part)))


def judge_version(judge: Judge, claim: Claim) -> Judgement:
    """A version agrees with the document it is of, else with the others that are of this one."""
    mine = claim.claimed.strip("vV ")
    path = _said_of(judge, claim)
    stamp = _stamp(judge, path, "version") if path != judge.path else None
    if stamp is not None:
        verdict: Verdict = "verified" if stamp.value.strip("vV ") == mine else "contradicted"
        return Judgement(verdict, stamp.value, (Evidence(path, stamp.span.line, f"{stamp.name}: {stamp.value}"),))
    others = [
        other
        for other in judge.library.claims_on("version")
        if other.span.line != claim.span.line and _said_of(judge, other) == path
    ]
    agreeing = [other for other in others if other.claimed.strip("vV ") == mine]
    if agreeing:
        return Judgement("verified", mine, tuple(judge.here(other, other.claimed) for other in agreeing[:_SHOWN]))
    return judge.unknown(claim, "nothing to compare with")


def judge_duration(judge: Judge, claim: Claim) -> Judgement:
    """How long work took is in no file."""
    return judge.unknown(claim, "no file shows how long it took")


def judge_anchor(judge: Judge, claim: Claim) -> Judgement:
    """A link to a place in the document itself."""
    wanted = claim.claimed[1:].lower()
    for anchors in judge.project.anchors(judge.path):
        span = anchors.get(wanted)
        if span is not None:
            return Judgement("verified", "exists", (Evidence(judge.path, span.line, "heading"),))
    return Judgement("contradicted", "missing", (judge.here(claim, "no such heading"),))


def judge_reference(judge: Judge, claim: Claim) -> Judgement:
    """One document is declared to refer to another: by link, file name or title."""
    library = judge.library
    source = library.named(claim.about[0]) if claim.about else ""
    if source not in judge.project.facts:
        return judge.unknown(claim, f"not clear which document {claim.subject!r} is")
    if re.match(r"all\b", claim.claimed, re.IGNORECASE):
        targets = tuple(path for path in library.documents if path not in (source, judge.path))
    else:
        target = library.named(claim.claimed)
        targets = (target,) if target else ()
    if not targets:
        return judge.unknown(claim, f"not clear which document {claim.claimed!r} is")
    missing = [target for target in targets if not _refers(judge, source, target)]
    share = f"{len(targets) - len(missing)} of {len(targets)}"
    if missing:
        evidence = tuple(of_file(source, f"no link to {path}, neither its name nor its title") for path in missing)
        return Judgement("contradicted", share, evidence)
    return Judgement("verified", share, (of_file(source, "linked or named"),))


def _refers(judge: Judge, source: str, target: str) -> bool:
    if any(edge.target.path == target for edge in judge.project.edges(source)):
        return True
    text = (judge.project.text(source) or "").lower()
    facts = judge.project.facts.get(target)
    title = facts.title.lower() if facts else ""
    return target.rpartition("/")[2].lower() in text or (bool(title) and title in text)
