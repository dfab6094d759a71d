"""Suppression comments: which findings they take away, and which of them say nothing true any more."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from doclint.facts import Facts
from doclint.facts.suppressions import Directive
from doclint.model import Diagnostic, Finding
from doclint.rule import Rule
from doclint.rules import all_rules, is_selector, names, selectors
from doclint.spelling import nearest

_ABOUT_SUPPRESSIONS = ("DL005", "DL006", "DL007", "DL008")  # a comment cannot excuse itself


class _Claim(Struct, frozen=True, gc=False):
    """One name of one comment, and the lines it speaks for."""

    directive: Directive
    name: str  # empty: all rules
    first: int
    last: int

    def covers(self, diagnostic: Diagnostic, by_code: Mapping[str, Rule]) -> bool:
        rule = by_code.get(diagnostic.rule)
        if rule is None or not self.first <= diagnostic.span.line <= self.last:
            return False
        return not self.name or names(self.name, rule)


def suppress(
    diagnostics: Iterable[Diagnostic],
    judged: Collection[str],
    facts: Mapping[str, Facts],
    today: datetime.date,
    ran: Collection[Rule],
    own: Collection[Rule] = (),
) -> tuple[list[Diagnostic], list[Diagnostic], list[tuple[str, Finding]]]:
    """
    Live diagnostics, suppressed ones, and findings about the comments themselves.

    Args:
        diagnostics: Of any documents, in any order.
        judged: Paths whose comments are to be judged, too.
        facts: Of all documents.
        today: Suppressions until an earlier day have expired.
        ran: The rules that were run: comments about others are not called unused.
        own: The project's own rules, whether they were run or not.
    """
    by_code = {rule.code: rule for rule in (*all_rules(), *own)}
    claims = {path: list(_claims(fact.directives, today)) for path, fact in facts.items() if fact.directives}
    used: set[int] = set()
    live: list[Diagnostic] = []
    suppressed: list[Diagnostic] = []
    for diagnostic in diagnostics:
        covering = [claim for claim in claims.get(diagnostic.path, ()) if claim.covers(diagnostic, by_code)]
        if covering and diagnostic.rule not in _ABOUT_SUPPRESSIONS:
            used.update(map(id, covering))
            suppressed.append(replace(diagnostic, excuse=covering[0].directive.reason))
        else:
            live.append(diagnostic)
    about: list[tuple[str, Finding]] = []
    for path in sorted(claims.keys() & judged):
        about += _unknown_or_expired(path, facts[path].directives, today, own)
        about += _unused(path, [claim for claim in claims[path] if id(claim) not in used], ran)
    return live, suppressed, about


def _claims(directives: tuple[Directive, ...], today: datetime.date) -> Iterator[_Claim]:
    for directive in directives:
        if directive.kind == "enable" or _expired(directive, today):
            continue
        for name in directive.rules or ("",):
            last = directive.last
            if directive.kind == "disable":
                last = min([last, *(line for line in _enabled(directives, directive, name))])
            yield _Claim(directive, name, directive.first, last)


def _enabled(directives: tuple[Directive, ...], disabled: Directive, name: str) -> Iterator[int]:
    """Lines on which what a comment disabled is enabled again."""
    for directive in directives:
        if directive.kind == "enable" and directive.span > disabled.span and _speaks_of(directive, name):
            yield directive.span.line


def _speaks_of(enabling: Directive, name: str) -> bool:
    def rules(selector: str) -> set[str]:
        return {rule.code for rule in all_rules() if names(selector, rule)}

    return not enabling.rules or (bool(name) and any(rules(other) >= rules(name) for other in enabling.rules))


def _expired(directive: Directive, today: datetime.date) -> bool:
    if not directive.until:
        return False
    try:
        return datetime.date.fromisoformat(directive.until) < today
    except ValueError:
        return True


def _unknown_or_expired(
    path: str, directives: Iterable[Directive], today: datetime.date, own: Collection[Rule]
) -> Iterator[tuple[str, Finding]]:
    for directive in directives:
        for name in directive.rules:
            if not is_selector(name) and not any(names(name, rule) for rule in own):
                message = f"no rule '{name}'{nearest(name, selectors())}"
                yield "DL006", Finding(path=path, span=directive.span, message=message, subject=name)
        if _expired(directive, today):
            yield (
                "DL007",
                Finding(
                    path=path,
                    span=directive.span,
                    message=f"suppression of {_named(directive.rules)} {_until(directive.until)}",
                    subject=" ".join(directive.rules),
                ),
            )


def _until(stated: str) -> str:
    try:
        return f"ended on {datetime.date.fromisoformat(stated)}"
    except ValueError:
        return f"has no readable end: until={stated} is not a date such as 2026-01-31"


def _unused(path: str, claims: list[_Claim], ran: Collection[Rule]) -> Iterator[tuple[str, Finding]]:
    for claim in claims:
        if claim.name and not any(names(claim.name, rule) for rule in ran):
            continue  # nobody knows
        kind = claim.directive.kind
        message = f"doclint-{kind} suppresses no finding of {_named((claim.name,) if claim.name else ())}"
        yield "DL005", Finding(path=path, span=claim.directive.span, message=message, subject=f"{kind} {claim.name}")


def _named(rules: tuple[str, ...]) -> str:
    return ", ".join(rules) or "any rule"
