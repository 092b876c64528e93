"""Damaged pictures: whatever Pillow raises for them is one of the kinds that are told as unreadable."""

import random
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from coursewright.exams.scanning.pictures import NoPicture, picture, source
from coursewright.exams.sealing.arriving import arrivals

GOOD = Image.fromarray(np.random.default_rng(1).integers(0, 255, (60, 80, 3), dtype=np.uint8))
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "png": ("PNG", {}),
    "jpg": ("JPEG", {}),
    "webp": ("WEBP", {}),
    "bmp": ("BMP", {}),
    "gif": ("GIF", {}),
    "tif": ("TIFF", {"compression": "tiff_lzw"}),
    "tiff": ("TIFF", {"save_all": True, "append_images": [GOOD.convert("L")]}),
}


def content(kind: str) -> bytes:
    out = BytesIO()
    name, options = KINDS[kind]
    GOOD.save(out, name, **options)
    return out.getvalue()


def altered(good: bytes, chance: random.Random) -> bytes:
    """Most of it in the head, where sizes, offsets and counts are."""
    made = bytearray(good)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(min(len(made), 400) if chance.random() < 0.7 else len(made))
        match chance.randrange(3):
            case 0:
                made[at] = chance.randrange(256)
            case 1:
                del made[at : at + chance.randrange(1, 30)]
            case _:
                made[at:at] = chance.randbytes(chance.randrange(1, 20))
        made += bytes(max(0, 20 - len(made)))
    return bytes(made)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.filterwarnings("ignore")
def test_of_hundreds_of_damaged_pictures_each_is_read_or_told(
    kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    chance, good = random.Random(20261128), content(kind)
    file = tmp_path / f"one.{kind}"
    unread = 0
    for _ in range(300):
        file.write_bytes(altered(good, chance))
        assert [each.code for each in arrivals([file]).problems][:1] in (["CW1304"], ["CW1301"])
        try:
            found = source(file)
            assert picture(found, min(2, found.pages)).ndim == 2
        except NoPicture:
            unread += 1
    assert unread > 50
    capfd.readouterr()
