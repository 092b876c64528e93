"""Interface words in the reader's language, from the gettext catalogs in `locale/`.

Source strings are English. What a language takes beside its catalog, CONTRIBUTING.md lists.
"""

import locale
import os
import re

from .catalog import catalog

LANGUAGES = ("zh_CN", "en")
SAMPLES = range(201)
"""Counts that between them fall into every plural form of any language."""


def marked(source: str) -> str:
    """The string itself, marked for the catalogs: it is put into words when it is shown. Imported as `_`."""
    return source


class Words:
    """Calling it with an English source string gives the string in one language."""

    def __init__(self, language: str) -> None:
        self.turn_to(language)

    def turn_to(self, language: str) -> None:
        """Speak the offered language nearest to `language`, a BCP 47 tag or a locale's name."""
        self.language = _offered(language)
        self._catalog = catalog(self.language)

    def __call__(self, source: str) -> str:
        return next(iter(self._catalog.texts.get(source, ())), source)

    def plural(self, singular: str, plural: str, count: int, **values: object) -> str:
        """The string that goes with a count, `{count}` and what else it needs filled in: `1 question`."""
        return self._form(singular, plural, count).format(count=count, **values)

    def plurals(self, singular: str, plural: str) -> dict[str, str]:
        """The string for every plural category of Unicode (one, few, other …), and their `language`.

        For a browser, which counts later.
        """
        from babel.core import Locale

        category = Locale.parse(self.language).plural_form
        forms = {category(count): self._form(singular, plural, count) for count in SAMPLES}
        return {"language": self.language.replace("_", "-"), **forms}

    def _form(self, singular: str, plural: str, count: int) -> str:
        texts = self._catalog.texts.get(singular) or (singular, plural)
        return texts[min(self._catalog.form(count), len(texts) - 1)]


def reader_language() -> str | None:
    """What the environment asks messages to be in, English where it says C or POSIX; None if it says nothing.

    The variables and their order are those of gettext.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if language := os.environ.get(name, "").split(":")[0].split(".")[0]:
            return "en" if language in ("C", "POSIX") else language
    return locale.getlocale()[0] if os.name == "nt" else None


def words_for_reader(course: str | None = None) -> Words:
    """Words for whoever sits at the terminal; in the course's language where it does not say who that is."""
    return Words(reader_language() or course or "en")


def _offered(language: str) -> str:
    """The offered language nearest to the one asked for; English when none is near.

    Windows says “Chinese (Simplified)_China”.
    """
    asked = "zh" if language.startswith("Chinese") else re.split(r"[-_.@]", language)[0].lower()
    return next((offered for offered in LANGUAGES if offered.split("_")[0] == asked), "en")
