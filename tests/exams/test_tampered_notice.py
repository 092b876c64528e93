"""A session that was announced: nothing of it, of its journal or of its notice can be changed unseen.

The journal is always made anew for the files as they are, as whoever knows how it is made would do; a notice
or a print of it that was kept elsewhere is what tells.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from exam_course import announce, exam_course, folder, make
from test_damage import chained, verify_quietly

from altering import Altered, alterations
from coursewright.commands.main import run
from coursewright.commands.notices import against_notice
from coursewright.errors import CoursewrightError
from coursewright.exams.store import JOURNAL_FILE, KEYS_FILE, SESSION_FILE, get
from mutating import mutated
from trees import NOTICE

FREE = {("note",)}
"""What an author may add to a notice."""


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = exam_course(tmp_path_factory.mktemp("announced") / "course")
    make(root)
    assert announce(root, "--begins", "09:00", "--place", "The shed") == 0
    assert verify_quietly(root)[0] == 0
    return root


@pytest.fixture
def root(announced: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(announced, tmp_path / "course"))


def is_told(root: Path) -> bool:
    """Whether reading or the notice refuses a session; `verify` says it in these words."""
    try:
        return any(True for _ in against_notice(root, get(root, "spring")))
    except CoursewrightError:
        return True


def documents(content: bytes) -> list[Any]:
    return [json.loads(line) for line in (content.splitlines() if content.count(b"}\n{") else [content])]


def in_turn(document: Any) -> list[Altered]:
    """Every place of a document in one of the three ways, for each change takes its time."""
    made = [*alterations(document)]
    return [made[at + at // 3 % 3] for at in range(0, len(made), 3)]


@pytest.mark.parametrize("file", [SESSION_FILE, KEYS_FILE, JOURNAL_FILE])
def test_no_value_of_session_keys_or_journal_can_be_changed(file: str, root: Path) -> None:
    path = folder(root) / file
    whole, before = path.read_bytes(), (folder(root) / JOURNAL_FILE).read_bytes()
    unseen = []
    for at, document in enumerate(documents(whole)):
        for altered in in_turn(document):
            own = documents(whole)
            own[at] = altered.data
            path.write_bytes(b"".join(json.dumps(each).encode() + b"\n" for each in own))
            if file != JOURNAL_FILE:
                chained(folder(root))
            if not is_told(root):
                unseen.append(str(altered))
            (folder(root) / JOURNAL_FILE).write_bytes(before)
    path.write_bytes(whole)
    assert unseen == []
    assert not is_told(root)


def test_no_value_of_a_notice_can_be_changed(root: Path) -> None:
    path = root / NOTICE
    whole = yaml.safe_load(path.read_text("utf-8"))
    assert {"exam", "date", "commitment", "journal", "begins", "place", "announced"} <= whole.keys()
    changed = [altered for altered in alterations(whole) if altered.path not in FREE]
    assert len(changed) > 30
    unseen = []
    for altered in changed:
        path.write_text(yaml.safe_dump(altered.data, allow_unicode=True), "utf-8")
        if verify_quietly(root)[0] != 1:
            unseen.append(str(altered))
    assert unseen == []


def test_a_notice_that_is_rewritten_with_the_session_is_told_by_what_was_kept_of_it(root: Path) -> None:
    """Another session of the same exam, with its own journal and notice, all of one piece."""
    kept = get(root, "spring")
    shutil.rmtree(folder(root))
    (root / NOTICE).unlink()
    assert run(["exam", "make", "spade", "spring", "--seed", "t", "--by", "Eve", "--course", str(root)]) == 0
    assert announce(root, "--begins", "09:00", "--place", "The shed") == 0
    assert verify_quietly(root)[0] == 0
    code, said = verify_quietly(root, "verify", "--commitment", kept.commitment)
    assert (code, "not those of the commitment that you gave" in said) == (1, True)
    code, said = verify_quietly(root, "verify", "--journal", kept.entries[-1].hash)
    assert (code, "no entry with the digest that you gave" in said) == (1, True)


@pytest.mark.parametrize("file", [SESSION_FILE, KEYS_FILE, JOURNAL_FILE])
def test_no_mutated_file_of_a_session_is_taken_for_whole(file: str, root: Path) -> None:
    path = folder(root) / file
    unseen = []
    for content in mutated(path.read_bytes(), file):
        path.write_bytes(content)
        try:
            kept = get(root, "spring")
            kept.refuse_damaged()
        except CoursewrightError:
            continue
        if not is_told(root):
            unseen.append(content)
    assert unseen == []
