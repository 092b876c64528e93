"""A deck for Anki (.apkg, the collection of schema 11 that every version reads), written by genanki.

What names a note is the id of its item and the course, so that a second import brings an edited item to
the same note and keeps what was learnt of it. A note is as new as the course: Anki takes the newer one.
"""

import sqlite3
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from html import escape
from itertools import count
from json import dumps

import genanki

from .zipped import zipped

_TEMPLATE = {
    "name": "1",
    "qfmt": '<div class="cw tex2jax_ignore">{{Front}}</div>',
    "afmt": '<div class="cw tex2jax_ignore">{{Front}}<hr id=answer>{{Back}}</div>',
}
_STYLE = """.card { font: 18px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
.cw { max-width: 40em; margin: 0 auto; text-align: start; }
.cw p { margin: .4em 0; }
.cw li { margin: .3em 0; }
.cw img { max-width: 100%; height: auto; }
.cw table { border-collapse: collapse; }
.cw :is(td, th) { border: 1px solid; padding: .2em .5em; }
.cw .why { opacity: .8; font-size: .92em; }
.cw .scene { border-inline-start: 3px solid; padding-inline-start: .8em; margin-bottom: 1em; }
"""
_LIBRARY = slice(96, 100)
"""Where a file of SQLite names the version of the library that wrote it (SQLite file format, 1.3)."""


@dataclass(frozen=True)
class Note:
    """`front` and `back` are HTML."""

    id: str
    front: str
    back: str
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Deck:
    """`name` is what people call it, `id` names it for good; `media` are its files by name."""

    id: str
    course: str
    name: str
    moment: datetime
    notes: Iterable[Note]
    media: Mapping[str, bytes]


def anki(deck: Deck) -> bytes:
    """Same deck, same bytes."""
    names = [*deck.media]
    files = {str(at): deck.media[name] for at, name in enumerate(names)}
    listed = dumps({str(at): name for at, name in enumerate(names)}).encode()
    return zipped({"collection.anki2": _collection(deck), "media": listed, **files})


def _collection(deck: Deck) -> bytes:
    made = genanki.Deck(_number("deck", deck.course, deck.id), _shown(deck.name))
    model = genanki.Model(
        _number("model", deck.course),
        f"coursewright {deck.course}",
        fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Id"}],
        templates=[_TEMPLATE],
        css=_STYLE,
    )
    for note in deck.notes:
        made.add_note(_note(note, model, deck.course))
    package = genanki.Package(made)
    moment = deck.moment.timestamp()
    with sqlite3.connect(":memory:") as database, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it takes any < behind an attribute for a mistake
        package.write_to_db(database.cursor(), moment, count(int(moment * 1000)))
        database.commit()
        content = bytearray(database.serialize())
    content[_LIBRARY] = bytes(4)
    return bytes(content)


def _note(note: Note, model: genanki.Model, course: str) -> genanki.Note:
    fields = [_inert(note.front), _inert(note.back), escape(note.id)]
    guid = genanki.guid_for("coursewright", course, note.id)
    return genanki.Note(model=model, fields=fields, guid=guid, tags=list(note.tags), sort_field=note.id)


def _inert(html: str) -> str:
    """HTML in which nothing reads as a sound, as LaTeX or as another field."""
    return html.replace("\x1f", "").replace("[", "&#91;").replace("{", "&#123;")


def _shown(name: str) -> str:
    """Anki takes :: for a deck within a deck."""
    return " ".join(name.replace("::", ":").split())


def _number(*names: str) -> int:
    """A number of 31 bits for something that keeps it for good."""
    return int.from_bytes(sha256(" ".join(names).encode()).digest()[:4], "big") >> 1 | 1 << 30
