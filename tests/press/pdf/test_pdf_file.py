"""The PDF as a file: what Typst accepts as PDF/UA-1, its properties, the same bytes."""

import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from pdfparts import pages, tool
from sample import document, typical

from coursewright.press.pdf import pdf, png
from coursewright.press.picture import picture


def test_a_typical_role_is_two_pages() -> None:
    assert pages(pdf(typical())) == 2


def test_it_says_that_it_is_pdf_ua() -> None:
    made = pdf(typical())
    assert re.search(rb"pdfuaid:part(>|=\")1", made)
    assert b"/Marked true" in made
    assert b"(zh-CN)" in made


def test_its_data_are_in_its_properties() -> None:
    said = tool("pdfinfo", pdf(typical()))
    for line in ("园丁岗位说明书", "岗位说明书", "园艺公司", "园丁, G-01", "A4"):
        assert line in said
    assert re.search(r"Tagged: +yes", said)
    assert re.search(r"CreationDate: .*Nov 2[34] .*2026", said)


def test_the_same_document_gives_the_same_bytes_in_every_process() -> None:
    script = (
        "import hashlib; from coursewright.press.pdf import pdf; from sample import typical; "
        "print(hashlib.sha256(pdf(typical())).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert other.stdout.strip() == hashlib.sha256(pdf(typical())).hexdigest()


def test_threads_may_print_at_once() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(lambda _: pdf(typical()), range(8)))) == 1


def test_the_first_page_is_a_picture() -> None:
    made = picture(png(typical()))
    assert (made.kind, made.width, made.height) == ("png", 794, 1123)


def test_a_date_is_a_date() -> None:
    for wrong in ("", "soon", "2026-13-01"):
        with pytest.raises(ValueError):  # noqa: PT011 - int's words or calendar's
            pdf(replace(document(), date=wrong))
