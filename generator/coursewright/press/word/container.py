"""What is known of the file that a Word document or a workbook is, before anything in it is read."""

from lzma import LZMAError
from struct import error as StructError  # noqa: N812
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

UNREADABLE = (
    BadZipFile,
    ZlibError,
    LZMAError,
    StructError,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
    etree.LxmlError,
)
"""What reading a damaged one may raise."""

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins ([MS-CFB] 2.2): .xls, .doc, or one with a password ([MS-OFFCRYPTO] 2.3.4)."""
