"""A Typst program and its data → PDF, or a picture of each page.

A program is fixed and its data are JSON in `sys.inputs.data`: text is placed,
never evaluated. So documents, and papers and certificates after them, differ by
their program alone.
"""

import base64
import calendar
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal

import typst

from .fonts import all_fonts
from .picture import Picture

Data = dict[str, Any]
Standard = Literal["ua-1", "a-2a", "a-3a"]

DOCUMENT = "document.typ"

SCREEN = 96
"""Pixels an inch of a picture."""


def typeset(
    program: str | bytes,
    data: Mapping[str, Any],
    *,
    date: str = "",
    format: Literal["pdf", "png"] = "pdf",
    standards: Sequence[Standard] = ("ua-1",),
) -> list[bytes]:
    """One PDF, or a PNG for each page, with the program's fonts; the same input gives the same bytes.

    `program` is the name of one in this folder, or the program itself, such as `laid_out` makes;
    `date` (YYYY-MM-DD) is written into a PDF as that of its making. Safe in any thread. Raises
    ValueError for another date, typst.TypstError when a picture among the data is damaged.
    """
    source = _program(program) if isinstance(program, str) else program
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    compiler = typst.Compiler(source, font_paths=all_fonts(), ignore_system_fonts=True, sys_inputs=inputs)
    if format == "png":
        made = compiler.compile(format="png", ppi=SCREEN)
    else:
        made = compiler.compile(format="pdf", pdf_standards=list(standards), timestamp=_seconds(date))
    return [made] if isinstance(made, bytes) else made or []


def laid_out(own: bytes) -> bytes:
    """A program whose own lines stand behind the page and the blocks of documents."""
    return _program(DOCUMENT) + own


def picture_data(picture: Picture, widest: float, highest: float, most: float) -> Data:
    """A picture for a program: SVG, width and height in mm; a pixel is at most `most` mm.

    Inside an SVG, because what Typst is given is text, and a list of numbers would be four times as long.
    """
    scale = min(most, widest / picture.width, highest / picture.height)
    size = f'width="{picture.width}" height="{picture.height}"'
    source = f"data:image/{picture.kind};base64,{base64.b64encode(picture.content).decode('ascii')}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{source}"/></svg>'
    return {"svg": svg, "width": picture.width * scale, "height": picture.height * scale}


@cache
def _program(name: str) -> bytes:
    return resources.files(__package__).joinpath(name).read_bytes()


def _seconds(date: str) -> int:
    year, month, day = map(int, date.split("-"))
    return calendar.timegm((year, month, day, 0, 0, 0))
