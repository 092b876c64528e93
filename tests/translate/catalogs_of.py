"""Catalogs for tests: source text → translation, as the text of a PO file."""

from collections.abc import Mapping

HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
CATALOG = "translations/de.po"


def po(texts: Mapping[str, str]) -> str:
    """An entry takes three lines, and the first begins on line 6."""
    return HEAD + "".join(f"\nmsgid {quoted(text)}\nmsgstr {quoted(own)}\n" for text, own in texts.items())


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
