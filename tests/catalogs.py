"""The interface's source strings, and the catalogs brought up to date with them.

`python tests/catalogs.py` adds new strings to every catalog, untranslated, and
drops those that are gone, and writes the browser's words in English as modules;
`test_words.py` holds that nothing is left untranslated.
"""

import json
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "generator" / "coursewright"
LANGUAGES = ("zh_CN", "en")
KEYWORDS = {"_": None, "words": None}
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: coursewright\\n"
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
METHODS = [("pages/**.html", "jinja2.ext:babel_extract"), ("starter/**", "ignore"), ("**.py", "python")]


def source_strings() -> dict[str, list[str]]:
    """Every source string with the files it stands in."""
    found: dict[str, list[str]] = {}
    for file, _, message, _, _ in extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS, strip_comment_tags=False
    ):
        found.setdefault(str(message), []).append(Path(file).as_posix())
    for file, words in browser_words().items():
        for source in words.values():
            found.setdefault(source, []).append(file)
    return {source: sorted(set(files)) for source, files in sorted(found.items())}


def browser_words() -> dict[str, dict[str, str]]:
    """What each folder of the browser says: key → source string, by the file."""
    files = sorted((PACKAGE / "browser").rglob("words.json"))
    return {file.relative_to(PACKAGE).as_posix(): json.loads(file.read_text("utf-8")) for file in files}


def write_modules() -> None:
    """The words of the browser in English, as the modules that its tests and its types read."""
    for file, words in browser_words().items():
        text = json.dumps(words, ensure_ascii=False, indent=2)
        (PACKAGE / file).with_suffix(".mjs").write_text(f"export default {text};\n", encoding="utf-8")


def catalog_file(language: str) -> Path:
    return PACKAGE / "words" / "locale" / language / "LC_MESSAGES" / "coursewright.po"


def read_catalog(language: str) -> dict[str, str]:
    with catalog_file(language).open("rb") as stream:
        return {
            str(message.id): str(message.string) for message in read_po(stream, locale=language) if message.id
        }


def write_catalog(language: str, known: dict[str, str]) -> None:
    """A catalog of exactly the source strings; English says what the source says."""
    catalog = Catalog(locale=language)
    for source, files in source_strings().items():
        text = known.get(source) or (source if language == "en" else "")
        catalog.add(source, text, locations=[(file, 0) for file in files])
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, include_lineno=False)
    catalog_file(language).write_bytes(HEADER.format(language=language).encode() + body.getvalue())


if __name__ == "__main__":
    write_modules()
    for language in LANGUAGES:
        write_catalog(language, read_catalog(language))
        missing = [source for source, text in read_catalog(language).items() if not text]
        print(language, len(missing), "untranslated")
