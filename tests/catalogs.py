"""The interface's source strings, and the catalogs brought up to date with them.

`python tests/catalogs.py` adds new strings to every catalog, untranslated, and
drops those that are gone; `test_words.py` holds that nothing is left untranslated.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from coursewright.words import LANGUAGES

PACKAGE = Path(__file__).parent.parent / "generator" / "coursewright"
KEYWORDS = {"_": None, "words": None, "_words": None, "plural": (1, 2)}
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: coursewright\\n"
"Language: {language}\\n"
"Plural-Forms: {forms}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
METHODS = [("pages/**.html", "jinja2.ext:babel_extract"), ("starter/**", "ignore"), ("**.py", "python")]

Source = str | tuple[str, str]
"""A string, or the singular and the plural of one that goes with a count."""


def source_strings() -> dict[Source, list[str]]:
    """Every source string with the files it stands in."""
    found: dict[Source, set[str]] = {}
    for source, file in (*_extracted(), *_browser_words()):
        found.setdefault(source, set()).add(file)
    return {source: sorted(found[source]) for source in sorted(found, key=_first)}


def _extracted() -> Iterator[tuple[Source, str]]:
    for file, _, message, _, _ in extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS, strip_comment_tags=False
    ):
        yield _source(message), Path(file).as_posix()


def _browser_words() -> Iterator[tuple[Source, str]]:
    for file, words in browser_words().items():
        for source in words.values():
            yield source if isinstance(source, str) else (source["one"], source["other"]), file


def browser_words() -> dict[str, dict[str, str | dict[str, str]]]:
    """What each folder of the browser says: key → source string, or its forms by category, by the file."""
    files = sorted((PACKAGE / "browser").rglob("words.json"))
    return {file.relative_to(PACKAGE).as_posix(): json.loads(file.read_text("utf-8")) for file in files}


def write_modules() -> None:
    """The words of the browser in English, as the modules that its tests and its types read."""
    for file, words in browser_words().items():
        said = {
            key: word if isinstance(word, str) else {"language": "en", **word} for key, word in words.items()
        }
        text = json.dumps(said, ensure_ascii=False, indent=2)
        (PACKAGE / file).with_suffix(".mjs").write_text(f"export default {text};\n", encoding="utf-8")


def _source(message: object) -> Source:
    """As Babel has it: a pair for a plural."""
    if isinstance(message, str):
        return message
    assert isinstance(message, list | tuple)
    singular, plural = message
    return singular, plural


def _first(source: Source) -> str:
    return source if isinstance(source, str) else source[0]


def catalog_file(language: str) -> Path:
    return PACKAGE / "words" / "locale" / language / "LC_MESSAGES" / "coursewright.po"


def read_catalog(language: str) -> dict[Source, tuple[str, ...]]:
    """Source string → its translation, or one for each plural form; empty texts are not translated yet."""
    with catalog_file(language).open("rb") as stream:
        messages = [message for message in read_po(stream, locale=language) if message.id]
    return {_source(message.id): _texts(message.string) for message in messages}


def _texts(string: str | Iterable[str] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())


def write_catalog(language: str, known: Mapping[Source, tuple[str, ...]]) -> None:
    """A catalog of exactly the source strings; English says what the source says."""
    catalog = Catalog(locale=language)
    for source, files in source_strings().items():
        forms = catalog.num_plurals if isinstance(source, tuple) else 1
        english = source if isinstance(source, tuple) else (source,)
        texts = known.get(source) or (english if language == "en" else ("",) * forms)
        assert len(texts) == forms, source
        catalog.add(
            source,
            texts if isinstance(source, tuple) else texts[0],
            locations=[(file, 0) for file in files],
        )
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, include_lineno=False)
    head = HEADER.format(language=language, forms=catalog.plural_forms)
    catalog_file(language).write_bytes(head.encode() + body.getvalue())


if __name__ == "__main__":
    write_modules()
    for language in LANGUAGES:
        write_catalog(language, read_catalog(language))
        missing = [source for source, texts in read_catalog(language).items() if not all(texts)]
        print(language, len(missing), "untranslated")
