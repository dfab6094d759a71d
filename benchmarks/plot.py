"""Horizontal bars as SVG, readable on light and dark pages."""

from collections.abc import Mapping
from html import escape

_LINE, _LABEL, _WIDTH = 26, 330, 420  # pixels: of a bar with its gap, of the names, of the longest bar


def bars(values: Mapping[str, float]) -> str:
    """Values by name, the unit being seconds."""
    longest = max(values.values())
    height = _LINE * len(values) + 10
    drawn = [_bar(index, name, value, longest) for index, (name, value) in enumerate(values.items())]
    size = f'width="{_LABEL + _WIDTH + 80}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="sans-serif" font-size="13">',
            "<title>CPU seconds</title>",
            '<rect width="100%" height="100%" fill="white"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _bar(index: int, name: str, value: float, longest: float) -> str:
    top = index * _LINE + 8
    width = max(value / longest * _WIDTH, 1)
    colour = "#2563eb" if name.endswith("doclint") else "#94a3b8"
    return (
        f'<text x="{_LABEL - 8}" y="{top + 14}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{_LABEL}" y="{top}" width="{width:.1f}" height="18" fill="{colour}"/>'
        f'<text x="{_LABEL + width + 6:.1f}" y="{top + 14}">{value:.2f} s</text>'
    )
