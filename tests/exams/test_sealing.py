"""Whoever changes a session after it was published is found out by what lies outside its folder."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from exam_course import LATER, TODAY, announce, entries, exam, folder, make, void, write

from coursewright.commands.main import run
from coursewright.exams import journal
from coursewright.exams.journal import Entry
from coursewright.exams.session import SESSION, as_json, keys, session_bytes
from coursewright.exams.store import JOURNAL_FILE, KEYS_FILE, SESSION_FILE, get
from snapshots import assert_kept
from trees import ENGLISH, NOTICE

Captured = pytest.CaptureFixture[str]

pytest_plugins = ["sealed_fixtures"]


def rechained(root: Path, change: Callable[[Entry], Entry] = lambda entry: entry) -> None:
    """The journal as whoever knows how it is made would write it for the files that are there now."""
    made: list[Entry] = []
    for entry in map(change, entries(root)):
        files = {
            name: sha256((folder(root) / name).read_bytes()).hexdigest()
            for name in entry.about.get("files", {})
        }
        about = {**entry.about, **({"files": files} if files else {})}
        made = journal.added(
            made, at=entry.at, by=entry.by, did=entry.did, version=entry.version, about=about
        )
    write(root, made)


def with_other_keys(root: Path) -> None:
    """Another option is right, and everything in the session's folder agrees."""
    kept = get(root, "spring")
    data = json.loads(session_bytes(kept.session))
    item = next(item for item in data["items"].values() if item["model"].get("options"))
    for option in item["model"]["options"]:
        option["key"] = not option.get("key")
    (folder(root) / SESSION_FILE).write_bytes(as_json(data))
    session = SESSION.validate_python(data)
    (folder(root) / KEYS_FILE).write_bytes(as_json(keys(session, "0" * 64, ENGLISH)))
    commitment = sha256((folder(root) / KEYS_FILE).read_bytes()).hexdigest()

    def published(entry: Entry) -> Entry:
        return replace(entry, about={**entry.about, "commitment": commitment})

    rechained(root, lambda entry: published(entry) if entry.did == "published" else entry)


def verified(root: Path, capsys: Captured, *options: str) -> str:
    """What verify says against a session."""
    capsys.readouterr()
    assert exam(root, "verify", "spring", *options) == 1
    said = capsys.readouterr()
    assert "Nothing was changed" not in said.out
    assert "Traceback" not in said.err
    return said.err


def test_what_was_published_is_whole(published: Path, capsys: Captured) -> None:
    kept = get(published, "spring")
    assert exam(published, "verify", "spring", "--commitment", kept.commitment.upper()) == 0
    assert exam(published, "verify", "spring", "--journal", kept.entries[-1].hash) == 0
    said = capsys.readouterr().out
    assert f"Commitment to the keys: {kept.commitment}" in said
    assert f"The journal's last entry: {kept.entries[-1].hash}" in said
    assert "was not announced" not in said


def test_a_session_that_was_never_published_has_no_witness(root: Path, capsys: Captured) -> None:
    assert exam(root, "verify", "spring") == 0
    assert "Nothing binds this session yet" in capsys.readouterr().out


def test_keys_that_were_changed_after_publication_are_told(published: Path, capsys: Captured) -> None:
    """The folder agrees with itself; the notice does not agree with it."""
    with_other_keys(published)

    said = verified(published, capsys)
    assert said.count("✗") == 2
    assert "spring.yml:9: this is not the commitment to the keys of the session" in said
    assert "has no entry that was published with this digest" in said


def test_keys_are_compared_with_a_commitment_that_was_kept_elsewhere(
    published: Path, capsys: Captured
) -> None:
    """Where the notice was changed as well."""
    before = get(published, "spring")
    with_other_keys(published)
    after = get(published, "spring")
    notice = (published / NOTICE).read_text("utf-8").replace(before.commitment, after.commitment)
    (published / NOTICE).write_text(notice.replace(before.entries[-1].hash, after.entries[-1].hash), "utf-8")

    assert exam(published, "verify", "spring") == 0
    said = verified(
        published, capsys, "--commitment", before.commitment, "--journal", before.entries[-1].hash
    )
    assert "not those of the commitment that you gave" in said
    assert "no entry with the digest that you gave" in said


def test_what_is_no_digest_is_wrong_usage(published: Path, capsys: Captured) -> None:
    assert exam(published, "verify", "spring", "--commitment", "abc") == 2
    assert "64" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("by", "at"), [("Eve", None), (None, "2020-01-01T00:00:00+00:00")], ids=["another-person", "backdated"]
)
def test_a_journal_that_was_chained_anew_is_told(
    by: str | None, at: str | None, published: Path, capsys: Captured
) -> None:
    rechained(published, lambda entry: replace(entry, by=by or entry.by, at=at or entry.at))

    assert "has no entry that was published with this digest" in verified(published, capsys)


def test_a_journal_without_its_publication_is_told(published: Path, capsys: Captured) -> None:
    write(published, entries(published)[:-1])

    assert "has no entry that was published with this digest" in verified(published, capsys)


@pytest.mark.parametrize("kept", [[], [1]], ids=["empty", "headless"])
def test_a_journal_without_its_beginning_is_told(kept: list[int], root: Path, capsys: Captured) -> None:
    make(root, "summer", "t")
    assert announce(root) == 0
    write(root, [entries(root)[number] for number in kept])
    capsys.readouterr()

    assert exam(root, "list") == 1
    said = capsys.readouterr()
    assert "summer" in said.out
    assert "the journal of the session “spring” is empty, or does not begin" in said.err
    assert "is empty, or does not begin with" in verified(root, capsys)
    for command in (("print",), ("announce", "--date", LATER)):
        assert exam(root, command[0], "spring", *command[1:], "--by", "Ann") == 1
    assert run(["check", "--course", str(root)]) == 1
    assert "CW1124" in capsys.readouterr().err


@pytest.mark.parametrize("file", [SESSION_FILE, KEYS_FILE, JOURNAL_FILE])
def test_nothing_is_made_of_what_was_changed(file: str, root: Path, capsys: Captured) -> None:
    path = folder(root) / file
    path.write_text(
        path.read_text("utf-8").replace("Ann", "Eve").replace('"seed": "s"', '"seed": "t"'), "utf-8"
    )
    if file == KEYS_FILE:
        path.write_bytes(path.read_bytes() + b" ")

    assert announce(root) == 1
    assert f"{file} is damaged" in capsys.readouterr().err
    assert exam(root, "print", "spring", "--by", "Ann") == 1
    assert f"{file} is damaged" in capsys.readouterr().err
    assert not (root / NOTICE).exists()


@pytest.mark.parametrize("file", [SESSION_FILE, KEYS_FILE, JOURNAL_FILE])
def test_a_file_that_is_gone_is_told(file: str, root: Path, capsys: Captured) -> None:
    (folder(root) / file).unlink()

    assert f"{file} is missing" in verified(root, capsys)
    assert exam(root, "list") == 1
    said = capsys.readouterr().err
    assert f"{file} is missing" in said
    assert "damaged" not in said


def test_files_of_which_the_journal_knows_nothing_are_told(root: Path, capsys: Captured) -> None:
    assert exam(root, "print", "spring", "--by", "Ann") == 0
    assert exam(root, "verify", "spring") == 0
    (folder(root) / "papers/spring-A2.pdf").write_bytes(b"%PDF")
    (folder(root) / ".DS_Store").write_bytes(b"x")

    said = verified(root, capsys)
    assert "papers/spring-A2.pdf: no entry of the journal says where it comes from" in said
    assert said.count("✗") == 1
    write(root, entries(root)[:1])
    assert verified(root, capsys).count("papers/spring-") == 5


def test_a_folder_under_another_name_is_told(root: Path, capsys: Captured) -> None:
    folder(root).rename(folder(root).with_name("summer"))

    assert exam(root, "verify", "summer") == 1
    assert "the session calls itself “spring”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (f"date: '{LATER}'", "date: '2020-01-01'", f"another “date”: {LATER}"),
        (f"announced: '{TODAY}'", "announced: '2020-01-01'", f"another “announced”: {TODAY}"),
        ("title: Spade exam", "title: Rake exam", f"another “title”: Spade exam {LATER}"),
        (f"date: '{LATER}'", f"date: '{LATER}'\nbegins: '09:00'", "another “begins”: –"),
        (f"date: '{LATER}'", f"date: '{LATER}'\nplace: The shed", "another “place”: –"),
        ("minutes: 30", "minutes: 31", "another “minutes”: 30"),
        ("forms: 2", "forms: 3", "another “forms”: 2"),
        ("exam: spade", "exam: spades", "another “exam”: spade"),
        ("exam: spade", "exam: [", "CW0"),
        ("minutes: 30", "minutes: 30\nvoid: It rained", "its journal does not"),
    ],
)
def test_a_notice_that_says_something_else_is_told(
    before: str, after: str, said: str, published: Path, capsys: Captured
) -> None:
    text = (published / NOTICE).read_text("utf-8")
    assert before in text
    (published / NOTICE).write_text(text.replace(before, after), "utf-8")

    found = verified(published, capsys)
    assert said in found or said == "CW0"
    assert f"✗ {NOTICE}:" in found
    assert run(["check", "--course", str(published)]) == 1


def test_a_notice_that_is_gone_is_told(published: Path, capsys: Captured) -> None:
    (published / NOTICE).unlink()

    assert "the journal says that it was published" in verified(published, capsys)


def test_a_notice_that_was_never_published_is_told(root: Path, capsys: Captured) -> None:
    assert announce(root) == 0
    write(root, entries(root)[:1])

    assert "has no entry that was published" in verified(root, capsys)


def test_check_compares_notices_with_the_sessions_that_are_kept_here(
    published: Path, capsys: Captured
) -> None:
    assert run(["check", "--course", str(published)]) == 0
    with_other_keys(published)
    capsys.readouterr()

    assert run(["check", "--course", str(published)]) == 1
    said = capsys.readouterr().err
    assert "CW1119" in said
    assert f"{NOTICE}:9" in said
    (published / "private").rename(published.parent / "elsewhere")
    assert run(["check", "--course", str(published)]) == 0


def test_what_check_says_of_a_notice(
    published: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One report a code; digests and days, which differ every time, are left out."""
    differing = {"'?[0-9a-f]{64}'?": "…", r"\^{64,66}": "^", LATER: "2999-01-01"}
    monkeypatch.chdir(published)
    notice, made = (published / NOTICE).read_text("utf-8"), entries(published)
    voided = journal.added(made, at="", by="Ann", did="voided", version="", about={})
    cases = {
        "CW1119": (re.sub("(?m)^commitment: .*", f"commitment: {'a' * 64}", notice), made),
        "CW1120": (notice, voided),
        "CW1121": (notice, made[:1]),
        "CW1122": (notice.replace("minutes: 30", "minutes: 45"), made),
        "CW1123": (f"{notice}void: The paper was seen.\n", made),
        "CW1124": (notice, []),
    }
    told = {}
    for code, (text, chain) in cases.items():
        (published / NOTICE).write_text(text, "utf-8")
        write(published, chain)
        assert run(["check"]) == 1
        said = capsys.readouterr().err
        for pattern, shown in differing.items():
            said = re.sub(pattern, shown, said)
        told[f"{code}.txt"] = said
        assert code in told[f"{code}.txt"]

    assert_kept("exams/sealing", told)


def test_a_session_is_not_made_valid_again(published: Path, capsys: Captured) -> None:
    assert void(published) == 0
    write(published, entries(published)[:-1])

    said = verified(published, capsys)
    assert "has no entry that was published with this digest" in said
    assert "says that the session “spring” is void, and its journal does not" in said
