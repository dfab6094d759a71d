"""What a phase owes: named in the settings, else by its index and summaries; and whether it is there as asked."""

from collections.abc import Callable, Collection, Iterable, Mapping

from doclint.audit.values import Check, Claim, ClaimVerdict, Deliverable, DeliverableState, Scenario
from doclint.doctypes import Outline
from doclint.doctypes.coverage import Covering, Ground
from doclint.facts import Facts
from doclint.gate import Place
from doclint.settings import Owed
from doclint.sizes import size_of

_SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ "}
_SIZES = {"line_count": "lines", "word_count": "words", "byte_size": "bytes"}


def owed_deliverables(
    owed: Iterable[Owed],
    exists: Callable[[str], bool],
    facts: Mapping[str, Facts],
    types: Mapping[str, str],
    owners: Mapping[str, str],
) -> tuple[Deliverable, ...]:
    """The deliverables the settings list."""
    made = []
    for one in owed:
        known = facts.get(one.path)
        checks = tuple(_checks(one, known, types.get(one.path, ""), owners.get(one.path, ""))) if known else ()
        made.append(
            Deliverable(
                path=one.path,
                state=_state("verified" if exists(one.path) else "contradicted", checks),
                type=types.get(one.path, "") or one.type or "",
                owner=owners.get(one.path, "") or one.owner or "",
                due=one.due or "",
                checks=checks,
            )
        )
    return tuple(made)


def _checks(one: Owed, known: Facts, kind: str, owner: str) -> Iterable[Check]:
    if one.type:
        yield Check(what="type", wanted=one.type, found=kind or "not recognised", met=kind == one.type)
    if one.lines:
        yield _sized("lines", one.lines, known.lines)
    if one.words:
        yield _sized("words", one.words, known.words)
    titles = {heading.text.casefold() for heading in known.headings}
    for section in one.sections:
        there = section.casefold() in titles
        yield Check(what="section", wanted=section, found="present" if there else "absent", met=there)
    if one.owner:
        same = owner.casefold() == one.owner.casefold()
        yield Check(what="owner", wanted=one.owner, found=owner or "not stated", met=same)


def _sized(what: str, wanted: str, found: int) -> Check:
    try:
        met = size_of(wanted).allows(found)
    except ValueError:
        met = None
    return Check(what=what, wanted=wanted, found=f"{found:,}", met=met)


def claimed_deliverables(
    claims: Iterable[Claim], types: Mapping[str, str], owners: Mapping[str, str]
) -> tuple[Deliverable, ...]:
    """The files that summaries and indexes say were delivered, with what they say of their size."""
    named: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "file_exists" or claim.kind in _SIZES:
            path = _file_of(claim)
            if path:
                named.setdefault(path, []).append(claim)
    return tuple(
        _claimed(path, about, types, owners)
        for path, about in sorted(named.items())
        if any(claim.kind == "file_exists" for claim in about)
    )


def _file_of(claim: Claim) -> str:
    """The file a claim was measured on, else the name it gives."""
    if claim.evidence and claim.verdict != "unverifiable":
        return claim.evidence[0].path
    return claim.subject if claim.kind == "file_exists" else ""


def _claimed(path: str, claims: list[Claim], types: Mapping[str, str], owners: Mapping[str, str]) -> Deliverable:
    places = dict.fromkeys((claim.path, claim.line) for claim in claims if claim.kind == "file_exists")
    checks = tuple(
        dict.fromkeys(
            Check(
                what=_SIZES[claim.kind],
                wanted=_SIGNS.get(claim.comparator, "") + claim.claimed,
                found=claim.measured or "not measured",
                met={"verified": True, "contradicted": False}.get(claim.verdict),
            )
            for claim in claims
            if claim.kind in _SIZES
        )
    )
    return Deliverable(
        path=path,
        state=_state(_existence(claims), checks),
        type=types.get(path, ""),
        owner=owners.get(path, ""),
        declared=tuple(Place(path=where, line=line) for where, line in places),
        checks=checks,
    )


def _existence(claims: Iterable[Claim]) -> ClaimVerdict:
    """One place that names the file rightly is enough: the others are about how it is spelled."""
    verdicts = {claim.verdict for claim in claims if claim.kind == "file_exists"}
    order: tuple[ClaimVerdict, ...] = ("verified", "contradicted", "unverifiable")
    return next(verdict for verdict in order if verdict in verdicts)


def _state(existence: ClaimVerdict, checks: Iterable[Check]) -> DeliverableState:
    if existence == "verified":
        return "off-target" if any(check.met is False for check in checks) else "delivered"
    return "missing" if existence == "contradicted" else "unknown"


def scenarios_of(names: Collection[str], facts: Iterable[Facts]) -> tuple[Scenario, ...]:
    """Each scenario with the heading that has a procedure for it below."""
    ground = Ground({known.path: Outline(known) for known in facts} if names else {}, names)
    return tuple(_scenario(name, ground.covering(name)) for name in names)


def _scenario(name: str, found: Covering) -> Scenario:
    if not (found.place and found.is_procedure):
        return Scenario(name=name, covered=None)
    return Scenario(name=name, covered=Place(path=found.path, line=found.place.span.line, message=found.place.text))
