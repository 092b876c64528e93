"""The typefaces of a language, and how a Word file says its languages (ECMA-376 part 1, 17.3.2.20, 17.8)."""

from .namespaces import W

_FONTS = {
    "zh-TW": "Microsoft JhengHei",
    "zh-HK": "Microsoft JhengHei",
    "zh": "Microsoft YaHei",
    "ja": "Meiryo",
    "ko": "Malgun Gothic",
}
_OTHER_NAMES = {"Microsoft YaHei": "微软雅黑", "Microsoft JhengHei": "微軟正黑體"}


def font(language: str) -> str:
    """The typeface of Windows and Office for a language's script."""
    return _FONTS.get(language) or _FONTS.get(language.partition("-")[0]) or "Segoe UI"


def is_right_to_left(language: str) -> bool:
    """Whether text in a language begins at the right (CLDR, characterOrder)."""
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def fonts(language: str) -> str:
    """fontTable.xml: the same typeface under the name that a Chinese system shows."""
    names = dict.fromkeys((font(language), font(eastern(language)), "Segoe UI Symbol", "Consolas"))
    entries = "".join(f'<w:font w:name="{name}">{_other_name(name)}</w:font>' for name in names)
    return f'<w:fonts xmlns:w="{W}">{entries}</w:fonts>'


def languages(language: str) -> str:
    """`w:lang`: a Latin language and an East-Asian one, whichever of them the document is in."""
    latin = "en-US" if eastern(language) == language else language
    return f'<w:lang w:val="{latin}" w:eastAsia="{eastern(language)}" w:bidi="ar-SA"/>'


def eastern(language: str) -> str:
    """The language itself if it is written in East-Asian script, else Chinese."""
    return language if language.partition("-")[0] in _FONTS else "zh-CN"


def _other_name(name: str) -> str:
    return f'<w:altName w:val="{_OTHER_NAMES[name]}"/>' if name in _OTHER_NAMES else ""
