"""Pages of PDF files as pictures, cut to what is on them."""

from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

WIDTH = 662
"""Pixels: as wide as a text's column."""
EDGE = 18
FINE = 3
"""Drawn so many times larger first: small bold letters run together else."""
Share = tuple[float, float]


def printed(file: Path, number: int = 0, *, share: Share = (0, 1)) -> Image.Image:
    """A page, of which `share` is kept from top to bottom; white below is cut off."""
    document = pypdfium2.PdfDocument(file)
    try:
        page = document[number]
        large = page.render(scale=FINE * WIDTH / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    shown = large.resize((WIDTH, round(large.height / FINE)), Image.Resampling.LANCZOS)
    top, bottom = (round(part * shown.height) for part in share)
    return framed(shown.crop((0, top, WIDTH, bottom)))


def framed(picture: Image.Image) -> Image.Image:
    """Without what is white below, and with an edge, which a white page would not show."""
    inked = np.flatnonzero((np.asarray(picture.convert("L")) < 250).any(axis=1))
    height = min(picture.height, int(inked[-1]) + EDGE)
    made = Image.new("RGB", (picture.width, height), "#c9c9c9")
    made.paste(picture.crop((1, 1, picture.width - 1, height - 1)), (1, 1))
    return made
