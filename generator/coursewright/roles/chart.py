"""The chart of reporting lines, laid out so that SVG only has to draw it.

Levels run from left to right, so the chart is as wide as the longest line of
command and grows downwards with the number of roles: it fits a column of text.

Layout after Reingold and Tilford (Tidier Drawings of Trees, 1981): subtrees are
drawn alone, then moved together until, on every level, they are a row apart.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from ..link.site import Site, SiteRole

WIDTH, HEIGHT = 120, 52
"""Of a box, in pixels; eight Chinese characters to a line."""
RIGHT, DOWN = 16, 10
"""Between boxes."""
MARGIN = 1
"""Around the picture: a box under the pointer has an outline of 2 pixels, half of it outside the box."""
CHARACTERS = 8
"""To a line of a title. At 13 pixels each (`.cw-chart-title`) they leave 8 pixels of a box on either side."""
LATIN = 0.56
"""Width of a Latin letter beside a Chinese character. Titles of roles, such as “Senior relationship manager”,
take 0.50 to 0.58 a letter in the bold face of Noto Sans CJK; the sides of a box have room for wider faces."""
LINE = 15
"""From one baseline of a title to the next: 13 pixels of letter and a little air."""
FIRST_LINE = {1: 23, 2: 17}
"""From the top of a box to the first baseline, by lines of the title: all text then stands in the middle."""
LEVEL = 14
"""From the last baseline of a title to that of the level, whose letters are smaller (`.cw-chart-level`)."""
BETWEEN_TREES = 0.4
"""Rows left free above a role that reports to nobody."""

Extent = list[tuple[float, float]]
"""First and last row on each level, counted from the root of a subtree."""


@dataclass(frozen=True)
class Box:
    """A role at its place in pixels, its title in lines; `above` is its superior, `line` the way there."""

    role: SiteRole
    x: int
    y: int
    lines: tuple[str, ...]
    above: SiteRole | None
    line: str
    proposed: bool

    @property
    def level(self) -> int:
        """How many are above it."""
        return self.x // (WIDTH + RIGHT)

    @property
    def middle(self) -> int:
        return self.x + WIDTH // 2

    @property
    def baselines(self) -> tuple[int, ...]:
        """Of the lines of the title, then of the level."""
        first = self.y + FIRST_LINE[len(self.lines)]
        titles = [first + LINE * number for number in range(len(self.lines))]
        return (*titles, titles[-1] + LEVEL)


@dataclass(frozen=True)
class Chart:
    width: int
    height: int
    boxes: tuple[Box, ...]

    @property
    def view(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the picture."""
        return -MARGIN, -MARGIN, self.width + 2 * MARGIN, self.height + 2 * MARGIN


def chart(site: Site) -> Chart:
    """Every role of the site with whom it reports to; roles that report to nobody begin a tree each."""
    roots = [id for id, role in site.roles.items() if role.model.reports_to is None]
    below: dict[str, list[str]] = {}
    for id, role in site.roles.items():
        below.setdefault(role.model.reports_to or "", []).append(id)
    places = {
        id: (level * (WIDTH + RIGHT), round(row * (HEIGHT + DOWN)))
        for id, (level, row) in place(roots, below).items()
    }
    boxes = tuple(_box(site, id, places) for id in places)
    return Chart(max(box.x for box in boxes) + WIDTH, max(box.y for box in boxes) + HEIGHT, boxes)


def _box(site: Site, id: str, places: Mapping[str, tuple[int, int]]) -> Box:
    role = site.roles[id]
    x, y = places[id]
    above = site.roles.get(role.model.reports_to or "")
    line = ""
    if above:
        middle = places[above.id][1] + HEIGHT // 2
        line = f"M{x - RIGHT} {middle}h{RIGHT // 2}V{y + HEIGHT // 2}h{RIGHT // 2}"
    return Box(role, x, y, wrapped(role.model.title), above, line, "reports_to" in role.model.proposals)


def place(roots: Sequence[str], below: Mapping[str, Sequence[str]]) -> dict[str, tuple[int, float]]:
    """Level and row of every node of a forest, from row 0, superiors before those below them.

    On a level, nodes are at least a row apart; a node is midway between its
    first and its last child, so lines never cross.
    """
    offsets: dict[str, float] = {}
    extents = _extents(roots, below, offsets)
    wholes = [
        [(min(top for top, _ in extent), max(bottom for _, bottom in extent) + BETWEEN_TREES)]
        for extent in extents
    ]
    places: dict[str, tuple[int, float]] = {}
    waiting = [(root, 0, row) for root, row in zip(roots, _beside(wholes)[0], strict=True)][::-1]
    while waiting:
        node, level, row = waiting.pop()
        places[node] = (level, row)
        waiting += [(child, level + 1, row + offsets[child]) for child in reversed(below.get(node, ()))]
    first = min((row for _, row in places.values()), default=0)
    return {node: (level, row - first) for node, (level, row) in places.items()}


def _extents(
    roots: Sequence[str], below: Mapping[str, Sequence[str]], offsets: dict[str, float]
) -> list[Extent]:
    """The extent of what is below each root; notes how far each child is from its superior.

    Subtrees come before what they are parts of, without recursion: a line of command may be of any length.
    """
    extents: dict[str, Extent] = {}
    for node in reversed(_from_above(roots, below)):
        children = below.get(node, ())
        rows, extent = _beside([extents.pop(child) for child in children])
        middle = (rows[0] + rows[-1]) / 2 if rows else 0
        offsets.update((child, row - middle) for child, row in zip(children, rows, strict=True))
        extents[node] = [(0, 0), *((top - middle, bottom - middle) for top, bottom in extent)]
    return [extents[root] for root in roots]


def _from_above(roots: Sequence[str], below: Mapping[str, Sequence[str]]) -> list[str]:
    """Every node, after its superior."""
    found = list(roots)
    for node in found:
        found += below.get(node, ())
    return found


def _beside(extents: list[Extent]) -> tuple[list[float], Extent]:
    """The row of each subtree's root, as near to those before it as they allow, and the extent of all."""
    rows: list[float] = []
    whole: Extent = []
    for extent in extents:
        row = max((before[1] + 1 - here[0] for before, here in zip(whole, extent, strict=False)), default=0)
        moved = [(top + row, bottom + row) for top, bottom in extent]
        both = [(before[0], here[1]) for before, here in zip(whole, moved, strict=False)]
        whole = both + whole[len(moved) :] + moved[len(whole) :]
        rows.append(row)
    return rows, whole


def wrapped(title: str) -> tuple[str, ...]:
    """A title on one or two lines of about the same length; what is longer ends in “…”."""
    total = _width(title)
    if total <= CHARACTERS:
        return (title,)
    first, rest = _cut(title, min(CHARACTERS, max(total / 2, total - CHARACTERS)), CHARACTERS)
    second, over = _cut(rest, CHARACTERS, CHARACTERS)
    return (first, _cut(rest, CHARACTERS - 1, CHARACTERS - 1)[0] + "…") if over else (first, second)


def _cut(text: str, enough: float, most: float) -> tuple[str, str]:
    """Words and characters until they are wide enough, and the rest; a word wider than the most is cut."""
    line = ""
    for piece in re.findall(r"[!-~\u00a1-\u024f]+|\s+|.", text):
        if line and (_width(line) >= enough or _width(line + piece) > most):
            break
        line += piece
    while _width(line) > most:
        line = line[:-1]
    return line.strip(), text[len(line) :].strip()


def _width(text: str) -> float:
    """In Chinese characters."""
    return sum(1 if east_asian_width(char) in "WF" else LATIN for char in text)
