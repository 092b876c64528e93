"""The formats of files of questions: what people call each, what writes it, and whether we read it."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from ..words import marked as _


@dataclass(frozen=True)
class Format:
    """`writer` is a module of `exchange/` and a function in it; it takes questions, a lesson or a deck.

    `title` and `about` are source strings of the catalogs. Lessons and decks are practice: their answers are
    in them.
    """

    title: str
    about: str
    writer: str
    ending: str
    takes: Literal["questions", "lesson", "deck"] = "questions"
    is_read: bool = True

    @property
    def is_practice(self) -> bool:
        return self.takes != "questions"


FORMATS = {
    "moodle-xml": Format("Moodle XML", _("questions for Moodle"), "moodle_xml.moodle_xml", ".xml"),
    "gift": Format("GIFT", _("Moodle's text format: no pictures"), "gift.gift", ".gift"),
    "qti3": Format("QTI 3.0", _("the standard of test platforms"), "qti_package.qti3", ".zip"),
    "qti21": Format("QTI 2.1", _("its older version"), "qti_package.qti21", ".zip"),
    "scorm12": Format(
        "SCORM 1.2", _("practice for any learning platform"), "scorm12.scorm12", ".zip", "lesson", False
    ),
    "scorm2004": Format(
        "SCORM 2004", _("practice, the later version"), "scorm2004.scorm2004", ".zip", "lesson", False
    ),
    "cmi5": Format("cmi5", _("practice that reports by xAPI"), "cmi5.cmi5", ".zip", "lesson", False),
    "anki": Format("Anki", _("a deck of cards"), "anki.anki", ".apkg", "deck", False),
    "xlsx": Format(_("Excel workbook"), _("our own workbook, with everything"), "xlsx.xlsx", ".xlsx"),
    "kaoshibao": Format(_("Kaoshibao"), _("a sheet for Kaoshibao"), "kaoshibao.kaoshibao", ".xlsx"),
    "chaoxing": Format(_("Chaoxing"), _("a sheet for Chaoxing"), "chaoxing.chaoxing", ".xlsx"),
    "csv": Format("CSV", _("a table, with everything"), "csv.csv", ".csv"),
    "markdown": Format(
        "Markdown", _("a text to read and discuss"), "markdown.markdown", ".md", is_read=False
    ),
    "text": Format(_("plain text"), _("a text in the common Chinese form"), "text.text", ".txt"),
    "word": Format(_("Word file"), _("the same as a Word file"), "word.word", ".docx"),
}
READ = tuple(name for name, format in FORMATS.items() if format.is_read)


def format_of(file: str) -> str | None:
    """The format that the ending of a file's name stands for; nothing where there are several."""
    ending = PurePath(file).suffix.lower()
    found = [name for name, format in FORMATS.items() if format.ending == ending]
    return found[0] if found and ending != ".zip" else None
