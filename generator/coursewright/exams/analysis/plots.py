"""What a trainer sees of an exam: items by facility and discrimination, candidates by percent, both on one
scale."""

from collections.abc import Callable, Collection, Iterable, Sequence

from ...words import Words
from .characteristic import Characteristic
from .discrimination import GOOD, POOR
from .distribution import Distribution
from .drawing import Drawing
from .figures import ItemFigures
from .parts import points

WIDTH = 480
_LEFT, _RIGHT, _TOP, _BELOW = 52, 16, 16, 48
_STEP = 0.5
"""Logits of a row of the map of abilities and difficulties."""
_FARTHEST = 4.0
_ROW = 20


def item_map(items: Sequence[tuple[str, ItemFigures]], marked: Collection[str], words: Words) -> Drawing:
    """Each item with its number, at its facility and its discrimination; those that are marked are named, and
    those that are void."""
    said = words("Every item by facility and discrimination; squares with a number need a look")
    if any(item.is_void for _, item in items):
        said += words("; empty circles are void")
    drawing = Drawing(WIDTH, 360, said)
    least = min([-0.2, *(item.discrimination.value for _, item in items if item.discrimination)])
    low, high = -0.2 * -(-least // -0.2) if least < -0.2 else -0.2, 0.8
    bottom = drawing.height - _BELOW

    def x(share: float) -> float:
        return _LEFT + share * (WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return bottom - (min(value, high) - low) / (high - low) * (bottom - _TOP)

    for step in range(round(low * 5), round(high * 5) + 1):
        value = step / 5
        is_bound = value in (0, POOR, GOOD)
        drawing.line(
            (_LEFT, y(value)),
            (WIDTH - _RIGHT, y(value)),
            "control" if is_bound else "hairline",
            wide=1,
            dash="4 3" if is_bound else "",
        )
        drawing.text((_LEFT - 6, y(value) + 5), points(value, 1), "end", "muted")
    _percent_axis(drawing, x, bottom, words("facility in percent"))
    for number, item in sorted(items, key=lambda each: each[1].id in marked or each[1].is_void):
        if item.discrimination:
            at = x(item.facility.share), y(item.discrimination.value)
            if item.id in marked:
                drawing.square(at)
            elif item.is_void:
                drawing.ring(at)
            else:
                drawing.dot(at)
                continue
            is_right = item.facility.share > 0.8
            drawing.text(
                (at[0] + (-8 if is_right else 8), at[1] + 5),
                number,
                "end" if is_right else "start",
                "muted" if item.is_void else "text",
            )
    drawing.text((_LEFT, _TOP - 3), words("discrimination"), colour="muted")
    return drawing


def histogram(spread: Distribution, cut: int, words: Words) -> Drawing:
    """Candidates by percent; a column that lies below the cut score is empty, one from there on filled."""
    said = words("How many candidates reached which percentage; the dashed line is the cut score of {cut} %")
    drawing = Drawing(WIDTH, 260, said.format(cut=cut))
    bottom, most, steps = drawing.height - _BELOW, max(spread.columns), len(spread.columns)
    wide = (WIDTH - _LEFT - _RIGHT) / steps

    def x(share: float) -> float:
        return _LEFT + share * (WIDTH - _LEFT - _RIGHT)

    for count in dict.fromkeys((0, most // 2, most)):
        y = bottom - count / most * (bottom - _TOP - 14)
        drawing.line((_LEFT, y), (WIDTH - _RIGHT, y), "hairline")
        drawing.text((_LEFT - 6, y + 5), str(count), "end", "muted")
    for at, count in enumerate(spread.columns):
        if count:
            tall = count / most * (bottom - _TOP - 14)
            is_above = at * 100 / steps >= cut
            drawing.bar(
                (x(at / steps) + 1, bottom - tall), (wide - 2, tall), "primary" if is_above else "raised"
            )
    drawing.line((x(cut / 100), _TOP), (x(cut / 100), bottom), "accent", wide=2, dash="6 4")
    is_right = cut > 70
    label = words("cut score {cut} %").format(cut=cut)
    drawing.text((x(cut / 100) + (-6 if is_right else 6), _TOP + 4), label, "end" if is_right else "start")
    _percent_axis(drawing, x, bottom, words("percent of the points"))
    return drawing


def _percent_axis(drawing: Drawing, x: Callable[[float], float], bottom: float, name: str) -> None:
    for percent in range(0, 101, 20):
        drawing.line((x(percent / 100), bottom), (x(percent / 100), bottom + 4), "control")
        drawing.text((x(percent / 100), bottom + 19), str(percent), "middle", "muted")
    drawing.text((x(0.5), bottom + 40), name, "middle", "muted")


def curve(found: Characteristic, words: Words) -> Drawing:
    """What groups of candidates scored on an item, from the weakest to the strongest."""
    shares = words(", ").join(f"{share:.0%}" for share in found.shares)
    said = words("Share of the points from the weakest group of candidates to the strongest: {shares}")
    drawing = Drawing(WIDTH, 200, said.format(shares=shares))
    bottom = drawing.height - _BELOW
    groups = len(found.shares)

    def at(group: int, share: float) -> tuple[float, float]:
        x = _LEFT + (group + 0.5) / groups * (WIDTH - _LEFT - _RIGHT)
        return x, bottom - share * (bottom - _TOP)

    for percent in (0, 50, 100):
        y = at(0, percent / 100)[1]
        drawing.line((_LEFT, y), (WIDTH - _RIGHT, y), "hairline")
        drawing.text((_LEFT - 6, y + 5), f"{percent} %", "end", "muted")
    points = [at(group, share) for group, share in enumerate(found.shares)]
    drawing.path(points, "primary")
    for group, (x, y) in enumerate(points):
        drawing.dot((x, y))
        drawing.text((x, y - 8 if y > _TOP + 12 else y + 18), f"{found.shares[group]:.0%}", "middle")
        drawing.text((x, bottom + 19), str(group + 1), "middle", "muted")
    name = words("groups of candidates by total, 1 the weakest")
    drawing.text(((WIDTH + _LEFT - _RIGHT) / 2, bottom + 40), name, "middle", "muted")
    return drawing


def ability_map(
    people: Iterable[tuple[float, int]], items: Sequence[tuple[str, float]], words: Words
) -> Drawing:
    """Candidates at the left by ability, items at the right by difficulty, on one scale (a Wright map)."""
    counts: dict[int, int] = {}
    for ability, many in people:
        counts[_row(ability)] = counts.get(_row(ability), 0) + many
    named: dict[int, list[str]] = {}
    for number, difficulty in items:
        named.setdefault(_row(difficulty), []).append(number)
    rows = range(max([*counts, *named]), min([*counts, *named]) - 1, -1)
    said = words(
        "Candidates at the left by ability, items at the right by difficulty, in logits; the same height is "
        "the same"
    )
    drawing = Drawing(WIDTH, _TOP + 30 + _ROW * len(rows) + 10, said)
    middle, most = 190, max(counts.values())
    drawing.text((middle - 30, _TOP + 4), words("candidates"), "end", "muted")
    drawing.text((middle + 30, _TOP + 4), words("items"), colour="muted")
    for at, row in enumerate(rows):
        y = _TOP + 18 + at * _ROW
        drawing.text((middle, y + 14), _logits(row), "middle", "muted")
        if many := counts.get(row, 0):
            wide = max(1.0, many / most * (middle - 90))
            drawing.bar((middle - 26 - wide, y + 2), (wide, _ROW - 4), "primary")
            drawing.text((middle - 32 - wide, y + 14), str(many), "end", "muted")
        if own := named.get(row):
            drawing.text((middle + 30, y + 14), _fitting(own))
    return drawing


MOST_IN_A_ROW = 32
"""Characters of the items of one row."""


def _fitting(numbers: Sequence[str]) -> str:
    """As many as have room, and how many more there are."""
    for count in range(len(numbers), 0, -1):
        said = " ".join(numbers[:count]) + (f" +{len(numbers) - count}" if count < len(numbers) else "")
        if len(said) <= MOST_IN_A_ROW:
            return said
    return f"{len(numbers)}"


def _row(logits: float) -> int:
    """What lies far out stands in the last row."""
    return round(max(-_FARTHEST, min(_FARTHEST, logits)) / _STEP)


def _logits(row: int) -> str:
    at = row * _STEP
    sign = "≥ +" if at >= _FARTHEST else "≤ " if at <= -_FARTHEST else "+" if row > 0 else ""
    return f"{sign}{points(at, 1)}" if row else "0"
