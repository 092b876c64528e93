"""`coursewright issuer` and `coursewright credential` from the first key to the last revocation."""

import json
import os
import re
from pathlib import Path

import pytest
from issued_course import (
    PASSED,
    PASSPHRASE,
    course,
    credential,
    files,
    forget,
    issue,
    issuer,
    pinned,
    register,
    verify,
)

from coursewright.exams import journal
from trees import ISSUER


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return course(tmp_path, monkeypatch)


def test_whoever_passed_gets_a_credential_and_nobody_else(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(root, "--valid-months", "24") == 0
    assert "2 credentials issued" in capsys.readouterr().out
    entries = register(root)
    assert [(entry.number, entry.name) for entry in entries] == [PASSED, ("00025", "O’Brien <b>& Söhne</b>")]
    assert len({entry.index for entry in entries}) == 2
    last = journal.read((root / "private/sessions/spring/journal.jsonl").read_bytes())[-1]
    assert (last.did, last.about["credentials"]) == ("issued", [entry.id for entry in entries])
    assert last.about["register"] == entries[-1].hash


def test_every_file_verifies_and_says_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert issue(root, "--valid-months", "24") == 0
    said = []
    for file in files(root).values():
        capsys.readouterr()
        assert verify(root, file) == 0
        said.append(capsys.readouterr().out.replace(str(file), "FILE"))
    assert len(set(said)) == 1
    assert re.search(r"Status list of 20\d\d-\d\d-\d\d\n", said[0])
    assert "good: signed by the issuer" in said[0]
    assert PASSED[1] in said[0]
    assert PASSED[0] not in said[0], "the number is not told unless it is chosen"


def test_who_has_one_gets_no_second(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert issue(root, "--for", PASSED[0]) == 0
    assert issue(root) == 0
    assert "1 candidate has one already" in capsys.readouterr().out
    assert [entry.number for entry in register(root)] == [PASSED[0], "00025"]


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--for", "00033"], 1, "did not pass, and get no credential: 00033"),
        (["--for", "00018"], 2, "there is no candidate “00018”"),
        (["--name", "no", "--number", "no"], 2, "the name, or the number"),
        (["--evidence", "ftp://x"], 2, "is no address of a page"),
        (["--valid-months", "0"], 2, "--valid-months"),
    ],
)
def test_what_cannot_be_issued(
    root: Path, options: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(root, *options) == code
    assert said in capsys.readouterr().err
    assert not (root / "private/credentials").exists()


def test_a_number_is_told_as_it_was_chosen(root: Path) -> None:
    assert issue(root, "--for", PASSED[0], "--name", "no") == 0
    assert issue(root, "--for", "00025", "--number", "hashed") == 0
    own = [json.loads(files(root, number)["json"].read_bytes()) for number in (PASSED[0], "00025")]
    first, second = (each["credentialSubject"]["identifier"] for each in own)
    assert [(each["identityType"], each["identityHash"]) for each in first] == [("identifier", PASSED[0])]
    assert second[1]["hashed"] is True
    assert re.fullmatch(r"sha256\$[0-9a-f]{64}", second[1]["identityHash"])
    assert "00025" not in json.dumps(own[1])


def test_results_that_were_changed_are_not_issued_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = root / "private/sessions/spring/results/candidates.parquet"
    file.write_bytes(file.read_bytes() + b"\0")
    assert issue(root) == 1
    assert "was changed by somebody" in capsys.readouterr().err


def test_a_wrong_passphrase_opens_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSEWRIGHT_PASSPHRASE", PASSPHRASE + ".")
    assert issue(root) == 1
    assert not (root / "private/credentials").exists()


def test_a_revoked_one_is_told_by_the_public_half_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(root) == 0
    own, other = files(root), files(root, "00025")
    kept = {name: path.read_bytes() for name, path in own.items()}
    id = register(root)[0].id
    assert credential(root, "revoke", id[9:17], "--reason", "He was not who he said.", "--by", "Ann") == 0
    assert credential(root, "revoke", id, "--reason", "Again.", "--by", "Ann") == 1
    assert credential(root, "list") == 0
    assert "revoked" in capsys.readouterr().out
    assert verify(root, other["pdf"]) == 0
    forget(root)
    for name, content in kept.items():
        file = root.parent / f"copy.{name}"
        file.write_bytes(content)
        assert verify(root, file) == 1
        assert "✗ revoked" in capsys.readouterr().out


def test_a_renewed_one_says_what_it_replaces(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert issue(root, "--for", PASSED[0], "--valid-months", "1") == 0
    old = register(root)[0]
    assert credential(root, "renew", old.id, "--by", "Ann") == 0
    assert credential(root, "renew", old.id, "--by", "Ann") == 1
    new = register(root)[1]
    assert (new.replaces, new.number, new.name) == (old.id, old.number, old.name)
    assert new.until[:7] == old.until[:7], "as long as before"
    path = next(path for path in new.files or {} if path.endswith(".json"))
    assert old.id in (root / "private/credentials" / path).read_text("utf-8")
    capsys.readouterr()
    assert credential(root, "list") == 0
    assert f"replaced by {new.id[9:17]}" in " ".join(capsys.readouterr().out.split())


def test_what_old_keys_signed_stays_good_after_a_rotation(root: Path) -> None:
    assert issue(root, "--for", PASSED[0]) == 0
    assert credential(root, "revoke", register(root)[0].id, "--reason", "x", "--by", "Ann") == 0
    assert issue(root, "--for", "00025") == 0
    before = pinned(root)
    assert issuer(root, "rotate") == 0
    after = pinned(root)
    assert len(after.keys) == 4
    assert [key.id for key in after.keys[:2]] == [key.id for key in before.keys]
    assert all(key.until for key in after.keys[:2])
    assert verify(root, files(root, "00025")["jwt"]) == 0
    assert verify(root, files(root)["jwt"]) == 1, "what was revoked stays so"
    assert issue(root, "--for", PASSED[0]) == 0
    last = register(root)[-1].files or {}
    assert all(verify(root, root / "private/credentials" / path) == 0 for path in last)


def test_private_keys_are_encrypted_and_nobody_elses_to_read(root: Path) -> None:
    folder = root.parent / "home/.config/coursewright/issuers/gardening/1"
    found = sorted(folder.iterdir())
    assert [file.name for file in found] == ["ed25519.pem", "es256.pem", "salt"]
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in found)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(b"ENCRYPTED PRIVATE KEY" in file.read_bytes() for file in found if file.suffix == ".pem")


@pytest.mark.parametrize("inside", [True, False])
def test_keys_are_not_put_where_they_would_be_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    root = course(tmp_path, monkeypatch)
    (root / ISSUER).unlink()
    place = root / "private/keys" if inside else tmp_path / "work/keys"
    os.makedirs(tmp_path / "work/.git")
    assert issuer(root, "init", "--site", "https://a.example/", "--keys", str(place)) == 1
    assert not place.exists()


def test_an_issuer_is_made_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert issuer(root, "init", "--site", "https://a.example/") == 1
    assert issuer(root, "show") == 0
    said = capsys.readouterr().out
    assert "did:web:garden.example" in said
    assert "0 credentials are revoked" in said


def test_an_identity_that_is_its_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = course(tmp_path, monkeypatch, "--did", "key")
    assert issue(root, "--for", PASSED[0]) == 0
    assert issuer(root, "rotate") == 0
    assert issue(root, "--for", "00025") == 0
    assert all(
        verify(root, file) == 0 for number in (PASSED[0], "00025") for file in files(root, number).values()
    )


@pytest.mark.parametrize(
    "change", [("00017", "00018"), ("\n{", "\n\n{"), (r"(?s)\n.*", "\n"), (r"(?s).*", "")]
)
def test_a_register_that_somebody_changed_is_refused(
    root: Path, change: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """An entry, a line, the last entry cut off, and all of them, which the session's journal knows."""
    assert issue(root) == 0
    file = root / "private/credentials/register.jsonl"
    file.write_text(re.sub(*change, file.read_text("utf-8"), count=1), "utf-8")
    assert credential(root, "list") == 1
    assert "was changed by somebody, or is damaged" in capsys.readouterr().err


def test_nothing_is_issued_that_would_not_be_believed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clock was ahead when the keys were made."""
    file = root / ISSUER
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"since: '20\d\d", "since: '2999", text), "utf-8")
    assert issue(root) == 1
    assert "see whether this machine's clock is right" in capsys.readouterr().err
    assert not (root / "private/credentials").exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--site", "https://a.example/?x"],
        ["--site", "https://花园.example/"],
        ["--site", "https://u@a.example/"],
        ["--site", "ftp://a.example/"],
        ["--site", "http://a.example/"],
        ["--site", "https://a.example/", "--name", "a\nb"],
    ],
)
def test_an_issuer_that_cannot_be(root: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (root / ISSUER).unlink()
    assert issuer(root, "init", *options) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert not (root / ISSUER).exists()


def test_what_a_page_shows_is_to_be_compared_unless_it_is_as_it_was_issued(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert issue(root) == 0
    file = files(root)["pdf"]
    assert verify(root, file) == 0
    assert "is not signed" not in capsys.readouterr().out
    file.write_bytes(file.read_bytes() + b"\n")
    assert verify(root, file) == 0
    assert "is not signed: compare it" in capsys.readouterr().out
