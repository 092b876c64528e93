"""A company's logo in the head of a PDF."""

import base64
from dataclasses import replace

import pytest
from pdfparts import texts
from sample import document

from coursewright.press.pdf import pdf
from coursewright.press.picture import NotAPicture, picture
from pictures import png

JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j"
    "q62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
    "pKSkpKSkpKT/wAARCAAEAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA"
    "FQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCeAdK//9k="
)


@pytest.mark.parametrize("content", [png(30, 10), png(10, 300), png(900, 1), JPEG])
def test_a_logo_stands_in_the_head(content: bytes) -> None:
    made = pdf(replace(document(), logo=picture(content)))
    assert b"/Subtype/Image" in made.replace(b" ", b"")
    assert "园艺公司" in texts(made)[0]


def test_a_damaged_logo_is_told() -> None:
    content = png(30, 10)
    at = content.index(b"IDAT") + 8
    with pytest.raises(NotAPicture):
        pdf(replace(document(), logo=picture(content[:at] + b"????" + content[at + 4 :])))
