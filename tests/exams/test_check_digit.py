"""The check digit by the standard's own example, and what it finds."""

from hypothesis import given
from hypothesis import strategies as st

from coursewright.exams.check_digit import is_sound, with_check_digit

DIGITS = st.text("0123456789", min_size=1, max_size=14)


def test_the_standard_s_example() -> None:
    """ISO/IEC 7064, 9.2: 0794 has the check digit 5."""
    assert with_check_digit("0794") == "07945"


@given(DIGITS, st.data())
def test_every_single_wrong_digit_is_found(digits: str, data: st.DataObject) -> None:
    sound = with_check_digit(digits)
    at = data.draw(st.integers(0, len(sound) - 1))
    wrong = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != sound[at]]))
    assert is_sound(sound)
    assert not is_sound(sound[:at] + wrong + sound[at + 1 :])


def test_a_digit_alone_has_nothing_to_check() -> None:
    assert not is_sound("5")
    assert not is_sound("")
