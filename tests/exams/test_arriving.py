"""Files as they come: codes photographed in any order, texts saved anyhow, and what is no file to be read."""

import os
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from published import Exam

from coursewright.exams.sealing.arriving import arrivals, may_be_sealed
from coursewright.exams.sealing.opening import opened
from coursewright.exams.sealing.response import receipt_of

pytest_plugins = ["published_fixtures"]
PIECE = 400


def pieces(text: str) -> list[str]:
    """As the browser cuts a response for its codes."""
    sealed = text.removeprefix("CWR1.")
    cut = [sealed[at : at + PIECE] for at in range(0, len(sealed), PIECE)]
    return [f"CWR1/{receipt_of(sealed)[:8]}/{at}/{len(cut)}/{piece}" for at, piece in enumerate(cut, 1)]


def draw(file: Path, text: str) -> None:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    Image.fromarray(code.to_image(scale=4)).save(file)


@pytest.fixture
def text(exam: Exam) -> str:
    """Of at least three codes."""
    made = exam.sealed(answers={"q9": {"text": "".join(chr(0x4E00 + at * 7) for at in range(400))}})
    assert len(pieces(made)) > 2
    return made


def test_codes_in_any_order_are_a_response(exam: Exam, text: str, tmp_path: Path) -> None:
    for at, piece in enumerate(reversed(pieces(text))):
        draw(tmp_path / f"{at}.png", piece)
    draw(tmp_path / "again.png", pieces(text)[0])
    found = opened([tmp_path], exam.kept)
    assert found.problems == []
    assert [each.candidate for each in found.sittings] == ["1001"]
    assert found.sittings[0].origin.receipt == receipt_of(text.removeprefix("CWR1."))


def test_several_codes_may_be_in_one_picture(text: str, tmp_path: Path) -> None:
    sheet = Image.new("L", (2400, 2400), 255)
    for at, piece in enumerate(pieces(text)):
        draw(tmp_path / "code.png", piece)
        with Image.open(tmp_path / "code.png") as code:
            sheet.paste(code, (20 + at % 3 * 700, 20 + at // 3 * 700))
    (tmp_path / "code.png").unlink()
    sheet.save(tmp_path / "sheet.jpg")
    found = arrivals([tmp_path])
    assert found.problems == []
    assert [each.sealed for each in found.found] == [text.removeprefix("CWR1.")]


def test_codes_that_are_missing_are_told_by_their_numbers(text: str, tmp_path: Path) -> None:
    own = pieces(text)
    draw(tmp_path / "2.png", own[1])
    (problem,) = arrivals([tmp_path]).problems
    missing = "1, 3" if len(own) == 3 else f"1, 3-{len(own)}"
    assert (problem.code, problem.values) == ("CW1305", {"missing": missing, "count": len(own)})


def test_codes_that_do_not_fit_together_are_no_response(text: str, tmp_path: Path) -> None:
    own = pieces(text)
    own[0] = own[0][:-1] + ("A" if own[0][-1] != "A" else "B")
    for at, piece in enumerate(own):
        draw(tmp_path / f"{at}.png", piece)
    found = arrivals([tmp_path])
    assert [each.code for each in found.problems] == ["CW1306"]
    assert found.found == []


@pytest.mark.parametrize(
    "said", ["https://example.com", "CWR1/0123abcd/2/1/AAAA", "CWR1/0123abcd/1/9999/AAAA"]
)
def test_a_code_of_something_else_is_told(said: str, tmp_path: Path) -> None:
    draw(tmp_path / "code.png", said)
    assert {each.code for each in arrivals([tmp_path]).problems} == {"CW1304"}


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a" + b"\xff" * 30, b"no picture"], ids=repr
)
def test_what_is_no_picture_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(content)
    assert [each.code for each in arrivals([tmp_path]).problems] == ["CW1304"]


def test_what_is_hidden_or_no_file_is_named(exam: Exam, tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    (folder / ".kept").mkdir(parents=True)
    (folder / "more").mkdir()
    for name in (".1001.cwr", ".kept/1002.cwr", "._1003.cwr"):
        (folder / name).write_text(exam.sealed(), "utf-8")
    (folder / "more/._1001.cwr").write_bytes(bytes.fromhex("0005160700020000"))
    (folder / ".DS_Store").write_bytes(b"\0")
    os.mkfifo(folder / "pipe.cwr")
    (folder / "away").symlink_to(tmp_path)
    (folder / "gone.cwr").symlink_to(tmp_path / "gone")
    found = opened([folder], exam.kept)
    names = [".1001.cwr", "._1003.cwr", "1002.cwr", "away", "gone.cwr", "pipe.cwr"]
    assert sorted((each.code, Path(each.place.file).name) for each in found.problems) == [
        ("CW1324", name) for name in names
    ]
    assert found.sittings == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_text_may_be_saved_as_windows_does(exam: Exam, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "1.cwr"
    file.write_bytes(exam.sealed().encode(encoding))
    assert may_be_sealed(file)
    found = opened([file], exam.kept)
    assert (found.problems, [each.candidate for each in found.sittings]) == ([], ["1001"])
