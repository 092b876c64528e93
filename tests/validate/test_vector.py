"""An SVG is shapes and text: what runs, or comes from elsewhere, is refused with its line."""

from pathlib import Path

import pytest

from coursewright.validate.media import medium
from trees import GUIDE, Files, changed, compiled, problems_of

XLINK = "xmlns:xlink='http://www.w3.org/1999/xlink'"


def svg(within: str, more: str = "", before: str = "") -> bytes:
    return (
        f"{before}<svg xmlns='http://www.w3.org/2000/svg' {XLINK} viewBox='0 0 40 20' {more}>\n{within}\n"
        "<path d='M0 0h9'/></svg>"
    ).encode()


@pytest.mark.parametrize(
    ("within", "found"),
    [
        ("<script>x()</script>", "<script>"),
        ("<SCRIPT>x()</SCRIPT>", "<SCRIPT>"),
        ("<s:script xmlns:s='http://www.w3.org/2000/svg'>x()</s:script>", "<script>"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ("<h:p xmlns:h='http://www.w3.org/1999/xhtml'/>", "<p>"),
        ("<path onload='x()'/>", 'onload="x()"'),
        ("<path\nOnClick='x()'/>", 'OnClick="x()"'),
        ("<image href='https://x.y/a.png'/>", None),
        ("<image xlink:href='//x.y/a.png'/>", None),
        ("<image href='a.png'/>", None),
        ("<image href='data:image/svg+xml,x'/>", None),
        ("<use href='other.svg#a'/>", None),
        ("<use href='data:image/svg+xml,x#a'/>", None),
        ("<a xlink:href='javascript:x'/>", None),
        ("<a href=' java&#10;script:x'/>", None),
        ("<a href='https://x.y/'/>", None),
        ("<feImage href='https://x.y/a.png'/>", None),
        ("<animate attributeName='href' values='javascript:x'/>", None),
        ("<set attributeName='xlink:href' to='x'/>", None),
        ("<set attributeName='onclick' to='x'/>", None),
        ("<style>@import 'https://x.y/a.css';</style>", "@import"),
        ("<style>@IMPORT url(a.css);</style>", "@IMPORT"),
        ("<style><![CDATA[@import 'a.css';]]></style>", "@import"),
        ("<style>path { fill: url(https://x.y/a.svg#b) }</style>", "url("),
        ("<style>path { fill: u\\72l(https://x.y/) }</style>", "\\"),
        ("<style>path { background: image-set('a.png' 1x) }</style>", "image-set("),
        ("<style>@font-face { src: url('a.woff2') }</style>", "url("),
        ("<path style='fill: url(https://x.y/#a)'/>", None),
        ("<path style=\"background: url('a.png')\"/>", None),
        ("<path fill='url(https://x.y/#a)'/>", None),
        ("<path filter='URL(a.svg#f)'/>", None),
        ("<g xml:base='https://x.y/'/>", None),
        ("<iframe src='https://x.y/'/>", "<iframe>"),
    ],
)
def test_what_runs_or_comes_from_elsewhere_is_refused_with_its_line(within: str, found: str | None) -> None:
    _, (problem,) = medium("a.svg", svg(within))
    assert (problem.code, problem.place.line) == ("CW0511", 2)
    assert problem.values["found"] if found is None else problem.values["found"] == found


@pytest.mark.parametrize(
    "before",
    [
        "<?xml-stylesheet href='https://x.y/a.css'?>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE svg SYSTEM 'https://x.y/a.dtd' [<!ATTLIST svg onload CDATA 'x()'>]>",
    ],
)
def test_what_stands_before_the_picture_is_looked_at_too(before: str) -> None:
    _, (problem,) = medium("a.svg", svg("", before=before))
    assert problem.code == "CW0511"
    assert problem.values["found"]


@pytest.mark.parametrize(
    "within",
    [
        "<defs><path id='a'/></defs><use href='#a'/><use xlink:href='#a'/>",
        "<image href='data:image/png;base64,iVBORw0KGgo='/>",
        "<path fill='url(#a)' style='stroke: url(\"#b\")'/>",
        "<style>path { fill: red }\n@font-face { src: url(data:font/woff2;base64,AA) }</style>",
        "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        "<r:li r:resource='http://x.y/'/></r:RDF></metadata>",
        "<text>url(https://x.y) @import onload=</text>",
        "<animate attributeName='fill' values='red;blue'/>",
    ],
)
def test_what_a_drawing_program_writes_is_shown(within: str) -> None:
    assert medium("a.svg", svg(within))[1] == []


def test_the_line_of_a_document_type_is_not_published(tmp_path: Path) -> None:
    line = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    files: Files = {
        "content/media/plan.svg": svg("", before=f"<?xml version='1.0'?>\n{line}\n"),
        **changed(GUIDE, "Read", "![The beds from above](picture:plan.svg) Read"),
    }
    assert compiled(tmp_path, files)["docs/media/plan.svg"] == svg("", before="<?xml version='1.0'?>\n")


def test_an_icon_of_the_course_is_looked_at_as_well(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"site_overrides/assets/a.svg": svg("<path onload='x()'/>")})
    assert (problem.code, problem.place.line) == ("CW0511", 2)
