"""All documents in one ZIP, with a manifest: what is in it, for people and for `sha256sum --check`.

Names are UTF-8 with the flag that says so (APPNOTE 6.3.10, 4.4.4, bit 11). For
unzippers that do not know the flag, the files to edit stand once more under
`ascii/` with plain names; PDFs are ten times their size and are made from them.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping

from ..press.cells import csv_bytes
from ..words import Words
from .documents import RoleDocument, kind_names

MANIFEST = "manifest.csv"
CHECKSUMS = "SHA256SUMS"
_EPOCH = (1980, 1, 1, 0, 0, 0)

Files = Mapping[str, tuple[RoleDocument, bytes]]
"""File name → the document and its bytes."""


def archive(files: Files, words: Words) -> bytes:
    """The ZIP of these files. Stored, for documents are compressed already; same files, same bytes."""
    content: dict[str, bytes] = {name: raw for name, (_, raw) in files.items()}
    content |= {
        f"ascii/{_plain_name(name, document)}": raw
        for name, (document, raw) in files.items()
        if name.endswith(_again(files))
    }
    content[MANIFEST] = manifest(files, words)
    content[CHECKSUMS] = checksums({name: raw for name, (_, raw) in files.items()})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zip:
        for name, raw in content.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            zip.writestr(entry, raw)
    return out.getvalue()


def manifest(files: Files, words: Words) -> bytes:
    """A table for a spreadsheet: UTF-8 with a byte order mark, and no cell that it takes for a formula."""
    kinds = kind_names(words)
    head = [
        words("Role code"),
        words("Role"),
        words("Document"),
        words("Version"),
        words("File"),
        words("Plain name"),
        words("Bytes"),
        "SHA-256",
    ]
    rows = [_row(name, document, raw, kinds) for name, (document, raw) in files.items()]
    return csv_bytes([head, *rows])


def _row(name: str, document: RoleDocument, raw: bytes, kinds: Mapping[str, str]) -> list[str]:
    role = document.role.model if document.role else None
    told = [role.code, role.title] if role else ["", ""]
    version = role.document.version if role else ""
    return [
        *told,
        kinds[document.kind],
        version,
        name,
        _plain_name(name, document),
        str(len(raw)),
        hashlib.sha256(raw).hexdigest(),
    ]


def _plain_name(name: str, document: RoleDocument) -> str:
    return f"{document.ascii}.{name.rsplit('.', 1)[-1]}"


def _again(files: Files) -> str:
    """The ending of the files that stand twice."""
    return ".docx" if any(name.endswith(".docx") for name in files) else ".pdf"


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Of files that lie beside it, as `sha256sum --check` reads them."""
    lines = (f"{hashlib.sha256(raw).hexdigest()}  {name}\n" for name, raw in files.items())
    return "".join(lines).encode()
