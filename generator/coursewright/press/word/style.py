"""The styles a printed document needs, as WordprocessingML (ECMA-376 part 1, 17.7).

Word's own names where Word has the style, `Document …` where it has none. A corporate
template that defines any of them, by name, keeps its own look.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ..document import Look
from .namespaces import W
from .typeface import eastern, font, is_right_to_left, languages

Kind = Literal["paragraph", "character", "table"]

STEP = 284
"""How far a list stands in, and each list within it: 5 mm in twentieths of a point."""

_TEXT, _CELL, _NOTE, _SMALL = 10.5, 10, 10, 9
"""Points: 10.5 is what Chinese offices call size five, which they write in; a PDF's cells have 10 too."""
_LINE, _ROW = 300, 270
"""Least heights of lines of text and in cells, in twentieths of a point; a picture makes them higher."""
_NONE = 1
"""Points of a paragraph that only keeps apart what is around it; Word has none smaller."""
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_VERBATIM = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
_BESIDE = STEP // 2  # text beside a line at its side
_MARGINS = {"top": 12, "left": 85, "bottom": 12, "right": 85}
"""Within a cell, in twentieths of a point."""


@dataclass(frozen=True)
class Style:
    """`paragraph` and `run` are the insides of `w:pPr` and `w:rPr`, `rest` what follows them."""

    name: str
    kind: Kind
    paragraph: str = ""
    run: str = ""
    rest: str = ""
    after: bool = False  # a body paragraph follows

    @property
    def id(self) -> str:
        return "".join(word[0].upper() + word[1:] for word in self.name.split())

    def xml(self, identity: str, parent: str, normal: str) -> str:
        """`w:style`; `parent` and `normal` are ids of styles, empty where a template has none."""
        own = ' w:customStyle="1"' if self.name.startswith("Document ") else ""
        based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
        then = f'<w:next w:val="{normal}"/>' if self.after and normal else ""
        look = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        look += f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style xmlns:w="{W}" w:type="{self.kind}"{own} w:styleId="{identity}">'
            f'<w:name w:val="{self.name}"/>'
            f'{based}{then}<w:uiPriority w:val="1"/><w:qFormat/>{look}{self.rest}</w:style>'
        )


def styles(look: Look) -> tuple[Style, ...]:
    """Every style but Normal, in an order in which each may be based on the ones before."""
    return (*_built_in(look), *_paragraphs(look), *_lists(), *_characters(look), *_tables(look))


def defaults(language: str, look: Look) -> str:
    """styles.xml with Word's four default styles."""
    face, east = font(language), eastern(language)
    faces = f'w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{font(east)}" w:cs="{face}"'
    way = is_right_to_left(language)
    run = f"<w:rFonts {faces}/>{_size(_TEXT)}{'<w:rtl/>' if way else ''}{languages(language)}"
    paragraph = "<w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault>" if way else "<w:pPrDefault/>"
    hidden = "<w:semiHidden/>"
    cells = '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    table = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>'
    normal = f"<w:qFormat/><w:pPr>{_spacing(0, 40, _LINE)}</w:pPr><w:rPr>{colour(look.text)}</w:rPr>"
    return (
        f'<w:styles xmlns:w="{W}">'
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>{paragraph}</w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0"/>'
        f"{_default('paragraph', 'Normal', normal)}"
        f"{_default('character', 'Default Paragraph Font', hidden)}"
        f"{_default('table', 'Normal Table', hidden + table)}"
        f"{_default('numbering', 'No List', hidden)}</w:styles>"
    )


def _default(kind: str, name: str, rest: str) -> str:
    identity = name.replace(" ", "")
    head = f'<w:style w:type="{kind}" w:default="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
    return f"{head}{rest}</w:style>"


def shading(look: Look) -> str:
    """The ground of heads and labels."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(look.raised)}"/>'


def _built_in(look: Look) -> tuple[Style, ...]:
    primary, bold = colour(look.primary), "<w:b/><w:bCs/>"
    rule = f"<w:pBdr>{_border('top', look.hairline, space=3)}</w:pBdr>"
    return (
        Style(
            "Title",
            "paragraph",
            f"<w:keepNext/>{_spacing(0, 80, 460)}",
            f"{bold}{primary}{_size(18)}",
            after=True,
        ),
        Style(
            "heading 1",
            "paragraph",
            f'<w:keepNext/><w:keepLines/>{rule}{_spacing(100, 40, 320)}<w:outlineLvl w:val="0"/>',
            f"{bold}{primary}{_size(12)}",
            after=True,
        ),
        Style(
            "heading 2",
            "paragraph",
            f'<w:keepNext/><w:keepLines/>{_spacing(100, 40, 310)}<w:outlineLvl w:val="1"/>',
            f"{bold}{_size(11)}",
            after=True,
        ),
        Style(
            "heading 3",
            "paragraph",
            f'<w:keepNext/><w:keepLines/>{_spacing(80, 30, _LINE)}<w:outlineLvl w:val="2"/>',
            bold + colour(look.muted),
            after=True,
        ),
        Style(
            "header",
            "paragraph",
            _spacing(0, 0) + '<w:textAlignment w:val="center"/>',
            colour(look.muted) + _size(_SMALL),
        ),
        Style(
            "footer",
            "paragraph",
            _spacing(0, 0) + '<w:jc w:val="center"/>',
            colour(look.muted) + _size(_SMALL),
        ),
    )


def _paragraphs(look: Look) -> tuple[Style, ...]:
    """Flush left whatever a template's body text is: many indent its first line."""
    muted, bold, left = colour(look.muted), "<w:b/><w:bCs/>", indent() + '<w:jc w:val="left"/>'
    cell, keep = _spacing(0, 0, _ROW) + left, "<w:keepNext/>"
    side = f"<w:pBdr>{_border('left', look.control, size=12, space=6)}</w:pBdr>"
    line = f"<w:pBdr>{_border('bottom', look.control)}</w:pBdr>"
    code = f"{_spacing(40, 60, _ROW)}{left}"
    return (
        Style(
            "Document Note",
            "paragraph",
            keep + side + _spacing(50, 60, _ROW) + indent(_BESIDE),
            muted + _size(_NOTE),
        ),
        Style("Document Small", "paragraph", _spacing(60, 20, 250) + indent(), muted + _size(_SMALL)),
        Style("Quote", "paragraph", side + _spacing(20, 20, _LINE) + indent(_BESIDE), muted),
        Style(
            "Document Code", "paragraph", "<w:keepLines/>" + shading(look) + code, _VERBATIM + _size(_SMALL)
        ),
        Style("Document Figure", "paragraph", _spacing(80, 80) + left),
        Style("Document Divider", "paragraph", line + _spacing(60, 120, 120, rule="exact"), _size(_NONE)),
        Style("Document Gap", "paragraph", _spacing(0, 0, 100, rule="exact") + left, _size(_NONE)),
        Style("Document Cell", "paragraph", cell, _size(_CELL)),
        Style("Document Head", "paragraph", keep + cell, bold + _size(_CELL)),
        Style("Document Label", "paragraph", cell, muted + _size(_CELL)),
        Style("Document Signer", "paragraph", keep + _spacing(60, 0, _ROW) + left, bold + _size(_CELL)),
        Style(
            "Document Signature",
            "paragraph",
            keep + line + _spacing(240, 0, _ROW) + left,
            muted + _size(_CELL),
        ),
        Style("Document Date", "paragraph", _spacing(80, 20, _ROW) + left, muted + _size(_CELL)),
    )


def _lists() -> tuple[Style, ...]:
    """As high as body text. Their numbering is given when it is known what a template has."""
    spacing = '<w:spacing w:before="0" w:after="10"/>'
    hanging = f'<w:tabs><w:tab w:val="left" w:pos="{STEP}"/></w:tabs>{spacing}{indent(STEP, -STEP)}'
    names = ("List Bullet", "List Number", "Document Cross")
    return (
        *(Style(name, "paragraph", spacing) for name in names),
        Style("Document Tick", "paragraph", hanging),
    )


def _characters(look: Look) -> tuple[Style, ...]:
    frame = f'<w:bdr w:val="single" w:sz="4" w:space="0" w:color="{_hex(look.caution)}"/>'
    return (
        Style(
            "Placeholder Text",
            "character",
            run=f'{colour(look.muted)}<w:u w:val="dotted" w:color="{_hex(look.control)}"/>',
        ),
        Style("Document Verbatim", "character", run=_VERBATIM),
        Style("Document Mark", "character", run=colour(look.caution) + _size(8) + frame),
    )


def _tables(look: Look) -> tuple[Style, ...]:
    sides = {"top": look.control, "bottom": look.control, "insideH": look.hairline, "insideV": look.hairline}
    head = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shading(look)}</w:tcPr></w:tblStylePr>'
    rules = dict.fromkeys(("top", "bottom", "insideH"), look.hairline)
    return (
        Style("Document Table", "table", rest=_table(sides) + head),
        Style("Document Facts", "table", rest=_table(rules)),
        Style("Document Signatures", "table", rest=_table({})),
    )


def _table(borders: dict[str, str]) -> str:
    lines = "".join(_border(side, name) for side, name in borders.items())
    cells = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in _MARGINS.items())
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{f"<w:tblBorders>{lines}</w:tblBorders>" if lines else ""}'
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
    )


def _border(side: str, name: str, size: int = 4, space: int = 0) -> str:
    """`size` in eighths of a point, `space` in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{_hex(name)}"/>'


def _spacing(before: int, after: int, line: int = 0, *, rule: str = "atLeast") -> str:
    """Twentieths of a point. A `line` is a least height, so that nothing in it is cut, whatever its face."""
    height = f'w:line="{line}" w:lineRule="{rule}"' if line else 'w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:beforeLines="0" w:after="{after}" w:afterLines="0" {height}/>'


def indent(left: int = 0, first: int = 0) -> str:
    """Twentieths of a point; `first` below 0 hangs."""
    name = "hanging" if first < 0 else "firstLine"
    line = f'w:{name}="{abs(first)}" w:{name}Chars="0"'
    return f'<w:ind w:left="{left}" w:leftChars="0" {line}/>'


def colour(name: str) -> str:
    """`w:color` of #RRGGBB; of anything else, the colour that Word chooses."""
    return f'<w:color w:val="{_hex(name)}"/>'


def _size(points: float) -> str:
    """`w:sz`, which counts half points."""
    return f'<w:sz w:val="{points * 2:g}"/><w:szCs w:val="{points * 2:g}"/>'


def _hex(name: str) -> str:
    return name[1:] if _COLOUR.fullmatch(name) else "auto"
