"""The pictures of the guides, made anew from a rehearsal in each language: `make pictures`."""

import re
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / part) for part in ("", "exams", "site")]

from output import serving  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from prints import printed  # noqa: E402
from rehearsed import Rehearsed  # noqa: E402
from screens import screens  # noqa: E402
from visitors import chromium_here  # noqa: E402

STARTERS = ROOT / "generator/coursewright/starter"
FOLDERS = {
    "zh-CN": (ROOT / "content/media", STARTERS / "zh-CN/content/media"),
    "en": (STARTERS / "en/content/media",),
}
COLOURS = 48
"""So many are enough for text in grey, an accent and its shades."""


def main() -> None:
    for folder in (folder for folders in FOLDERS.values() for folder in folders):
        _hold_places(folder)
    for language, folders in FOLDERS.items():
        with tempfile.TemporaryDirectory() as scratch:
            made = Rehearsed(Path(scratch), language)
            made.play()
            for name, picture in pictures(made):
                content = _packed(picture)
                for folder in folders:
                    (folder / f"{name}.webp").write_bytes(content)


def pictures(made: Rehearsed) -> Iterator[tuple[str, Image.Image]]:
    """Name → picture."""
    session, played = made.session, made.played
    yield "exam-slip", printed(session / "web/slips.pdf", share=(0, 0.25))
    yield "exam-cover", printed(session / f"papers/{session.name}-A.pdf", share=(0, 0.78))
    yield "exam-proof", printed(session / "proof.pdf", share=(0, 0.92))
    yield "exam-seats", printed(session / "sheets/seat-plan-01.pdf", share=(0, 0.35))
    yield "exam-sheet", printed(session / "sheets/answer-sheets.pdf")
    yield "exam-letter", printed(played / "results/letters.pdf")
    yield "exam-analysis", printed(played / "analysis-1/report.pdf", share=(0, 0.86))
    yield "certificate", printed(made.certificates[1].with_suffix(".pdf"))
    with sync_playwright() as playwright, serving(made.root / "site") as site:
        browser = playwright.chromium.launch(executable_path=chromium_here(), args=["--no-sandbox"])
        yield from screens(browser, made, site)
        browser.close()


def _hold_places(media: Path) -> None:
    """A course is not begun with a guide that shows what is not there yet."""
    media.mkdir(exist_ok=True)
    for guide in (media.parent / "guides").glob("*.yml"):
        for name in re.findall(r"\(picture:([\w-]+)\.webp\)", guide.read_text("utf-8")):
            if not (media / f"{name}.webp").exists():
                (media / f"{name}.webp").write_bytes(_packed(Image.new("RGB", (1, 1))))


def _packed(picture: Image.Image) -> bytes:
    """As WebP in few colours, without loss of any edge."""
    packed = BytesIO()
    plain = picture.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
    plain.save(packed, "WEBP", lossless=True, quality=90, method=4)
    return packed.getvalue()


if __name__ == "__main__":
    main()
