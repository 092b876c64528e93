"""The badge: the issuer's seal above the name of what was passed, as SVG, and as PNG made of that."""

from collections.abc import Iterator, Mapping
from html import escape

from ..press.pdf_text import printable
from ..press.typeset import typeset
from .credential import Credential
from .seal import seal

SIDE = 400
"""Of the SVG; the PNG has as many pixels."""
SERIF, SANS = "Noto Serif SC, SimSun, Songti SC, serif", "Noto Sans SC, Noto Sans, sans-serif"
_LINE = 22
"""Columns of a line below the seal; a Chinese character takes two."""
_LINES = 2
_PROGRAM = b"""\
#let it = json(bytes(sys.inputs.data))
#set page(width: 300pt, height: 300pt, margin: 0pt)
#set document(title: it.title)
#image(bytes(it.svg), width: 300pt, height: 300pt, alt: it.title)
"""


def badge_svg(credential: Credential, colours: Mapping[str, str]) -> bytes:
    """The same credential gives the same bytes."""
    name = escape(printable(credential.name, SIDE))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" role="img" '
        f'aria-label="{name}">',
        f"<title>{name}</title>",
        f'<rect x="2" y="2" width="396" height="396" rx="28" fill="#fff" stroke="{colours["hairline"]}" '
        'stroke-width="4"/>',
        f'<rect x="100" y="48" width="200" height="200" rx="12" fill="{colours["accent"]}"/>',
        '<rect x="109" y="57" width="182" height="182" rx="6" fill="none" stroke="#fff" stroke-width="3"/>',
        *_signs(credential.issuer.name),
        *_lines(credential.name, colours["text"]),
        "</svg>",
    ]
    return "".join(parts).encode()


def badge_png(svg: bytes, credential: Credential) -> bytes:
    data = {"svg": svg.decode(), "title": printable(credential.name, SIDE)}
    return typeset(_PROGRAM, data, format="png")[0]


def _signs(name: str) -> Iterator[str]:
    rows = seal(name)
    cell = 168 / max(len(rows), len(rows[0]))
    size = cell * 0.86
    for at, row in enumerate(rows):
        for place, sign in enumerate(row):
            if sign:
                x = 200 + (place - (len(row) - 1) / 2) * cell
                y = 148 + (at - (len(rows) - 1) / 2) * cell + size * 0.36
                yield _text(sign, (x, y), size, SERIF, "#fff")


def _lines(name: str, colour: str) -> Iterator[str]:
    for at, line in enumerate(_broken(printable(name, SIDE))):
        yield _text(line, (200, 302 + at * 38), 30, SANS, colour)


def _broken(text: str) -> list[str]:
    """At most two lines; what does not fit ends in dots."""
    lines, line = [], ""
    for word in _words(text):
        if line and _wide(line + word.rstrip()) > _LINE:
            lines.append(line.strip())
            line = ""
        line += word
    lines.append(line.strip())
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], f"{lines[_LINES - 1][: _LINE // 2]}…"]


def _words(text: str) -> Iterator[str]:
    """Chinese may be broken anywhere, other scripts behind a space."""
    word = ""
    for char in text:
        word += char
        if char == " " or _wide(char) == 2:
            yield word
            word = ""
    yield word


def _wide(text: str) -> int:
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)


def _text(text: str, at: tuple[float, float], size: float, family: str, colour: str) -> str:
    place = f'x="{at[0]:.1f}" y="{at[1]:.1f}" font-size="{size:.1f}"'
    return f'<text {place} font-family="{family}" fill="{colour}" text-anchor="middle">{escape(text)}</text>'
