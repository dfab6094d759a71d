"""An audit as a person reads it: what matters most first, repeats folded, numbers in words."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from doclint.audit.claims import sources_of
from doclint.audit.values import Audit, Claim, Evidence, Finding, Scorecard
from doclint.gate import Condition, Verdict
from doclint.output import visible

WORD = {"pass": "Pass", "fail": "Fail", "incomplete": "Incomplete"}
MARK = {"pass": "✓", "fail": "✗", "incomplete": "?"}
MEANING: dict[Verdict, str] = {
    "pass": "Every condition of the gate holds.",
    "fail": "At least one condition of the gate does not hold.",
    "incomplete": "Nothing is known to be wrong, but not everything could be seen: this is not a pass.",
}
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
# How much a false claim of this kind misleads: what a reader decides by weighs most.
_WEIGHT = {
    "status": 3.0,
    "item_count": 2.4,
    "file_exists": 2.4,
    "sum": 2.3,
    "file_count": 2.2,
    "percent": 2.0,
    "average": 1.8,
    "ratio": 1.8,
    "cross_doc": 1.5,
    "line_count": 1.5,
    "word_count": 1.5,
    "byte_size": 1.3,
    "section_present": 1.2,
    "date": 1.0,
}
_OF_A_KIND = 2  # among the worst
_ALIKE = {"section_present", "cross_doc"}  # missing in the same document, they are one thing to fix


class Folded(Struct, frozen=True):
    """Claims of one document that come to the same: one that is repeated, or many that miss the same thing."""

    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        """The first of them."""
        return self.claims[0]

    @property
    def lines(self) -> tuple[int, ...]:
        """Where they stand."""
        return tuple(dict.fromkeys(claim.line for claim in self.claims))

    @property
    def text(self) -> str:
        """What they say."""
        return " · ".join(dict.fromkeys(claim.text for claim in self.claims))

    @property
    def about(self) -> str:
        """What they are about, empty where the text says so."""
        subject = self.claim.subject
        return "" if subject in self.claim.text else subject

    @property
    def claimed(self) -> str:
        """What was claimed, empty where the text says so."""
        return "" if len(self.claims) > 1 or self.claim.claimed in self.claim.text else self.claim.claimed

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What was seen, without what only repeats the measure."""
        seen = dict.fromkeys(one for claim in self.claims for one in claim.evidence)
        return tuple(one for one in seen if one.line or one.value not in ("", self.claim.measured))

    def place_of(self, seen: Evidence) -> str:
        """Where evidence stands, as short as it can be said in a list of this document's claims."""
        if seen.path != self.claim.path:
            return f"{seen.path}:{seen.line}" if seen.line else seen.path
        return f"line {seen.line}" if seen.line and seen.line not in self.lines else ""


def folded(claims: Iterable[Claim]) -> tuple[Folded, ...]:
    """The claims in groups, each at the place of its first."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        said = "" if claim.kind in _ALIKE else claim.claimed
        key = (claim.path, claim.kind, claim.subject.casefold(), said, claim.measured)
        groups.setdefault(key, []).append(claim)
    return tuple(Folded(tuple(same)) for same in groups.values())


def worst_claims(audit: Audit, most: int = 5) -> tuple[Folded, ...]:
    """The contradicted claims that mislead most: of documents that speak for the phase first, of any kind a few."""
    sources = sources_of(audit.claims, audit.phase)
    ranked = sorted(
        folded(claim for claim in audit.claims if claim.verdict == "contradicted"),
        key=lambda fold: (fold.claim.path not in sources, -_gravity(fold), fold.claim.path, fold.lines),
    )
    chosen: list[Folded] = []
    for fold in ranked:
        alike = [one.claim.measured for one in chosen if one.claim.kind == fold.claim.kind]
        if len(alike) < _OF_A_KIND and fold.claim.measured not in alike:
            chosen.append(fold)
    return tuple((chosen + [fold for fold in ranked if fold not in chosen])[:most])


def _gravity(fold: Folded) -> float:
    """What a false claim weighs: its kind, how far off it is, whether it is a sentence, what speaks against it."""
    claim = fold.claim
    sentence = 1.0 if " " in claim.text and len(_WORDS.findall(claim.text)) > 1 else 0.6
    against = 0.1 * (min(len(fold.lines) - 1, 3) + min(len(fold.evidence), 6))
    return _WEIGHT.get(claim.kind, 1.0) * (0.5 + _gap(claim.claimed, claim.measured)) * sentence + against


def _gap(claimed: str, measured: str) -> float:
    """How far apart, 0 to 1; two thirds where it is no matter of numbers."""
    first, second = _number(claimed), _number(measured)
    if first is None or second is None:
        return 0.67
    largest = max(abs(first), abs(second))
    return abs(first - second) / largest if largest else 0.0


def _number(text: str) -> float | None:
    match = _NUMBER.search(text)
    return float(match.group().replace(",", "")) if match else None


def spoken_for(audit: Audit, verdict: str) -> tuple[tuple[Claim, ...], int, int]:
    """Claims of the documents that speak for the phase; how many more there are, and in how many other documents."""
    sources = sources_of(audit.claims, audit.phase)
    same = [claim for claim in audit.claims if claim.verdict == verdict]
    others = [claim.path for claim in same if claim.path not in sources]
    return tuple(claim for claim in same if claim.path in sources), len(others), len(set(others))


class Verdicts(Struct, frozen=True):
    """How many claims came to what."""

    contradicted: int
    unverifiable: int
    verified: int

    def __str__(self) -> str:
        return f"{self.contradicted:,} contradicted, {self.unverifiable:,} unverifiable, {self.verified:,} verified"


def verdicts(audit: Audit) -> tuple[Verdicts, Verdicts | None]:
    """Of the documents that speak for the phase, and of the others; None when these claim nothing."""
    counts = [spoken_for(audit, name) for name in ("contradicted", "unverifiable", "verified")]
    others = Verdicts(*(more for _, more, _ in counts))
    speaking = Verdicts(*(len(claims) for claims, _, _ in counts))
    return speaking, others if any(more for _, more, _ in counts) else None


def right_against_doubt(audit: Audit, most: int = 5) -> tuple[Folded, ...]:
    """Verified claims another claim of the same kind casts doubt on: the largest totals first."""
    doubted = {claim.kind for claim in audit.claims if claim.verdict == "contradicted"}
    kinds = doubted & {"line_count", "file_count", "sum", "word_count"}
    by_number: dict[float, Folded] = {}
    for fold in folded(claim for claim in spoken_for(audit, "verified")[0] if claim.kind in kinds):
        by_number.setdefault(_number(fold.claim.claimed) or 0.0, fold)
    return tuple(by_number[number] for number in sorted(by_number, reverse=True)[:most])


def weakest(audit: Audit, most: int = 10) -> tuple[Scorecard, ...]:
    """The documents with the lowest scores; those without fault are not among them."""
    faulty = [card for card in audit.documents if card.score < 100]
    return tuple(sorted(faulty, key=lambda card: (card.score, -card.errors, card.path))[:most])


class RuleCount(Struct, frozen=True):
    """A rule with its findings."""

    rule: str
    name: str
    severity: str
    findings: tuple[Finding, ...]

    @property
    def documents(self) -> int:
        """How many documents it was found in."""
        return len({finding.path for finding in self.findings})


_SEVERITIES = ("error", "warning", "info")


def by_rule(findings: Iterable[Finding]) -> tuple[RuleCount, ...]:
    """The findings by rule, the worst severity and the most frequent first."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.name, finding.severity), []).append(finding)
    rules = [RuleCount(*key, tuple(found)) for key, found in groups.items()]
    return tuple(sorted(rules, key=lambda one: (_SEVERITIES.index(one.severity), -len(one.findings), one.rule)))


def contradicted_by(audit: Audit) -> tuple[tuple[str, tuple[Claim, ...], bool], ...]:
    """Document, its contradicted claims, and whether it speaks for the phase: those that do come first."""
    sources = sources_of(audit.claims, audit.phase)
    found: dict[str, list[Claim]] = {}
    for claim in audit.claims:
        if claim.verdict == "contradicted":
            found.setdefault(claim.path, []).append(claim)
    paths = sorted(found, key=lambda path: (path not in sources, path))
    return tuple((path, tuple(found[path]), path in sources) for path in paths)


def unindexed(audit: Audit) -> tuple[str, ...]:
    """The documents no index lists."""
    return tuple(card.path for card in audit.documents if card.indexed is False)


def headline(audit: Audit) -> str:
    """The reason without its list, which stands beside it in the gate."""
    return audit.reason.partition(":")[0].rstrip(".") + "."


def where(audit: Audit, most: int = 3) -> str:
    """The paths of the phase, the first few of many."""
    paths = audit.phase.paths
    more = f" and {len(paths) - most} more" if len(paths) > most else ""
    return ", ".join(paths[:most]) + more or "the whole project"


def bound(condition: Condition) -> str:
    """`at most 0`."""
    return f"{'at least' if condition.comparator == '>=' else 'at most'} {condition.limit:,}"


def shortened(text: str, most: int) -> str:
    """The text on one line, cut with an ellipsis."""
    return visible.shortened(" ".join(text.split()), most)


def common_folder(paths: Sequence[str]) -> str:
    """The folder all of these are in, with a slash; empty for none."""
    if not paths:
        return ""
    first, last = min(paths), max(paths)
    length = next((index for index, (one, two) in enumerate(zip(first, last, strict=False)) if one != two), 0)
    return first[: first.rfind("/", 0, length) + 1] if first != last else first[: first.rfind("/") + 1]
