"""A rubric with other marks than its question has points: whoever writes and whoever marks is told."""

from pathlib import Path

from pdfparts import texts
from reserved import BLUEPRINT, NAME, session
from sessions import printing
from wordparts import root_of, text_of

from coursewright.exams.layout import Variant
from coursewright.exams.paper.papers import Order, Papers
from coursewright.exams.store import Kept
from trees import ENGLISH


def of_worth(root: Path, worth: int) -> Kept:
    return session(root, blueprint=BLUEPRINT.replace("short-answer: 6", f"short-answer: {worth}"))


def told(kept: Kept) -> dict[str, str]:
    """What is said of marks: on paper, in the Word file, in the keys, on the sheet."""
    files = Papers(kept, ENGLISH).files(Order(docx=True))
    said = {name.removeprefix(f"{NAME}-A"): content for name, content in files.items() if "-A" in name}
    sheet = printing(kept.session).pages[Variant("A", False)]
    return {
        "paper": "".join(texts(said[".pdf"])),
        "word": "".join(text_of(root_of(said[".docx"])).split()),
        "keys": "".join(texts(said["-keys.pdf"])),
        "sheet": "".join("".join(text.text.split()) for page in sheet for text in page.texts),
    }


def test_all_say_how_marks_become_points(tmp_path: Path) -> None:
    wanted = "markedoutof3,countedas1point"
    assert all(wanted in said for said in told(of_worth(tmp_path, 1)).values())


def test_nothing_is_said_where_marks_are_points(tmp_path: Path) -> None:
    assert not any("markedoutof" in said for said in told(of_worth(tmp_path, 3)).values())
