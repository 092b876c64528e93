"""Numbering of lists (ECMA-376 part 1, 17.9): bullets, numbers, crosses, beside what a template has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ..document import Look
from .namespaces import W
from .style import STEP, colour

EMPTY = f'<w:numbering xmlns:w="{W}"/>'.encode()

DEEPEST = 8
"""Levels are 0 to 8 (17.9.3)."""

_OURS = 0x4C570000
"""Where our list identifiers begin (17.9.14), far from Word's own, which are chance."""

_NUMBERS = {
    "List Bullet": ("bullet", "•◦▪", ""),
    "List Number": ("decimal", "", ""),
    "Document Cross": ("bullet", "✕", "Segoe UI Symbol"),
}
_ORDER = {f"{{{W}}}numPicBullet": 0, f"{{{W}}}abstractNum": 1, f"{{{W}}}num": 2}


@dataclass(frozen=True)
class Numbering:
    """numbering.xml up to its end tag, to which a document adds a number for each of its numbered lists."""

    head: bytes
    tail: bytes
    counted: int  # the abstract numbering of numbered lists
    nested: int  # and of those within a list
    bullets: int  # the number of lists with bullets within a list
    free: int  # the first number not taken

    def part(self, lists: Sequence[tuple[int, int]]) -> bytes:
        """numbering.xml for a document with these numbered lists: the level of each, and its first number."""
        more = (
            f'<w:num xmlns:w="{W}" w:numId="{self.free + number}">'
            f'<w:abstractNumId w:val="{self.nested if level else self.counted}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride></w:num>'
            for number, (level, first) in enumerate(lists)
        )
        return self.head + "".join(more).encode() + self.tail


def numbering(root: etree._Element, look: Look, styles: Mapping[str, Any]) -> Numbering:
    """Adds our numberings to numbering.xml and to those list styles, name → `w:style`, that have none."""
    abstract, number = _next(root, "abstractNum", "abstractNumId"), _next(root, "num", "numId")
    for at, (name, (pattern, signs, face)) in enumerate(_NUMBERS.items()):
        root.append(etree.fromstring(_abstract(abstract + at, pattern, signs, _sign_look(name, face, look))))
        root.append(etree.fromstring(_number(number + at, abstract + at)))
        if not _number_of(styles[name]):
            styles[name].get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number + at
    root[:] = sorted((child for child in root if child.tag in _ORDER), key=lambda child: _ORDER[child.tag])
    head, _, tail = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).rpartition(
        b"</"
    )
    counted = _abstract_of(root, _number_of(styles["List Number"]))
    return Numbering(head, b"</" + tail, counted, abstract + 1, number, number + len(_NUMBERS))


def _number_of(style: etree._Element) -> int:
    """The number of a style's list, 0 if it has none."""
    found = style.find(f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId")
    return 0 if found is None else int(found.get(f"{{{W}}}val", "0"))


def _next(root: etree._Element, tag: str, attribute: str) -> int:
    return (
        max((int(child.get(f"{{{W}}}{attribute}", "0")) for child in root.iter(f"{{{W}}}{tag}")), default=0)
        + 1
    )


def _abstract_of(root: etree._Element, number: int) -> int:
    for child in root.iter(f"{{{W}}}num"):
        if (
            child.get(f"{{{W}}}numId") == str(number)
            and (found := child.find(f"{{{W}}}abstractNumId")) is not None
        ):
            return int(found.get(f"{{{W}}}val", "0"))
    raise ValueError(number)


def _sign_look(name: str, face: str, look: Look) -> str:
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>' if face else ""
    return fonts + colour(look.accent if name == "Document Cross" else look.primary)


def _abstract(identity: int, pattern: str, signs: str, look: str) -> str:
    levels = "".join(_level(level, pattern, signs, look) for level in range(DEEPEST + 1))
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{identity}">'
        f'<w:nsid w:val="{_OURS + identity:08X}"/><w:multiLevelType w:val="hybridMultilevel"/>{levels}'
        "</w:abstractNum>"
    )


def _level(level: int, pattern: str, signs: str, look: str) -> str:
    place = STEP * (level + 1)
    sign = signs[level % len(signs)] if signs else f"%{level + 1}."
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{pattern}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{place}"/></w:tabs>'
        f'<w:ind w:left="{place}" w:hanging="{STEP}"/></w:pPr><w:rPr>{look}</w:rPr></w:lvl>'
    )


def _number(identity: int, abstract: int) -> str:
    return f'<w:num xmlns:w="{W}" w:numId="{identity}"><w:abstractNumId w:val="{abstract}"/></w:num>'
