"""The stock a document is printed on: styles, page, numbering and all parts that never change.

Made once with python-docx, either plain or from a corporate template, and kept as
a ZIP to which each document adds the few parts that are its own. Opening and
saving a whole package for every document would take ten times as long.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from ..document import Look
from .archive import saved
from .filled import said_by
from .namespaces import REL, W
from .numbering import EMPTY, Numbering, numbering
from .opened import heads_in
from .style import Style, defaults, styles
from .template import NotATemplate, emptied, keep_only
from .typeface import fonts, is_right_to_left, languages

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.opc.part import Part

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_REL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_PAGE = (
    f'<w:sectPr xmlns:w="{W}"><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="964" w:right="1077" w:bottom="907" w:left="1077" '
    'w:header="425" w:footer="425" w:gutter="0"/></w:sectPr>'
)
_PAGES = re.compile(rb"[> \"]PAGE[< \"\\\\]")
_SHOWS = (
    "//w:t[normalize-space()] | //w:drawing | //w:pict | //w:object | "
    "//w:instrText | //w:fldSimple | //w:tbl | //w:pBdr"
)
"""What makes a header more than an empty line."""


@dataclass(frozen=True)
class Stock:
    """`archive` is a ZIP of the parts that stay; `parts` names those that each document has of its own."""

    archive: bytes
    styles: Mapping[str, str]  # our name → id in styles.xml
    section: str
    width: int  # of the text, in twentieths of a point
    numbering: Numbering
    relations: bytes  # of document.xml, to which each document adds those to its pictures
    parts: Mapping[str, str]  # core, numbering; header and footer if they are ours → name in the ZIP
    tabs: tuple[str, ...]  # where the style of the header stops already
    is_numbered: bool  # whether its pages say their numbers
    is_right_to_left: bool  # where tables begin; its styles say where text does
    paper: tuple[str, ...] | None = None  # what a template's heads and feet say


@cache
def own_stock(look: Look, language: str) -> Stock:
    """A4, margins of 19 mm at the sides, our own styles."""
    import docx

    package = docx.Document()
    keep_only(package.part.package.rels, {f"{REL}/officeDocument"})
    keep_only(package.part.rels, {f"{REL}/{kind}" for kind in ("styles", "settings", "theme")})
    package.styles.element[:] = etree.fromstring(defaults(language, look))
    page = _PAGE.replace("</w:sectPr>", "<w:bidi/></w:sectPr>") if is_right_to_left(language) else _PAGE
    package.element.body[:] = [etree.fromstring(page)]
    package.settings.element[:] = etree.fromstring(_settings(language))
    _add(package, "fontTable", "fontTable", fonts(language).encode())
    return _stock(package, look, language)


@lru_cache(maxsize=8)
def corporate_stock(template: bytes, look: Look, language: str) -> Stock:
    """The template's page, styles, headers and footers, with what it lacks. Raises NotATemplate."""
    try:
        stock = _stock(emptied(template, _PAGE, language), look, language)
        return replace(stock, paper=said_by(heads_in(stock.archive)))
    except NotATemplate:
        raise
    except Exception as problem:  # python-docx has no error of its own for a malformed part
        raise NotATemplate from problem


def _stock(package: "Package", look: Look, language: str) -> Stock:
    section = package.element.body[-1]
    parts = {
        kind: _head(package, section, kind)
        for kind in ("header", "footer")
        if not _has_own(package, section, kind)
    }
    ids = _add_styles(package.styles.element, styles(look))
    by_id = {style.get(f"{{{W}}}styleId"): style for style in package.styles.element}
    parts["numbering"], root = _numbering_root(package)
    lists = numbering(
        root, look, {name: by_id[ids[name]] for name in ("List Bullet", "List Number", "Document Cross")}
    )
    parts["core"] = _add_core(package)
    if not any(rel.reltype == _CUSTOM_REL for rel in package.part.package.rels.values()):
        parts["custom"] = _add_custom(package)
    stops = by_id[ids["header"]].findall(f"{{{W}}}pPr/{{{W}}}tabs/{{{W}}}tab")
    tabs = tuple(stop.get(f"{{{W}}}pos", "0") for stop in stops)
    archive, relations = saved(package, frozenset(parts.values()))
    page = etree.tostring(section, encoding="unicode")
    numbered = "footer" in parts or _has_numbers(package, section)
    way = is_right_to_left(language)
    return Stock(archive, ids, page, _width(section), lists, relations, parts, tabs, numbered, way)


def _has_own(package: "Package", section: etree._Element, kind: str) -> bool:
    for reference in section.findall(f"{{{W}}}{kind}Reference"):
        part = package.part.related_parts[reference.get(f"{{{REL}}}id", "")]
        if etree.fromstring(part.blob).xpath(_SHOWS, namespaces={"w": W}):
            return True
    return False


def _has_numbers(package: "Package", section: etree._Element) -> bool:
    """Whether a header or footer has a PAGE field (17.16.5.44)."""
    references = [*section.findall(f"{{{W}}}headerReference"), *section.findall(f"{{{W}}}footerReference")]
    blobs = (package.part.related_parts[each.get(f"{{{REL}}}id", "")].blob for each in references)
    return any(_PAGES.search(blob) for blob in blobs)


def _head(package: "Package", section: etree._Element, kind: str) -> str:
    """Refers to a header or footer of ours on every page; its name."""
    for reference in section.findall(f"{{{W}}}{kind}Reference"):
        section.remove(reference)
        del package.part.rels[reference.get(f"{{{REL}}}id", "")]
    name, key = _add(package, kind, f"{kind}%d", b"")
    pages = ["default"]
    if section.find(f"{{{W}}}titlePg") is not None:
        pages.append("first")
    if package.settings.odd_and_even_pages_header_footer:
        pages.append("even")
    for page in pages:
        section.insert(
            0,
            etree.fromstring(
                f'<w:{kind}Reference xmlns:w="{W}" xmlns:r="{REL}" w:type="{page}" r:id="{key}"/>'
            ),
        )
    return name


def _add(package: "Package", kind: str, name: str, content: bytes) -> tuple[str, str]:
    """A part beside the document's: its name in the ZIP and the id of the relationship."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    inner = package.part.package
    place = inner.next_partname(f"/word/{name}.xml") if "%" in name else PackURI(f"/word/{name}.xml")
    part = Part(place, _WORD.format(kind), content, inner)
    return place.lstrip("/"), package.part.relate_to(part, f"{REL}/{kind}")


def _add_core(package: "Package") -> str:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    inner = package.part.package
    inner.relate_to(Part(PackURI("/docProps/core.xml"), _CORE, b"", inner), _CORE_REL)
    return "docProps/core.xml"


def _add_custom(package: "Package") -> str:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    inner = package.part.package
    inner.relate_to(Part(PackURI("/docProps/custom.xml"), _CUSTOM, b"", inner), _CUSTOM_REL)
    return "docProps/custom.xml"


def _numbering_root(package: "Package") -> tuple[str, etree._Element]:
    found: list[Part] = [
        rel.target_part for rel in package.part.rels.values() if rel.reltype == f"{REL}/numbering"
    ]
    if found:
        return found[0].partname.lstrip("/"), etree.fromstring(found[0].blob)
    return _add(package, "numbering", "numbering", EMPTY)[0], etree.fromstring(EMPTY)


def _add_styles(root: etree._Element, wanted: tuple[Style, ...]) -> dict[str, str]:
    """Adds the styles that are missing; our name → id of every one."""
    there = {
        (style.get(f"{{{W}}}type"), _name(style)): style.get(f"{{{W}}}styleId", "")
        for style in root.findall(f"{{{W}}}style")
    }
    parents = {
        style.get(f"{{{W}}}type"): style.get(f"{{{W}}}styleId", "")
        for style in root.findall(f"{{{W}}}style[@{{{W}}}default='1']")
    }
    ids = {"Normal": parents.get("paragraph", "")}
    for style in wanted:
        identity = there.get((style.kind, style.name.casefold()))
        if identity is None:
            identity = style.id
            while identity in there.values():
                identity += "0"
            root.append(etree.fromstring(style.xml(identity, parents.get(style.kind, ""), ids["Normal"])))
        ids[style.name] = identity
    return ids


def _name(style: etree._Element) -> str:
    found = style.find(f"{{{W}}}name")
    return "" if found is None else found.get(f"{{{W}}}val", "").casefold()


def _width(section: etree._Element) -> int:
    size, margins = section.find(f"{{{W}}}pgSz"), section.find(f"{{{W}}}pgMar")
    page = 11906 if size is None else int(size.get(f"{{{W}}}w", "11906"))
    sides = [
        0 if margins is None else int(margins.get(f"{{{W}}}{side}", "0"))
        for side in ("left", "right", "gutter")
    ]
    return max(page - sum(sides), 2000)


def _settings(language: str) -> str:
    names = ("overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures", "doNotFlipMirrorIndents")
    flags = [
        ("compatibilityMode", 15),
        *((name, 1) for name in names),
        ("differentiateMultirowTableHeaders", 1),
    ]
    place = 'w:uri="http://schemas.microsoft.com/office/word"'
    compat = "".join(f'<w:compatSetting w:name="{name}" {place} w:val="{value}"/>' for name, value in flags)
    theme = languages(language).replace("<w:lang", "<w:themeFontLang")
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>{compat}</w:compat>{theme}'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
