"""The files that a question of Moodle XML brings along (base64), by the addresses that its texts have."""

from base64 import b64decode
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

from lxml import etree

from .html_tree import words_in
from .moodle_xml import FILES
from .pictures import Brought


@dataclass(frozen=True)
class _File:
    """`holder` is the element whose text shows it."""

    path: str
    holder: etree._Element | None
    brought: Brought


class MoodleFiles:
    """The files of a question; `holder` is the element whose text is being read."""

    def __init__(self, question: etree._Element) -> None:
        self._files = [_file(element) for element in question.iter("file")]
        self.holder: etree._Element | None = None

    def find(self, address: str) -> Brought | None:
        """The file of an address, first among those beside the text that shows it."""
        path = unquote(address.partition("?")[0].removeprefix(FILES))
        found = [file for file in self._files if address.startswith(FILES) and file.path == path]
        own = [file for file in found if file.holder is self.holder]
        return next((file.brought for file in (*own, *found)), None)


def _file(element: etree._Element) -> _File:
    name, folder = element.get("name", ""), element.get("path", "/").strip("/")
    path = f"{folder}/{name}" if folder else name
    return _File(path, element.getparent(), Brought(name, partial(_content, element)))


def _content(element: etree._Element) -> bytes:
    """What is in a file; nothing of one that is damaged."""
    try:
        return b64decode(words_in(element)) if element.get("encoding") == "base64" else b""
    except ValueError:
        return b""
