"""Laws of reading numbers: whatever a number is written as is read as it, and as no other one."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.scoring.quantity import is_within, value_of
from coursewright.writing.numeral import decimal, plainly

SPOKEN = "零一二三四五六七八九", "十百千", "万亿", "元"
ON_FORMS = "零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿", "圆"
TRADITIONAL = "〇壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億", "圓"
WAYS = st.sampled_from([SPOKEN, ON_FORMS, TRADITIONAL])
Way = tuple[str, str, str, str]

UNSEEN = st.text("\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2069\ufeff", max_size=2)
WHOLE = st.integers(0, 10**12 - 1) | st.integers(0, 10**4)
CENTS = st.integers(1, 10**9) | st.integers(1, 10**4)


def in_words(number: int, way: Way) -> str:
    """A whole number below 10 ** 12, every unit written: 120 is 一百二十, and 10 is 一十."""
    digits, _, myriads, _ = way
    written, sections = "", [number // 10**8, number // 10**4 % 10**4, number % 10**4]
    for section, myriad in zip(sections, (myriads[1], myriads[0], ""), strict=True):
        if section:
            gap = digits[0] if written and section < 1000 else ""
            written += gap + _section(section, way) + myriad
    return written or digits[0]


def _section(number: int, way: Way) -> str:
    digits, tens, *_ = way
    written, is_open = "", False
    for digit, ten in zip(f"{number:04}", (*reversed(tens), ""), strict=True):
        if digit != "0":
            written += (digits[0] if is_open else "") + digits[int(digit)] + ten
        is_open = bool(written) and digit == "0"
    return written


def in_money(cents: int, way: Way) -> str:
    """As on forms: 元, 角 and 分, with 零 where 角 is missing, and 正 where there is no 分."""
    digits, *_, yuan = way
    tenths, hundredths = cents // 10 % 10, cents % 10
    written = in_words(cents // 100, way) + yuan
    written += f"{digits[tenths]}角" if tenths else digits[0] if hundredths else ""
    return written + (f"{digits[hundredths]}分" if hundredths else "正")


def with_point(number: Decimal, way: Way) -> str:
    whole, _, fraction = f"{number:f}".partition(".")
    point = "点" if fraction else ""
    return in_words(int(whole), way) + point + "".join(way[0][int(digit)] for digit in fraction)


FIGURES: list[Callable[[Decimal], str]] = [
    "{:f}".format,
    "{:,f}".format,
    "¥{:f}".format,
    "“{:f}”".format,
    "＝{:f}。".format,
    lambda number: f"{number:f}".removeprefix("0"),
    lambda number: f"{number:,f}".translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.,"}),
]


def is_it(text: str, number: Decimal, unit: str) -> bool:
    """Whether the text is read as the number, and as none beside it."""
    beside = (number + Decimal("0.001"), number - Decimal("0.001"), number * 10, number / 10, -number)
    others = {f"{other:f}" for other in beside if other != number}
    return is_within(text, f"{number:f}", "0", unit) and not any(
        is_within(text, other, "0", unit) for other in others
    )


@given(WHOLE, WAYS)
def test_a_whole_number_in_words_is_read_as_it(number: int, way: Way) -> None:
    assert decimal(plainly(in_words(number, way))) == str(number)


@given(CENTS, WAYS)
def test_a_number_with_a_point_in_words_is_read_as_it(cents: int, way: Way) -> None:
    number = Decimal(cents) / 100
    assert is_it(with_point(number, way), number, "次")


@given(CENTS, st.sampled_from(FIGURES))
def test_a_number_in_figures_is_read_as_it(cents: int, written: Callable[[Decimal], str]) -> None:
    number = Decimal(cents) / 100
    assert is_it(written(number), number, "元")


@given(CENTS, WAYS)
def test_an_amount_on_a_form_is_read_as_it(cents: int, way: Way) -> None:
    text, number = in_money(cents, way), Decimal(cents) / 100
    assert is_it(text, number, "元")
    assert is_it(text, number / 10**4, "万元")
    assert Decimal(value_of(text, "元") or "") == number


@given(CENTS, st.sampled_from([("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")]), WAYS)
def test_a_share_in_words_is_read_as_it(cents: int, share: tuple[str, str], way: Way) -> None:
    number = Decimal(cents) / 100
    said, sign = share
    assert is_it(said + with_point(number, way), number, sign)
    assert is_it(f"{number:f}{sign}", number, sign)


@given(CENTS, st.data())
def test_what_nobody_sees_does_not_matter(cents: int, data: st.DataObject) -> None:
    number = Decimal(cents) / 100
    text = "".join(data.draw(UNSEEN) + sign for sign in f"{number:,f}元") + data.draw(UNSEEN)
    assert is_it(text, number, "元")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12 000", "元"),
        ("1,2000", "元"),
        ("12,5", "元"),
        ("(18)", "元"),
        ("三点五十", "元"),
        ("十点三十", "元"),
        ("767元5", "元"),
        ("767.5元5角", "元"),
        ("767元15角", "元"),
        ("5角", "分"),
        ("5%角", "元"),
        ("3块5", "天"),
        ("3块5.5", "元"),
        ("3元5", "元"),
        ("三百分之二", "%"),
        ("5分", "分钟"),
        ("18岁", "周"),
        ("1.2.3", ""),
        ("1-2", ""),
        ("1/2", ""),
        ("+-3", ""),
        ("12-", "元"),
        ("12元—", "元"),
        ("90〜", "天"),
        ("90/天", "天"),
        ("90元%", "元"),
        ("9%‰", "%"),
        ("百分之9‰", "%"),
        ("二五十", ""),
        ("9点30", ""),
        ("９ 点 ３０", "次"),
        ("9點05", ""),
        ("九点30分", "分"),
        ("十点30", ""),
        ("九点三十", ""),
        ("3.5万5", "元"),
        ("3.5万5千", "元"),
        ("23十万", "元"),
        ("三百六点五", "元"),
        ("一万二点五", "元"),
        ("三百六元五角", "元"),
        ("三百六块五", "元"),
        ("5²", ""),
        ("５²", ""),
        ("5₂", ""),
        ("5①", ""),
        ("五²", ""),
        ("十²", ""),
        ("²5", ""),
        ("①五", ""),
        ("90人民币", "天"),
        ("90RMB", "天"),
        ("90 day", "days"),
        ("about 18", ""),
        ("12k", ""),
        ("9:30", ""),
        ("3/4", ""),
    ],
)
def test_what_may_be_another_number_is_none(text: str, unit: str) -> None:
    assert value_of(text, unit) is None
    assert not is_within(text, "0", "9" * 99, unit)


@pytest.mark.parametrize(
    "text", ["{}", "{}万", "{}百", "{}十", "一万{}千", "十{}", "百分之{}", "百分之{}十", "{}天"]
)
@pytest.mark.parametrize(
    "two", ["一二", "一两", "两三", "二三", "七八", "八九", "三五", "貳參", "柒捌", "伍陸"]
)
def test_about_so_many_is_no_number(text: str, two: str) -> None:
    unit = "%" if "分" in text else "天" if "天" in text else ""
    assert value_of(text.format(two), unit) is None
    assert not is_within(text.format(two), "0", "9" * 99, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二六", "2026"),
        ("一九九八", "1998"),
        ("一二三", "123"),
        ("十一", "11"),
        ("二十三", "23"),
        ("一百二十", "120"),
        ("三点一四", "3.14"),
        ("三點二三", "3.23"),
        ("三点二三四", "3.234"),
        ("零三四", "34"),
        ("一万零五十", "10050"),
        ("九点零五", "9.05"),
        ("9点5", "9.5"),
        ("9点305", "9.305"),
        ("1点25万", "12500"),
        ("①", "1"),
        ("三百零六点五", "306.5"),
        ("三百六十点五", "360.5"),
    ],
)
def test_a_number_in_words_is_no_other_for_what_is_about_so_many(text: str, value: str) -> None:
    assert value_of(text, "") == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5角", "元", "0.5"),
        ("五毛钱", "元", "0.5"),
        ("15角", "元", "1.5"),
        ("5角", "万元", "0.00005"),
        ("5毛", "角", "5"),
        ("三块五", "元", "3.5"),
        ("3块5。", "元", "3.5"),
        ("十块五", "元", "10.5"),
        ("三块五毛", "元", "3.5"),
        ("18块钱", "元", "18"),
    ],
)
def test_an_amount_is_read_as_it_is_said_at_a_counter(text: str, unit: str, value: str) -> None:
    assert value_of(text, unit) == value
    assert is_within(text, value, "0", unit)


@pytest.mark.parametrize(
    ("sign", "unit"),
    [
        ("¥", "元"),
        ("￥", "元/月"),
        ("人民币", "元"),
        ("RMB", "元"),
        ("人民币¥", "元"),
        ("¥", "人民币元"),
        ("¥", "人民币"),
        ("¥", "日元"),
        ("¥", "CNY"),
        ("$", "美元"),
        ("＄", "美金"),
        ("$", "港币"),
        ("$", "US dollars"),
        ("$", "$"),
        ("€", "欧元"),
        ("€", "euros"),
        ("£", "英镑"),
        ("£", "pounds"),
    ],
)
def test_a_currency_has_its_sign_and_no_other(sign: str, unit: str) -> None:
    own = sign[-1].translate({0xFFE5: "¥", 0xFF04: "$", ord("币"): "¥", ord("B"): "¥"})
    others = {"¥", "$", "€", "£"} - {own}
    assert is_within(f"{sign}90", "90", "0", unit)
    assert is_within(f"-{own}90", "-90", "0", unit)
    assert not any(is_within(f"{other}90", "90", "0", unit) for other in others)
    assert not any(is_within(f"-{other}90", "-90", "0", unit) for other in others)
    assert not any(is_within(f"人民币{other}90", "90", "0", "元") for other in ("$", "€", "£"))


@pytest.mark.parametrize("sign", ["¥", "$", "€", "£", "人民币", "RMB"])
@pytest.mark.parametrize("unit", ["天", "次", "%", "days"])
def test_what_is_no_money_has_no_currency(sign: str, unit: str) -> None:
    assert not is_within(f"{sign}90", "90", "0", unit)


@pytest.mark.parametrize("unit", ["元", "万元", "人民币"])
def test_a_currency_behind_a_number_is_its_unit(unit: str) -> None:
    for text in ("90000人民币", "90000RMB", "9万人民币元", "90000元"):
        assert is_within(text, "9" if unit == "万元" else "90000", "0", unit)
        assert not is_within(text, "90000", "0", "万元")


@pytest.mark.parametrize("sign", ["¥", "$", "€", "£"])
def test_a_number_without_a_unit_may_be_of_any_currency(sign: str) -> None:
    assert is_within(f"{sign}90", "90", "0", "")
