"""`coursewright exam scan`: what it refuses, and that no file is too broken to be told."""

from pathlib import Path

import numpy as np
import pytest
from filled import Pile, kept, pile, save, scan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scan_desk import doubts, hand_in, the, two_marks
from sessions import session

from coursewright.exams.scanning.pictures import NoPicture, picture, source

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def sheets(tmp_path: Path, capsys: Captured) -> Pile:
    session(tmp_path)
    made = pile(tmp_path)
    capsys.readouterr()
    return made


def refused(sheets: Pile, capsys: Captured, code: str) -> None:
    assert f"error[{code}]" in capsys.readouterr().err
    assert not (the(sheets).folder / "scans").exists()


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\n%broken", b"II*\0broken", b"GIF89a", b"\xff\xd8\xff\xe0"]
)
def test_what_is_no_picture_is_refused(sheets: Pile, capsys: Captured, content: bytes) -> None:
    file = sheets.root / "bad.pdf"
    file.write_bytes(content)
    good = save(sheets.root / "good.tif", sheets.sheet(1, {}))
    assert scan(sheets, good, file) == 1
    refused(sheets, capsys, "CW1401")


def test_what_was_not_scanned_or_printed(sheets: Pile, capsys: Captured) -> None:
    assert scan(sheets) == 1
    refused(sheets, capsys, "CW1414")
    (the(sheets).folder / "sheets").rename(sheets.root / "sheets")
    assert scan(sheets) == 1
    refused(sheets, capsys, "CW1413")


def test_a_layout_that_was_changed_is_not_read_by(sheets: Pile, capsys: Captured) -> None:
    file = the(sheets).folder / "sheets/layout.json"
    file.write_bytes(file.read_bytes().replace(b'"x": 2', b'"x": 3', 1))
    assert scan(sheets, save(sheets.root / "good.tif", sheets.sheet(1, {}))) == 1
    assert "layout.json is damaged" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[]", "CW1409"),
        ("{", "CW1409"),
        ('{"format": 2, "session": "spring", "decisions": {}}', "CW1409"),
        ('{"format": 1, "session": "autumn", "decisions": {}}', "CW1410"),
        ('{"format": 1, "session": "spring", "decisions": {"x": []}}', "CW1411"),
    ],
)
def test_decisions_that_are_none(sheets: Pile, capsys: Captured, content: str, code: str) -> None:
    assert scan(sheets, two_marks(sheets)) == 1
    before = kept(sheets)
    file = sheets.root / "decisions.json"
    file.write_text(content, "utf-8")
    capsys.readouterr()
    assert scan(sheets, options=("--decisions", str(file), "--by", "Ben")) == 1
    assert f"error[{code}]" in capsys.readouterr().err
    assert kept(sheets) == before


def test_only_what_can_be_chosen_is_taken(sheets: Pile, capsys: Captured) -> None:
    assert scan(sheets, two_marks(sheets)) == 1
    (doubt,) = doubts(sheets)
    for chosen in (["zzzz"], [doubt["options"][0]["value"]] * 2):
        assert hand_in(sheets, {doubt["id"]: chosen}, "Ben") == 1
        assert "CW1411" in capsys.readouterr().err


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    grey = np.full((300, 212), 255, np.uint8)
    names = ("a.pdf", "a.tif", "a.png", "a.jpg")
    return {name: save(folder / name, [grey, grey]).read_bytes() for name in names}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_is_a_bug(whole: dict[str, bytes], tmp_path: Path, data: st.DataObject) -> None:
    """A file that is cut, or has other bytes, is no picture, or has pages that are none."""
    name = data.draw(st.sampled_from(sorted(whole)))
    content = bytearray(whole[name][: data.draw(st.integers(0, len(whole[name])))])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8)):
        if content:
            content[at % len(content)] = byte
    file = tmp_path / name
    file.write_bytes(content)
    try:
        found = source(file)
        for page in range(1, min(found.pages, 3) + 1):
            assert picture(found, page).ndim == 2
    except NoPicture:
        pass
