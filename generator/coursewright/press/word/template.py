"""A corporate Word file, emptied: its page, styles, headers and footers without its text."""

from collections.abc import Container, Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from .namespaces import REL, W
from .typeface import languages

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.opc.rel import Relationships

MOST = 64 * 1024 * 1024  # bytes, unpacked

_OUTER = frozenset(f"{REL}/{kind}" for kind in ("officeDocument", "extended-properties", "custom-properties"))
_INNER = frozenset(
    f"{REL}/{kind}" for kind in (
        "styles", "numbering", "settings", "theme", "fontTable", "webSettings",
        "header", "footer", "footnotes", "endnotes", "customXml",
    )
)  # fmt: skip
_HEADS = frozenset({f"{REL}/header", f"{REL}/footer"})
_KINDS = "[Content_Types].xml"
_DOTX, _DOCX = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"

_OUTSIDE = ("attachedTemplate", "mailMerge", "updateFields")
"""Settings that open another file, or ask the reader whether to, as soon as the document opens."""
_LOCKS = ("documentProtection", "writeProtection", "readModeInkLockDown")
"""Settings with which nothing could be filled in."""


class NotATemplate(Exception):
    """Not a Word document (.docx) without macros that opens without a password."""


def emptied(template: bytes, page: str, language: str) -> "Package":
    """The template without its text and what that alone used; `page` is the `w:sectPr` where it has none."""
    package = _opened(template)
    body = package.element.body
    sections = list(body.iter(f"{{{W}}}sectPr"))
    last = sections[-1] if sections else etree.fromstring(page)
    _inherit(last, sections[:-1])
    for columns in last.findall(f"{{{W}}}cols"):
        last.remove(columns)  # our tables are as wide as the page
    body[:] = [last]
    keep_only(package.part.package.rels, _OUTER)
    keep_only(package.part.rels, _INNER, {child.get(f"{{{REL}}}id", "") for child in last})
    _call_nothing(package)
    _speak(package, language)
    return package


def keep_only(rels: "Relationships", kinds: Container[str], used: Container[str] | None = None) -> None:
    """Drops the other relationships and the parts behind them; of headers and footers those not `used`."""
    for key, rel in list(rels.items()):
        if rel.reltype not in kinds or (used is not None and rel.reltype in _HEADS and key not in used):
            del rels[key]


def _opened(template: bytes) -> "Package":
    import docx

    with ZipFile(BytesIO(template)) as archive:
        entries = archive.infolist()
        macros = any(entry.filename.casefold().endswith("vbaproject.bin") for entry in entries)
        if macros or sum(entry.file_size for entry in entries) > MOST:
            raise NotATemplate
        kinds = archive.read(_KINDS)
        parts = {entry.filename: archive.read(entry) for entry in entries} if _DOTX in kinds else {}
    return docx.Document(BytesIO(_as_document(parts, kinds) if parts else template))


def _as_document(parts: Mapping[str, bytes], kinds: bytes) -> bytes:
    """A .dotx is a .docx that says it is a template (11.3.10)."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in {**parts, _KINDS: kinds.replace(_DOTX, _DOCX)}.items():
            archive.writestr(name, content)
    return out.getvalue()


def _inherit(last: etree._Element, before: list[etree._Element]) -> None:
    """A section without a header of its own shows that of the section before (ECMA-376 part 1, 17.10.5)."""
    for change in last.findall(f"{{{W}}}sectPrChange"):
        last.remove(change)
    found: dict[tuple[str, str | None], etree._Element] = {}
    for section in [*before, last]:
        for reference in [
            *section.findall(f"{{{W}}}headerReference"),
            *section.findall(f"{{{W}}}footerReference"),
        ]:
            found[reference.tag, reference.get(f"{{{W}}}type")] = reference
    for reference in [child for child in last if (child.tag, child.get(f"{{{W}}}type")) in found]:
        last.remove(reference)
    last[:0] = list(found.values())


def _call_nothing(package: "Package") -> None:
    root = package.settings.element
    for found in [child for name in (*_OUTSIDE, *_LOCKS) for child in root.findall(f"{{{W}}}{name}")]:
        root.remove(found)
    rels = package.part.part_related_by(f"{REL}/settings").rels
    for key in [key for key, rel in rels.items() if rel.is_external]:
        del rels[key]


def _speak(package: "Package", language: str) -> None:
    """Says the language where the template says none."""
    for properties in package.styles.element.findall(f"{{{W}}}docDefaults/{{{W}}}rPrDefault/{{{W}}}rPr"):
        if properties.find(f"{{{W}}}lang") is None:
            properties.append(etree.fromstring(languages(language)))
