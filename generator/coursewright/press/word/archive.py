"""A package as a ZIP: the same parts give the same bytes, whenever it is made."""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.opc.packuri import PackURI

RELATIONS = "word/_rels/document.xml.rels"

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def saved(package: "Package", own: frozenset[str]) -> tuple[bytes, bytes]:
    """The package as a ZIP, content types first, without each document's own parts; and its relationships."""
    kept = _Saved()
    kept.take(package)
    parts = {
        name: content
        for name, content in kept.parts.items()
        if name not in own and name != "word/document.xml"
    }
    parts["[Content_Types].xml"] = _with_pictures(parts["[Content_Types].xml"])
    relations = parts.pop(RELATIONS)
    ordered = sorted(parts, key=lambda name: (name != "[Content_Types].xml", "_rels" not in name, name))
    return packed({name: parts[name] for name in ordered}), relations


class _Saved:
    """What python-docx saves of a package: it makes a ZIP with today's date, which cannot be before 1980."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def take(self, package: "Package") -> None:
        from docx.opc.pkgwriter import PackageWriter

        writer: Any = PackageWriter  # half of it has no types
        whole: Any = package.part.package
        for part in whole.parts:
            part.before_marshal()
        writer._write_content_types_stream(self, whole.parts)
        writer._write_pkg_rels(self, whole.rels)
        writer._write_parts(self, whole.parts)

    def write(self, name: "PackURI", content: bytes) -> None:
        self.parts[name.membername] = content


def _with_pictures(types: bytes) -> bytes:
    root = etree.fromstring(types)
    known = {default.get("Extension", "").casefold() for default in root.findall(f"{{{_TYPES}}}Default")}
    for kind in ("png", "jpeg"):
        if kind not in known:
            root.insert(
                0,
                etree.fromstring(
                    f'<Default xmlns="{_TYPES}" Extension="{kind}" ContentType="image/{kind}"/>'
                ),
            )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(parts: Mapping[str, bytes], archive: bytes = b"") -> bytes:
    """The parts behind those of `archive`, in this order and with no time: same parts, same bytes."""
    output = BytesIO(archive)
    with ZipFile(output, "a", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            entry = ZipInfo(name)
            entry.create_system, entry.compress_type = 0, ZIP_DEFLATED
            target.writestr(entry, content)
    return output.getvalue()
