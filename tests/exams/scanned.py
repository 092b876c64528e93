"""Pages of a PDF as a scanner sees them, and what stands where on them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import zxingcpp

DPI = 200
MM = DPI / 25.4
"""Pixels."""
CODES = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Aztec, zxingcpp.BarcodeFormat.AztecRune])

Grey = Any
"""Rows of pixels, from 0 for black to 255."""


@dataclass(frozen=True)
class Found:
    """A code with its middle in mm from the page's upper left corner."""

    text: str
    x: float
    y: float


def pages(made: bytes, dpi: int = DPI) -> list[Grey]:
    document = pypdfium2.PdfDocument(made)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_numpy().copy() for page in document]
    finally:
        document.close()


def turned(page: Grey) -> Grey:
    """Upside down."""
    return np.ascontiguousarray(page[::-1, ::-1])


def copied(page: Grey, times: int, seed: int) -> Grey:
    """What a copier without greys makes of it, again and again: soft edges, specks, and a threshold."""
    chance = np.random.default_rng(seed)
    for _ in range(times):
        soft = (
            sum(
                np.roll(page.astype(float), (down, right), (0, 1))
                for down in (-1, 0, 1)
                for right in (-1, 0, 1)
            )
            / 9
        )
        page = np.where(soft + chance.normal(0, 8, page.shape) > chance.integers(110, 180), 255, 0).astype(
            np.uint8
        )
    return page


def codes(page: Grey) -> list[Found]:
    return [_found(each) for each in zxingcpp.read_barcodes(page, formats=CODES)]


def _found(code: zxingcpp.Barcode) -> Found:
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
    x, y = (sum(getattr(corner, name) for corner in corners) / 4 / MM for name in "xy")
    return Found(code.text, x, y)


def darkness(page: Grey, x: float, y: float, radius: float) -> float:
    """Of a disc in mm: 0 for white, 1 for black."""
    rows, columns = np.ogrid[: page.shape[0], : page.shape[1]]
    top, left = max(0, int((y - radius) * MM) - 1), max(0, int((x - radius) * MM) - 1)
    size = int(2 * radius * MM) + 4
    part = page[top : top + size, left : left + size]
    rows, columns = rows[top : top + size], columns[:, left : left + size]
    inside = (rows + 0.5 - y * MM) ** 2 + (columns + 0.5 - x * MM) ** 2 <= (radius * MM) ** 2
    return float(1 - part[inside].mean() / 255)


_ANGLES = np.linspace(0, 2 * np.pi, 48, endpoint=False)


def ring(page: Grey, x: float, y: float, radius: float) -> float:
    """How dark a circle's line is."""
    columns = ((x + radius * np.cos(_ANGLES)) * MM).astype(int)
    rows = ((y + radius * np.sin(_ANGLES)) * MM).astype(int)
    return float(1 - page[rows, columns].mean() / 255)


def off(page: Grey, x: float, y: float, radius: float) -> float:
    """How far from where it should be a circle is drawn, in mm: where its line is darkest."""
    steps = [step / MM / 2 for step in range(-6, 7)]
    spots = [(right, down) for right in steps for down in steps]
    best = max(
        spots,
        key=lambda each: (
            round(ring(page, x + each[0], y + each[1], radius), 3),
            -abs(each[0]) - abs(each[1]),
        ),
    )
    return float(np.hypot(*best))
