"""The typefaces of what is printed: which ones a language is set in, and which characters they have."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import IO

import typst

COLLECTION = "manimgx_fonts_cjk"
"""Noto Sans CJK in every weight: a face for each way of writing Chinese characters."""

PACKAGES = (COLLECTION,)
"""Folders of fonts. Their versions are part of what makes a file."""

MONOSPACED = "DejaVu Sans Mono"
"""Comes with Typst; what it lacks is set in the face of the text."""

_BY_REGION = {"tw": "TC", "hk": "HK", "mo": "HK"}
_BY_LANGUAGE = {"ja": "JP", "ko": "KR"}


@dataclass(frozen=True)
class Typeface:
    """`families` are asked one after another for a character."""

    families: tuple[str, ...]
    region: str | None
    """How Chinese sets its punctuation: cn, tw or hk."""


def typeface(tag: str) -> Typeface:
    """The typeface for a language tag (BCP 47) such as zh-Hant-HK or zh_CN."""
    language, *rest = tag.replace("_", "-").lower().split("-")
    face = _BY_LANGUAGE.get(language, "SC")
    if language == "zh" and "hans" not in rest:
        face = next(
            (_BY_REGION[part] for part in rest if part in _BY_REGION), "TC" if "hant" in rest else "SC"
        )
    region = {"SC": "cn", "TC": "tw", "HK": "hk"}.get(face) if language == "zh" else None
    return Typeface((f"Noto Sans CJK {face}",), region)


@cache
def all_fonts() -> typst.Fonts:
    folders = [str(resources.files(package)) for package in PACKAGES]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


@cache
def characters() -> frozenset[int]:
    """What a text can be set in: every face has the characters of the collection."""
    return frozenset(code for file in _files() for code in _characters(file))


def _files() -> Iterator[Traversable]:
    for package in PACKAGES:
        yield from (
            file for file in resources.files(package).iterdir() if file.name.endswith((".otf", ".ttc"))
        )


def _characters(file: Traversable) -> Iterator[int]:
    """The format 12 subtable of `cmap` (OpenType 1.9) in a font, or in the first of a collection: they all have the same."""
    with file.open("rb") as stream:
        cmap = _table(stream, b"cmap")
    (subtables,) = struct.unpack_from(">2xH", cmap)
    starts = [start for _, _, start in struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * subtables])]
    start = next(start for start in starts if cmap[start : start + 2] == b"\0\x0c")
    (groups,) = struct.unpack_from(">12xL", cmap, start)
    for first, last in struct.iter_unpack(">LL4x", cmap[start + 16 : start + 16 + 12 * groups]):
        yield from range(first, last + 1)


def _table(stream: IO[bytes], name: bytes) -> bytes:
    head = stream.read(16)
    font = struct.unpack(">12xL", head)[0] if head.startswith(b"ttcf") else 0
    stream.seek(font)
    (tables,) = struct.unpack(">4xH6x", stream.read(12))
    places = {tag: (at, size) for tag, _, at, size in struct.iter_unpack(">4sLLL", stream.read(16 * tables))}
    at, size = places[name]
    stream.seek(at)
    return stream.read(size)
