"""Claim → verdict. One function per rule; what cannot be measured is unverifiable, never verified."""

import datetime
import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from doclint.claims import Claim, Term
from doclint.dates import Moment, days_of, moment_of, names_an_event
from doclint.facts import Facts
from doclint.links.graph import link_graph
from doclint.naming import words_of
from doclint.project import Project
from doclint.verify.comparing import agrees, number, same
from doclint.verify.counting import tallies
from doclint.verify.judged import Evidence, JudgedClaim, Verdict
from doclint.verify.library import Library
from doclint.verify.passages import Pages, stems_of


class Judgement(Struct, frozen=True, gc=False):
    """`measured` is empty when nothing was; then the evidence says why."""

    verdict: Verdict
    measured: str
    evidence: tuple[Evidence, ...]


class Judge:
    """Judges the claims of one document."""

    def __init__(self, project: Project, facts: Facts, pages: dict[str, Pages]) -> None:
        self.project = project
        self.facts = facts
        self.path = facts.path
        self.library = Library(project, facts)
        self._pages = pages

    def judged(self) -> Iterable[JudgedClaim]:
        """The claims with their verdicts; tentative ones that hang on nothing are left out."""
        for claim in self.facts.claims.claims:
            if claim.tentative and not self.library.document(claim.about[:1]):
                continue
            judgement = _RULES[claim.rule](self, claim)
            yield JudgedClaim(
                path=self.path,
                span=claim.span,
                text=claim.text,
                kind=claim.kind,
                subject=claim.subject,
                claimed=claim.claimed,
                unit=claim.unit,
                comparator=claim.comparator,
                measured=judgement.measured,
                verdict=judgement.verdict,
                evidence=judgement.evidence,
                rule=claim.rule,
            )

    def pages(self, path: str) -> Pages | None:
        """A document to search, None for what is none."""
        if path not in self._pages:
            facts = self.project.facts.get(path)
            if facts is None:
                return None
            self._pages[path] = Pages(facts, self.library.text(path), self.dead_entries(path))
        return self._pages[path]

    def dead_entries(self, path: str) -> list[tuple[str, int]]:
        """Links of a document to places in itself that do not exist, with their lines."""
        graph = self.project.ask(link_graph)
        facts = self.project.facts[path]
        known = [graph.anchors(path, profile) for profile in graph.profiles(path)]
        return [
            (link.text, link.span.line)
            for link in facts.links
            if len(link.target) > 1
            and link.target.startswith("#")
            and not any(link.target[1:].lower() in anchors for anchors in known)
        ]

    def here(self, claim: Claim, value: str) -> Evidence:
        """The place of the claim itself."""
        return Evidence(self.path, claim.span.line, value)


def _unknown(judge: Judge, claim: Claim, why: str) -> Judgement:
    return Judgement("unverifiable", "", (judge.here(claim, why),))


def _measured(claim: Claim, value: float, evidence: Iterable[Evidence]) -> Judgement:
    verdict: Verdict = "verified" if agrees(claim, value) else "contradicted"
    return Judgement(verdict, number(value), tuple(evidence))


# Files and their sizes.


def _file(judge: Judge, claim: Claim) -> Judgement:
    library = judge.library
    name = claim.claimed
    found = library.folder_of(name) if name.endswith("/") else library.resolve(name)
    if found:
        return Judgement("verified", "exists", (Evidence(found, 0, "exists"),))
    if claim.planned:
        return _unknown(judge, claim, f"{name} is planned and not in the tree")
    if any(one.path for one in library.listed if one.path != judge.path):
        return Judgement("contradicted", "missing", (Evidence(name, 0, "no such file in the project"),))
    return _unknown(judge, claim, f"none of the files named here is in the project; {name} is missing")


_FIELDS = {"line_count": "lines", "byte_size": "bytes", "word_count": "words"}


def _size(judge: Judge, claim: Claim) -> Judgement:
    field = _FIELDS.get(claim.kind, "lines")
    is_total = bool(re.search(r"\b(?:total|overall|combined|all)\b", claim.subject.replace("_", " "), re.IGNORECASE))
    path = "" if is_total else judge.library.document(claim.about)
    if path and not is_total:
        return _size_of_file(judge, claim, path, field)
    for name in claim.about[:2]:
        group = () if is_total else judge.library.group(name)
        if group:
            return _size_of_set(judge, claim, field, (group,), sure=True)
    sets = _sets_for(judge, claim)
    judgement = _size_of_set(judge, claim, field, sets, sure=True)
    if judgement.verdict != "verified":
        own = _own_sum(judge, claim)
        if own is not None:
            return own
    if judgement.verdict == "contradicted" and not (is_total or _is_about_all(claim)):
        return _unknown(judge, claim, f"nothing named {claim.subject!r} is known")
    return judgement


def _is_about_all(claim: Claim) -> bool:
    return bool(
        re.search(r"\b(?:total|all|overall|combined|documentation)\b", f"{claim.subject} {claim.text}", re.IGNORECASE)
    )


def _size_of_file(judge: Judge, claim: Claim, path: str, field: str) -> Judgement:
    size = judge.library.size(path)
    if size is None:
        return _unknown(judge, claim, f"{path} cannot be read")
    value = getattr(size, field)
    return _measured(claim, value, (Evidence(path, 0, f"{value:,} {field}"),))


def _sets_for(judge: Judge, claim: Claim) -> tuple[tuple[str, ...], ...]:
    """The sets a total may be about: those of the size stated beside it, else all."""
    library = judge.library
    sets = library.sets or library.folder_sets()
    stated = {other.low for other in library.claims_on("files") if other.section == claim.section}
    fitting = tuple(files for files in sets if len(files) in stated)
    return fitting or sets


def _size_of_set(judge: Judge, claim: Claim, field: str, sets: Iterable[tuple[str, ...]], *, sure: bool) -> Judgement:
    nearest: tuple[float, int, tuple[str, ...]] | None = None
    missing: list[str] = []
    for files in sets:
        sizes = [judge.library.size(path) for path in files]
        if any(size is None for size in sizes):
            missing += [path for path, size in zip(files, sizes, strict=True) if size is None]
            continue
        value = sum(getattr(size, field) for size in sizes)
        if claim.kind == "average":
            value = value / len(files)
        if agrees(claim, value):
            return Judgement("verified", number(value), (_of_set(judge, files, value, field),))
        if nearest is None or abs(value - (claim.low or 0)) < abs(nearest[0] - (claim.low or 0)):
            nearest = (value, len(files), files)
    if nearest is None:
        why = f"{missing[0]} and {len(missing) - 1} more are missing" if len(missing) > 1 else "no files are named"
        return _unknown(judge, claim, why)
    value, _, files = nearest
    return Judgement("contradicted" if sure else "unverifiable", number(value), (_of_set(judge, files, value, field),))


def _of_set(judge: Judge, files: tuple[str, ...], value: float, field: str) -> Evidence:
    return Evidence(judge.path, 0, f"{number(value)} {field} in {len(files)} files: {', '.join(files[:3])}, …")


def _own_sum(judge: Judge, claim: Claim) -> Judgement | None:
    """The same total from the document's own numbers: the claims of one kind in one list or section."""
    parts: dict[int, list[Claim]] = {}
    for other in judge.facts.claims.claims:
        if other.kind == claim.kind and other is not claim and other.low is not None and other.high is None:
            parts.setdefault(other.section, []).append(other)
    for claims in parts.values():
        ahead = [other for other in claims if other.span.line != claim.span.line]
        distinct = {other.subject: other for other in ahead}
        total = sum(other.low or 0.0 for other in distinct.values())
        if len(distinct) > 1 and claim.low is not None and abs(total - claim.low) < max(claim.step, 1e-6):
            return Judgement(
                "verified", number(total), tuple(judge.here(other, other.text) for other in distinct.values())
            )
    return None


def _files(judge: Judge, claim: Claim) -> Judgement:
    library = judge.library
    if claim.low is None:
        return _unknown(judge, claim, "no number")
    named = [library.resolve(item) for item in claim.items if "." in item]
    if len(named) > 1:
        return _counted_list(judge, claim, named)
    folder = next((library.folder_of(name) for name in claim.about[:1] if name.endswith("/")), "")
    if folder:
        return _files_in(judge, claim, folder)
    for name in claim.about[:1]:
        group = library.group(name)
        if group and agrees(claim, len(group)):
            return _existing(judge, claim, group)
    for files in library.sets:
        if agrees(claim, len(files)):
            return _existing(judge, claim, files)
    own = _own_sum(judge, claim)
    if own is not None:
        return own
    for files in library.folder_sets():
        if agrees(claim, len(files)):
            return _existing(judge, claim, files)
    return _unknown(judge, claim, "no list of files of that length, and no folder that holds so many")


def _counted_list(judge: Judge, claim: Claim, named: list[str]) -> Judgement:
    missing = [item for item, path in zip((i for i in claim.items if "." in i), named, strict=True) if not path]
    if not agrees(claim, len(named)):
        return Judgement("contradicted", str(len(named)), (judge.here(claim, f"{len(named)} files are listed"),))
    if not missing:
        return Judgement("verified", str(len(named)), (judge.here(claim, f"{len(named)} files are listed, all exist"),))
    if len(missing) == len(named):
        return _unknown(judge, claim, f"none of the {len(named)} files listed is in the project: {missing[0]}, …")
    return Judgement(
        "contradicted",
        str(len(named) - len(missing)),
        tuple(Evidence(name, 0, "no such file in the project") for name in missing),
    )


def _files_in(judge: Judge, claim: Claim, folder: str) -> Judgement:
    inside = [path for path in judge.project.tree.files if path.startswith(folder + "/")]
    flat = [path for path in inside if "/" not in path[len(folder) + 1 :]]
    counts = [len(flat), len(inside)]
    counts += [sum(path in judge.project.facts for path in paths) for paths in (flat, inside)]
    counts += [
        count - 1 for count in counts if any("readme" in path.lower() or "index" in path.lower() for path in flat)
    ]
    hit = next((count for count in counts if agrees(claim, count)), None)
    if hit is not None:
        return Judgement("verified", str(hit), (Evidence(folder, 0, f"{hit} files"),))
    return Judgement(
        "contradicted", str(len(flat)), (Evidence(folder, 0, f"{len(flat)} files, {len(inside)} with subfolders"),)
    )


def _existing(judge: Judge, claim: Claim, files: tuple[str, ...]) -> Judgement:
    missing = [path for path in files if path not in judge.project.tree.files]
    if not missing:
        return Judgement("verified", str(len(files)), (judge.here(claim, f"{len(files)} files are named, all exist"),))
    evidence = tuple(Evidence(path, 0, "no such file in the project") for path in missing)
    if len(missing) == len(files):
        return Judgement("unverifiable", "", evidence[:3])
    return Judgement("contradicted", str(len(files) - len(missing)), evidence)


def _average(judge: Judge, claim: Claim) -> Judgement:
    unit = claim.unit.lower()
    named = f"{claim.subject} {claim.noun} {claim.text}".lower()
    field = "lines" if "line" in named and "b" not in unit[1:2] else "words" if "word" in named else "bytes"
    if field == "lines" and unit.endswith("b"):
        field = "bytes"
    judgement = _size_of_set(judge, claim, field, _sets_for(judge, claim), sure=True)
    if judgement.verdict == "verified":
        return judgement
    own = _own_average(judge, claim, field)
    return own or judgement


def _own_average(judge: Judge, claim: Claim, field: str) -> Judgement | None:
    """Total by count, both as this document states them."""
    kind = {"lines": "line_count", "bytes": "byte_size", "words": "word_count"}[field]
    claims = judge.facts.claims.claims
    totals = [
        other
        for other in claims
        if other.kind == kind and other.low and re.search(r"total|overall", other.subject, re.I)
    ]
    counts = [other for other in claims if other.kind == "file_count" and other.low]
    for total in totals:
        for count in counts:
            value = (total.low or 0) / (count.low or 1)
            if agrees(claim, value):
                return Judgement(
                    "verified", number(value), (judge.here(total, total.text), judge.here(count, count.text))
                )
    return None


# Things in a document.


def _count(judge: Judge, claim: Claim) -> Judgement:
    if claim.low is None:
        return _unknown(judge, claim, "no number")
    if _is_time(claim):
        return _time(judge, claim)
    path = judge.library.document(claim.about)
    facts = judge.project.facts.get(path)
    if claim.items and not agrees(claim, len(claim.items)) and len(claim.items) > 1:
        return Judgement(
            "contradicted", str(len(claim.items)), (judge.here(claim, f"{len(claim.items)} are listed here"),)
        )
    if facts is not None and path != judge.path:
        return _count_in(judge, claim, facts)
    if claim.items:
        return Judgement("verified", str(len(claim.items)), (judge.here(claim, f"{len(claim.items)} are listed here"),))
    return _unknown(judge, claim, f"nothing here says what to count for {claim.noun!r}")


def _count_in(judge: Judge, claim: Claim, facts: Facts) -> Judgement:
    near = re.sub(r"\([^()]*\)", "", claim.about[0]) if claim.about else ""
    found = [tally for tally in tallies(facts, claim.noun, near) if tally.count]
    surest = next((tally for tally in found if tally.sure), None)
    hit = next((tally for tally in found if agrees(claim, tally.count) and (surest is None or tally.sure)), None)
    if hit is not None:
        return Judgement("verified", str(hit.count), (Evidence(facts.path, hit.line, f"{hit.count} {hit.what}"),))
    if surest is not None:
        return Judgement(
            "contradicted", str(surest.count), (Evidence(facts.path, surest.line, f"{surest.count} {surest.what}"),)
        )
    most = max(found, key=lambda tally: tally.count, default=None)
    if most is not None and claim.comparator in (">=", ">") and not agrees(claim, most.count):
        return Judgement(
            "contradicted", str(most.count), (Evidence(facts.path, most.line, f"at most {most.count} {most.what}"),)
        )
    return _unknown(judge, claim, f"no way to count {claim.noun!r} in {facts.path}")


_TIME = re.compile(r"^(?:second|minute|min|hour|hr|day|week|month)s?$")


def _is_time(claim: Claim) -> bool:
    return bool(_TIME.match(claim.noun.lower().split(" ")[-1])) if claim.noun else False


def _time(judge: Judge, claim: Claim) -> Judgement:
    """`Daily Operations (3 hours)`: the duration stated in that section of the document."""
    path = judge.library.document(claim.about)
    pages = judge.pages(path) if path != judge.path else None
    if pages is None:
        return _unknown(judge, claim, "no document states it")
    place = pages.find(re.sub(r"\([^()]*\)", "", claim.about[0]))
    stated = f"{claim.claimed} {claim.unit}".lower()
    for label in pages.facts.labels:
        if re.search(r"duration|time|length", label.name, re.I) and _in_section(
            pages.facts, label.span.line, place.line
        ):
            verdict: Verdict = "verified" if stated in label.value.lower() else "contradicted"
            return Judgement(verdict, label.value, (Evidence(path, label.span.line, label.value),))
    return _unknown(judge, claim, f"{path} states no duration for it")


def _in_section(facts: Facts, line: int, title_line: int) -> bool:
    section = next((one for one in facts.sections if one.line == title_line), None)
    return section is not None and section.line <= line <= section.end_line


def _section(judge: Judge, claim: Claim) -> Judgement:
    path = judge.library.document(claim.about)
    pages = judge.pages(path)
    if pages is None:
        return _unknown(judge, claim, "not clear which document is meant" if not path else f"{path} is no document")
    found = pages.find(claim.claimed)
    if found.presence in ("present", "partly"):
        return Judgement("verified", "present", (Evidence(path, found.line, found.text),))
    if found.presence == "announced":
        why = f"only in the table of contents: '{found.text}' leads nowhere"
        return Judgement("contradicted", "absent", (Evidence(path, found.line, why),))
    if found.presence == "absent":
        why = f"{found.text} does not occur" if found.text else "no heading, no label and no text has these words"
        return Judgement("contradicted", "absent", (Evidence(path, 0, why),))
    return _unknown(judge, claim, f"the words occur in {path}, but in no heading or label")


# Numbers out of numbers.


def _percent(judge: Judge, claim: Claim) -> Judgement:
    if len(claim.terms) == 2 and claim.terms[1].value:
        part, whole = claim.terms
        share = 100 * part.value / whole.value
        return _measured(claim, share, (judge.here(claim, f"{part.text} / {whole.text} = {number(share)} %"),))
    twin = _twin(judge, claim)
    if twin is not None:
        return twin
    if claim.low == 100:
        return _all_of(judge, claim)
    return _unknown(judge, claim, "nothing says of what")


def _twin(judge: Judge, claim: Claim) -> Judgement | None:
    """The same share stated elsewhere with its numbers, or its complement."""
    for other in judge.facts.claims.claims:
        if other.kind == "percent" and len(other.terms) == 2 and other.terms[1].value and other.low is not None:
            share = 100 * other.terms[0].value / other.terms[1].value
            if not (words_of(claim.subject) & words_of(other.subject)) and "complete" not in claim.text.lower():
                continue
            if claim.low == other.low and agrees(claim, share):
                return Judgement("verified", number(share), (judge.here(other, other.text),))
    return None


def _all_of(judge: Judge, claim: Claim) -> Judgement:
    """100 % of something a document stands for: its own table of contents must be there in full."""
    path = judge.library.named(claim.subject.replace("_", " "))
    if path and path in judge.project.facts and path != judge.path:
        dead = judge.dead_entries(path)
        if dead:
            evidence = tuple(Evidence(path, line, f"'{text}' leads nowhere") for text, line in dead)
            return Judgement("contradicted", f"{len(dead)} of its own contents missing", evidence)
    return _unknown(judge, claim, "nothing defines what 100 % would be")


def _sum(judge: Judge, claim: Claim) -> Judgement:
    total = sum(term.value for term in claim.terms)
    evidence = tuple(_term(judge, term) for term in claim.terms)
    claimed = claim.low or 0.0
    if (
        claim.comparator in ("=", "")
        and not same(total, claimed)
        and abs(total - claimed) >= max(claim.step, 1.0) * 0.5
    ):
        return Judgement("contradicted", number(total), evidence)
    return (
        _measured(claim, total, evidence)
        if claim.comparator not in ("=", "")
        else Judgement("verified", number(total), evidence)
    )


def _term(judge: Judge, term: Term) -> Evidence:
    return Evidence(judge.path, term.line, f"{number(term.value)} ({term.text})")


def _fraction(judge: Judge, claim: Claim) -> Judgement:
    if claim.low is not None and claim.high and claim.low <= claim.high:
        return _unknown(judge, claim, "nothing here to count")
    return _unknown(judge, claim, "nothing says of what")


# States.


def _target(judge: Judge, claim: Claim) -> Judgement:
    achieved, wanted = claim.terms
    return _measured(claim, achieved.value, (judge.here(claim, f"{achieved.text} against {wanted.text}"),))


def _status(judge: Judge, claim: Claim) -> Judgement:
    if not re.search(r"complete|done|100|✅|finished|delivered", claim.claimed, re.IGNORECASE) or claim.about[1:]:
        return _unknown(judge, claim, "a state no file shows")
    missed = [
        other
        for other in judge.facts.claims.claims
        if other.rule == "target" and not agrees(other, other.terms[0].value)
    ]
    if missed:
        return Judgement(
            "contradicted",
            f"{len(missed)} targets missed",
            tuple(
                judge.here(other, f"{other.subject}: {other.terms[0].text} against {other.terms[1].text}")
                for other in missed
            ),
        )
    tasks = sum(section.tasks for section in judge.facts.sections)
    done = sum(section.done for section in judge.facts.sections)
    listed = [one for one in judge.library.listed if not one.planned]
    found = sum(bool(one.path) for one in listed)
    if tasks and tasks == done and found and found >= 0.9 * len(listed):
        return Judgement("verified", f"{done} of {tasks} boxes ticked", (judge.here(claim, f"{found} files exist"),))
    return _unknown(judge, claim, f"{done} of {tasks} boxes are ticked" if tasks else "a state no file shows")


def _delivered(judge: Judge, claim: Claim) -> Judgement:
    path = judge.library.document(claim.about[:1])
    if not path:
        return _unknown(judge, claim, "a state no file shows")
    dead = judge.dead_entries(path) if path in judge.project.facts else []
    if dead:
        return Judgement(
            "contradicted",
            f"{len(dead)} of its own contents missing",
            tuple(Evidence(path, line, f"'{text}' leads nowhere") for text, line in dead),
        )
    return Judgement("verified", "exists", (Evidence(path, 0, "exists"),))


_EXCEEDS = re.compile(
    r"\b(?:exceed\w*|surpass\w*|meets?|met)\b.*\b(?:all|every|each)\b|\ball\b.*\b(?:targets?|criteria|goals)\b.*\b(?:met|exceeded|achieved)",
    re.IGNORECASE,
)
_CREATED = re.compile(
    r"\ball\b.*\b(?:files?|documents?|deliverables?|guides|docs)\b.*\b(?:created|complete\w*|delivered|exist|present|written|done)\b",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"\b(?:each|all|every)\b.*\b(?:links?|cross-referenc\w*|connects?|references?|interlinked)\b", re.IGNORECASE
)
_NO_DEAD = re.compile(
    r"\bno (?:dead|broken)\b|\bzero (?:dead|broken)\b|\ball (?:internal |cross-)?links (?:work|valid|verified|resolve)",
    re.IGNORECASE,
)


def _universal(judge: Judge, claim: Claim) -> Judgement:
    text = claim.text
    listed = tuple(
        dict.fromkeys(
            one.path for one in judge.library.listed if one.path and not one.planned and one.path != judge.path
        )
    )
    if _EXCEEDS.search(text):
        targets = [other for other in judge.facts.claims.claims if other.rule == "target"]
        missed = [other for other in targets if not agrees(other, other.terms[0].value)]
        if missed:
            return Judgement(
                "contradicted",
                f"{len(missed)} of {len(targets)} targets missed",
                tuple(
                    judge.here(other, f"{other.subject}: {other.terms[0].text} against {other.terms[1].text}")
                    for other in missed
                ),
            )
        return _unknown(judge, claim, "no missed target is stated here")
    if _NO_DEAD.search(text):
        return _no_dead_links(judge, claim, listed)
    if _LINKING.search(text):
        return _linking(judge, claim, listed)
    if _CREATED.search(text):
        absent = [one for one in judge.library.listed if not one.path and not one.planned]
        if listed and not absent:
            return Judgement(
                "verified",
                f"{len(listed)} files exist",
                (judge.here(claim, f"{len(listed)} of {len(listed)} named files exist"),),
            )
    return _unknown(judge, claim, "no file shows it")


def _no_dead_links(judge: Judge, claim: Claim, files: tuple[str, ...]) -> Judgement:
    graph = judge.project.ask(link_graph)
    dead = [edge for path in files for edge in graph.edges.get(path, ()) if edge.target.state == "missing"]
    if dead:
        return Judgement(
            "contradicted",
            f"{len(dead)} dead links",
            tuple(Evidence(edge.document, edge.link.span.line, edge.link.target) for edge in dead),
        )
    if len(files) > 1:
        return Judgement("verified", "0 dead links", (judge.here(claim, f"links of {len(files)} files resolved"),))
    return _unknown(judge, claim, "no files are named")


def _linking(judge: Judge, claim: Claim, files: tuple[str, ...]) -> Judgement:
    graph = judge.project.ask(link_graph)
    without = [
        path
        for path in files
        if path in graph.edges
        and not any(edge.target.state == "file" and edge.target.path != path for edge in graph.edges[path])
    ]
    if without:
        return Judgement(
            "contradicted",
            f"{len(files) - len(without)} of {len(files)}",
            tuple(Evidence(path, 0, "no link to another document") for path in without),
        )
    return _unknown(judge, claim, "not clear how many links are meant")


def _point(judge: Judge, claim: Claim) -> Judgement:
    return _unknown(judge, claim, "nothing measurable is said")


# Dates, fields, references.


def _date(judge: Judge, claim: Claim) -> Judgement:
    mine = moment_of(claim.claimed)
    if not isinstance(mine, Moment):
        return _unknown(judge, claim, f"the date {mine.why}")
    if mine.first > judge.project.today:
        return Judgement("contradicted", judge.project.today.isoformat(), (judge.here(claim, "in the future"),))
    others = [other for other in judge.library.claims_on("date") if other.span.line != claim.span.line]
    agreeing = [other for other in others if moment_of(other.claimed) == mine]
    if agreeing:
        return Judgement(
            "verified",
            str(mine),
            tuple(judge.here(other, f"{other.subject}: {other.claimed}") for other in agreeing[:3]),
        )
    return _unknown(judge, claim, "no other date to compare with")


def _schedule(judge: Judge, claim: Claim) -> Judgement:
    days = days_of(claim.claimed)
    if days is None:
        why = "depends on an event" if names_an_event(claim.claimed) else "not an interval"
        return _unknown(judge, claim, why)
    path = judge.library.document(claim.about[:2]) or judge.path
    facts = judge.project.facts.get(path)
    stamp = (
        next((stamp for stamp in facts.stamps if stamp.kind in ("updated", "date", "reviewed")), None)
        if facts
        else None
    )
    moment = moment_of(stamp.value) if stamp else None
    if stamp is None or not isinstance(moment, Moment):
        return _unknown(judge, claim, f"{path} states no date")
    age = (judge.project.today - moment.last).days
    evidence = (Evidence(path, stamp.span.line, f"{stamp.name}: {stamp.value}, {age} days ago, {days} allowed"),)
    return Judgement("verified" if age <= days else "contradicted", f"{age} days", evidence)


def _duration(judge: Judge, claim: Claim) -> Judgement:
    return _unknown(judge, claim, "no file shows how long it took")


_KINDS = {
    "owner": "owner",
    "audience": "audience",
    "classification": "classification",
    "maintain": "owner",
    "version": "version",
}


def _field(judge: Judge, claim: Claim) -> Judgement:
    kind = next((kind for word, kind in _KINDS.items() if word in claim.noun.lower()), "")
    path = judge.library.document(claim.about[:2])
    facts = judge.project.facts.get(path) if path else None
    if facts is None:
        return _agreement(judge, claim)
    stamp = next((stamp for stamp in facts.stamps if stamp.kind == kind), None)
    if stamp is None:
        return _unknown(judge, claim, f"{path} states no {kind}")
    verdict: Verdict = "verified" if _members(stamp.value) == _members(claim.claimed) else "contradicted"
    return Judgement(verdict, stamp.value, (Evidence(path, stamp.span.line, f"{stamp.name}: {stamp.value}"),))


def _members(text: str) -> frozenset[frozenset[str]]:
    return frozenset(words_of(part) for part in re.split(r",|;|/|&|\+|\band\b", text) if words_of(part))


def _agreement(judge: Judge, claim: Claim) -> Judgement:
    """The same field of the same document elsewhere in it."""
    others = [
        other
        for other in judge.library.claims_on("field")
        if other is not claim
        and other.noun.lower() == claim.noun.lower()
        and judge.library.document(other.about[:2]) == judge.path
    ]
    for other in others:
        verdict: Verdict = "verified" if _members(other.claimed) == _members(claim.claimed) else "contradicted"
        return Judgement(verdict, other.claimed, (judge.here(other, other.claimed),))
    return _unknown(judge, claim, "nothing to compare with")


def _version(judge: Judge, claim: Claim) -> Judgement:
    others = [other for other in judge.library.claims_on("version") if other.span.line != claim.span.line]
    agreeing = [other for other in others if other.claimed.lstrip("vV") == claim.claimed.lstrip("vV")]
    if agreeing:
        return Judgement("verified", claim.claimed, tuple(judge.here(other, other.claimed) for other in agreeing[:3]))
    return _unknown(judge, claim, "nothing to compare with")


def _anchor(judge: Judge, claim: Claim) -> Judgement:
    graph = judge.project.ask(link_graph)
    wanted = claim.claimed[1:].lower()
    for profile in graph.profiles(judge.path):
        span = graph.anchors(judge.path, profile).get(wanted)
        if span is not None:
            return Judgement("verified", "exists", (Evidence(judge.path, span.line, "heading"),))
    return Judgement("contradicted", "missing", (judge.here(claim, "no such heading"),))


def _reference(judge: Judge, claim: Claim) -> Judgement:
    library = judge.library
    source = library.named(claim.about[0]) if claim.about else ""
    if not source or source not in judge.project.facts:
        return _unknown(judge, claim, f"not clear which document {claim.subject!r} is")
    if re.match(r"all\b", claim.claimed, re.IGNORECASE):
        others = [one.path for one in library.listed if one.path and one.path not in (source, judge.path)]
        targets = tuple(dict.fromkeys(others))
    else:
        target = library.named(claim.claimed)
        targets = (target,) if target else ()
    if not targets:
        return _unknown(judge, claim, f"not clear which document {claim.claimed!r} is")
    missing = [target for target in targets if not _refers(judge, source, target)]
    if missing:
        evidence = tuple(Evidence(source, 0, f"no link to {path}, neither its name nor its title") for path in missing)
        return Judgement("contradicted", f"{len(targets) - len(missing)} of {len(targets)}", evidence)
    return Judgement("verified", f"{len(targets)} of {len(targets)}", (Evidence(source, 0, "named or linked"),))


def _refers(judge: Judge, source: str, target: str) -> bool:
    graph = judge.project.ask(link_graph)
    if any(edge.target.path == target for edge in graph.edges.get(source, ())):
        return True
    text = judge.library.text(source) or ""
    title = judge.project.facts[target].title if target in judge.project.facts else ""
    return target.rpartition("/")[2] in text or (bool(title) and title.lower() in text.lower())


_RULES: dict[str, Callable[[Judge, Claim], Judgement]] = {
    "file": _file,
    "size": _size,
    "files": _files,
    "average": _average,
    "count": _count,
    "section": _section,
    "percent": _percent,
    "sum": _sum,
    "fraction": _fraction,
    "target": _target,
    "status": _status,
    "delivered": _delivered,
    "universal": _universal,
    "point": _point,
    "date": _date,
    "schedule": _schedule,
    "duration": _duration,
    "field": _field,
    "version": _version,
    "anchor": _anchor,
    "reference": _reference,
}
_ = (datetime, stems_of)
