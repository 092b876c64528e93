"""Codes that a scanner reads, as squares: Aztec Code and Aztec Rune (ISO/IEC 24778), and QR codes.

The Aztec ones are found by the rings in their middle, on a page that stands on its head as well, and want no
white around them.
"""

from typing import Any

import zxingcpp


def rune(number: int) -> str:
    """A rune, 0 to 255, of 11 × 11 squares as the path of an SVG, a square one unit wide."""
    return _path(str(number), zxingcpp.BarcodeFormat.AztecRune)


def aztec(text: str) -> tuple[str, int]:
    """A text of capital letters and digits as the path of an SVG, and how many squares a side it has."""
    return _path(text, zxingcpp.BarcodeFormat.Aztec), len(_rows(text, zxingcpp.BarcodeFormat.Aztec))


def _path(text: str, format: zxingcpp.BarcodeFormat) -> str:
    return _drawn(_rows(text, format))


def _drawn(rows: list[list[int]]) -> str:
    return "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, value in enumerate(row) if not value
    )


def _rows(text: str, format: zxingcpp.BarcodeFormat, **options: str) -> list[list[int]]:
    """Squares by row, 0 where they are black."""
    image = zxingcpp.create_barcode(text, format, **options).to_image(scale=1, add_quiet_zones=False)
    squares: Any = memoryview(image)  # type: ignore[arg-type]  # it has the buffer protocol
    rows: list[list[int]] = squares.tolist()
    return rows


def qr(text: str) -> tuple[str, int]:
    """A QR code (ISO/IEC 18004, correction L) as the path of an SVG, and how many squares a side it has.

    It wants four squares of white around it. Raises ValueError for more than a code can hold.
    """
    rows = _rows(text, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    return _drawn(rows), len(rows)
