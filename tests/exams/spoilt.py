"""What scanners, copiers and phones make of a page."""

import io

import numpy as np
from PIL import Image
from scanned import MM, Grey


def scaled(grey: Grey, dpi: int) -> Grey:
    size = round(grey.shape[1] * dpi / 200), round(grey.shape[0] * dpi / 200)
    return np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BOX))


def one_bit(grey: Grey) -> Grey:
    return np.where(grey < 128, 0, 255).astype(np.uint8)


def jpeg(grey: Grey, quality: int) -> bytes:
    made = io.BytesIO()
    Image.fromarray(grey).save(made, "JPEG", quality=quality)
    return made.getvalue()


def squeezed(grey: Grey) -> Grey:
    return np.asarray(Image.open(io.BytesIO(jpeg(grey, 20))))


def torn(grey: Grey, corner: str = "bottom-right", size: float = 24) -> Grey:
    """Without a corner, whose legs are `size` mm: what is behind is black."""
    rows, columns = np.indices(grey.shape)
    down = grey.shape[0] - 1 - rows if corner.startswith("bottom") else rows
    across = grey.shape[1] - 1 - columns if corner.endswith("right") else columns
    return np.where(down + across < size * MM, 20, grey).astype(np.uint8)


def lined(grey: Grey, x: float = 60) -> Grey:
    """A black line down the page, as a hair on the scanner's glass makes it."""
    made = grey.copy()
    made[:, int(x * MM) : int((x + 0.5) * MM)] = 0
    return made


def skewed(grey: Grey, degrees: float) -> Grey:
    return np.asarray(Image.fromarray(grey).rotate(degrees, Image.Resampling.BILINEAR, True, fillcolor=255))


def photographed(grey: Grey, seed: int = 0) -> Grey:
    """By a phone, from a side, on a dark table, with light that falls off."""
    height, width = grey.shape
    chance = np.random.default_rng(seed)
    wide, tall = round(width * 1.15), round(height * 1.12)
    shift = chance.uniform(0.0, 0.05, (4, 2)) * (width, height)
    left, top = wide * 0.05, tall * 0.04
    corners = np.array(
        [
            (left + shift[0, 0], top + shift[0, 1]),
            (left + width - shift[1, 0], top + shift[1, 1]),
            (left + width - shift[2, 0], top + height - shift[2, 1]),
            (left + shift[3, 0], top + height - shift[3, 1]),
        ]
    )
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], float)
    rows = []
    for (x, y), (u, v) in zip(corners, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    back = np.linalg.solve(np.array(rows), source.ravel())
    made = Image.fromarray(grey).transform(
        (wide, tall), Image.Transform.PERSPECTIVE, tuple(back), Image.Resampling.BILINEAR, fillcolor=60
    )
    down, across = np.mgrid[0 : 1 : tall * 1j, 0 : 1 : wide * 1j]
    light = 0.95 - 0.35 * across - 0.15 * down
    noise = chance.normal(0, 4, (tall, wide))
    return (np.asarray(made) * light + noise).clip(0, 255).astype(np.uint8)
