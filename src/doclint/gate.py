"""What a gate says: each condition with what was measured, what is allowed and the first offender, and one verdict."""

from typing import Literal

from msgspec import Struct

Verdict = Literal["pass", "fail", "incomplete"]


class Place(Struct, frozen=True, kw_only=True):
    """Where something is said; line 0 is the file as a whole."""

    path: str
    line: int = 0
    message: str = ""


class Condition(Struct, frozen=True, kw_only=True):
    """
    One condition of the gate.

    `unknown` means that what it asks for could not be measured: it keeps the gate from passing, as a
    failed one does, but says something else to the reader.
    """

    name: str  # the key in the settings: errors, contradicted, rules.DL301, new.errors
    title: str
    actual: float | int | None
    limit: float | int
    comparator: Literal["<=", ">="] = "<="
    status: Literal["met", "failed", "unknown"]
    first: Place | None = None  # the first offender

    @property
    def told(self) -> str:
        """What was measured and what is allowed, in words."""
        if self.actual is None:
            return f"{self.title}: not measured"
        bound = "at least" if self.comparator == ">=" else "at most"
        return f"{self.title}: {self.actual:,} ({bound} {self.limit:,})"


class Gate(Struct, frozen=True, kw_only=True):
    """The conditions, and what they come to."""

    status: Verdict
    conditions: tuple[Condition, ...]

    @property
    def said(self) -> str:
        """The verdict of a check in a line: what fails it, else what it allows; empty where there is nothing to say."""
        failed = [condition for condition in self.conditions if condition.status == "failed"]
        allowed = [condition for condition in self.conditions if condition.actual and condition.limit]
        told = ", ".join(condition.told for condition in failed or allowed)
        return f"gate {'failed' if failed else 'passed'}: {told}" if told else ""
