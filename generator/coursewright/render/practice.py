"""Questions as a page by itself, for a learning platform: what is on the site, and what tells the platform.

The page has the same fields, modules and styles as a quiz of the site. Of the course's files it has those
that its questions show; it links to nothing of the site, for a package is read where there is none.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from ..link.site import Site, SiteItem
from ..model.items.interaction import (
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Number,
    Texts,
)
from ..model.markup import on_one_line
from ..styles.tokens import tokens_css
from ..words import Words
from .code import page_modules, page_style
from .markdown import Reading, block
from .media import MEDIA
from .packed_media import PackedMedia
from .questions import questions
from .rendering import Rendering
from .urls import ROOT
from .xapi import described

Adapter = Literal["scorm12", "scorm2004", "cmi5"]
"""Which module of `browser/lms/` tells the platform."""

PAGE = "index.html"
_PAGE = "package.md"
"""No page of the site has this name."""
_ELSEWHERE = re.compile(rf'="{re.escape(ROOT)}(?!{MEDIA})|<a [^>]*\bdownload\b')


@dataclass(frozen=True)
class Asking:
    """A quiz, or questions that are asked like one: `cut` is in percent, `activity` an address of its own."""

    id: str
    title: str
    summary: str
    cut: int
    activity: str
    items: tuple[SiteItem, ...]


def practice(site: Site, asking: Asking, adapter: Adapter) -> Mapping[str, bytes]:
    """Path → bytes, `index.html` first; all paths are ASCII in lower case. Same questions, same bytes."""
    rendering = Rendering(site)
    reading = replace(rendering.reading(_PAGE), linked=False)
    shown = PackedMedia(site, MEDIA)
    entry = f"lms/{adapter}.mjs"
    html = rendering.fill(
        "package.html",
        reading,
        asking=asking,
        language=rendering.language,
        entry=entry.replace(".mjs", ".js"),
        about=_about(asking, site.course.language, rendering.words),
        objectives=_objectives(asking.items),
    )
    return {
        PAGE: shown.named(html).encode(),
        "tokens.css": tokens_css(site.tokens, asking.title).encode(),
        "coursewright.css": page_style(),
        **page_modules(rendering.words.language, entry),
        **shown.files,
    }


def unfit(site: Site, items: Sequence[SiteItem], words: Words) -> list[str]:
    """The ids of items that show pictures of documents, or have files with them: only the site has these."""
    reading = Reading(_PAGE, site.targets, media=site.media)
    found = {item.id: _apart(item, reading, words) for item in items}
    return [id for id, html in found.items() if _ELSEWHERE.search(html)]


def _apart(item: SiteItem, reading: Reading, words: Words) -> str:
    """Its HTML as the package would have it, but with the files that it links to."""
    html = str(questions([item], replace(reading, linked=False), words))
    texts = [item.model.stem, item.model.explanation or "", item.case.stimulus if item.case else ""]
    return html + "".join(_files(block(text, reading)) for text in texts)


def _files(html: str) -> str:
    return "".join(re.findall(r"<a [^>]*\bdownload\b", html))


def _objectives(items: Sequence[SiteItem]) -> list[tuple[str, str, str]]:
    """Each objective with its text and the ids of its items."""
    ids: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for item in items:
        ids.setdefault(item.model.objective, []).append(item.id)
        texts[item.model.objective] = item.objective.text
    return [(id, texts[id], " ".join(its)) for id, its in ids.items()]


def _about(asking: Asking, language: str, words: Words) -> str:
    """What `browser/lms/about.mjs` reads, fit for a script element."""
    said = {
        "id": asking.id,
        "title": asking.title,
        "language": language,
        "activity": asking.activity,
        "cut": asking.cut,
        "items": {item.id: dict(_item(item, words)) for item in asking.items},
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _item(item: SiteItem, words: Words) -> Iterator[tuple[str, Any]]:
    asked = item.model.asked(words)
    yield "edition", item.model.edition
    yield "stem", on_one_line(item.model.stem)
    yield "asked", described(asked.interaction)
    match asked:
        case AskedChoice(interaction, key):
            yield "key", [option.id for option in interaction.options if option.id in key]
        case AskedOrder(_, steps):
            yield "key", list(steps)
        case AskedMatch(_, targets):
            yield "key", dict(targets)
        case AskedGaps(_, accepted):
            yield "key", {gap: _accepted(expected) for gap, expected in accepted.items()}
        case AskedWritten(_, criteria):
            yield "key", []
            yield "criteria", [criterion.id for criterion in criteria]


def _accepted(expected: Texts | Number) -> list[str] | dict[str, str]:
    if isinstance(expected, Texts):
        return list(expected.accepted)
    value, tolerance = Decimal(expected.value), Decimal(expected.tolerance)
    return {"value": expected.value, "low": f"{value - tolerance:f}", "high": f"{value + tolerance:f}"}
