"""Laws of folding: one text in several ways of writing is one, and what is told apart stays so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.writing.folding import folded, letters

TEXTS = st.text(st.sampled_from("一二十百千万亿零两六3 0.店账，·-～Aé（）\u200b\n"), max_size=30)


@given(TEXTS)
def test_letters_are_letters(text: str) -> None:
    assert letters(text) == "" or letters(text).isalnum()


@given(TEXTS)
def test_a_folded_text_stays_as_it_is_in_width_and_case(text: str) -> None:
    assert folded(text).casefold() == folded(text)


@given(
    st.text(st.sampled_from("店账商户客存款"), min_size=2, max_size=12),
    st.sampled_from("·-*～、。 _/|\u200b…—"),
)
def test_signs_between_letters_are_none(text: str, sign: str) -> None:
    assert letters(sign.join(text)) == letters(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("十二万元", "12万元"),
        ("十二万元", "120,000元"),
        ("1.2万", "12000"),
        ("一百二", "120"),
        ("二〇二四年", "2024年"),
        ("壹拾贰萬", "12万"),
        ("商戶賬簿", "商户账簿"),
        ("Ｒé２", "re2"),
        ("рaураl", "paypal"),
        ("١٢", "12"),
        ("客户\u3164经\u2060理", "客户经理"),
    ],
)
def test_two_ways_of_writing_are_one(one: str, other: str) -> None:
    assert letters(one) == letters(other)


@pytest.mark.parametrize(("one", "other"), [("1.5%", "15%"), ("-5", "5"), ("x > 5", "x < 5"), ("3-2", "32")])
def test_signs_with_a_sense_stay(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_number_ends_with_its_line() -> None:
    assert letters("六\n十") == "610"
