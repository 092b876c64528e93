"""Access codes: what is printed opens, however it is typed, and nothing else does."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.exams.sealing.code import LETTERS, NAME, SECRET, new_codes, read_code

CODES = new_codes(300)
LIKE = {"8": "B", "6": "G", "5": "S", "2": "Z", "V": "U"}
WIDE = str.maketrans({chr(at): chr(at + 0xFEE0) for at in range(0x21, 0x7F)})


def test_codes_have_names_of_their_own_and_only_letters_that_nobody_confuses() -> None:
    assert len({code.ticket for code in CODES}) == len({code.secret for code in CODES}) == 300
    for code in CODES:
        assert {len(part) for part in code.shown.split("-")} == {4}
        assert set(code.shown) <= {*LETTERS, "-"}
        assert (len(code.ticket), len(code.secret)) == (NAME, SECRET)
    assert not set("0O1ILBGSZU") & set(LETTERS)
    assert set("".join(code.secret for code in CODES)) == set(LETTERS)
    assert len(LETTERS) ** SECRET > 2**60


@given(st.sampled_from(CODES), st.randoms(use_true_random=False))
def test_a_code_is_read_however_it_is_typed(code: object, chance: random.Random) -> None:
    shown = code.shown  # type: ignore[attr-defined]
    typed = "".join(
        chance.choice(["", " ", "　", "-", "—"])
        + chance.choice([sign, sign.lower(), LIKE.get(sign, sign).lower(), sign.translate(WIDE)])
        for sign in shown.replace("-", "")
    )
    assert read_code(typed) == code


@pytest.mark.parametrize(
    "text",
    ["", "K7M2-3456-7ACD-EFH", "K7M2-3456-7ACD-EFHJJ", "O7M2-3456-7ACD-EFHJ", "K7M2-3456-7ACD-EFH1", "K7M"],
)
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no access code"):
        read_code(text)
