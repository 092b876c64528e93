"""A deck for Anki, imported by Anki's own collection: notes that stay the same, and what is on the cards."""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.commands.main import run
from coursewright.exchange.anki import _inert
from pictures import png
from trees import COURSE, EVERY_TYPE, ITEMS, Files, with_quiz_of, write_course

anki = pytest.importorskip("anki.collection")

C = "content/course.yml"
HOSTILE = "</div><script>alert(1)</script> [sound:x.mp3] {{Front}} \\\\(x\\\\)"
Packing = Callable[..., Path]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    found = anki.Collection(str(tmp_path / "collection.anki2"))
    yield found
    found.close()


@pytest.fixture
def packing(tmp_path: Path) -> Packing:
    made: list[Path] = []

    def pack(files: Files | None = None) -> Path:
        folder = tmp_path / f"packed-{len(made)}"
        root = write_course(folder / "course", files or with_quiz_of(ITEMS, EVERY_TYPE))
        made.append(folder / "soil.apkg")
        assert run(["export", "anki", str(made[-1]), "--quiz", "soil", "--course", str(root)]) == 0
        return made[-1]

    return pack


def imported(collection: Any, file: Path) -> Any:
    options = anki.ImportAnkiPackageOptions()
    request = anki.ImportAnkiPackageRequest(package_path=str(file), options=options)
    return collection.import_anki_package(request).log


def notes(collection: Any) -> dict[str, Any]:
    """Every note by the id of its item."""
    found = (collection.get_note(id) for id in collection.find_notes(""))
    return {note.fields[2]: note for note in found}


def test_each_item_is_a_note_with_a_card(collection: Any, packing: Packing) -> None:
    log = imported(collection, packing())
    assert len(log.new) == 11
    assert (collection.note_count(), collection.card_count()) == (11, 11)
    assert sorted(notes(collection)) == sorted(
        [*ITEMS.replace("soil-bed", "soil-bed-cause, soil-bed-cure").split(", ")]
    )
    assert "Soil quiz" in {deck.name for deck in collection.decks.all_names_and_ids()}


def test_importing_twice_gives_no_second_note(collection: Any, packing: Packing) -> None:
    file = packing()
    imported(collection, file)
    log = imported(collection, file)
    assert (len(log.new), collection.note_count(), collection.card_count()) == (0, 11, 11)


def test_a_later_course_updates_the_note_that_is_there(collection: Any, packing: Packing) -> None:
    imported(collection, packing())
    before = {id: note.id for id, note in notes(collection).items()}
    bank = EVERY_TYPE.replace("What lies on top?", "What lies uppermost?")
    date = next(line for line in COURSE[C].splitlines() if line.startswith("date:"))
    later = {**with_quiz_of(ITEMS, bank), C: COURSE[C].replace(date, "date: 2031-01-01")}
    log = imported(collection, packing(later))

    after = notes(collection)
    assert len(log.new) == 0
    assert {id: note.id for id, note in after.items()} == before
    assert "What lies uppermost?" in after["soil-top"].fields[0]


def test_the_front_asks_and_the_back_says_what_is_right_and_why(collection: Any, packing: Packing) -> None:
    imported(collection, packing())
    found = notes(collection)
    for id, front, back in (
        ("soil-top", "Rock", "✓ Humus"),
        ("soil-order", "Sow", '<ol type="1"><li>Mark the bed'),
        ("soil-words", "called ____, and", "<b>humus / topsoil</b>"),
        ("soil-depth", "How deep", "<b>50 ± 1 cm</b>"),
        ("soil-pairs", "Watering", "Spade → Digging"),
        ("soil-letter", "neighbour", "Names the roots."),
        ("soil-bed-cause", "Monday", "✓ "),
    ):
        assert front in found[id].fields[0], id
        assert back in found[id].fields[1], id
    assert "✓" not in "".join(note.fields[0] for note in found.values())
    assert "Roots need loose soil." in found["soil-order"].fields[1]
    assert "Coarse work comes before fine work." in found["soil-order"].fields[1]
    assert found["soil-top"].tags == ["chapter::soil", "level::recall"]


def test_pictures_come_along(collection: Any, packing: Packing) -> None:
    bank = EVERY_TYPE.replace("What lies on top?", '"![A bed](picture:bed.png) Top?"')
    imported(collection, packing({**with_quiz_of(ITEMS, bank), "content/media/bed.png": png(4, 4)}))
    (file,) = Path(collection.media.dir()).iterdir()
    assert file.read_bytes() == png(4, 4)
    assert f'src="{file.name}"' in notes(collection)["soil-top"].fields[0]


def test_whatever_a_text_says_stays_a_text(collection: Any, packing: Packing) -> None:
    bank = EVERY_TYPE.replace("What lies on top?", f'"{HOSTILE}"').replace("text: Rock", f'text: "{HOSTILE}"')
    imported(collection, packing(with_quiz_of(ITEMS, bank)))
    note = notes(collection)["soil-top"]
    (card,) = note.cards()
    shown = card.question() + card.answer()
    assert "<script" not in shown
    assert card.question_av_tags() == card.answer_av_tags() == []
    assert shown.count("alert(1)") == 5


def test_the_same_items_are_the_same_file(packing: Packing) -> None:
    assert packing().read_bytes() == packing().read_bytes()


@given(st.text("[]{}<>sound:latex$/\x1f", max_size=30))
def test_nothing_in_a_text_is_a_sign_of_ankis(text: str) -> None:
    found = _inert(text)
    assert "[" not in found
    assert "{" not in found
    assert "\x1f" not in found
    assert unescape(found) == text.replace("\x1f", "")
