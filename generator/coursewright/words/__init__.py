"""Interface words in the reader's language."""

from .words import LANGUAGES, Words, marked, words_for_reader

__all__ = ["LANGUAGES", "Words", "marked", "words_for_reader"]
