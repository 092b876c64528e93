"""Pictures of other kinds, drawn as PNG."""

import base64

import pytest

from coursewright.press.picture import NotAPicture, picture
from coursewright.press.redrawn import FINE, any_picture, is_drawn
from pictures import png

GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
WEBP = base64.b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10"/>'
    "<text>中</text></svg>"
).encode()


def test_png_stays_as_it_is() -> None:
    assert any_picture(png(30, 10)).content == png(30, 10)


@pytest.mark.parametrize(("content", "size"), [(GIF, (1, 1)), (WEBP, (1, 1)), (SVG, (30, 10))])
def test_another_kind_is_drawn_in_its_own_size(content: bytes, size: tuple[int, int]) -> None:
    made = any_picture(content)
    assert (made.kind, made.width, made.height) == ("png", *size)
    assert any_picture(content) == made


def test_an_svg_is_drawn_finely_enough_for_print() -> None:
    drawn = picture(any_picture(SVG).content)
    assert (drawn.width, drawn.height) == (30 * FINE, 10 * FINE)


@pytest.mark.parametrize("content", [b"", b"words", GIF[:20], SVG[:60], b"<svg>\xff</svg>"])
def test_what_cannot_be_drawn_is_told(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        any_picture(content)


def test_a_damaged_picture_is_found_by_drawing_it() -> None:
    content = png(30, 10)
    at = content.index(b"IDAT") + 8
    assert is_drawn(picture(content))
    assert not is_drawn(picture(content[:at] + b"????" + content[at + 4 :]))
