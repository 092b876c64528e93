"""A plot before it is SVG: shapes in the colours of the look, by their names, so that it can be drawn by day, by
night and on paper."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

SIZE = 14
"""Of its letters, for a plot that is 480 wide: 11 pixels on a phone."""


@dataclass
class Drawing:
    """`words` stand for it. Lengths are SVG's, colours tokens of the look such as `primary`."""

    width: int
    height: int
    words: str
    _shapes: list[tuple[str, dict[str, object], str]] = field(default_factory=list)

    def line(self, x: float, y: float, to_x: float, to_y: float, colour: str, wide: float = 1, dash: str = "") -> None:
        about = {"x1": x, "y1": y, "x2": to_x, "y2": to_y, "stroke": colour, "stroke-width": wide}
        self._add("line", {**about, **({"stroke-dasharray": dash} if dash else {})})

    def path(self, points: list[tuple[float, float]], colour: str) -> None:
        said = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._add("polyline", {"points": said, "fill": "none", "stroke": colour, "stroke-width": 2})

    def bar(self, x: float, y: float, width: float, height: float, fill: str, edge: str) -> None:
        about = {"x": x, "y": y, "width": width, "height": height}
        self._add("rect", {**about, "fill": fill, "stroke": edge, "stroke-width": 1})

    def dot(self, x: float, y: float, fill: str, edge: str, radius: float = 4) -> None:
        self._add("circle", {"cx": x, "cy": y, "r": radius, "fill": fill, "stroke": edge, "stroke-width": 1.5})

    def square(self, x: float, y: float, fill: str, edge: str) -> None:
        about = {"x": x - 4.5, "y": y - 4.5, "width": 9, "height": 9}
        self._add("rect", {**about, "fill": fill, "stroke": edge, "stroke-width": 1.5})

    def text(self, x: float, y: float, text: str, anchor: str = "start", colour: str = "text") -> None:
        self._add("text", {"x": x, "y": y, "text-anchor": anchor, "fill": colour}, text)

    def _add(self, name: str, about: dict[str, object], text: str = "") -> None:
        self._shapes.append((name, about, text))

    def svg(self, colour: Callable[[str], str], font: str) -> str:
        """`colour` says what a token is here, a value of CSS."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}" role="img" aria-label="{escape(self.words)}" '
            f'font-family="{escape(font)}" font-size="{SIZE}">'
        )
        return head + "".join(_element(*shape, colour) for shape in self._shapes) + "</svg>"


def _element(name: str, about: dict[str, object], text: str, colour: Callable[[str], str]) -> str:
    said = "".join(f' {key}="{escape(_said(key, value, colour))}"' for key, value in about.items())
    return f"<{name}{said}>{escape(text)}</{name}>" if text else f"<{name}{said}/>"


def _said(key: str, value: object, colour: Callable[[str], str]) -> str:
    if key in ("fill", "stroke") and value != "none":
        return colour(str(value))
    return f"{value:.4g}" if isinstance(value, float) else str(value)
