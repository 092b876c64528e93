"""The letter a word is filed under: its own, or that of its first character's pinyin.

GB 2312's first level orders its 3,755 common characters by pinyin, so a
character's code tells its initial; rarer characters are filed under “#”.
"""

_FIRST_OF_LETTER = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_STARTS = [char.encode("gb2312") for char in _FIRST_OF_LETTER]
_LAST = "座".encode("gb2312")


def initials(name: str) -> str:
    """The small letters that the sounds of a Chinese name begin with, or nothing where one is not known."""
    letters = "".join(initial(char) for char in name if char.isalnum())
    return letters.lower() if letters.isalpha() and letters.isascii() and not name.isascii() else ""


def initial(word: str) -> str:
    """A letter from A to Z, or `#`."""
    first = word[:1].upper()
    if len(first) != 1 or first.isascii():
        return first if len(first) == 1 and first.isalpha() else "#"
    try:
        code = first.encode("gb2312")
    except UnicodeEncodeError:
        return "#"
    if not _STARTS[0] <= code <= _LAST:
        return "#"
    return _LETTERS[sum(start <= code for start in _STARTS) - 1]
