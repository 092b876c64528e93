"""What is no document, or no longer one, is refused in both directions."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import DOCUMENT
from wordparts import parts_of, zipped

from coursewright.press.word.package import NotADocument, NotATemplate, controls, word

pytest_plugins = ["word_fixtures"]


def replaced(raw: bytes, content: bytes, name: str = "word/document.xml") -> bytes:
    return zipped({**parts_of(raw), name: content})


ENTITY = '<!DOCTYPE d [<!ENTITY e "x"><!ENTITY f SYSTEM "file:///etc/passwd">]><d>&e;&f;</d>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<w:document",
        b"\xff\xfe",
        ENTITY.encode(),
        ENTITY.encode("utf-16"),
        b"<!DOCTYPE d SYSTEM 'x'><d/>",
    ],
)
def test_a_body_that_cannot_be_trusted_is_refused(raw: bytes, content: bytes) -> None:
    with pytest.raises(NotADocument):
        controls(replaced(raw, content))


def test_a_body_beyond_any_form_is_refused(raw: bytes) -> None:
    with pytest.raises(NotADocument):
        controls(replaced(raw, b"<d>" + b" " * (20 * 1024 * 1024) + b"</d>"))


def test_elements_without_end_are_refused(raw: bytes) -> None:
    with pytest.raises(NotADocument):
        controls(replaced(raw, b"<d>" * 5000 + b"</d>" * 5000))


@pytest.mark.parametrize(
    "broken", [b"", b"PK\x05\x06", b"\xd0\xcf\x11\xe0" * 200, b"%PDF-1.7", zipped({}), zipped({"a": b""})]
)
def test_what_is_no_docx_is_refused_as_form_and_as_template(broken: bytes) -> None:
    with pytest.raises(NotADocument):
        controls(broken)
    with pytest.raises(NotATemplate):
        word(DOCUMENT, broken)


def read_or_refused(raw: bytes) -> None:
    with suppress(NotADocument):
        controls(raw)
    with suppress(NotATemplate):
        word(DOCUMENT, raw)


@settings(deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at: int, noise: bytes) -> None:
    raw = word(DOCUMENT)
    at %= len(raw)
    read_or_refused(raw[:at] + noise + raw[at + len(noise) :])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_file_with_a_strange_part_is_read_or_refused(data: st.DataObject) -> None:
    parts = parts_of(word(DOCUMENT))
    name = data.draw(st.sampled_from(sorted(parts)))
    words = re.findall(rb"[A-Za-z0-9]+", parts[name])
    old, new = (
        data.draw(st.sampled_from(words)),
        data.draw(st.sampled_from([*words, b"", b"-1", b"<", b"x:y"])),
    )
    read_or_refused(
        zipped({**parts, name: parts[name].replace(old, new, data.draw(st.sampled_from([1, -1])))})
    )
    read_or_refused(zipped({other: content for other, content in parts.items() if other != name}))
