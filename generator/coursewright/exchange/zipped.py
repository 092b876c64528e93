"""A package for other programs as a ZIP: the same files give the same bytes, whenever it is made."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Path → bytes, in this order. Paths have / and no folder has an entry of its own."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for path, content in files.items():
            entry = ZipInfo(path, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
