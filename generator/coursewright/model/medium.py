"""A file that a course brings along as it is: a picture to show, or an attachment to download."""

from .text import Code, Count, Source, field

FOLDER = "content/media/"
"""Where such files lie."""

MOST_OF_A_FILE = 20 * 1024 * 1024
"""Bytes of anything that is published as it is, or of a translation."""

PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "svg")
"""Endings of what is a picture."""


class Medium(Source):
    """`width` and `height` are a picture's in pixels, as it says itself; 0 where that is not known."""

    name: Code = field("文件名。", "Name of the file.")
    content: bytes = field("内容。", "What is in it.")
    width: Count = field("宽，像素。", "Width in pixels.", 0)
    height: Count = field("高，像素。", "Height in pixels.", 0)

    @property
    def ending(self) -> str:
        """In lower case, without its dot."""
        return self.name.rpartition(".")[2].lower()

    @property
    def is_picture(self) -> bool:
        return self.ending in PICTURES
