"""Cut-outs of pages, upright and at one scale, however the page lay: what a person looks at to decide."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw

from ..heading import FACTS, SPARE_TOP
from ..page import HEIGHT, WIDTH, Bubble
from .account import Account
from .doubts import Doubt
from .pictures import Grey, NoPicture, Source, picture
from .registration import through
from .scanned import Scanned

Area = tuple[float, float, float, float]
"""Left, top, right and bottom in mm."""
CLOSE, FAR = 7.0, 4.0
"""Pixels a mm: of a few bubbles, and of a whole page."""
BEFORE, AROUND = 16.0, 4.5
"""mm: what stands before a row is its question's number."""
BESIDE, ABOVE = 3.0, 12.5
"""mm around a column: its neighbours are left out, the cell to write in is above it."""
RING, RED = 2.7, (200, 30, 40)
QUALITY = 70
"""Of JPEG: a row of bubbles takes three kilobytes."""


def address(cut: bytes) -> str:
    """Of a JPEG that is within its page."""
    return f"data:image/jpeg;base64,{b64encode(cut).decode()}"


def cut_outs(account: Account, sources: Mapping[str, Source]) -> dict[str, list[bytes]]:
    """JPEG by the ids of the account's open doubts; each page is opened once."""
    found: dict[str, list[bytes]] = {doubt.id: [] for doubt in account.open}
    wanted = [(at, doubt) for doubt in account.open for at in pages_of(account, doubt)]
    for at in sorted({at for at, _doubt in wanted}):
        page = account.scanned[at]
        own = [doubt for place, doubt in wanted if place == at]
        bubbles = [bubble for field in account.fields(at) for bubble in field.bubbles]
        for doubt, cut in _cut(page, sources[page.digest], own, bubbles):
            found[doubt.id].append(cut)
    return found


def pages_of(account: Account, doubt: Doubt) -> list[int]:
    """Places of the pages that a doubt is about."""
    if doubt.kind != "twice":
        return [doubt.page]
    keys = [option.value for option in doubt.options]
    return [at for at, page in enumerate(account.scanned) if page.key in keys]


def _cut(
    page: Scanned, source: Source, doubts: Sequence[Doubt], bubbles: Sequence[Bubble]
) -> Iterator[tuple[Doubt, bytes]]:
    try:
        grey = picture(source, page.page)
    except NoPicture:
        return
    for doubt in doubts:
        made = cut_out(grey, page, area_of(doubt), FAR if doubt.kind in ("corners", "twice") else CLOSE)
        if doubt.kind == "corners":
            made = _ringed(made, bubbles)
        yield doubt, _jpeg(made)


def area_of(doubt: Doubt) -> Area:
    """Of a number, the head with what is written there and its columns; of a page, all of it."""
    if doubt.kind == "number":
        return 10, FACTS - 2, WIDTH - 10, SPARE_TOP
    if doubt.field is None:
        return 0, 0, WIDTH, HEIGHT
    across = [bubble.x for bubble in doubt.field.bubbles]
    down = [bubble.y for bubble in doubt.field.bubbles]
    is_row = max(across) > min(across)
    before, above, behind = (BEFORE, AROUND, AROUND) if is_row else (BESIDE, ABOVE, BESIDE)
    return (
        max(0, min(across) - before),
        max(0, min(down) - above),
        min(WIDTH, max(across) + behind),
        min(HEIGHT, max(down) + AROUND),
    )


def cut_out(grey: Grey, page: Scanned, area: Area, scale: float) -> Image.Image:
    """From the pixels nearest to where the page's projection says."""
    left, top, right, bottom = area
    columns = np.arange(left, right, 1 / scale)
    rows = np.arange(top, bottom, 1 / scale)
    places = np.stack(np.meshgrid(columns, rows), -1)
    projection = np.array(page.projection).reshape(3, 3)
    spots = np.floor(through(projection, places)).astype(int)
    height, width = grey.shape
    across, down = spots[..., 0], spots[..., 1]
    inside = (across >= 0) & (across < width) & (down >= 0) & (down < height)
    found = np.where(inside, grey[down.clip(0, height - 1), across.clip(0, width - 1)], 255)
    return Image.fromarray(found.astype(np.uint8))


def _ringed(cut: Image.Image, bubbles: Sequence[Bubble]) -> Image.Image:
    """A whole page with a ring around where each bubble was looked for."""
    made = cut.convert("RGB")
    pen = ImageDraw.Draw(made)
    for bubble in bubbles:
        x, y, radius = bubble.x * FAR, bubble.y * FAR, RING * FAR
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=RED, width=2)
    return made


def _jpeg(cut: Image.Image) -> bytes:
    made = BytesIO()
    cut.save(made, "JPEG", quality=QUALITY)
    return made.getvalue()
