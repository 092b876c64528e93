"""The bytes of a source file → its text, as long as they are UTF-8."""

import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from ..diagnostics import Place, Problem
from .syntax import problem_at

if TYPE_CHECKING:
    from .source_file import SourceFile

_LINE_SEPARATOR = re.compile("[\x85\u2028\u2029]")
"""YAML breaks lines at these, editors do not: the line numbers would not be the author's."""


def decoded(file: "SourceFile", raw: bytes) -> str | None:
    """The text, or None when it is none; then the file has a problem more."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        file.problems.append(Problem("CW0102", Place(file.path), {"encoding": "UTF-16"}))
        return None
    bare = raw.removeprefix(BOM_UTF8)
    try:
        text = bare.decode()
    except UnicodeDecodeError as error:
        file.problems.append(_no_utf8(file.path, bare, error.start))
        return None
    if match := _LINE_SEPARATOR.search(text):
        file.text = text
        file.problems.append(problem_at(file, match.start()))
        return None
    return text


def _no_utf8(path: str, raw: bytes, at: int) -> Problem:
    good = raw[:at].decode()
    place = Place(path, good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1)
    return Problem("CW0103", place, {"byte": f"0x{raw[at]:02X}"})
