"""Pictures that come in with questions: kept by name, and nothing else written, whatever is sent."""

import io
from base64 import b64encode
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import GIVEN, bank

from coursewright.commands.main import run
from coursewright.exchange.pictures import Brought, Pictures, Refused
from coursewright.load.tree import _MEDIUM, load_tree
from pictures import png
from trees import BANK, EVERY_TYPE, ITEMS, Files, contents, with_quiz_of, write_course

Captured = pytest.CaptureFixture[str]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>'
MEDIA: Mapping[str, bytes] = {
    "bed.png": png(4, 4),
    "\u7532-plan.png": png(8, 4),
    "root.svg": SVG,
    "case.png": png(6, 6),
}
PICTURED = (
    EVERY_TYPE.replace("What lies on top?", '"![A bed](<picture:bed.png>) Top?"')
    .replace("text: Rock\n", 'text: "![Rock in a plan](<picture:\u7532-plan.png>)"\n')
    .replace("explanation: Leaves fall on top.", 'explanation: "![A root](<picture:root.svg>)"')
    .replace(
        "Water stands on Ann's bed:", "![The bed](<picture:case.png>)\n\n      Water stands on Ann's bed:"
    )
)
assert PICTURED.count("picture:") == 4
FORMATS = {"moodle-xml": "a.xml", "qti3": "a.zip", "qti21": "a.zip"}


def with_media(text: str) -> Files:
    return {**with_quiz_of(ITEMS, text), **{f"content/media/{name}": raw for name, raw in MEDIA.items()}}


def media(root: Path) -> dict[str, bytes]:
    folder = root / "content/media"
    return {file.name: file.read_bytes() for file in folder.iterdir()} if folder.is_dir() else {}


def took(root: Path, name: str, raw: bytes, *options: str) -> int:
    file = root.parent / name
    file.write_bytes(raw)
    return run(["import", str(file), "--course", str(root), "--bank", "new", *GIVEN, *options])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course")


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    return write_course(tmp_path / "pictured", with_media(PICTURED))


@pytest.mark.parametrize("format", FORMATS)
def test_pictures_go_out_and_come_back_by_their_names(pictured: Path, format: str, capsys: Captured) -> None:
    file = pictured.parent / FORMATS[format]
    assert run(["export", format, str(file), "--course", str(pictured)]) == 0
    before = contents(pictured)
    assert run(["import", str(file), "--course", str(pictured), "--update", "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "CW1022" not in said.err
    assert "new pictures" not in said.out
    assert contents(pictured) == before
    assert run(["import", str(file), "--course", str(pictured), "--update"]) == 0
    assert media(pictured) == MEDIA
    items = {item["id"]: item for item in bank(pictured, "soil")}
    assert items["soil-top"]["stem"] == "![A bed](<picture:bed.png>) Top?"
    assert items["soil-top"]["options"][1]["text"] == "![Rock in a plan](<picture:\u7532-plan.png>)"
    assert items["soil-bed"]["stimulus"].startswith("![The bed](<picture:case.png>)")


@pytest.mark.parametrize("format", FORMATS)
def test_another_course_gets_the_pictures(pictured: Path, root: Path, format: str, capsys: Captured) -> None:
    file = pictured.parent / FORMATS[format]
    assert run(["export", format, str(file), "--course", str(pictured)]) == 0
    taking = ["import", str(file), "--course", str(root), "--bank", "new", "--update"]
    before = contents(root)
    capsys.readouterr()
    assert run([*taking, "--dry-run"]) == 0
    assert "new pictures: 4\n" in capsys.readouterr().out
    assert contents(root) == before
    assert run(taking) == 0
    assert sorted(media(root).values()) == sorted(MEDIA.values())
    if format == "moodle-xml":
        assert media(root) == MEDIA
    assert run(["check", "--course", str(root)]) == 0
    shown = media(root)
    assert run(taking) == 0
    assert media(root) == shown, "a second time nothing is new"


def moodle(name: str, content: str, path: str = "/", src: str | None = None) -> bytes:
    shown = f"@@PLUGINFILE@@{path}{name}" if src is None else src
    return f"""<quiz><question type="truefalse"><name><text>q</text></name>
<questiontext format="html"><text><![CDATA[<p>Look: <img src="{shown}" alt="A bed"/></p>]]></text>
<file name="{name}" path="{path}" encoding="base64">{content}</file></questiontext>
<generalfeedback format="html"><text>e</text></generalfeedback>
<answer fraction="100"><text>true</text><feedback><text>y</text></feedback></answer>
<answer fraction="0"><text>false</text><feedback><text>n</text></feedback></answer>
</question></quiz>""".encode()


GOOD = b64encode(png(4, 4)).decode()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("../../../etc/x.png", "x.png"),
        ("..\\..\\x.png", "x.png"),
        ("/etc/x.png", "x.png"),
        ("C:\\x.png", "x.png"),
        (".hidden.png", "hidden.png"),
        ("con.png", "file-con.png"),
        ("-a b?c.PNG", "a-b-c.png"),
        ("a\u202eb.png", "a-b.png"),
        ("....png", "picture.png"),
        ("x" * 300 + ".png", "x" * 60 + ".png"),
        ("\u7532.png", "\u7532.png"),
    ],
)
def test_a_name_is_made_safe(root: Path, name: str, found: str) -> None:
    assert took(root, "a.xml", moodle(name, GOOD, src=f"@@PLUGINFILE@@/{quote(name)}")) == 0
    assert media(root) == {found: png(4, 4)}
    assert not load_tree(root).problems


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b64encode(b"<script>alert(1)</script>").decode()),
        ("a.php", GOOD),
        ("a", GOOD),
        ("a.png", b64encode(b"<script>alert(1)</script>").decode()),
        ("a.png", ""),
        ("a.png", "%%% no base64 %%%"),
        ("a.png", GOOD[: len(GOOD) // 2]),
        ("a.png", b64encode(b"\x89PNG" + bytes(3 * 1024 * 1024)).decode()),
        ("a.svg", b64encode(SVG.replace(b"<rect", b"<script>alert(1)</script><rect")).decode()),
        ("a.svg", b64encode(SVG.replace(b"<rect", b'<image href="http://x/y"/><rect')).decode()),
    ],
)
def test_what_is_no_picture_is_left_out_and_told(
    root: Path, name: str, content: str, capsys: Captured
) -> None:
    assert took(root, "a.xml", moodle(name, content)) == 0
    said = capsys.readouterr().err
    assert f"warning[CW1059]: the picture “{name}” is left out" in said
    assert "CW1022" not in said
    assert media(root) == {}
    assert bank(root, "new")[0]["stem"] == "Look: A bed"


@pytest.mark.parametrize(
    "src", ["http://x/a.png", "a.png", "@@PLUGINFILE@@/b.png", "data:image/png;base64,x", ""]
)
def test_a_picture_that_is_not_in_the_file_is_counted(root: Path, src: str, capsys: Captured) -> None:
    assert took(root, "a.xml", moodle("a.png", GOOD, src=src)) == 0
    assert "warning[CW1022]: pictures are not read: 1" in capsys.readouterr().err
    assert media(root) == {}


def test_folders_of_moodle_are_followed(root: Path) -> None:
    assert took(root, "a.xml", moodle("a.png", GOOD, "/deep/er/")) == 0
    assert media(root) == {"a.png": png(4, 4)}


def test_a_name_that_another_picture_has_is_given_to_none_twice(root: Path) -> None:
    write_course(root, {"content/media/a.png": png(9, 9), BANK: EVERY_TYPE})
    assert took(root, "a.xml", moodle("A.png", GOOD)) == 0
    names = sorted(media(root))
    assert names[1] == "a.png"
    assert names[0].startswith("A-")
    assert media(root)["a.png"] == png(9, 9)


def test_nothing_is_written_while_anything_is_wrong(root: Path) -> None:
    before = contents(root)
    raw = moodle("a.png", GOOD).replace(
        b'<generalfeedback format="html"><text>e</text></generalfeedback>', b""
    )
    raw = raw.replace(b"<text>y</text>", b"<text></text>")
    assert took(root, "a.xml", raw) == 1
    assert contents(root) == before


QTI = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="choice" title="x">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
<correctResponse><value>A</value></correctResponse></responseDeclaration>
<itemBody><p>Look: <img src="{src}" alt="A bed"/></p>
<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
<simpleChoice identifier="A">Stay</simpleChoice><simpleChoice identifier="B">Go</simpleChoice>
</choiceInteraction></itemBody>
<modalFeedback identifier="F" outcomeIdentifier="O" showHide="show">e</modalFeedback>
</assessmentItem>"""
MANIFEST = """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>
<resource type="imsqti_item_xmlv2p1" href="items/a.xml"/></resources></manifest>"""


def package(src: str, files: Mapping[str, bytes], item: str = "items/a.xml") -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", MANIFEST.replace("items/a.xml", item))
        archive.writestr(item, QTI.format(src=src))
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


@pytest.mark.parametrize("src", ["../media/a.png", "../media/./x/../a.png", "../media/%61.png"])
def test_a_picture_is_found_in_a_package_by_its_address(root: Path, src: str) -> None:
    assert took(root, "a.zip", package(src, {"media/a.png": png(4, 4)})) == 0
    assert media(root) == {"a.png": png(4, 4)}
    assert bank(root, "new")[0]["stem"] == "Look: ![A bed](<picture:a.png>)"


@pytest.mark.parametrize(
    "name", ["../a.png", "../../../../etc/a.png", "/etc/a.png", "..\\a.png", "C:/a.png", "items/../../a.png"]
)
def test_a_package_reaches_nothing_outside_of_it(root: Path, name: str, tmp_path: Path) -> None:
    """An entry is read by its name in the archive, if at all, and lands in the media under a safe name."""
    (tmp_path / "a.png").write_bytes(png(7, 7))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for src in (name, f"../{name}", "../" * 9 + name.lstrip("./")):
        took(root, "a.zip", package(src, {name: png(4, 4)}), "--update")
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - {*before, tmp_path / "a.zip"}
    assert {path.relative_to(root).as_posix() for path in new} <= {
        "content/media/a.png", "quizzes/bank/new.yml",
    }  # fmt: skip
    assert (tmp_path / "a.png").read_bytes() == png(7, 7)
    assert all(raw == png(4, 4) for raw in media(root).values())


def test_a_bomb_in_a_package_is_not_unpacked(root: Path, capsys: Captured) -> None:
    bomb = png(4, 4) + bytes(300 * 1024 * 1024)
    raw = package("../media/a.png", {"media/a.png": bomb})
    assert len(raw) < 1024 * 1024
    assert took(root, "a.zip", raw) == 0
    assert "the picture “a.png” is left out: it has more than 2 MiB" in capsys.readouterr().err
    assert media(root) == {}


def test_a_picture_that_is_damaged_in_the_package_is_left_out(root: Path, capsys: Captured) -> None:
    raw = package("../media/a.png", {"media/a.png": png(64, 64)})
    at = raw.index(b"media/a.png") + 30
    damaged = raw[:at] + bytes(b ^ 0xFF for b in raw[at : at + 8]) + raw[at + 8 :]
    assert took(root, "a.zip", damaged) == 0
    assert "CW1059" in capsys.readouterr().err
    assert media(root) == {}


def test_all_pictures_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "coursewright.exchange.pictures.MOST_IN_ALL", sum(len(png(at, 4)) for at in (1, 2, 3))
    )
    pictures = Pictures({})
    brought = [Brought(f"{at}.png", partial(png, at, 4)) for at in range(1, 5)]
    assert [pictures.name_of(each) for each in brought[:3]] == ["1.png", "2.png", "3.png"]
    with pytest.raises(Refused):
        pictures.name_of(brought[3])


def test_a_picture_is_read_once_however_often_it_is_shown() -> None:
    reads = []
    brought = Brought("a.png", lambda: reads.append(1) or png(4, 4))  # type: ignore[func-returns-value]
    pictures = Pictures({})
    assert {pictures.name_of(brought) for _ in range(5)} == {"a.png"}
    assert len(reads) == 1


@given(
    st.text(max_size=80) | st.text("./\\:~ -_aA\u0301\u7532", max_size=20),
    st.sampled_from(["png", "PNG", "svg"]),
)
def test_any_name_can_stand_in_a_link(called: str, ending: str) -> None:
    name = Pictures({}).name_of(Brought(f"{called}.{ending}", lambda: png(4, 4)))
    assert _MEDIUM.fullmatch(name), name
