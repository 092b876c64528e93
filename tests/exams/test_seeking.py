"""The search for what must be nowhere finds what is somewhere."""

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable

import pytest
from credentials_made import every_file, issuer, made
from hypothesis import given
from hypothesis import strategies as st
from seeking import Hit, hits

SECRET = "kestrel 红隼"
RAW = SECRET.encode()


def zipped(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.txt", content)
    return made.getvalue()


PLANTED: dict[str, Callable[[bytes], bytes]] = {
    "clear": lambda raw: raw,
    "capitals": lambda raw: raw.upper(),
    "json": lambda _raw: b'{"a": "kestrel \\u7ea2\\u96bc"}',
    "address": lambda _raw: b"/?q=kestrel%20%E7%BA%A2%E9%9A%BC",
    "utf-16": lambda raw: raw.decode().encode("utf-16"),
    "hex": lambda raw: raw.hex().encode(),
    "HEX": lambda raw: raw.hex().upper().encode(),
    "base64 in lines": lambda raw: base64.encodebytes(b"." * 50 + raw * 3),
    "base64 for addresses": lambda raw: base64.urlsafe_b64encode(b"\xff\xff" + raw),
    "gzip": gzip.compress,
    "zlib": zlib.compress,
    "zip": zipped,
    "zip in zip": lambda raw: zipped(zipped(raw)),
    "gzip in base64 in zip": lambda raw: zipped(b"data:;base64," + base64.b64encode(gzip.compress(raw))),
    "base64 in gzip": lambda raw: gzip.compress(base64.b64encode(b"x" + raw)),
    "zlib in hex": lambda raw: b"'" + zlib.compress(raw).hex().encode() + b"'",
}


@pytest.mark.parametrize("way", PLANTED)
def test_what_is_planted_is_found(way: str) -> None:
    content = PLANTED[way](b"left of it " + RAW + b" right of it")
    assert [hit.secret for hit in hits({"a": content, "b": b"nothing"}, [SECRET])] == [SECRET]


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_neighbours_hide_nothing(before: bytes, after: bytes) -> None:
    for content in (base64.b64encode(before + RAW + after), (before + RAW + after).hex().encode()):
        assert hits({"a": content}, [SECRET]) == [Hit("a", SECRET)]


def test_what_a_pdf_shows_and_what_is_attached_to_it_are_found() -> None:
    pdf = {"a.pdf": every_file(made(), issuer())["PDF"]}
    for shown in ("证书编号", "achievementType"):
        [hit] = hits(pdf, [shown])
        assert hit.place.startswith("a.pdf > ")


def test_what_is_not_there_is_not_found() -> None:
    files = {
        way: plant(b"a kestre1 " * 9) for way, plant in PLANTED.items() if way not in ("json", "address")
    }
    assert hits(files, [SECRET]) == []
