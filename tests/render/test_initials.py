"""The letter a term is filed under."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.render.initials import initial

PINYIN = {
    "A": "爱安奥",
    "B": "保报北",
    "C": "产成存",
    "D": "贷担大",
    "E": "额恩",
    "F": "风发",
    "G": "公柜",
    "H": "汇合",
    "J": "金经",
    "K": "客口",
    "L": "利理",
    "M": "贸面",
    "N": "能内",
    "O": "欧",
    "P": "票平",
    "Q": "期企",
    "R": "融人",
    "S": "市授",
    "T": "投贴",
    "W": "网外",
    "X": "信限",
    "Y": "银优",
    "Z": "资周",
}


def test_chinese_words_are_filed_under_their_pinyin() -> None:
    assert {letter: {initial(char + "x") for char in chars} for letter, chars in PINYIN.items()} == {
        letter: {letter} for letter in PINYIN
    }


def test_latin_words_are_filed_under_their_letter_and_the_rest_under_a_sign() -> None:
    assert [initial(word) for word in ("loan", "Loan", "4P", "“x”", "", "鑫", "É")] == [
        "L",
        "L",
        "#",
        "#",
        "#",
        "#",
        "#",
    ]


@settings(max_examples=500)
@given(st.text(max_size=3))
def test_an_initial_is_one_letter_or_the_sign(word: str) -> None:
    assert initial(word) in {*string.ascii_uppercase, "#"}


def test_an_initial_is_one_letter_for_every_character() -> None:
    allowed = {*string.ascii_uppercase, "#"}
    assert [
        char for char in map(chr, (*range(0xD800), *range(0xE000, 0x20000))) if initial(char) not in allowed
    ] == []
