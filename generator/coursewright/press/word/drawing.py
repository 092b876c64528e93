"""Pictures in the text (DrawingML in a line, ECMA-376 part 1, 20.4.2.8)."""

from ..picture import Picture
from .span import escaped

MM = 36_000
"""A millimetre in English metric units (20.1.2.1)."""

PIXEL = 9_525
"""A pixel, 96 of which are an inch."""

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def drawing(
    picture: Picture, words: str, number: int, key: str, *, box: tuple[float, float], most: float
) -> str:
    """A run with the picture, at most as wide and as high as `box`, a pixel at most `most`.

    All in English metric units.
    `number` tells the document's pictures apart, `key` is that of the relationship to its bytes,
    `words` are read to whoever does not see it.
    """
    scale = min(most, box[0] / picture.width, box[1] / picture.height)
    size = f'cx="{max(1, round(picture.width * scale))}" cy="{max(1, round(picture.height * scale))}"'
    away = 'distT="0" distB="0" distL="0" distR="0"'
    name = f'id="{number}" name="picture {number}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" {away}><wp:extent {size}/>'
        f'<wp:docPr {name} descr="{escaped(words)}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def relation(key: str, part: str, kind: str = _IMAGE) -> str:
    """A relationship to a part, such as a picture's bytes (ECMA-376 part 2, 9.3)."""
    return f'<Relationship xmlns="{_RELATIONS}" Id="{key}" Type="{kind}" Target="{part}"/>'
