"""Whatever was done to the files of a session, verify says so, and never with a traceback."""

import contextlib
import io
import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from exam_course import exam_course, make
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing import table

from coursewright.commands.main import run
from coursewright.exams import journal
from coursewright.exams.store import JOURNAL_FILE, KEYS_FILE, SESSION_FILE

FILES = (SESSION_FILE, KEYS_FILE, JOURNAL_FILE, "sheets/assignment.json", "sheets/layout.json")
GONE = object()
VALUES: tuple[Any, ...] = (
    GONE,
    None,
    True,
    [],
    {},
    "",
    "x",
    "made",
    -1,
    0,
    10**30,
    1e308,
    "\u0000",
    [None],
    {"": None},
    "A" * 999,
)
BYTES = (b"", b"{", b"null", b"[]", b"{}", b"\xff\xfe", b"[" * 99_999, b"9" * 9999, b'"\\ud800"', b"\n")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a course with a session that was printed."""
    root = exam_course(tmp_path_factory.mktemp("damage") / "course")
    make(root)
    roster = root / "private/roster.csv"
    roster.write_bytes(table(("姓名", "考号"), ("张三", "001"), ("李四", "002")))
    assert verify_quietly(root, "sheets", "--roster", str(roster), "--by", "Ann")[0] == 0
    assert verify_quietly(root, "verify")[0] == 0
    return root


def verify_quietly(root: Path, command: str = "verify", *options: str) -> tuple[int, str]:
    """The exit code of a command about the session, and what it says against it."""
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        code = run(["exam", command, "spring", *options, "--course", str(root)])
    return code, said.getvalue()


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a document with each key of it."""
    for key in list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield data, key
        yield from places(data[key])


def changed(content: bytes, at: int, value: Any) -> bytes:
    """A file of JSON, one document or one a line, with one of its values changed."""
    lines = content.splitlines() if content.count(b"}\n{") else [content]
    documents = [json.loads(line) for line in lines]
    found = [place for document in documents for place in places(document)]
    container, key = found[at % len(found)]
    if value is GONE:
        del container[key]
    else:
        container[key] = value
    return b"".join(json.dumps(document).encode() + b"\n" for document in documents)


def chained(folder: Path) -> None:
    """The journal made anew for the files as they are, where it still is one."""
    made: list[journal.Entry] = []
    for entry in journal.read((folder / JOURNAL_FILE).read_bytes()):
        names = entry.about.get("files", {})
        files = {name: sha256((folder / name).read_bytes()).hexdigest() for name in names}
        about = {**entry.about, "files": files} if names else entry.about
        made = journal.added(
            made, at=entry.at, by=entry.by, did=entry.did, version=entry.version, about=about
        )
    (folder / JOURNAL_FILE).write_bytes(journal.written(made))


def damaged(whole: Path, file: str, content: bytes, *, hidden: bool) -> tuple[int, str, bool]:
    """What verify says of a copy in which a file is another; `hidden` where the journal was made to agree."""
    root = whole.parent / "copy"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(whole / "private", root / "private")
    folder = root / "private/sessions/spring"
    is_other = (folder / file).read_bytes() != content
    (folder / file).write_bytes(content)
    if hidden and file != JOURNAL_FILE:
        chained(folder)
    return *verify_quietly(root), is_other


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(FILES), st.integers(0, 10**6), st.sampled_from(VALUES), st.booleans())
def test_a_value_that_was_changed_is_told(whole: Path, file: str, at: int, value: Any, hidden: bool) -> None:
    """What agrees with a journal that was made anew may be whole for all that can be counted; what is printed
    can be."""
    content = changed((whole / "private/sessions/spring" / file).read_bytes(), at, value)
    code, said, is_other = damaged(whole, file, content, hidden=hidden)

    is_printed = file.startswith("sheets/")
    assert code in ((0, 1) if not is_other or (hidden and not is_printed) else (1,)), said
    assert code == 0 or said


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(FILES), st.floats(0, 1, exclude_max=True))
def test_a_file_that_was_cut_is_told(whole: Path, file: str, share: float) -> None:
    content = (whole / "private/sessions/spring" / file).read_bytes()
    code, said, _ = damaged(whole, file, content[: int(share * len(content))], hidden=False)

    assert code == 1
    assert said


@pytest.mark.parametrize("content", BYTES, ids=[repr(content[:9]) for content in BYTES])
@pytest.mark.parametrize("file", FILES)
def test_a_file_of_something_else_is_told(whole: Path, file: str, content: bytes) -> None:
    for hidden in (False, True):
        code, said, _ = damaged(whole, file, content, hidden=hidden)
        assert (code, bool(said)) == (1, True)
