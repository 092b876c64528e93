"""What sessions showed of items: written into the bank, and used where the next forms are made."""

from pathlib import Path

import pytest
from sat import answers, keep
from sessions import NAME, RESERVED, session

from coursewright.commands.main import run
from coursewright.compiler import check_course
from coursewright.exams.analysis.observed import changed
from coursewright.exams.store import get
from coursewright.exams.unit import OBSERVED, PRIOR, expected
from coursewright.load.source_file import read_source
from coursewright.model.items.item import ItemSource
from coursewright.model.items.observed import Observed
from trees import GLOSSARY

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    session(root)
    kept = get(root, NAME)
    keep(kept, answers(kept.session, 120), tmp_path / "scratch")
    return root


def analyse(root: Path, *more: str) -> int:
    return run(["exam", "analyse", NAME, "--by", "Ann", *more, "--course", str(root)])


def bank(root: Path) -> str:
    return (root / RESERVED).read_text("utf-8")


def items(root: Path) -> dict[str, ItemSource]:
    return {id: each.model for id, each in check_course(root).vault.items.items()}


def test_nothing_is_written_before_it_was_shown(root: Path, capsys: Captured) -> None:
    before = bank(root)
    assert analyse(root, "--write-back") == 0

    said = capsys.readouterr().out
    assert "10 items of the bank get what was observed: exam-top" in said
    assert "--accept writes it" in said
    assert bank(root) == before
    assert analyse(root, "--accept") == 2


def test_every_item_says_what_it_showed_and_nothing_else_changes(root: Path) -> None:
    before = bank(root)
    (root / RESERVED).write_text(
        before.replace("  - id: exam-dark", "  # Ask this again.\n  - id: exam-dark"), "utf-8"
    )
    assert analyse(root, "--write-back", "--accept") == 0

    found = items(root)
    kept = get(root, NAME)
    scores = answers(kept.session, 120).responses
    for id in kept.session.items:
        (own,) = found[id].observed
        reached = [row["score"] for row in scores if row["item"] == id]
        assert (own.session, own.n, own.edition) == (NAME, 120, 1)
        assert own.facility == pytest.approx(100 * sum(reached) / 120, abs=0.05)
    left = [line for line in bank(root).splitlines() if line not in before.splitlines()]
    assert "  # Ask this again." in left
    keys = {"observed", "session", "date", "edition", "n", "facility", "discrimination"}
    assert {line.strip(" -").partition(":")[0] for line in left if "#" not in line} == keys
    assert [line for line in before.splitlines() if line not in bank(root).splitlines()] == []


@pytest.mark.parametrize("items", ["", "items:\n"])
def test_a_bank_whose_items_are_made_is_left_alone(root: Path, items: str) -> None:
    text = f"""{items}made:
  - id: soil-terms
    make: terms
    objective: soil/layers/name
    stem: Which term is meant? {{definition}}
    terms: [humus]
"""
    with (root / GLOSSARY).open("a", encoding="utf-8") as glossary:
        for word in ("clay", "spit"):
            glossary.write(f"\n  - {{id: {word}, term: {word}, definition: What {word} is.}}\n")
    (root / "quizzes/bank/later.yml").write_text(text, "utf-8")
    assert analyse(root, "--write-back", "--accept") == 0
    assert (root / "quizzes/bank/later.yml").read_text("utf-8") == text


def test_a_second_time_there_is_nothing_to_write(root: Path, capsys: Captured) -> None:
    assert analyse(root, "--write-back", "--accept") == 0
    first = bank(root)
    capsys.readouterr()
    assert analyse(root, "--write-back", "--accept") == 0

    assert bank(root) == first
    assert "says this already" in capsys.readouterr().out


def test_an_item_of_another_edition_or_none_gets_nothing(root: Path, capsys: Captured) -> None:
    text = bank(root).replace("  - id: exam-top\n", "  - id: exam-top\n    edition: 2\n")
    text = text.replace("id: exam-dark", "id: exam-darker")
    (root / RESERVED).write_text(text, "utf-8")
    exam = next((root / "quizzes/exams").glob("*.yml"))
    exam.write_text(exam.read_text("utf-8").replace("exam-dark,", "exam-darker,"), "utf-8")
    assert analyse(root, "--write-back", "--accept") == 0

    said = capsys.readouterr().err
    assert "CW1611" in said
    assert "CW1612" in said
    assert not items(root)["exam-top"].observed
    assert not items(root)["exam-darker"].observed
    assert items(root)["exam-which"].observed


def test_sessions_stand_beside_each_other() -> None:
    old = {"session": "spring", "edition": 1, "n": 50}
    again, more = {**old, "n": 60}, {"session": "autumn", "edition": 1, "n": 70}
    item = {"id": "a", "observed": [old]}

    assert changed([item], {"a": [again, more]})["a"]["observed"] == [again, more]
    assert changed([item], {"a": [old]}) == {}
    case = {"id": "c", "type": "case", "items": [{"id": "a"}]}
    assert changed([case], {"a": [old]})["c"]["items"] == [item]


def test_the_bank_can_be_read_again(root: Path) -> None:
    assert analyse(root, "--write-back", "--accept") == 0
    assert read_source(RESERVED, bank(root).encode()).usable
    assert run(["check", "--course", str(root)]) == 0


def test_the_session_is_still_what_was_made(root: Path) -> None:
    assert analyse(root, "--write-back", "--accept") == 0
    assert run(["exam", "verify", NAME, "--course", str(root)]) == 0
    made = get(root, NAME).session.items
    again = run(["exam", "make", "spade", "autumn", "--seed", "s", "--by", "Ann", "--course", str(root)])
    assert again == 0
    others = get(root, "autumn").session.items
    assert {id: item.digest for id, item in made.items()} == {id: item.digest for id, item in others.items()}
    assert all(not item.model.observed for item in others.values())


def test_nothing_of_it_is_published(root: Path) -> None:
    assert analyse(root, "--write-back", "--accept") == 0
    assert run(["build", "--course", str(root)]) == 0

    files = [file for file in (root / "site").rglob("*") if file.suffix in {".html", ".json", ".mjs", ".js"}]
    assert files
    assert not [file for file in files if "observed:" in file.read_text("utf-8", "ignore")]
    assert not [file for file in files if "exam-which" in file.read_text("utf-8", "ignore")]


def observed(n: int, facility: float, edition: int = 1) -> Observed:
    return Observed(session="s", date="2026-11-28", edition=edition, n=n, facility=facility)


def an_item(root: Path, *entries: Observed, facility: int | None = 60) -> ItemSource:
    return items(root)["exam-top"].model_copy(update={"observed": entries, "facility": facility})


def test_an_estimate_is_drawn_to_what_was_observed(root: Path) -> None:
    assert expected(an_item(root))[0] == 60
    assert expected(an_item(root, observed(OBSERVED - 1, 90)))[0] == 60
    assert expected(an_item(root, observed(PRIOR, 90)))[0] == 75
    assert expected(an_item(root, observed(100_000, 90)))[0] == 90
    assert expected(an_item(root, observed(100_000, 100)))[0] == 99
    assert expected(an_item(root, observed(100_000, 0)))[0] == 1


def test_sessions_are_taken_together_and_other_editions_not(root: Path) -> None:
    both = an_item(root, observed(15, 90), observed(15, 70), observed(5000, 5, edition=2))
    assert expected(both)[0] == round((PRIOR * 60 + 15 * 90 + 15 * 70) / (PRIOR + 30))


def test_without_an_estimate_the_level_is_drawn(root: Path) -> None:
    assert expected(an_item(root, observed(PRIOR, 45), facility=None))[0] == (85 + 45) // 2


@pytest.mark.parametrize(
    "more", ["n: 0", "facility: 101", "facility: true", "discrimination: 2", "date: today"]
)
def test_what_cannot_have_been_observed_is_refused(root: Path, more: str) -> None:
    name = more.partition(":")[0]
    said = {"session": "s", "date": "'2026-11-28'", "edition": "1", "n": "5", "facility": "50"}
    said[name] = more.partition(": ")[2]
    entry = "".join(f"        {key}: {value}\n" for key, value in said.items()).replace(
        "        ", "      - ", 1
    )
    text = bank(root).replace("  - id: exam-top\n", f"  - id: exam-top\n    observed:\n{entry}")
    (root / RESERVED).write_text(text, "utf-8")

    assert run(["check", "--course", str(root)]) == 1
