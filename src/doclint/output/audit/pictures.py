"""
The pictures of the HTML report: inline SVG from plain values.

Pure functions. Every text goes through `Markup.format`, which escapes it; colours are classes of the page's
style sheet, so that a picture follows the theme and the print. Each has a title and a description, and stands
beside a table that says the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from posixpath import dirname

from markupsafe import Markup
from msgspec import Struct

from doclint.audit.values import Audit, Edge, Scorecard
from doclint.output.audit.view import shortened
from doclint.output.visible import visible

_WIDTH = 1080


def _svg(name: str, width: float, height: float, title: str, description: str, parts: Iterable[Markup]) -> Markup:
    return Markup(
        '<svg class="{}" role="img" viewBox="0 0 {:g} {:g}" aria-labelledby="{}-title {}-text">'
        '<title id="{}-title">{}</title><desc id="{}-text">{}</desc>{}</svg>'
    ).format(name, width, height, name, name, name, visible(title), name, visible(description), Markup("").join(parts))


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> Markup:
    return Markup('<text x="{:g}" y="{:g}" class="{}" text-anchor="{}">{}</text>').format(
        x, y, kind, anchor, visible(text)
    )


def _rect(x: float, y: float, width: float, height: float, kind: str, radius: float = 0, tip: str = "") -> Markup:
    inner = Markup("<title>{}</title>").format(visible(tip)) if tip else ""
    return Markup('<rect x="{:g}" y="{:g}" width="{:g}" height="{:g}" rx="{:g}" class="{}">{}</rect>').format(
        round(x, 1), round(y, 1), round(width, 1), round(height, 1), radius, kind, inner
    )


def _path(points: str, kind: str) -> Markup:
    return Markup('<path d="{}" class="{}"/>').format(points, kind)


def shares(name: str, title: str, parts: Sequence[tuple[str, int, str]]) -> Markup:
    """One bar, divided: (what, how many, class). Narrow but present parts stay visible."""
    total = sum(count for _, count, _ in parts) or 1
    said = ", ".join(f"{count:,} {what}" for what, count, _ in parts)
    drawn, x = [], 0.0
    for what, count, kind in parts:
        width = max(_WIDTH * count / total, 6 if count else 0)
        drawn.append(_rect(x, 0, min(width, _WIDTH - x), 18, kind, 0, f"{count:,} {what}"))
        x += width
    return _svg(name, _WIDTH, 18, title, said, drawn)


def score_bar(card: Scorecard) -> Markup:
    """A bar of 100; the number stands beside it, so it is hidden from readers aloud."""
    return Markup(
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="100" height="10" rx="3" class="track"/>'
        '<rect width="{}" height="10" rx="3" class="grade-{}"/></svg>'
    ).format(card.score, card.grade)


# The graph: bands from the start page downwards, what nobody reaches in the last one.

_PER_ROW = 5
_BOX_WIDTH, _BOX_HEIGHT = 208, 28
_COLUMN, _ROW, _LABEL = _WIDTH / _PER_ROW, 36, 24
_MOST_NODES = 150
_MOST_LINES = 1000


class _Node(Struct, frozen=True):
    """A box: one document, or a folder of them."""

    name: str
    label: str
    grade: str
    tip: str
    band: int | None  # clicks from the start; None: not reached
    dead: int  # links to what is not there


def reference_graph(audit: Audit) -> Markup:
    """Who points to whom, by clicks from the start page."""
    group = _grouping(audit.documents)
    nodes = _nodes(audit, group)
    bands = _bands(nodes, bool(audit.graph.start))
    places: dict[str, tuple[float, float]] = {}
    drawn: list[Markup] = []
    y = 0.0
    for label, members in bands:
        drawn.append(_text(4, y + 17, label, "band"))
        y += _LABEL
        for index, node in enumerate(members):
            row, column = divmod(index, _PER_ROW)
            places[node.name] = (column * _COLUMN + (_COLUMN - _BOX_WIDTH) / 2, y + row * _ROW)
        y += (len(members) + _PER_ROW - 1) // _PER_ROW * _ROW + 8
    lines = _lines(_drawn_edges(audit), group, places)
    boxes = [_box(node, *places[node.name]) for node in nodes]
    joined = len(lines)
    description = "; ".join(f"{label}: {len(members)}" for label, members in bands)
    title = f"{len(nodes)} {'folders' if group else 'documents'} and {joined} connections between them"
    return _svg("graph", _WIDTH, y, title, description, [*lines, *drawn, *boxes])


def _grouping(documents: Sequence[Scorecard]) -> Mapping[str, str]:
    """Folders to draw in place of documents when there are too many: the deepest that are few enough."""
    if len(documents) <= _MOST_NODES:
        return {}
    folders = {card.path: dirname(card.path) for card in documents}
    for depth in range(max(folder.count("/") for folder in folders.values()) + 1, 0, -1):
        grouped = {path: "/".join(folder.split("/")[:depth]) or "." for path, folder in folders.items()}
        if len(set(grouped.values())) <= _MOST_NODES:
            return grouped
    return dict.fromkeys(folders, ".")


def _nodes(audit: Audit, group: Mapping[str, str]) -> list[_Node]:
    members: dict[str, list[Scorecard]] = {}
    for card in audit.documents:
        members.setdefault(group.get(card.path, card.path), []).append(card)
    made = []
    for name, cards in members.items():
        clicks = [card.clicks for card in cards if card.clicks is not None]
        worst = max(card.grade for card in cards)
        if group:
            label = f"{name} ({len(cards)})"
            tip = f"{name}: {len(cards)} documents, lowest grade {worst}"
        else:
            label = _stem(name)
            tip = f"{name}: score {cards[0].score}, {cards[0].links_in} in, {cards[0].links_out} out"
        broken = sum(card.broken for card in cards)
        made.append(_Node(name, label, worst, tip, min(clicks, default=None), broken))
    return made


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _fitted(text: str, width: float) -> str:
    """The text cut in the middle to about this width at 12 pixels, by the usual widths of letters."""
    if _drawn_width(text) <= width:
        return text
    kept = len(text) - 1
    while kept > 4 and _drawn_width(text[: kept - kept // 3] + "…" + text[-(kept // 3) :]) > width:
        kept -= 1
    return f"{text[: kept - kept // 3]}…{text[-(kept // 3) :]}"


def _drawn_width(text: str) -> float:
    return sum(12.5 if ord(letter) > 0x2E7F else 8.7 if letter.isupper() else 6.9 for letter in text)


def _bands(nodes: Iterable[_Node], from_start: bool) -> list[tuple[str, list[_Node]]]:
    bands: dict[int | None, list[_Node]] = {}
    for node in nodes:
        bands.setdefault(node.band, []).append(node)
    if not from_start:
        return [("No start page", bands[None])] if bands else []
    reached = [(_clicks(clicks), bands[clicks]) for clicks in sorted(clicks for clicks in bands if clicks is not None)]
    return reached + ([(f"Not reached ({len(bands[None])})", bands[None])] if None in bands else [])


def _clicks(clicks: int) -> str:
    return "Start" if clicks == 0 else "1 click" if clicks == 1 else f"{clicks} clicks"


def _drawn_edges(audit: Audit) -> Sequence[Edge]:
    """All connections, or of very many those by which each document is first reached."""
    edges = [edge for edge in audit.graph.edges if not edge.broken]
    if len(edges) <= _MOST_LINES:
        return edges
    clicks = {card.path: card.clicks for card in audit.documents}
    first: dict[str, Edge] = {}
    for edge in edges:
        source, target = clicks.get(edge.source), clicks.get(edge.target)
        if source is not None and target == source + 1:
            first.setdefault(edge.target, edge)
    return list(first.values())


def _lines(edges: Iterable[Edge], group: Mapping[str, str], places: Mapping[str, tuple[float, float]]) -> list[Markup]:
    drawn: dict[tuple[str, str], Markup] = {}
    for edge in edges:
        source, target = group.get(edge.source, edge.source), group.get(edge.target, edge.target)
        if source != target and source in places and target in places:
            drawn.setdefault((source, target), _path(_curve(places[source], places[target]), f"edge {edge.kind}"))
    return list(drawn.values())


def _curve(source: tuple[float, float], target: tuple[float, float]) -> str:
    x1, y1 = source[0] + _BOX_WIDTH / 2, source[1] + _BOX_HEIGHT / 2
    x2, y2 = target[0] + _BOX_WIDTH / 2, target[1] + _BOX_HEIGHT / 2
    below, above = ((y1 + y2) / 2, (y1 + y2) / 2) if y1 != y2 else (y1 + 34, y2 + 34)
    return f"M{x1:.0f} {y1:.0f}C{x1:.0f} {below:.0f} {x2:.0f} {above:.0f} {x2:.0f} {y2:.0f}"


def _box(node: _Node, x: float, y: float) -> Markup:
    reached = "" if node.band is not None else " lonely"
    note = f"{node.dead} dead" if node.dead else node.grade
    parts = [
        _rect(x, y, _BOX_WIDTH, _BOX_HEIGHT, f"node{reached}", 5, node.tip),
        _rect(x, y, 6, _BOX_HEIGHT, f"grade-{node.grade}", 2),
        _text(x + 12, y + 18.5, _fitted(visible(node.label), _BOX_WIDTH - 30 - _drawn_width(note)), "label"),
        _text(x + _BOX_WIDTH - 7, y + 18.5, note, "note", "end"),
    ]
    return Markup("<g>{}</g>").format(Markup("").join(parts))


# Freshness: a line of time per document.

_NAMES = 300  # width of the names
_STEP = 20
_MOST_AGES = 100


def freshness_map(audit: Audit) -> Markup:
    """When each document says it was updated, when git saw it change, and how long its schedule allows."""
    today = _day(audit.method.today)
    dated = [card for card in audit.documents if card.updated or card.changed]
    if today is None or not dated:
        return Markup("")
    dated.sort(key=lambda card: (-(card.age_days or 0), card.path))
    title = f"Age of the {min(len(dated), _MOST_AGES)} oldest of {len(dated)} documents with a date"
    dated = dated[:_MOST_AGES]
    days = [day for card in dated for day in (_day(card.updated), _day(card.changed)) if day]
    first, last = min(days), max([today, *days])
    span = max((last - first).days, 1)

    def x(day: date) -> float:
        return _NAMES + 12 + (day - first).days / span * (_WIDTH - _NAMES - 28)

    bottom = len(dated) * _STEP + 24
    drawn = [_path(f"M{x(today):.1f} 18V{bottom}", "now")]
    for index, card in enumerate(dated):
        drawn += _row_of_time(card, 32 + index * _STEP, x, today)
    drawn += [
        _text(_NAMES + 12, 12, first.isoformat(), "axis"),
        _text(x(today), 12, f"today, {today.isoformat()}", "axis", "end"),
    ]
    states = {card.freshness for card in dated}
    said = ", ".join(f"{sum(card.freshness == state for card in dated)} {state}" for state in sorted(states))
    return _svg("freshness", _WIDTH, bottom, title, said, drawn)


def _row_of_time(card: Scorecard, y: float, x: Callable[[date], float], today: date) -> list[Markup]:
    said, changed = _day(card.updated), _day(card.changed)
    latest = said or changed
    assert latest is not None  # the row has a date
    parts = [
        _text(_NAMES, y + 4, _fitted(_stem(card.path), _NAMES), "label", "end"),
        _path(f"M{x(latest):.1f} {y}H{x(today):.1f}", f"age {card.freshness}"),
    ]
    if card.schedule_days is not None:
        due = date.fromordinal(latest.toordinal() + card.schedule_days)
        if due <= today:
            parts.append(_path(f"M{x(due):.1f} {y - 6}V{y + 6}", "due"))
    if changed:
        tip = f"{card.path}: last commit {card.changed}"
        parts.append(_rect(x(changed) - 4, y - 4, 8, 8, "commit", 1, tip))
    if said:
        tip = f"{card.path}: says {card.updated}, {card.age_days} days old"
        parts.append(
            Markup('<circle cx="{:.1f}" cy="{:g}" r="4.5" class="stated {}"><title>{}</title></circle>').format(
                x(said), y, card.freshness, visible(tip)
            )
        )
    return parts


def _day(text: str) -> date | None:
    """A whole date; months, quarters and years start with their first day."""
    try:
        return date.fromisoformat({4: f"{text}-01-01", 7: f"{text}-01"}.get(len(text), text))
    except ValueError:
        return None


# The trend: small lines, one per number.

_SMALL_WIDTH, _SMALL_HEIGHT = 340, 120


def trend(name: str, title: str, values: Sequence[tuple[str, float | None]], kind: str) -> Markup:
    """A line through the values, from zero; what was not measured leaves a gap."""
    known = [value for _, value in values if value is not None]
    top = max([*known, 1])
    step = (_SMALL_WIDTH - 40) / max(len(values) - 1, 1)
    points = [
        None if value is None else (20 + index * step, 90 - 62 * value / top) for index, (_, value) in enumerate(values)
    ]
    drawn = [_path("M20 90H320", "axis-line"), _path(_polyline(points), f"trend {kind}")]
    for point, (label, value) in zip(points, values, strict=True):
        if point and value is not None:
            drawn.append(
                Markup('<circle cx="{:.1f}" cy="{:.1f}" r="3" class="dot {}"><title>{}</title></circle>').format(
                    *point, kind, visible(f"{label}: {value:,g}")
                )
            )
    drawn.append(_text(20, 14, title, "label strong"))
    if known:
        drawn.append(_text(_SMALL_WIDTH - 20, 14, f"{known[-1]:,g}", "label strong", "end"))
        drawn.append(_text(20, 110, shortened(values[0][0], 16), "axis"))
        drawn.append(_text(_SMALL_WIDTH - 20, 110, shortened(values[-1][0], 16), "axis", "end"))
    said = ", ".join(f"{label} {'not measured' if value is None else f'{value:,g}'}" for label, value in values)
    return _svg(name, _SMALL_WIDTH, _SMALL_HEIGHT, title, said, drawn)


def _polyline(points: Iterable[tuple[float, float] | None]) -> str:
    drawn, pen = [], "M"
    for point in points:
        if point is None:
            pen = "M"
            continue
        drawn.append(f"{pen}{point[0]:.1f} {point[1]:.1f}")
        pen = "L"
    return "".join(drawn)
