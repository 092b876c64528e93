"""The typefaces of what is printed: which ones a language is set in, and which characters they have."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import typst

from . import cmap
from .packages import FONTS, SCRIPTS

MONOSPACED = "DejaVu Sans Mono"
"""Comes with Typst; what it lacks is set in the face of the text."""

_ENDINGS = (".otf", ".ttf", ".ttc")
LATIN = "Noto Sans"
"""Has italics."""

_COLLECTED = "Noto Sans CJK SC"
_BY_REGION = {"tw": "TC", "hk": "HK", "mo": "HK"}
_BY_LANGUAGE = {"ja": "JP", "ko": "KR"}
_REGIONS = {"TC": "tw", "HK": "hk"}


@dataclass(frozen=True)
class Typeface:
    """`families` are asked one after another for a character.

    Where they have no weights, strong words are the same outlines drawn with a line.
    `region` is cn, tw or hk: how Chinese sets its punctuation.
    """

    families: tuple[str, ...]
    has_weights: bool = True
    region: str | None = None


def typeface(tag: str) -> Typeface:
    """The typeface for a language tag (BCP 47) such as zh-Hant-HK or zh_CN."""
    language, *rest = tag.replace("_", "-").lower().split("-")
    if language == "zh":
        return _chinese(rest)
    if face := _BY_LANGUAGE.get(language):
        return Typeface((f"Noto Sans CJK {face}", *_scripts()))
    return Typeface((LATIN, *_scripts(), _COLLECTED))


def _chinese(parts: list[str]) -> Typeface:
    """A script says more than a region: zh-Hans-HK is simplified."""
    face = None if "hans" in parts else next((_BY_REGION[part] for part in parts if part in _BY_REGION), None)
    if face is None and "hant" in parts:
        face = "TC"
    if face is None:
        return Typeface(("Noto Sans SC", _COLLECTED, *_scripts()), has_weights=False, region="cn")
    return Typeface((f"Noto Sans CJK {face}", *_scripts()), region=_REGIONS[face])


@cache
def all_fonts() -> typst.Fonts:
    return _fonts(*FONTS)


@cache
def _scripts() -> tuple[str, ...]:
    return tuple(sorted(_fonts(SCRIPTS, embedded=False).families()))


def _fonts(*packages: str, embedded: bool = True) -> typst.Fonts:
    folders = [str(resources.files(package)) for package in packages]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=embedded, font_paths=folders)


@cache
def characters() -> frozenset[int]:
    """What a text can be set in, whatever its language: every typeface ends in the same families."""
    return frozenset(code for file in _files() for code in _characters(file))


def _files() -> Iterator[Traversable]:
    for package in FONTS:
        yield from (file for file in resources.files(package).iterdir() if file.name.endswith(_ENDINGS))


def _characters(file: Traversable) -> Iterator[int]:
    with file.open("rb") as font:
        yield from cmap.characters(font)
