"""Which characters no text may have, and which texts show nothing."""

import pytest

from coursewright.model.characters import from_windows, is_unseen, unfit

UNFIT = [*map(chr, range(9)), *map(chr, range(11, 32)), *map(chr, range(0x7F, 0xA0)), "\u2028", "\u2029"]
UNFIT += ["\ud800", "\udfff", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\u202d", "\u202e"]

FIT = [
    "",
    "plain",
    "tab\tand\nline",
    "中文，。“”",
    "émoji 😀 👩‍👩‍👧",
    "soft\xadhyphen",
    "a\u200bb",
    "\ufeffa",
    "\xa0a",
]
FIT += ["שלום \u2066abc\u2069 עולם", "\u202bשלום\u202c", "\u2067a\u2066b\u2069\u2069", "x\u200e\u200f"]


@pytest.mark.parametrize("char", UNFIT)
def test_a_character_that_no_text_may_have(char: str) -> None:
    assert unfit(f"before {char} after") == char


@pytest.mark.parametrize("text", FIT)
def test_a_text_that_may_be(text: str) -> None:
    assert unfit(text) == ""


@pytest.mark.parametrize(
    ("text", "char"),
    [
        ("a\u2066b", "\u2066"),
        ("a\u2069b", "\u2069"),
        ("\u202ab\u2069", "\u2069"),
        ("a\u2067\nb\u2069", "\u2067"),
        ("\u202a\u2066\u202c\u2069", "\u202c"),
    ],
)
def test_a_turn_of_direction_that_is_not_closed(text: str, char: str) -> None:
    assert unfit(text) == char


@pytest.mark.parametrize(
    "text", [" ", "\u200b", "\u202e", "\ufeff \xad", "\u3164", "\u2800\u2800", "\U000e0041", "\ufe0f"]
)
def test_a_text_that_shows_nothing(text: str) -> None:
    assert is_unseen(text)


@pytest.mark.parametrize("text", ["", "a", "。", "\u200ba", "😀", "\u0301", "-"])
def test_a_text_that_shows_something_or_is_not_there(text: str) -> None:
    assert not is_unseen(text)


def test_a_quotation_mark_of_windows_is_known_again() -> None:
    assert [from_windows(char) for char in "\x93\x94\x92\x85\x80\x81\x1b"] == [
        "“",
        "”",
        "’",
        "…",
        "€",
        "",
        "",
    ]
