"""A plot before it is SVG: shapes in the colours of the look, by their names, so that it can be drawn by day,
by night and on paper."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Literal

SIZE = 14
"""Of its letters, for a plot that is 480 wide: 11 pixels on a phone."""

Spot = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass
class Drawing:
    """`words` stand for it. Lengths are SVG's, colours tokens of the look such as `primary`."""

    width: int
    height: int
    words: str
    _shapes: list[tuple[str, dict[str, object], str]] = field(default_factory=list)

    def line(self, start: Spot, end: Spot, colour: str, *, wide: float = 1, dash: str = "") -> None:
        (x, y), (to_x, to_y) = start, end
        about = {"x1": x, "y1": y, "x2": to_x, "y2": to_y, "stroke": colour, "stroke-width": wide}
        self._add("line", {**about, **({"stroke-dasharray": dash} if dash else {})})

    def path(self, points: list[Spot], colour: str) -> None:
        said = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._add("polyline", {"points": said, "fill": "none", "stroke": colour, "stroke-width": 2})

    def bar(self, corner: Spot, size: Spot, fill: str) -> None:
        (x, y), (width, height) = corner, size
        about = {"x": x, "y": y, "width": width, "height": height}
        self._add("rect", {**about, "fill": fill, "stroke": "primary", "stroke-width": 1})

    def dot(self, at: Spot) -> None:
        about = {"cx": at[0], "cy": at[1], "r": 4, "fill": "primary"}
        self._add("circle", {**about, "stroke": "background", "stroke-width": 1.5})

    def ring(self, at: Spot) -> None:
        about = {"cx": at[0], "cy": at[1], "r": 4, "fill": "background"}
        self._add("circle", {**about, "stroke": "muted", "stroke-width": 1.5})

    def square(self, at: Spot) -> None:
        about = {"x": at[0] - 4.5, "y": at[1] - 4.5, "width": 9, "height": 9, "fill": "background"}
        self._add("rect", {**about, "stroke": "accent", "stroke-width": 1.5})

    def text(self, at: Spot, text: str, anchor: Anchor = "start", colour: str = "text") -> None:
        """With an edge in the colour of the ground, to be read where it lies on something."""
        about = {"x": at[0], "y": at[1], "text-anchor": anchor, "fill": colour}
        self._add("text", {**about, "stroke": "background", "stroke-width": 3, "paint-order": "stroke"}, text)

    def _add(self, name: str, about: dict[str, object], text: str = "") -> None:
        self._shapes.append((name, about, text))

    def svg(self, colour: Callable[[str], str], font: str) -> str:
        """`colour` says what a token is here, a value of CSS."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}" role="img" aria-label="{escape(self.words)}" '
            f'font-family="{escape(font)}" font-size="{SIZE}">'
        )
        ground = _element(
            "rect", {"width": self.width, "height": self.height, "fill": "background"}, "", colour
        )
        return head + ground + "".join(_element(*shape, colour) for shape in self._shapes) + "</svg>"


def _element(name: str, about: dict[str, object], text: str, colour: Callable[[str], str]) -> str:
    said = "".join(f' {key}="{escape(_said(key, value, colour))}"' for key, value in about.items())
    return f"<{name}{said}>{escape(text)}</{name}>" if text else f"<{name}{said}/>"


def _said(key: str, value: object, colour: Callable[[str], str]) -> str:
    if key in ("fill", "stroke") and value != "none":
        return colour(str(value))
    return f"{value:.4g}" if isinstance(value, float) else str(value)
