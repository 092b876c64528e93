"""What no field can hold is named, whatever Word keeps it in; what has words is read or named with them."""

from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest
from garden import Garden, changes, rows
from lxml import etree
from wordhand import Change, control, drop_tags, fill, hand_head
from wordparts import W, parts_of, zipped

from coursewright.press.word.package import NotADocument, word
from coursewright.roles.job_description import job_description
from coursewright.roles.stationery import Stationery
from trees import ENGLISH

pytest_plugins = ["garden_fixtures"]

THING = "(a picture, a sign or a file)"
NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": W[1:-1],
        "v": "urn:schemas-microsoft-com:vml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "o": "urn:schemas-microsoft-com:office:office",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "d": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)
BOX = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
DRAWN = f"<w:drawing>{BOX}</w:drawing>"
PAINTED = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
ART = '<w:pict><v:shape><v:textpath string="Art"/></v:shape></w:pict>'


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def either(choice: str, fallback: str) -> str:
    return run(
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{choice}</mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def old_field(instruction: str, result: str = "", form: str = "") -> str:
    shown = f"<w:fldChar w:fldCharType='separate'/><w:t>{result}</w:t>" if result else ""
    said = f"<w:instrText>{instruction}</w:instrText>{shown}<w:fldChar w:fldCharType='end'/>"
    return run(f"<w:fldChar w:fldCharType='begin'>{form}</w:fldChar>{said}")


KINDS = {
    "a picture": (run("<w:drawing><a:blip/></w:drawing>"), "", THING),
    "an old picture": (run("<w:pict><v:imagedata/></w:pict>"), "", THING),
    "a drawn sign": (run("<w:drawing><a:prstGeom/></w:drawing>"), "", THING),
    "a chart": (run("<w:drawing><c:chart/></w:drawing>"), "", THING),
    "a diagram": (run("<w:drawing><d:relIds/></w:drawing>"), "", THING),
    "an embedded file": (run("<w:object><v:shape/><o:OLEObject/></w:object>"), "", THING),
    "ink": (either("<w:contentPart r:id='ink'/>", ""), "", THING),
    "art": (run(ART), "", "Art"),
    "art for old readers": (either("<w:drawing/>", ART), "", f"{THING} Art"),
    "a box": (run(DRAWN), "", "Boxed"),
    "a box with a picture": (run(DRAWN.replace("<w:drawing>", "<w:drawing><a:blip/>")), "", f"Boxed {THING}"),
    "a box for all readers": (either(DRAWN, PAINTED), "", "Boxed"),
    "a box for new readers": (either(DRAWN, "<w:pict/>"), "", "Boxed"),
    "a box for old readers": (either("", PAINTED), "", "Boxed"),
    "an equation": ("<m:oMathPara><m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></m:oMathPara>", "", "x=2"),
    "a reading": (
        run(
            "<w:ruby><w:rt><w:r><w:t>so</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>!</w:t></w:r></w:rubyBase></w:ruby>"
        ),
        "!",
        "so",
    ),
    "a circled sign": (old_field(r" EQ \\o\\ac(O,1) "), "", r"EQ \\o\\ac(O,1)"),
    "a button": (old_field("MACROBUTTON None Ask Ann"), "", "MACROBUTTON None Ask Ann"),
    "a link": (
        old_field(' HYPERLINK "https://garden.example/beds" ', "!"),
        "!",
        "https://garden.example/beds",
    ),
    "a link that shows where": (
        old_field('HYPERLINK "mailto:a@b.example"', "a@b.example"),
        "a@b.example",
        "",
    ),
    "a date of today": (old_field(" DATE ", "2027-01-01"), "2027-01-01", ""),
    "a ticked box": (
        old_field("", form="<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"),
        "☑",
        "",
    ),
    "a chosen entry": (
        old_field(
            "",
            form="<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='a'/><w:listEntry w:val='b'/>"
            "</w:ddList></w:ffData>",
        ),
        "b",
        "",
    ),
    "a tick": (run('<w:sym w:font="Wingdings" w:char="F0FC"/>'), "✓", ""),
    "a typed tick": (run('<w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>P</w:t>'), "✓", ""),
    "a private tick": (
        run('<w:rPr><w:rFonts w:hAnsi="Wingdings"/></w:rPr><w:t>\uf0fe</w:t>'),
        "☑",
        "",
    ),
    "a sign nobody knows": (run('<w:sym w:font="Wingdings" w:char="F0EE"/>'), "", THING),
    "hidden words": (run("<w:rPr><w:vanish/></w:rPr><w:t>!</w:t>"), "!", ""),
    "tracked words": (
        f"<w:ins>{run('<w:t>!</w:t>')}</w:ins><w:del>{run('<w:delText>gone</w:delText>')}</w:del>",
        "!",
        "",
    ),
    "a tab and a hyphen": (
        run("<w:t>a</w:t><w:ptab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t>"),
        "a b-c",
        "",
    ),
}


def elements(content: str) -> Iterator[etree._Element]:
    yield from etree.fromstring(f"<x {NAMES}>{content}</x>")


def put_into(tag: str, content: str) -> Change:
    def change(root: etree._Element) -> None:
        place = control(root, tag).find(f"{W}sdtContent")
        assert place is not None
        place.extend(elements(content))

    return change


def put_behind_all(content: str) -> Change:
    def change(root: etree._Element) -> None:
        for element in elements(content):
            root[0].insert(len(root[0]) - 1, element)

    return change


def unread(garden: Garden, raw: bytes) -> list[str]:
    return [str(each.values["text"]) for each in garden.back(raw).problems if each.code == "CW0711"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_put_into_a_field_is_read_or_named(garden: Garden, kind: str) -> None:
    content, read, named = KINDS[kind]
    done = garden.back(garden.printed(put_into("duties.2.standard", content)))

    assert rows(done, "duties")[1]["standard"] == f"No rust{read}"
    assert [(each.values["text"], each.note) for each in done.problems if each.code == "CW0711"] == (
        [(named, "in the template: Duties, row 2")] if named else []
    )


def test_what_is_put_outside_of_fields_is_named(garden: Garden) -> None:
    made = "".join(f"<w:p>{content}</w:p>" for content, _, _ in KINDS.values())
    found = unread(garden, garden.printed(put_behind_all(made)))

    assert found == [
        {"a reading": "so !", "a link": "! https://garden.example/beds"}.get(kind, named or read)
        for kind, (_, read, named) in KINDS.items()
    ]


def test_a_sign_whose_font_a_program_dropped_is_what_it_looked_like(garden: Garden) -> None:
    done = garden.back(garden.printed(put_into("duties.2.standard", run("<w:t>\uf0fe</w:t>"))))

    assert rows(done, "duties")[1]["standard"] == "No rust☑"


@pytest.mark.parametrize(
    "content",
    [
        "<w:smartTag>" * 240 + "<w:r/>" + "</w:smartTag>" * 240,
        "<w:r>" * 240 + "</w:r>" * 240,
        "<w:drawing>" * 240 + "</w:drawing>" * 240,
        "<mc:AlternateContent><mc:Fallback>" * 120 + "</mc:Fallback></mc:AlternateContent>" * 120,
        "<w:hyperlink>" * 240 + "</w:hyperlink>" * 240,
        run(
            "<w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/>"
            "<w:instrText>X</w:instrText>"
        ),
        run("<w:fldChar w:fldCharType='begin'/>" * 3),
        run("<w:sym/><w:sym w:font='Wingdings' w:char='tick'/><w:sym w:font='Arial' w:char='-1'/>"),
        run(
            "<w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='9'/></w:ddList></w:ffData>"
            "</w:fldChar>"
        ),
    ],
)
def test_what_nobody_would_write_is_no_accident(garden: Garden, content: str) -> None:
    raw = garden.printed(put_behind_all(f"<w:p>{content}</w:p>"))
    try:
        done = garden.back(raw)
    except NotADocument:
        return
    assert done.after == done.before


def test_many_of_everything_are_read_once(garden: Garden) -> None:
    many = "<w:p><w:r><w:t>x</w:t><w:drawing/></w:r></w:p>" * 3_000
    raw = garden.printed(put_behind_all(many), drop_tags)

    assert len(unread(garden, raw)) >= 3_000


def test_another_file_within_the_text_is_named(garden: Garden) -> None:
    for content in "<w:altChunk r:id='x'/>", "<w:p><w:subDoc r:id='x'/></w:p>":
        assert unread(garden, garden.printed(put_behind_all(content))) == [THING]


def test_where_a_link_of_word_leads_is_named(garden: Garden) -> None:
    link = f"<w:p><w:hyperlink r:id='far'>{run('<w:t>Beds</w:t>')}</w:hyperlink></w:p>"
    parts = parts_of(garden.printed(put_behind_all(link)))
    far = b'<Relationship Id="far" Type="x/hyperlink" Target="https://garden.example" TargetMode="External"/>'
    name = "word/_rels/document.xml.rels"
    raw = zipped({**parts, name: parts[name].replace(b"</Relationships>", far + b"</Relationships>")})

    assert unread(garden, raw) == ["Beds https://garden.example"]


def test_heads_and_notes_are_found_whatever_their_parts_are_called(garden: Garden) -> None:
    parts = parts_of(garden.printed())
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    said = f"<w:hdr {NAMES}><w:p>{run('<w:t>Said</w:t>')}</w:p></w:hdr>".encode()
    types = "".join(
        f'<Override PartName="/word/own/{name}.xml" ContentType="{kind}{name}+xml"/>'
        for name in ("header", "footer", "comments", "footnotes", "endnotes")
    )
    own = {f"word/own/{name}.xml": said for name in ("header", "footer", "comments", "footnotes", "endnotes")}
    listed = parts["[Content_Types].xml"].replace(b"</Types>", types.encode() + b"</Types>")

    assert unread(garden, zipped({**parts, **own, "[Content_Types].xml": listed})) == ["Said"] * 5


def test_words_in_a_list_that_does_not_have_them_are_no_choice(garden: Garden) -> None:
    done = garden.back(garden.printed(fill("competencies.sowing.essential", "if need be")))
    (problem,) = (each for each in done.problems if each.severity == "error")

    assert problem.code == "CW0202"
    assert problem.note == "in the template: Competencies required, row 2, Need"


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        ("confirm.headcount", "fine", "Headcount (Proposal) fine"),
        ("confirmation.by", "Ann", "Confirmed by Ann"),
    ],
)
def test_what_confirms_nothing_is_named(garden: Garden, tag: str, text: str, said: str) -> None:
    done = garden.back(garden.printed(fill(tag, text)))

    assert done.after == done.before
    assert [(each.code, each.values["text"]) for each in done.problems] == [("CW0711", said)]


def on_own_paper(garden: Garden) -> bytes:
    paper = docx.Document()
    head, foot = paper.sections[0].header, paper.sections[0].footer
    head.paragraphs[0].text = "ACME, sheet 12"
    head.paragraphs[0]._p.append(
        etree.fromstring(
            f"<w:sdt {NAMES}><w:sdtPr><w:alias w:val='Title'/><w:tag w:val='title'/></w:sdtPr>"
            f"<w:sdtContent>{run('<w:t>Handbook</w:t>')}</w:sdtContent></w:sdt>"
        )
    )
    foot.paragraphs[0].text = "Printed "
    foot.paragraphs[0]._p.append(
        etree.fromstring(
            f"<w:fldSimple {NAMES} w:instr=' FILENAME '>{run('<w:t>old.docx</w:t>')}</w:fldSimple>"
        )
    )
    paper.save(str(garden.root / "own.docx"))
    role = garden.site.roles["gardener"]
    role = replace(role, model=role.model.model_copy(update={"company": "Plot Ltd"}))
    printed = job_description(role, Stationery(garden.site, ENGLISH))
    return word(printed, (garden.root / "own.docx").read_bytes())


def test_what_is_written_into_the_head_of_a_companys_paper_is_named(garden: Garden) -> None:
    def write(root: etree._Element) -> None:
        root[0].extend(elements(run("<w:t> and for the hill too</w:t>")))
        root.extend(elements(f"<w:p>{run('<w:t>Draft</w:t>')}</w:p>"))

    def retitle(root: etree._Element) -> None:
        fill("title", "Almanac")(root)

    raw = on_own_paper(garden)
    assert garden.back(raw).problems == []
    assert unread(garden, hand_head(raw, write)) == ["and for the hill too", "Title Handbook", "Draft"]
    assert unread(garden, hand_head(raw, retitle)) == ["Title Almanac"]
    assert changes(garden.back(hand_head(raw, retitle))) == []


def test_what_is_written_into_the_foot_of_a_companys_paper_is_named(garden: Garden) -> None:
    parts = parts_of(on_own_paper(garden))
    foot = next(name for name in parts if name.startswith("word/footer"))
    renamed = zipped({**parts, foot: parts[foot].replace(b"old.docx", b"new.docx")})
    more = f"<w:p {NAMES}>{run('<w:t>Strictly inside</w:t>')}</w:p></w:ftr>".encode()
    written = zipped({**parts, foot: parts[foot].replace(b"</w:ftr>", more)})

    assert unread(garden, renamed) == []
    assert unread(garden, written) == ["Strictly inside"]
