"""Laws of likeness: what programs do to a text leaves it alike, what changes its sense does not."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.exchange.prose import as_markdown, without_marks
from coursewright.model.items.likeness import bare

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
PLAIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=40)
HAN = st.text(st.sampled_from("一家店的账，（示例）3.5%：每户－户、与何者？ 12\n"), max_size=40)


@given(PLAIN.filter(lambda text: not {*"[]&"} & {*text}))
def test_width_and_case_change_nothing(text: str) -> None:
    assert bare(text.translate(WIDE)) == bare(text) == bare(text.upper())


@given(HAN)
def test_a_text_of_other_programs_is_alike_as_markdown(text: str) -> None:
    assert bare(as_markdown(text)) == bare(text)


@given(HAN)
def test_and_back(text: str) -> None:
    assert bare(without_marks(as_markdown(text))) == bare(text)


@given(PLAIN | HAN)
def test_it_is_bare_once(text: str) -> None:
    assert normalize("NFKC", bare(text)) == bare(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("利率是 1.5%", "利率是 15%"),
        ("It falls by -5", "It falls by 5"),
        ("x > 5", "x < 5"),
        ("3 + 2", "3 - 2"),
        ("12，000 元", "1.2，000 元"),
    ],
)
def test_figures_and_signs_tell_apart(one: str, other: str) -> None:
    assert bare(one) != bare(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The gap: ___.", "The gap: （  ）。"),
        ("- a\n- b", "a\nb"),
        ("| a | b |\n| :-- | --- |\n| 1 | 2 |", "a | b\n1 | 2"),
        ("> Read **this**\n>\n> ## Then that", "Read this\nThen that"),
        ('See ![a bed](picture:bed.png "with humus")', "See a bed with humus"),
        ("See ![a bed](<picture:bed.png>) and [humus](term:humus)", "See a bed and humus"),
    ],
)
def test_marks_do_not(one: str, other: str) -> None:
    assert bare(one) == bare(other)
