"""Numbers as people write them, read exactly: 12,000 · 1.2万 · 一万二千 · 一万二 · 百分之三 · ３％ · 3元5角.

`browser/scoring/numeral.mjs` reads them alike, so everything is spelled out here that the two
languages understand in different ways: what a digit is, what a space, and what nobody sees.
"""

import re
from unicodedata import normalize

_WRITTEN = "零〇一壹二贰貳两兩三叁參叄四肆五伍六陆陸七柒八捌九玖拾佰仟萬億點圓塊负負‐‑‒–—―−"
_PLAIN = "00112222233334455666778899十百千万亿点圆块---------"
_ONE_SIGN = str.maketrans(_WRITTEN, _PLAIN)
_WORD = _WRITTEN[2:26]
_NONE = re.compile(rf"(?<![点點零〇0-9{_WORD}])[{_WORD}]{{2}}(?![零〇折0-9{_WORD}])")
"""Two words for digits and no more mean about so many, as in 七八天 and 一两万."""
_DIGIT = rf"[\d{_WRITTEN}十百千万亿.]"
_RAISED = "[¹²³⁰-⁹₀-₉①-⑳]"
_BESIDE = re.compile(f"(?<={_DIGIT})(?={_RAISED})|(?<={_RAISED})(?={_DIGIT})")
"""Where NFKC would make digits of one number of what is none of it: 52 of 5², though m2 of m²."""
_TIME = re.compile(r"[点點](?=[\t-\r ]*[0-9]{2}(?![%元0-9十百千万亿]))")
"""9点30, which is as much of an hour as 九点三十."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Unicode's Default_Ignorable_Code_Point, which comes along when a text is copied."""

NUMERAL = r"(?:[0-9]+(?:\.[0-9]+)?|[十百千万亿]){1,40}"
"""Of so many parts at most, or a row of 亿 would be a number that no machine writes down."""
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_SPACE = re.compile(r"(?<![0-9])[\t-\r ]+|[\t-\r ]+(?![0-9])")
_NO_TENTHS = re.compile(r"(?<=[元圆块])0?(?=[0-9]分)")
_TENTHS = re.compile(r"[元圆块]0?([0-9])[角毛](?:0?([0-9])分)?")
_UNSAID = re.compile(r"(?<=[0-9十百千万亿]块[0-9])(?=[.。]?\Z)")
"""Where 角 is not said: 三块五."""
_POINT = re.compile(r"(?<=[0-9])点(?=[0-9]+(?![0-9十]))")
"""Not that of a time, such as 九点三十."""
_BARE_POINT = re.compile(
    r"(?<=[十百千万亿])点(?=[0-9]+(?![0-9十分]))|(?:^|(?<=[-+¥$€£之]))\.(?=[0-9])",
)
"""Before which there is no digit. After a letter it is a sign like others, as in No.5."""
_THOUSANDS = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_BROKEN = re.compile(r"[1-9][0-9](?=十)|\.[0-9]+[百千万亿](?=[0-9])|[百千万亿](?=[1-9]\.)")
"""Where digits and units are no number, or might be one of two: 23十, 3.5万5, 三百六点五."""
_SHORT = re.compile(r"([百千万亿])[1-9](?!\.?[0-9十百千万亿])")
_SHORT_OF = {"百": "十", "千": "百", "万": "千", "亿": "千万"}
_SHARE = re.compile(rf"(?<![0-9十百千万亿])([百千万])分之(-?{NUMERAL})([%‰‱]?)")
_SHARE_SIGNS = {"百": "%", "千": "‰", "万": "‱"}


def plainly(text: str) -> str:
    """A text in one width, case and kind of digit, so that NUMERAL finds its numbers.

    Compatibility forms are gone (NFKC), with them what nobody sees, thousands separators, and spaces that
    part no two digits; what is short is spelled out: 三百六 is 三百六十, and 一万二 is 一万二千. An amount
    with 角 and 分 is one of 元 with a point. What only looks like a number has a ~ in it,
    and the 点 of a time is no point.
    """
    text = normalize("NFKC", _BESIDE.sub("~", _UNSEEN.sub("", text))).lower()
    text = _TIME.sub("点:", _NONE.sub(r"~\g<0>", text)).translate(_ONE_SIGN)
    text = _UNSAID.sub("角", _NO_TENTHS.sub("0角", _SPACE.sub("", text)))
    text = _TENTHS.sub(r"点\1\2元", text)
    text = _BARE_POINT.sub("0.", _POINT.sub(".", text))
    text = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), text)
    return _SHARE.sub(_shared, _spelled(_BROKEN.sub(r"\g<0>~", text)))


def counted(numeral: str) -> str:
    """A row of digits, points and units in plain decimals, also where it is meant as no number."""
    return decimal(_spelled(numeral.translate(_ONE_SIGN)))


def _spelled(text: str) -> str:
    return _SHORT.sub(lambda found: found[0] + _SHORT_OF[found[1]], text)


def _shared(found: re.Match[str]) -> str:
    return found[0] if found[3] else found[2] + _SHARE_SIGNS[found[1]]


def read(numeral: str, scale: int) -> int:
    """The value of what NUMERAL found, as so many of `10 ** -scale`: no digit after the point may be lost.

    What stands before the greatest unit counts so many of it, and 十 alone is ten.
    """
    for unit, worth in _UNITS.items():
        if unit in numeral:
            before, _, after = numeral.rpartition(unit)
            return read(before or "1", scale) * worth + read(after, scale)
    whole, _, fraction = numeral.partition(".")
    return int(whole + fraction.ljust(scale, "0") or "0")


def decimal(numeral: str) -> str:
    """What NUMERAL found, in plain decimals without idle zeros."""
    scale = len(numeral.partition(".")[2])
    return pointed(read(numeral, scale), scale)


def pointed(number: int, scale: int) -> str:
    """So many of `10 ** -scale`, not below zero, in plain decimals without idle zeros."""
    digits = str(number).zfill(scale + 1)
    at = len(digits) - scale
    return re.sub(r"\.?0*$", "", f"{digits[:at]}.{digits[at:]}")
