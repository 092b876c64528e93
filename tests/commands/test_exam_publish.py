"""`exam publish`: what it writes, what it says, and what it leaves alone."""

import base64
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from importing import table
from openpyxl import load_workbook
from pdfparts import texts
from sessions import NAME, session

from coursewright.commands.main import run
from coursewright.exams.journal import broken
from coursewright.exams.sealing import jwe
from coursewright.exams.sealing.code import read_code
from coursewright.exams.sealing.package import digest_of
from coursewright.exams.store import get

Captured = pytest.CaptureFixture[str]
HEAD = ("姓名", "考号", "考场", "座位", "加时")
PEOPLE = (("张三", "001", "一", "1", ""), ("李四", "002", "一", "2", "15"), ("王五", "003", "二", "1", ""))
DROP = "https://drop.example.com/spring"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session that was published, for tests that change nothing."""
    root = tmp_path_factory.mktemp("published") / "course"
    session(root)
    assert published(root, "--spare", "2", "--drop", f"{DROP}/", "--address", "exam.example.com/spring") == 0
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    session(tmp_path / "course")
    return tmp_path / "course"


def published(root: Path, *options: str, roster: bool = True) -> int:
    file = root.parent / "roster.csv"
    file.write_bytes(table(HEAD, *PEOPLE))
    who = ["--roster", str(file)] if roster else []
    return run(["exam", "publish", NAME, *who, "--by", "Ann", "--course", str(root), *options])


def web(root: Path, name: str = "web") -> Path:
    return root / "private/sessions" / NAME / name


def files(folder: Path) -> dict[str, bytes]:
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def package(root: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((web(root) / "site/sealed.json").read_bytes())
    return found


def test_everything_is_in_one_folder_and_on_record(made: Path) -> None:
    there = files(web(made))
    own = {name for name in there if not name.startswith("site/app-")}
    assert own == {
        *("session-key.json", "codes.json", "codes.xlsx", "slips.pdf", f"{NAME}.html"),
        *("site/index.html", "site/sealed.json"),
    }
    entry = get(made, NAME).entries[-1]
    assert (entry.did, entry.by, entry.about["what"]) == ("sealed", "Ann", "web")
    assert entry.about["files"] == {
        f"web/{name}": sha256(content).hexdigest() for name, content in there.items()
    }
    assert entry.about["package"] == digest_of(package(made))
    assert list(broken(get(made, NAME).entries)) == []
    assert run(["exam", "verify", NAME, "--course", str(made)]) == 0
    assert web(made).stat().st_mode & 0o777 == 0o700
    for name in ("session-key.json", "codes.json", "codes.xlsx", "slips.pdf"):
        assert (web(made) / name).stat().st_mode & 0o777 == 0o600
    assert (web(made) / "site/index.html").stat().st_mode & 0o044 == 0o044


def test_what_is_printed_on_a_slip_opens_the_exam(made: Path) -> None:
    said = re.sub(r"\s+", "", "".join(texts((web(made) / "slips.pdf").read_bytes())))
    sheet = load_workbook(web(made) / "codes.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[4] for row in rows] == ["001", "002", "003", "spare-01", "spare-02"]
    assert [row[6] for row in rows] == [0, 15, 0, 0, 0]
    tickets = package(made)["tickets"]
    assert isinstance(tickets, dict)
    for shown, *_rest in rows:
        assert str(shown) in said
        code = read_code(str(shown))
        assert json.loads(jwe.open_by_secret(tickets[code.ticket], code.secret))["candidates"]
    assert [each for each in ("exam.example.com/spring", "张三", "spare-02") if each not in said] == []


def secrets(root: Path) -> Iterator[str]:
    """What must not be where candidates look."""
    key = json.loads((web(root) / "session-key.json").read_bytes())
    yield key["d"]
    for shown in json.loads((web(root) / "codes.json").read_bytes())["codes"]:
        yield shown
        yield read_code(shown).secret
    yield json.loads((web(root).parent / "keys.json").read_bytes())["nonce"]
    for item in get(root, NAME).session.items.values():
        yield item.model.id
        if item.model.explanation:
            yield item.model.explanation
        yield item.model.stem


def test_what_is_copied_to_candidates_has_no_secret(made: Path) -> None:
    """Not even a question, before a code opens it."""
    public = [
        content
        for name, content in files(web(made)).items()
        if name.startswith("site/") or name.endswith(".html")
    ]
    for secret in secrets(made):
        raw = secret.encode()
        for form in (raw, raw.hex().encode(), base64.b64encode(raw)[:-4] or raw):
            assert not any(form in content for content in public)


def test_the_pages_allow_only_what_is_theirs(made: Path) -> None:
    single, index = ((web(made) / name).read_text("utf-8") for name in (f"{NAME}.html", "site/index.html"))
    policy = {
        page: re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0].replace("&#39;", "'")
        for page in (single, index)
    }
    assert f"connect-src {DROP}/;" in policy[single]
    assert f"connect-src 'self' {DROP}/;" in policy[index]
    assert "default-src 'none'" in policy[single]
    for kind, tag in (("script-src", "<script>"), ("style-src", "<style>")):
        body = single.split(tag)[1].split(tag.replace("<", "</"))[0]
        digest = base64.b64encode(sha256(body.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}';" in policy[single]
    assert single.count("<script") == 2
    assert not re.search(r'(?:src|href)="', single.split("<style>")[0])
    assert set(re.findall(r'(?:src|href)="([^"/]+)/', index)) == {next(web(made).glob("site/app-*")).name}


def test_no_drop_box_means_that_the_page_sends_nothing(root: Path) -> None:
    assert published(root) == 0
    single = (web(root) / f"{NAME}.html").read_text("utf-8").replace("&#39;", "'")
    assert "connect-src 'none';" in single
    assert package(root)["drop"] is None


def test_a_later_publication_has_other_codes_and_the_same_key(root: Path) -> None:
    assert published(root) == 0
    before = files(web(root))
    assert (
        published(
            root, "--codes", "room", "--opens", "2027-03-01T09:00+08:00", "--closes", "2027-03-01T11:00+08:00"
        )
        == 0
    )
    after = files(web(root))
    assert files(web(root, "web-1")) == before
    assert before["session-key.json"] == after["session-key.json"]
    codes = json.loads(after["codes.json"])["codes"]
    assert [[each["number"] for each in one["admitted"]] for one in codes.values()] in (
        [["001", "002"], ["003"]],
        [["003"], ["001", "002"]],
    )
    assert not set(codes) & set(json.loads(before["codes.json"])["codes"])
    found = package(root)
    assert (found["opens"], found["closes"]) == ("2027-03-01T01:00:00Z", "2027-03-01T03:00:00Z")
    assert found["journal"] == get(root, NAME).entries[-2].hash
    assert run(["exam", "verify", NAME, "--course", str(root)]) == 0


def test_codes_for_nobody_in_particular(root: Path) -> None:
    assert published(root, "--spare", "3", roster=False) == 0
    codes = json.loads((web(root) / "codes.json").read_bytes())["codes"]
    assert sorted(one["admitted"][0]["form"] for one in codes.values()) == ["A", "A", "B"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--drop", "ftp://example.com/"], "no address of a folder"),
        (["--drop", "https://example.com/;script-src *"], "no address of a folder"),
        (["--drop", "https://ann:pw@example.com/"], "no address of a folder"),
        (["--drop", "https://example.com/?a=b"], "no address of a folder"),
        (["--drop", "https:///drop"], "no address of a folder"),
        (["--drop", "http://[::1"], "no address of a folder"),
        (["--opens", "tomorrow"], "“tomorrow” is no time"),
        (["--opens", "2027-03-01 11:00", "--closes", "2027-03-01 09:00"], "--closes must be later"),
        (["--codes", "city"], "city"),
    ],
)
def test_what_cannot_be_meant_is_refused(made: Path, capsys: Captured, options: list[str], said: str) -> None:
    before = files(web(made).parent)
    assert published(made, *options) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert files(web(made).parent) == before


def test_who_sits_it_must_be_said(made: Path, capsys: Captured) -> None:
    assert published(made, roster=False) == 2
    assert "--roster FILE" in capsys.readouterr().err


def test_a_session_that_is_void_or_damaged_is_not_published(root: Path, capsys: Captured) -> None:
    keys = web(root).parent / "keys.json"
    keys.write_bytes(keys.read_bytes() + b" ")
    assert published(root) == 1
    assert "cannot be trusted" in capsys.readouterr().err
    keys.write_bytes(keys.read_bytes()[:-1])
    assert run(["exam", "void", NAME, "--reason", "leaked", "--by", "Ann", "--course", str(root)]) == 0
    assert published(root) == 1
    assert "is void" in capsys.readouterr().err
    assert not web(root).exists()
