"""Where a page is in a picture, and which one it says it is.

zxing-cpp finds the runes at the corners and the code, wherever they lie and however they are turned. From
four corners follows the one projection of the page's plane that takes each to its place (R. Hartley and A.
Zisserman, Multiple View Geometry, 4.1: the direct linear transform); from three an affine one, where nothing
speaks of perspective. NumPy solves that to the last digit, so there is no need of OpenCV and its 60 MB.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np
import zxingcpp
from numpy.typing import NDArray

from ..layout import CODE, CODE_AT, CORNERS, RUNE, Corner
from .pictures import Grey

Floats = NDArray[np.float64]
Points = Sequence[tuple[float, float]]

CODES = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Aztec, zxingcpp.BarcodeFormat.AztecRune])
SIGN = "CW"
"""What the code of every page begins with."""
APART = 6.0
"""mm; what is read further from where it was read before is another one."""
OFF = 3.0
"""mm that the code may be from its place, before the corners are taken for somebody else's."""
ASKEW = 0.03
"""How much runes of a page that lay flat may differ in size, and its sides from their proportion."""
SMALLEST = 1.5
"""Pixels a mm, below which bubbles are a few pixels wide."""
_DARK, _BARE = 128, 0.0015
"""Less of a page darker than this is dust on an empty one."""


class Mark(NamedTuple):
    """A code that was read: the middle, and the side's length, in pixels."""

    text: str
    x: float
    y: float
    side: float


@dataclass(frozen=True)
class Registered:
    """`said` is the text of the page's code; `projection` takes mm of the page to pixels, 3 × 3 by rows.

    `why` says what is in the way, where there is no projection, as in `Scanned`.
    """

    said: str = ""
    corners: int = 0
    projection: tuple[float, ...] = ()
    why: str = ""


def registered(grey: Grey) -> Registered:
    """`why` is "blank", "bare" (no code), "two" (pages), "corners" or "askew"."""
    marks: list[Mark] = []
    for attempt in _attempts(grey):
        marks = _joined([*marks, *_read(*attempt)])
        if len(marks) > len(CORNERS):
            break
        if not marks and _is_blank(grey):
            return Registered(why="blank")
    return _placed(marks)


def _attempts(grey: Grey) -> Iterator[tuple[Grey, int, zxingcpp.Binarizer]]:
    """Pictures to look for codes in, by how many times smaller; the later ones help with copies and dirt."""
    yield grey, 1, zxingcpp.Binarizer.LocalAverage
    yield grey, 1, zxingcpp.Binarizer.GlobalHistogram
    yield _smaller(grey, 2), 2, zxingcpp.Binarizer.LocalAverage
    yield _soft(grey), 1, zxingcpp.Binarizer.LocalAverage


def _smaller(grey: Grey, times: int) -> Grey:
    rows, columns = (size // times * times for size in grey.shape)
    parts = grey[:rows, :columns].reshape(rows // times, times, columns // times, times)
    return np.ascontiguousarray(parts.mean((1, 3)), np.uint8)


def _soft(grey: Grey) -> Grey:
    """The mean of nine."""
    wide = np.pad(grey, 1, "edge").astype(np.uint16)
    rows, columns = grey.shape
    total = sum(wide[down : down + rows, right : right + columns] for down in range(3) for right in range(3))
    return np.ascontiguousarray(np.asarray(total) // 9, np.uint8)


def _read(grey: Grey, times: int, binarizer: zxingcpp.Binarizer) -> Iterator[Mark]:
    wanted = {f"{corner.rune:03}" for corner in CORNERS}
    if min(grey.shape) < 2:
        return
    for code in zxingcpp.read_barcodes(grey, formats=CODES, binarizer=binarizer, try_invert=False):
        if code.text in wanted or code.text.startswith(SIGN):
            at = code.position
            corners = [
                (each.x, each.y) for each in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
            ]
            sides = [
                float(np.hypot(one[0] - other[0], one[1] - other[1]))
                for one, other in zip(corners, [*corners[1:], corners[0]], strict=True)
            ]
            x, y = (sum(corner[axis] for corner in corners) / 4 * times for axis in (0, 1))
            yield Mark(code.text, x, y, sum(sides) / 4 * times)


def _joined(marks: Sequence[Mark]) -> list[Mark]:
    """Each once, where it was read first."""
    kept: list[Mark] = []
    for mark in marks:
        near = APART / RUNE * mark.side
        if not any(
            mark.text == each.text and abs(mark.x - each.x) + abs(mark.y - each.y) < near for each in kept
        ):
            kept.append(mark)
    return kept


def _is_blank(grey: Grey) -> bool:
    """But for a border, where scanners see the edge of the paper."""
    rows, columns = (max(1, size // 25) for size in grey.shape)
    inner = grey[rows:-rows, columns:-columns]
    return bool(inner.size == 0 or (inner < _DARK).mean() < _BARE)


def _placed(marks: Sequence[Mark]) -> Registered:
    codes = [mark for mark in marks if mark.text.startswith(SIGN)]
    runes = [mark for mark in marks if not mark.text.startswith(SIGN)]
    said = codes[0].text if codes else ""
    known = {corner: mark for corner in CORNERS for mark in runes if int(mark.text) == corner.rune}
    if len(codes) > 1 or len(known) < len(runes):
        return Registered(said, len(known), why="two")
    if not codes:
        return Registered(said, len(known), why="bare")
    if len(known) < 3:
        return Registered(said, len(known), why="corners")
    projection = _projection(known)
    if projection is None or _is_off(projection, codes[0]):
        return Registered(said, len(known), why="askew")
    return Registered(said, len(known), tuple(float(each) for each in projection.ravel()))


def _projection(known: dict[Corner, Mark]) -> Floats | None:
    places = [(corner.x, corner.y) for corner in known]
    seen = [(mark.x, mark.y) for mark in known.values()]
    if len(known) == len(CORNERS):
        found = homography(places, seen)
    elif _is_flat(known):
        found = _affine(places, seen)
    else:
        return None
    return found if _is_sound(found) else None


def homography(places: Points, seen: Points) -> Floats:
    """Takes four places or more to where they are seen: the least squares of the linear equations."""
    to, fro = _normal(places), _normal(seen)
    rows = []
    for place, spot in zip(_through(to, places), _through(fro, seen), strict=True):
        (x, y), (u, v) = place, spot
        rows += [[-x, -y, -1, 0, 0, 0, u * x, u * y, u], [0, 0, 0, -x, -y, -1, v * x, v * y, v]]
    solved = np.linalg.svd(np.array(rows))[2][-1].reshape(3, 3)
    found: Floats = np.linalg.inv(fro) @ solved @ to
    return np.asarray(found / found[2, 2], np.float64)


def _normal(points: Points) -> Floats:
    """Moves the middle of some points to 0 and brings them to size 1, so that nothing is lost in rounding."""
    middle = np.mean(points, axis=0)
    scale = 1 / max(float(np.abs(np.array(points) - middle).mean()), 1e-9)
    return np.array([[scale, 0, -scale * middle[0]], [0, scale, -scale * middle[1]], [0, 0, 1]])


def _affine(places: Points, seen: Points) -> Floats:
    from_mm = np.array([(*place, 1) for place in places])
    solved = np.linalg.solve(from_mm, np.array(seen))
    return np.vstack([solved.T, [0, 0, 1]])


def _is_flat(known: dict[Corner, Mark]) -> bool:
    """Whether runes are of one size, and their distances in proportion: else a fourth corner is needed."""
    sides = [mark.side for mark in known.values()]
    scales = [
        float(np.hypot(one[1].x - other[1].x, one[1].y - other[1].y))
        / float(np.hypot(one[0].x - other[0].x, one[0].y - other[0].y))
        for one, other in combinations(known.items(), 2)
    ]
    return all(max(each) - min(each) <= ASKEW * max(each) * many for each, many in ((sides, 3), (scales, 1)))


def _is_sound(projection: Floats) -> bool:
    """Not mirrored, not folded, and large enough."""
    places = [(corner.x, corner.y) for corner in CORNERS]
    (a, b, c, d) = _through(projection, places)
    turns = [_turn(*three) for three in ((a, b, d), (b, d, c), (d, c, a), (c, a, b))]
    width = CORNERS[1].x - CORNERS[0].x
    return min(turns) > 0 and min(np.hypot(*(b - a)), np.hypot(*(d - c))) >= SMALLEST * width


def _turn(one: Floats, other: Floats, third: Floats) -> float:
    (ax, ay), (bx, by) = other - one, third - other
    return float(ax * by - ay * bx)


def _is_off(projection: Floats, code: Mark) -> bool:
    middle = tuple(start + CODE / 2 for start in CODE_AT)
    back = np.asarray(np.linalg.inv(projection), np.float64)
    (spot,) = _through(back, [(code.x, code.y)])
    return bool(np.hypot(*(spot - np.array(middle))) > OFF)


def _through(projection: Floats, points: Points) -> Floats:
    """Each point in a row."""
    return through(projection, np.array(points, np.float64))


def through(projection: Floats, points: Floats) -> Floats:
    """Points, two numbers each in the last axis, to where a projection takes them."""
    across = points @ projection[:2, :2].T + projection[:2, 2]
    depth = points @ projection[2, :2] + projection[2, 2]
    found: Floats = across / depth[..., None]
    return found
