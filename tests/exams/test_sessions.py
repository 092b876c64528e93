"""A session is made whole, keeps everything, and tells whatever was changed of it."""

import json
import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from exam_course import EXAM_ID, FILES, SECRET, blueprint, exam, exam_course, make

from coursewright.commands.main import run
from coursewright.compiler import compile_course
from coursewright.exams.plan import Use
from coursewright.exams.session import session_bytes
from coursewright.exams.store import KEYS_FILE, SESSION_FILE, get, names
from trees import EXAM, write_tree

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return exam_course(tmp_path / "course")


@pytest.fixture
def made(root: Path, capsys: Captured) -> Path:
    make(root)
    capsys.readouterr()
    return root / "private/sessions/spring"


def session(folder: Path) -> dict:  # type: ignore[type-arg]
    data: dict = json.loads((folder / SESSION_FILE).read_bytes())  # type: ignore[type-arg]
    return data


def test_a_session_keeps_its_items_whole_and_its_keys_apart(made: Path) -> None:
    kept = session(made)
    keys = json.loads((made / KEYS_FILE).read_bytes())

    assert [form["code"] for form in kept["forms"]] == ["A", "B"]
    asked = {question["item"] for form in kept["forms"] for question in form["questions"]}
    assert asked == kept["items"].keys() == keys["items"].keys()
    assert all(item["model"]["explanation"] for item in kept["items"].values())
    assert re.fullmatch("[0-9a-f]{64}", keys["nonce"])


def test_a_key_is_said_by_the_letters_of_its_form(root: Path) -> None:
    write_tree(root, {EXAM: blueprint(11, "{count: 1}", "level: recall, min: 1")})
    make(root)
    folder = root / "private/sessions/spring"
    kept, keys = session(folder), json.loads((folder / KEYS_FILE).read_bytes())
    said = {entry["item"]: entry["key"] for entry in keys["forms"]["A"]}
    shown = {question["item"]: question["entries"] for question in kept["forms"][0]["questions"]}

    steps = shown["x-soil-order"]
    assert [steps["ABCD".index(letter)] for letter in said["x-soil-order"]] == ["mark", "dig", "rake", "sow"]
    assert steps != ["mark", "dig", "rake", "sow"]
    options = {option["id"] for option in kept["items"]["x-soil-which"]["model"]["options"] if option["key"]}
    assert {shown["x-soil-which"]["ABC".index(letter)] for letter in said["x-soil-which"]} == options
    assert said["x-soil-words"] == "humus / topsoil; clay"
    assert said["x-soil-depth"] == "50 ± 1"
    assert said["x-soil-letter"] == ""


def test_the_same_seed_gives_the_same_forms_and_another_nonce(root: Path, tmp_path: Path) -> None:
    other = exam_course(tmp_path / "other")
    for course in (root, other):
        make(course)
    one, two = (get(course, "spring") for course in (root, other))

    assert one.session == two.session
    assert one.commitment != two.commitment


def test_nobody_else_may_read_it_and_git_ignores_it(root: Path, made: Path) -> None:
    for folder in (root / "private", root / "private/sessions"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (root / "private/.gitignore").read_text() == "*\n"


def test_a_later_edit_of_the_bank_changes_nothing(root: Path, made: Path, capsys: Captured) -> None:
    write_tree(root, {SECRET: FILES[SECRET].replace("What helps?", "What else helps?")})

    assert exam(root, "verify", "spring") == 0
    said = capsys.readouterr().out
    assert "Nothing binds this session yet" in said
    assert "What is in the folder agrees with itself" in said
    assert "Nothing was changed" not in said


def test_a_name_is_given_once(root: Path, made: Path, capsys: Captured) -> None:
    before = (made / SESSION_FILE).read_bytes()

    assert exam(root, "make", EXAM_ID, "spring", "--by", "Ann") == 1
    assert "already" in capsys.readouterr().err
    assert (made / SESSION_FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("file", "before", "after", "said"),
    [
        (SESSION_FILE, "What helps?", "What else helps?", "session.json is not what was made"),
        (SESSION_FILE, '"seed": "s"', '"seed": "t"', "session.json is not what was made"),
        (KEYS_FILE, '"nonce": "', '"nonce": "0', "keys.json is not what was made"),
        (KEYS_FILE, '"points": 1', '"points": 3', "the keys are not those of the items"),
        ("journal.jsonl", '"by":"Ann"', '"by":"Bob"', "entry 1 was changed"),
    ],
)
def test_what_was_changed_is_told(
    file: str, before: str, after: str, said: str, root: Path, capsys: Captured
) -> None:
    write_tree(root, {EXAM: blueprint(11, "{count: 1}", "level: recall, min: 1")})
    make(root)
    path = root / "private/sessions/spring" / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")

    assert exam(root, "verify", "spring") == 1
    assert said in capsys.readouterr().err


def test_a_form_that_the_seed_does_not_draw_is_told(root: Path, made: Path, capsys: Captured) -> None:
    data = session(made)
    first, second, *_ = data["forms"][0]["questions"]
    data["forms"][0]["questions"][:2] = [second, first]
    (made / SESSION_FILE).write_text(json.dumps(data), "utf-8")

    assert exam(root, "verify", "spring") == 1
    assert "form A is not in the order that the seed draws" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"format": 99}', '{"format": 1}', "[" * 99_999])
def test_a_damaged_session_is_told_about(content: str, root: Path, made: Path, capsys: Captured) -> None:
    (made / SESSION_FILE).write_text(content, "utf-8")

    assert exam(root, "verify", "spring") == 1
    assert "is damaged" in capsys.readouterr().err


def test_a_session_that_is_void_is_listed_as_such_and_counts_as_used(
    root: Path, made: Path, capsys: Captured
) -> None:
    assert exam(root, "void", "spring", "--reason", "The paper was seen.", "--by", "Bob") == 0
    assert exam(root, "void", "spring", "--reason", "Again.", "--by", "Bob") == 1
    assert exam(root, "list") == 0
    said = capsys.readouterr()

    assert "spring" in said.out
    assert "void" in said.out
    assert get(root, "spring").is_void
    assert [entry.by for entry in get(root, "spring").entries] == ["Ann", "Bob"]


def test_what_recent_sessions_used_is_not_used_again(root: Path, made: Path) -> None:
    rules = "{count: 1, recent: {sessions: 1, overlap: 0}}"
    write_tree(root, {EXAM: blueprint(3, rules, "level: recall, min: 0, max: 3")})
    make(root, "summer")
    forms = [
        {question.item for form in get(root, name).session.forms for question in form.questions}
        for name in names(root)
    ]

    assert names(root) == ["spring", "summer"]
    assert not forms[0] & forms[1]


def test_what_was_used_is_kept_in_an_order_of_its_own(made: Path, root: Path) -> None:
    """Else every process would write, and print on the sheets, another digest of the same session."""
    kept = get(root, "spring").session
    used = Use("winter", frozenset(map(str, range(100, 200))))

    data = json.loads(session_bytes(replace(kept, uses=(used,))))
    assert data["uses"] == [["winter", [*map(str, range(100, 200))]]]


def test_an_item_is_used_in_no_more_sessions_than_it_may(root: Path, capsys: Captured) -> None:
    write_tree(root, {EXAM: blueprint(11, "{count: 1, exposure: 1}", "level: recall, min: 1")})
    make(root)
    capsys.readouterr()

    assert exam(root, "make", EXAM_ID, "summer", "--by", "Ann") == 1
    assert "exposure" in capsys.readouterr().err
    assert names(root) == ["spring"]


def test_sessions_of_another_exam_count_for_both_share_the_bank(root: Path, capsys: Captured) -> None:
    text = blueprint(11, "{count: 1, exposure: 1}", "level: recall, min: 1")
    write_tree(root, {EXAM: text, "quizzes/exams/rake.yml": text.replace("Spade", "Rake")})
    make(root)
    capsys.readouterr()

    assert exam(root, "make", "rake", "summer", "--by", "Ann") == 1
    said = capsys.readouterr().err
    assert "exposure" in said
    assert "of 12 reserved items it leaves 1" in said
    assert "a form may have none of the other 11; with the rest kept some have at least 10" in said


def test_an_interrupted_session_is_not_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.rename", broken)

    assert exam(root, "make", EXAM_ID, "spring", "--by", "Ann") == 130
    assert names(root) == []
    assert [path.name for path in (root / "private/sessions").iterdir()] == [".lock"]


def test_nothing_of_a_session_reaches_the_site(root: Path, made: Path) -> None:
    secrets = {
        text
        for item in session(made)["items"].values()
        for text in (item["model"]["explanation"], item["model"]["id"])
        if text not in json.dumps(FILES.get("quizzes/bank/soil.yml", ""))
    }
    tree = compile_course(root)[1]
    whole = b"\n".join(tree.pages.values())

    assert secrets
    assert [secret for secret in secrets if secret.encode() in whole] == []


def test_a_blueprint_without_forms_is_told_so(root: Path, capsys: Captured) -> None:
    write_tree(root, {EXAM: FILES[EXAM].split("forms:")[0]})

    assert exam(root, "check", EXAM_ID) == 1
    assert "CW1118" in capsys.readouterr().err


def test_a_blueprint_that_cannot_be_met_names_the_rules_that_conflict(root: Path, capsys: Captured) -> None:
    write_tree(
        root, {EXAM: blueprint(4, "{count: 2}", "type: multiple-choice, items: 1", "level: recall, min: 1")}
    )

    assert exam(root, "check", EXAM_ID) == 1
    said = capsys.readouterr().err
    assert "CW1115" in said
    assert "every form (2 in all) wants 1 of “type: multiple-choice”; reserved for exams there are 1" in said
    assert "CW1117" in said
    assert "“overlap” cannot be kept" in said
    assert not (root / "private").exists()


def test_an_exam_that_is_not_there_is_guessed_at(root: Path, capsys: Captured) -> None:
    assert exam(root, "check", "spad") == 2
    assert "spade" in capsys.readouterr().err


def test_a_session_that_is_not_there_is_told(root: Path, capsys: Captured) -> None:
    assert exam(root, "verify", "autumn") == 1
    assert "autumn" in capsys.readouterr().err


def test_there_is_help_for_every_command(capsys: Captured) -> None:
    assert run(["exam", "--help"]) == 0
    said = capsys.readouterr().out
    for name in ("check", "make", "verify", "list", "void"):
        assert name in said


def test_two_sessions_are_compared(root: Path, made: Path, capsys: Captured) -> None:
    """The same seed draws the same forms, of which one item asks something else by then."""
    asked = [question["item"] for question in session(made)["forms"][0]["questions"]]
    changed = next(id for id in sorted(asked) if id.startswith("x-"))
    stem = session(made)["items"][changed]["model"]["stem"]
    write_tree(root, {SECRET: FILES[SECRET].replace(f"stem: {stem}", f"stem: {stem} Really?")})
    make(root, "summer")
    capsys.readouterr()

    assert exam(root, "compare", "spring", "summer") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "spring A 2 + 1 " in said
    assert "points of" in said


def test_deeds_are_listed_by_kind_and_counted(root: Path, made: Path, capsys: Captured) -> None:
    for number in range(3):
        form = ("gift", str(root / f"private/{number}.gift"), "--form", "spring/A", "--skip", "--by", "Bob")
        assert run(["export", *form, "--course", str(root)]) == 0
    assert exam(root, "print", "spring", "--by", "Bob") == 0
    days = [entry.at[:10] for entry in get(root, "spring").entries]
    capsys.readouterr()
    assert exam(root, "list") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"exported gift ×3 {max(days[1:4])}" in said
    assert f"printed papers {days[4]}" in said
