"""Signs of symbol fonts, such as a tick of Wingdings, as the characters that they look like.

Word writes them as `w:sym` (ECMA-376 part 1, 17.3.3.30) or as text in the font; either
way a code of the font's own, often with F000 added.
"""

from collections.abc import Mapping

_PRIVATE = range(0xF000, 0xF100)


def _signs(table: str) -> Mapping[int, str]:
    """Such as “FC✓ FE☑”: the code and the character."""
    return {0x20: " ", **{int(each[:2], 16): each[2] for each in table.split()}}


_WINGDINGS = _signs(
    "28☎ 2A✉ 4A☺ 4C☹ 6C● 6E■ 6F□ 71❑ 72❒ 75◆ 76❖ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ "
    "8C❶ 8D❷ 8E❸ 8F❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ 9F• A1○ A7▪ A8☐ AB★ D8➢ DF← E0→ E1↑ E2↓ F0⇨ FB✗ FC✓ FD☒ FE☑"
)
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _signs("4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ A3□"),
    "wingdings 3": _signs(""),
    "webdings": _signs("61✓ 63□ 67■ 72✗"),
    "symbol": _signs("61α 62β 6Dμ 70π A3≤ A5∞ AE→ B0° B1± B3≥ B4× B7• B8÷ B9≠ BB≈ D6√ E5∑"),
}


def sign(font: str, code: int) -> str:
    """The character of a font's sign; "" where we know none."""
    known = _FONTS.get(font.casefold())
    if known is None and code not in _PRIVATE:
        return chr(code) if 0x20 <= code < 0xD800 else ""
    return (known or _WINGDINGS).get(code & 0xFF, "")


def is_of_signs(font: str) -> bool:
    """Whether a text in a font is signs instead of what it spells."""
    return font.casefold() in _FONTS
