"""Printing in the background, and what is remembered of it: by everything that made it, while it is whole."""

from collections.abc import Iterator
from importlib import metadata, resources
from pathlib import Path

import pytest
from sample import document

from coursewright.press import press as pressing
from coursewright.press.document import Document, Paragraph
from coursewright.press.memory import FolderMemory
from coursewright.press.packages import FONTS, MAKERS
from coursewright.press.press import Press
from odd import make_odd

ENDINGS = ("docx", "pdf", "png")


class Printing:
    """Counts what is printed in place of it being printed."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def printed(self, ending: str, document: Document) -> bytes:
        self.done.append(ending)
        return f"{ending} {len(self.done)}".encode()


@pytest.fixture
def printing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Printing]:
    printing = Printing()
    monkeypatch.setattr(pressing, "printed", printing.printed)
    pressing._makers.cache_clear()
    yield printing
    pressing._makers.cache_clear()


def files(folder: Path, *documents: Document, endings: tuple[str, ...] = ENDINGS) -> list[bytes]:
    """What a run of the press hands out."""
    press = Press(FolderMemory(folder))
    orders = [order for one in documents or (document(),) for order in press.order(one, *endings)]
    press.close()
    made = [order.result() for order in orders]
    for thread in press._threads.values():
        thread.shutdown(wait=True)
    return made


def test_what_did_not_change_is_printed_once(tmp_path: Path, printing: Printing) -> None:
    first = files(tmp_path)
    assert files(tmp_path) == first
    assert sorted(printing.done) == sorted(ENDINGS)


def test_without_a_memory_everything_is_printed(printing: Printing) -> None:
    press = Press()
    assert [order.result() for order in press.order(document(), "pdf", "pdf")] == [b"pdf 1", b"pdf 2"]


def test_another_text_is_printed_anew(tmp_path: Path, printing: Printing) -> None:
    files(tmp_path)
    files(tmp_path, document(Paragraph(("a",))))
    assert len(printing.done) == 2 * len(ENDINGS)


@pytest.mark.parametrize(
    ("package", "endings"),
    [
        ("typst", {"pdf", "png"}),
        ("python-docx", {"docx"}),
        ("lxml", {"docx"}),
        *((font, {"pdf", "png"}) for font in FONTS),
    ],
)
def test_another_version_of_a_maker_prints_anew(
    package: str, endings: set[str], tmp_path: Path, printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path)
    printing.done.clear()
    pressing._makers.cache_clear()
    monkeypatch.setattr(
        pressing, "version", lambda name: "999" if name == package else metadata.version(name)
    )
    files(tmp_path)
    assert set(printing.done) == endings


@pytest.mark.parametrize(
    ("name", "value"), [("python_version", lambda: "9.9.9"), ("ZLIB_RUNTIME_VERSION", "9.9")]
)
def test_another_python_or_compression_prints_anew(
    name: str, value: object, tmp_path: Path, printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path)
    printing.done.clear()
    pressing._makers.cache_clear()
    monkeypatch.setattr(pressing, name, value)
    files(tmp_path)
    assert set(printing.done) == set(ENDINGS)


def test_another_press_prints_anew(
    tmp_path: Path, printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path)
    printing.done.clear()
    pressing._makers.cache_clear()
    ours = list(pressing._sources(resources.files("coursewright.press")))
    (tmp_path / "extra.typ").write_text("// changed")
    monkeypatch.setattr(pressing, "_sources", lambda folder: [*ours, tmp_path / "extra.typ"])
    files(tmp_path)
    assert set(printing.done) == set(ENDINGS)


def test_every_part_of_the_press_counts() -> None:
    names = {file.name for file in pressing._sources(resources.files("coursewright.press"))}
    assert {"document.typ", "document.py", "pdf.py", "typeset.py", "style.py", "press.py"} <= names


def test_all_makers_are_installed() -> None:
    for names in MAKERS.values():
        assert all(metadata.version(name) for name in names)


# the folder


def damaged(kept: bytes) -> Iterator[bytes]:
    yield b""
    yield kept[:-1]
    yield kept[: len(kept) // 2]
    yield kept + b"\0"
    yield kept[:40] + bytes([kept[40] ^ 1]) + kept[41:]
    yield bytes([kept[0] ^ 1]) + kept[1:]


def test_a_damaged_file_is_printed_anew(tmp_path: Path) -> None:
    made = files(tmp_path, endings=("docx",))
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    for wrong in damaged(whole):
        kept.write_bytes(wrong)
        assert files(tmp_path, endings=("docx",)) == made
        assert kept.read_bytes() == whole


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "huge"])
def test_what_is_no_file_of_ours_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    memory, file = FolderMemory(tmp_path), tmp_path / "key"
    make_odd(file, kind)
    assert memory.get("key") is None
    memory.put("key", b"printed")
    assert FolderMemory(tmp_path).get("key") == (None if kind == "folder" else b"printed")
    assert [found.name for found in tmp_path.iterdir()] == ["key"]


def test_a_file_in_anothers_place_is_not_handed_out(tmp_path: Path) -> None:
    one, other = document(Paragraph(("one",))), document(Paragraph(("other",)))
    first, second = files(tmp_path, one, other, endings=("docx",))
    (here, there) = sorted(tmp_path.iterdir())
    here.write_bytes(there.read_bytes())
    assert first != second
    assert files(tmp_path, one, other, endings=("docx",)) == [first, second]


def test_what_no_order_asked_for_is_forgotten(tmp_path: Path, printing: Printing) -> None:
    files(tmp_path)
    files(tmp_path, document(Paragraph(("a",))))
    assert len(list(tmp_path.iterdir())) == len(ENDINGS)


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, printing: Printing) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert files(tmp_path / "file/folder", endings=("docx",)) == [b"docx 1"]
    assert files(tmp_path / "file/folder", endings=("docx",)) == [b"docx 2"]
