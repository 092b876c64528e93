"""Interface words in the reader's language, and what there is to know of the course's own."""

from .language import Language
from .words import LANGUAGES, Words, marked, reader_language, words_for_reader

__all__ = ["LANGUAGES", "Language", "Words", "marked", "reader_language", "words_for_reader"]
