"""What a reserved item says stands in no file that is published as it is, however it is packed."""

import base64
import bz2
import gzip
import lzma
import tarfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from banks import bank, choice
from coursewright.link.readable import DEEPEST, texts_in
from coursewright.press.typeset import typeset
from coursewright.writing.folding import letters
from trees import COURSE, SECTION, Files, changed, problems_of

STEM = "A gardener sees that water stands on the bed for days after rain. What does she look at first?"
KEPT = bank(choice("kept", STEM, ["The layers below", "The sky"], level="apply"))
ESCAPED = f'["{STEM.replace("water", chr(92) + "u0077ater")}"]'
HAN = "苏晴在六月走访了一家做十二万元生意的面馆，老板说流水里有一半是从亲戚账上转来的，她第一步核对什么？"


def zipped(name: str, content: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def word() -> bytes:
    document, stream = Document(), BytesIO()
    paragraph = document.add_paragraph(STEM[:20])
    paragraph.add_run(STEM[20:]).bold = True
    document.save(stream)
    return stream.getvalue()


def workbook() -> bytes:
    book, stream = Workbook(), BytesIO()
    book.active["B2"], book.active["B3"] = STEM[:40], STEM[40:]
    book.save(stream)
    return stream.getvalue()


def printed() -> bytes:
    (file,) = typeset(f"#set page(width: 8cm)\n{STEM}".encode(), {}, date="2026-01-01", standards=())
    return file


def drawn() -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>{STEM[:40]}</title>'
        f"<desc>{STEM[40:]}</desc></svg>"
    ).encode()


FILES: dict[str, Callable[[], bytes]] = {
    "plan.txt": STEM.encode,
    "plan.csv": lambda: f"no,text\n1,{STEM}\n".encode("utf-16"),
    "plan.json": ESCAPED.encode,
    "plan.docx": word,
    "plan.xlsx": workbook,
    "plan.zip": lambda: zipped("inner/plan.zip", zipped("plan.txt", STEM.encode())),
    "plan.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9) + STEM.encode("utf-16-le"),
    "plan.gz": lambda: gzip.compress(STEM.encode()),
    "plan.svg": drawn,
    "names.zip": lambda: zipped(f"{STEM[:-1]}.txt", b"."),
}


def leaks(root: Path, files: Files) -> list[str]:
    found = problems_of(root, {**KEPT, **files})
    return [each.place.file for each in found if each.code in ("CW0428", "CW0429")]


@pytest.mark.parametrize("name", FILES)
def test_what_is_handed_out_is_read(tmp_path: Path, name: str) -> None:
    link = f"![It](picture:{name})" if name.endswith(".svg") else f"[It](attachment:{name})"
    files: Files = {
        **changed(SECTION, "Humus is dark.", f"Humus is dark. {link}"),
        f"content/media/{name}": FILES[name](),
    }
    assert leaks(tmp_path, files) == [f"content/media/{name}"]


def test_what_only_a_reserved_item_shows_is_not_public(tmp_path: Path) -> None:
    assert leaks(tmp_path, {"content/media/plan.txt": STEM.encode()}) == []


@pytest.mark.parametrize("name", ["extra.js", "extra.css", "main.html", "assets/plan.txt", "assets/logo.svg"])
def test_so_is_what_is_laid_over_the_site(tmp_path: Path, name: str) -> None:
    text = drawn() if name.endswith(".svg") else f"/* {STEM} */".encode()
    assert leaks(tmp_path, {f"site_overrides/{name}": text}) == [f"site_overrides/{name}"]


@pytest.mark.parametrize("key", ["site_name", "site_description", "copyright"])
def test_and_the_settings(tmp_path: Path, key: str) -> None:
    files = {"mkdocs.yml": COURSE["mkdocs.yml"].replace("site_name: Gardening\n", "") + f"{key}: '{STEM}'\n"}
    assert leaks(tmp_path, files) == ["mkdocs.yml"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_text_is_read_in_the_encodings_of_office_programs(encoding: str) -> None:
    assert (1, HAN) in texts_in(HAN.encode(encoding))


def test_a_line_is_told() -> None:
    assert [*texts_in(b"one\ntwo\n")] == [(1, "one"), (2, "two")]


def says(content: bytes, text: str) -> bool:
    """Whether all its texts together do, as they are compared."""
    return letters(text) in letters("\n".join(text for _, text in texts_in(content)))


def test_a_file_that_is_damaged_or_too_deep_says_nothing() -> None:
    whole = zipped("a.txt", STEM.encode())
    assert not says(whole[: len(whole) // 2], STEM)
    packed = STEM.encode()
    for _ in range(DEEPEST):
        packed = zipped("a", packed)
    assert says(packed, STEM)
    assert not says(zipped("a", packed), STEM)


def test_a_page_of_print_is_read() -> None:
    assert says(printed(), STEM)


TRADITIONAL = (
    "蘇晴在六月走訪了一家做十二萬元生意的麵館，老闆說流水有一半是從親戚賬上轉來的，她第一步核對甚麼？"
)
WIDE_TEXT = "".join(f"\\u{{{ord(sign):x}}}" for sign in HAN)
STYLED = "".join(f"\\{ord(sign):x} " for sign in HAN)


def pictured(*, packed: bool) -> bytes:
    notes, stream = PngInfo(), BytesIO()
    notes.add_itxt("Description", HAN, zip=packed)
    Image.new("L", (2, 2)).save(stream, "PNG", pnginfo=notes)
    return stream.getvalue()


def tarred(content: bytes) -> bytes:
    stream = BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        info = tarfile.TarInfo("plan.gz")
        info.size = len(content)
        archive.addfile(info, BytesIO(content))
    return stream.getvalue()


def partly_locked() -> bytes:
    """An archive whose first file is damaged."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("first.txt", "damaged")
        archive.writestr("second.txt", HAN, ZIP_DEFLATED)
    return stream.getvalue().replace(b"damaged", b"mangled")


HIDDEN: dict[str, Callable[[], bytes]] = {
    "script": f'say("{WIDE_TEXT}")'.encode,
    "style": f'a::after {{ content: "{STYLED}" }}'.encode,
    "utf-16-le": lambda: HAN.encode("utf-16-le"),
    "utf-16-be": lambda: HAN.encode("utf-16-be"),
    "utf-16 with Latin": lambda: f"Plan: {HAN}".encode("utf-16-le"),
    "utf-16 beside one byte": lambda: b"\0" + f"Plan: {HAN}".encode("utf-16-be"),
    "one bad byte": lambda: b"\xff\n" + HAN.encode(),
    "zeros": lambda: b"\0" + HAN.encode(),
    "zeros between": lambda: b"\0".join(sign.encode() for sign in HAN),
    "chunk": lambda: pictured(packed=False),
    "packed chunk": lambda: pictured(packed=True),
    "prefix": lambda: b"PK00" + zipped("plan.txt", HAN.encode()),
    "damaged neighbour": partly_locked,
    "bzip2": lambda: bz2.compress(HAN.encode()),
    "xz": lambda: lzma.compress(HAN.encode()),
    "tar of gzip": lambda: tarred(gzip.compress(HAN.encode())),
    "archive by its first bytes alone": lambda: b"BZh" + HAN.encode(),
    "base64": lambda: base64.b64encode(HAN.encode()),
    "base64 in lines": lambda: base64.encodebytes(HAN.encode()),
    "base64 of an archive": lambda: b"data:;base64," + base64.b64encode(gzip.compress(HAN.encode() * 2)),
    "base64 for addresses": lambda: b"https://e.org/" + base64.urlsafe_b64encode(HAN.encode()),
    "address": lambda: quote(HAN).encode(),
    "link of Markdown": f"[It](https://e.org/?q={HAN})".encode,
    "tags over lines": lambda: "<b\nid='a'>".join(HAN).encode(),
    "references": lambda: "<b>".join(f"&#{ord(sign)};" for sign in HAN).encode(),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_no_skill_is_needed_to_read_it(way: str) -> None:
    assert says(HIDDEN[way](), HAN)


def test_traditional_characters_are_read_in_their_own_encoding() -> None:
    assert says(TRADITIONAL.encode("big5"), TRADITIONAL)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\3\4", b"%PDF", b"\x89PNG\r\n\x1a\n", b"BZh9", b"\x1f\x8b"]),
)
def test_any_bytes_are_read(content: bytes, begun: bytes) -> None:
    """None of them is an error."""
    assert all(line > 0 for line, _ in texts_in(begun + content + b"PK\x05\x06"))
