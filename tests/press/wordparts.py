"""A Word file taken apart, and put together again as somebody changed it."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(raw: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(raw: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts_of(raw)[name])


def text_of(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def value(element: etree._Element | None, name: str = "val") -> str:
    assert element is not None
    return element.get(W + name, "")


def styles_of(raw: bytes) -> dict[str, etree._Element]:
    return {value(style, "styleId"): style for style in root_of(raw, "word/styles.xml").iter(f"{W}style")}


def edited(raw: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The file as Word would save it after somebody changed the text."""
    parts = parts_of(raw)
    root = etree.fromstring(parts["word/document.xml"])
    change(root)
    return zipped({**parts, "word/document.xml": etree.tostring(root)})


def zipped(parts: dict[str, bytes]) -> bytes:
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


def by_libreoffice(raw: bytes, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a Word file."""
    (folder / "made.docx").write_bytes(raw)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "made.docx")]
    subprocess.run(["soffice", profile, *asked], check=True, capture_output=True, timeout=120)
    return (folder / "made.pdf").read_bytes()
