"""Interface words in the reader's language, from the gettext catalogs in `locale/`.

Source strings are English. Adding a language is adding a catalog.
"""

import locale
import os
from functools import cache
from importlib import resources

from babel.core import Locale, UnknownLocaleError
from babel.messages.pofile import read_po

LANGUAGES = ("zh_CN", "en")


def marked(source: str) -> str:
    """The string itself, marked for the catalogs: it is put into words when it is shown. Imported as `_`."""
    return source


class Words:
    """Calling it with an English source string gives the string in one language."""

    def __init__(self, language: str) -> None:
        self.language = _offered(language)
        self._catalog = _catalog(self.language)

    def __call__(self, source: str) -> str:
        return self._catalog.get(source, source)

    @property
    def tag(self) -> str:
        """The language as BCP 47 has it, such as zh-CN."""
        return self.language.replace("_", "-")


def words_for_reader() -> Words:
    """Words for whoever sits at the terminal: the environment's language, else Chinese."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        language = os.environ.get(name, "").split(":")[0].split(".")[0]
        if language and language not in ("C", "POSIX"):
            return Words(language)
    if os.name == "nt":
        return Words(locale.getlocale()[0] or "zh_CN")
    return Words("zh_CN")


def _offered(language: str) -> str:
    """The offered language nearest to the one asked for; English when none is near.

    Windows says “Chinese (Simplified)_China”.
    """
    if language.startswith("Chinese"):
        return "zh_CN"
    try:
        asked = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return "en"
    return next((offered for offered in LANGUAGES if Locale.parse(offered).language == asked.language), "en")


@cache
def _catalog(language: str) -> dict[str, str]:
    file = resources.files(__package__).joinpath("locale", language, "LC_MESSAGES", "coursewright.po")
    with file.open("rb") as stream:
        catalog = read_po(stream, locale=language)
    return {str(message.id): str(message.string) for message in catalog if message.id and message.string}
