"""A course's texts → a catalog, new or brought up to date, as translators' programs open it."""

from collections.abc import Iterable
from datetime import datetime
from difflib import get_close_matches
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from .po_file import PoFile
from .text import Text


def updated(file: PoFile, texts: Iterable[Text], language: str, course: str, date: datetime) -> bytes:
    """The catalog with exactly these texts: translations are kept, what is gone is kept aside.

    A new text whose likeness stood in the same file gets that one's translation,
    marked fuzzy. `date` is the edition's: the same texts make the same bytes.
    """
    template = _template(texts, date)
    catalog = file.catalog if file.text else _fresh(language, course, date)
    _revive(catalog)
    catalog.update(template, no_fuzzy_matching=True)
    _match(catalog)
    return _written(catalog)


def _template(texts: Iterable[Text], date: datetime) -> Catalog:
    template = Catalog(creation_date=date, fuzzy=False)
    for text, place, field in texts:
        template.add(text, locations=[(place.file, place.line)], auto_comments=[field])
    return template


def _fresh(language: str, course: str, date: datetime) -> Catalog:
    return Catalog(
        language.replace("-", "_"),
        project=course,
        version=date.date().isoformat(),
        header_comment=f"# {course}: {language}",
        fuzzy=False,
    )


def _revive(catalog: Catalog) -> None:
    """What was kept aside may be asked for again."""
    for message in catalog.obsolete.values():
        catalog[message.id] = message
    catalog.obsolete.clear()


def _match(catalog: Catalog) -> None:
    gone: dict[str, dict[str, Message]] = {}
    for message in catalog.obsolete.values():
        for name, _line in message.locations if message.string else ():
            gone.setdefault(name, {})[str(message.id)] = message
    for message in catalog:
        if not message.string and message.id:
            candidates = {
                id: old for name, _line in message.locations for id, old in gone.get(name, {}).items()
            }
            _take(message, candidates, catalog)


def _take(message: Message, candidates: dict[str, Message], catalog: Catalog) -> None:
    """The translation of the text most like it, to be looked at again."""
    for near in get_close_matches(str(message.id), candidates, 1):
        message.string = candidates[near].string
        message.user_comments = candidates[near].user_comments
        message.flags.add("fuzzy")
        catalog.delete(near)
        catalog.obsolete.pop(near, None)


def _written(catalog: Catalog) -> bytes:
    """A line of the catalog for a line of the text; a per cent sign makes no format of a text."""
    catalog.charset = "utf-8"
    for message in catalog:
        message.flags -= {"python-format", "python-brace-format"}
    stream = BytesIO()
    write_po(stream, catalog, width=0)
    return stream.getvalue()
