"""The language a course is written in, as its author names it: a BCP 47 tag (RFC 5646).

It needs no catalog of interface words: a page says its course's language, and
what the interface says in it is in the nearest language that has a catalog.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Literal

from .words import LANGUAGES

TAG = r"^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?$"
"""Language, script and region, of which the first must be there."""

_RIGHT_TO_LEFT = {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
"""Scripts in use that run from right to left (ISO 15924)."""


@dataclass(frozen=True)
class Language:
    """`tag` as the author wrote it, such as ja, ar, es-419 or zh-Hant-HK."""

    tag: str

    @cached_property
    def subtags(self) -> tuple[str, str, str]:
        """Language, script and region in their usual case; what the tag leaves out is what is most likely."""
        own, script, region = _split(self.tag)
        shorter = (f"{own}_{script}_{region}", f"{own}_{region}", f"{own}_{script}", own)
        likely = next((found for key in shorter if (found := _global("likely_subtags").get(key))), own)
        return own, script or _split(likely)[1], region or _split(likely)[2]

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        return "rtl" if self.subtags[1] in _RIGHT_TO_LEFT else "ltr"

    def among(self, offered: tuple[str, ...], otherwise: str) -> str:
        """The tag of the list that says this language in this script most nearly: zh-Hant for zh-HK."""
        own, script, region = self.subtags
        known = {tag.lower(): tag for tag in offered}
        nearer = [self.tag, f"{own}-{script}-{region}", f"{own}-{region}", f"{own}-{script}", own]
        return next((known[tag.lower()] for tag in nearer if tag.lower() in known), otherwise)


def suggested_tag(written: str) -> str:
    """The tag probably meant by one that is none: zh-CN by zh_CN, ja by jp, de by German; or nothing."""
    tag = written.strip().replace("_", "-").split(".")[0]
    if re.fullmatch(TAG, tag) and is_language(tag):
        return tag
    return _named(written.strip().casefold()) or _spoken_in(tag)


def named(tag: str) -> str:
    """What a language in a script calls itself: 中文 (繁體) by zh-Hant."""
    from babel.core import Locale

    return str(Locale.parse(tag, sep="-").get_display_name())


def usual_tag(tag: str) -> str:
    """The tag as RFC 5646 (2.1.1) recommends to write it: zh-Hant-TW."""
    return "-".join(filter(None, _split(tag)))


def is_language(tag: str) -> bool:
    """Whether a tag's first part is a language: of two letters those of ISO 639-1, of three any.

    ISO 639-1 gets no new codes, and three letters name thousands of languages that no list here has.
    """
    own = _split(tag)[0]
    return len(own) == 3 or own in _global("likely_subtags") or own in _global("language_aliases")


def _split(tag: str) -> tuple[str, str, str]:
    """Language, script and region of a tag in their usual case, empty where it has none."""
    own, *rest = tag.replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == 4), "")
    region = next((part for part in rest if len(part) in (2, 3)), "")
    return own.lower(), script.title(), region.upper()


def _named(name: str) -> str:
    """The code of a language by its name in a language that we speak."""
    from babel.core import Locale

    names = (Locale.parse(ours).languages.items() for ours in LANGUAGES)
    return next((code for code, known in chain.from_iterable(names) if known.casefold() == name), "")


def _spoken_in(country: str) -> str:
    """The first official language of a country by its code, for whoever writes cn or jp."""
    from babel.languages import get_official_languages

    return next(iter(get_official_languages(country.upper())), "")


def _global(table: str) -> Mapping[str, Any]:
    """A table of Unicode's that Babel brings; imported late, for most commands need none."""
    from babel.core import get_global

    return get_global(table)  # type: ignore[arg-type]  # one of the names it knows
