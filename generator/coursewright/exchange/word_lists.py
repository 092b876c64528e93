"""Numbers and letters that Word counts itself (ECMA-376 part 1, 17.9), and the styles that may bring them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from .face import LOWERED, RAISED, Face
from .package import Package

_NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{_NAMES['w']}}}"
_LETTERED = ("upperLetter", "lowerLetter")
_UNCOUNTED = ("bullet", "none", "")
_OFF = ("0", "false", "off")
_DEEPEST = 12
"""Styles in a row, each based on the next; there may be a circle."""


class Lists:
    """What Word shows before the paragraphs of a document, which are asked for in their order."""

    def __init__(self, package: Package) -> None:
        self._styles = _styles(package.tree("word/styles.xml"))
        self._usual = _usual(self._styles)
        self._numbering = package.tree("word/numbering.xml")
        self._counts: Counter[tuple[str, str]] = Counter()

    def is_titled(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph has the style of a document's title."""
        return any(_value(style, "w:name").lower() == "title" for style in self._all(paragraph))

    def face(self, run: etree._Element, paragraph: etree._Element) -> Face:
        """How a run of a paragraph looks: what it says itself, else its style, else that of the paragraph."""
        said = [run, *self._based(_value(run, "w:rPr/w:rStyle")), *self._all(paragraph)]

        def is_on(name: str) -> bool:
            found = next(
                (each for style in said if (each := _found(style, f"w:rPr/w:{name}")) is not None), None
            )
            return found is not None and found.get(f"{W}val") not in _OFF

        level = next(filter(None, (_value(each, "w:rPr/w:vertAlign") for each in said)), "")
        is_struck = is_on("strike") or is_on("dstrike")
        return Face(is_on("b"), level if level in (RAISED, LOWERED) else "", is_struck)

    def counted(self, paragraph: etree._Element) -> str:
        """What stands before a paragraph of a list: letters begin anew with every number."""
        key = self._key(paragraph)
        kind = self._formats.get(key, "")
        if kind in _LETTERED:
            self._counts["letter", ""] += 1
            return f"{chr(64 + min(26, self._counts['letter', '']))}."
        if kind in _UNCOUNTED:
            return ""
        self._counts["letter", ""] = 0
        self._counts[key] += 1
        return f"{self._counts[key]}、"

    def _key(self, paragraph: etree._Element) -> tuple[str, str]:
        """Number and level of the list that a paragraph is in: its own, else those of its style.

        A list that comes with the style of a heading counts no questions.
        """
        styles = [*self._all(paragraph)]
        if any(_found(style, "w:pPr/w:outlineLvl") is not None for style in styles):
            styles = []
        said = [paragraph, *styles]
        number = next(filter(None, (_value(each, "w:pPr/w:numPr/w:numId") for each in said)), "")
        levels = [_value(paragraph, "w:pPr/w:numPr/w:ilvl"), *self._tied(number, styles)]
        levels += [_value(style, "w:pPr/w:numPr/w:ilvl") for style in styles]
        return number, next(filter(None, levels), "0")

    def _tied(self, number: str, styles: list[etree._Element]) -> Iterator[str]:
        """The levels of a list that are those of a style."""
        for style in styles:
            if level := self._of_styles.get((number, style.get(f"{W}styleId", ""))):
                yield level

    def _all(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """The style of a paragraph, and those that it is based on."""
        return self._based(_value(paragraph, "w:pPr/w:pStyle") or self._usual)

    def _based(self, id: str) -> Iterator[etree._Element]:
        """A style, and those that it is based on."""
        for _ in range(_DEEPEST):
            if id not in self._styles:
                return
            yield self._styles[id]
            id = _value(self._styles[id], "w:basedOn")

    @cached_property
    def _levels(self) -> dict[tuple[str, str], etree._Element]:
        """The levels of every list, by number and level."""
        if self._numbering is None:
            return {}
        kinds = {each.get(f"{W}abstractNumId", ""): each for each in self._numbering.iter(f"{W}abstractNum")}
        lists = {each.get(f"{W}numId", ""): each for each in self._numbering.iter(f"{W}num")}
        found: dict[tuple[str, str], etree._Element] = {}
        for id, own in lists.items():
            kind = kinds.get(_value(own, "w:abstractNumId"))
            if kind is not None and (name := _value(kind, "w:numStyleLink")) in self._styles:
                other = lists.get(_value(self._styles[name], "w:pPr/w:numPr/w:numId"))
                kind = kinds.get(_value(other, "w:abstractNumId")) if other is not None else None
            for of in (kind, own):
                for level in of.iter(f"{W}lvl") if of is not None else ():
                    found[id, level.get(f"{W}ilvl", "0")] = level
        return found

    @cached_property
    def _formats(self) -> dict[tuple[str, str], str]:
        """How the levels of every list are counted."""
        return {key: _value(level, "w:numFmt") for key, level in self._levels.items()}

    @cached_property
    def _of_styles(self) -> dict[tuple[str, str], str]:
        """The level of a list that a style has, by the list's number and the style."""
        return {(id, _value(each, "w:pStyle")): level for (id, level), each in self._levels.items()}


def _styles(root: etree._Element | None) -> dict[str, etree._Element]:
    """Styles by their ids."""
    return {} if root is None else {each.get(f"{W}styleId", ""): each for each in root.iter(f"{W}style")}


def _usual(styles: Mapping[str, etree._Element]) -> str:
    """The style of paragraphs that name none."""
    paragraphs = ((id, each) for id, each in styles.items() if each.get(f"{W}type") == "paragraph")
    return next((id for id, each in paragraphs if each.get(f"{W}default") in ("1", "true", "on")), "")


def _found(element: etree._Element, path: str) -> etree._Element | None:
    return element.find(path, _NAMES)


def _value(element: etree._Element, path: str) -> str:
    """What an element below another says, nothing where there is none."""
    found = _found(element, path)
    return "" if found is None else found.get(f"{W}val", "")
