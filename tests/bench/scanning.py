"""Answer sheets that were scanned: pages a second, and memory."""

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rows import Row

sys.path += [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "exams")]  # sheets of the tests

from filled import pile, some_marks
from PIL import Image
from scanned import Grey
from sessions import NAME, session

PAGES = 400
MOST_MEGABYTES = 600
"""Of all processes together, however many pages there are."""
_MEASURED = """\
import resource, sys
from coursewright.commands.main import run
code = run(sys.argv[1:])
own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print((own + 2 * others) // 1024)
sys.exit(code)
"""


def scanned_sheets(scratch: Path) -> list[Row]:
    """The same few sheets again and again: most pages are duplicates in the end, and all of them are read."""
    shutil.rmtree(scratch, ignore_errors=True)
    session(scratch)
    sheets = pile(scratch)
    pages = [page for serial in (1, 2, 3, 4) for page in sheets.sheet(serial, some_marks(sheets, serial))]
    return [_measured(_saved(scratch / f"pages.{ending}", pages), scratch) for ending in ("pdf", "tif")]


def _saved(file: Path, pages: Sequence[Grey]) -> Path:
    first, *others = (Image.fromarray(pages[at % len(pages)]) for at in range(PAGES))
    options = {"compression": "tiff_deflate"} if file.suffix == ".tif" else {"resolution": 200}
    first.save(file, save_all=True, append_images=others, **options)
    return file


def _measured(file: Path, root: Path) -> Row:
    asked = ["exam", "scan", NAME, str(file), "--by", "bench", "--course", str(root)]
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *asked], check=True, capture_output=True, text=True
    )
    took = time.perf_counter() - start
    megabytes = int(done.stdout.split()[-1])
    what = f"{PAGES} scanned pages ({file.suffix[1:].upper()}, 200 dpi) read, all of the command"
    said = f"{PAGES / took:.0f} pages a second, {megabytes} MB"
    return Row(what, said, "", "", "", f"≤ {MOST_MEGABYTES} MB", megabytes <= MOST_MEGABYTES)
