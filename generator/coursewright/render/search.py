"""What search knows: the names of all that can be linked to, and the text of every page in its parts.

Two files, so that a name is found before the texts have come. The browser (`browser/search/`) finds
what is typed anywhere in them, so no language need be cut into words. Questions are in neither:
those of a quiz are no part of its page, and what is marked `data-search-exclude` is left out.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape

from ..link.site import Site, Target
from ..words import Words
from .initials import initials
from .rendering import Rendering
from .urls import url_of

FOLDER = "docs/assets/coursewright"

_LEFT_OUT = re.compile(r"<([\w-]+)\b[^>]*\bdata-search-exclude\b.*?</\1>", re.S)
_HEADING = re.compile(r"^#{1,6} (?P<words>.+?)(?: \{ #(?P<anchor>\S+) \})?$", re.M)
_WITHIN_WORDS = re.compile(r"</?(?:a|b|i|s|em|strong|span|small|code|mark|sub|sup|u)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>|^#{1,6} ", re.M)
_NAMED = (
    "term",
    "person",
    "toolkit",
    "role",
    "section",
    "chapter",
    "quiz",
    "exam",
    "competency",
    "taxonomy",
    "node",
)
_NAMED_LAST = ("guide",)


def render_search(rendering: Rendering) -> None:
    """After all pages, for it reads them."""
    site = rendering.site
    parts = [part for page, (title, body) in rendering.bodies.items() for part in _parts(page, title, body)]
    for name, content in (("names", list(_names(site, rendering.words))), ("texts", parts)):
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        rendering.tree.add(f"{FOLDER}/{name}.json", text)


def _names(site: Site, words: Words) -> Iterator[tuple[str, str, list[str], str]]:
    """Address, kind, names (the title first), and the letters that the title's sounds begin with."""
    others = _other_names(site, words)
    for target in site.targets.values():
        if target.kind in (*_NAMED, *_NAMED_LAST):
            names = [target.title, *others.get(f"{target.kind}:{target.id}", ())]
            yield _address(target), target.kind, list(dict.fromkeys(names)), initials(target.title)


def _other_names(site: Site, words: Words) -> Mapping[str, tuple[str, ...]]:
    return {
        **{f"term:{id}": (*filter(None, [term.english]), *term.aliases) for id, term in site.terms.items()},
        **{f"role:{id}": (*role.model.aliases, role.model.code) for id, role in site.roles.items()},
        **{f"toolkit:{id}": (toolkit.model.code,) for id, toolkit in site.toolkits.items()},
        **{
            f"chapter:{chapter.id}": (words("Chapter {number}").format(number=chapter.number),)
            for chapter in site.chapters
        },
        **{f"section:{section.id}": (section.number,) for section in site.sections},
    }


def _address(target: Target) -> str:
    address = url_of(target.page)
    return f"{address}#{target.anchor}" if target.anchor else address


def _parts(page: str, title: str, body: str) -> Iterator[tuple[str, str, str, str]]:
    """Address, the page's title, the part's own heading or nothing, and its text."""
    address, heading, start = url_of(page), "", 0
    body = _LEFT_OUT.sub(" ", body)
    for found in _HEADING.finditer(body):
        if not found["anchor"]:
            continue
        yield address, title, heading, _plain(body[start : found.start()])
        address, heading, start = f"{url_of(page)}#{found['anchor']}", _plain(found["words"]), found.end()
    yield address, title, heading, _plain(body[start:])


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _WITHIN_WORDS.sub("", html))).split())
