"""What somebody signs with a stolen key that has ended is told, whatever date it has."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from credentials_made import AWARD, EXAM, TODAY, every_file, issuer, keys, made
from issued_course import PASSED, course, credential, files, issue, pinned, register, verify
from issued_course import issuer as issuer_command

from coursewright.commands.issuing import latest_keys
from coursewright.credentials.award import issued
from coursewright.credentials.carried import carried
from coursewright.credentials.key_files import read_keys
from coursewright.credentials.verification import verified
from coursewright.model.issuer import Issuer

OWN = issuer()
ONE = made(by=OWN)
OTHER = made(replace(AWARD, name="Mallory"), by=OWN)
"""Signed with the same keys, for the same day."""


def ended(*signed: bytes) -> Issuer:
    """The keys ended, and these are all that they signed."""
    listed = {carried(content).fingerprint for content in signed}
    changes = {"until": TODAY, "signed": tuple(sorted(listed))}
    return OWN.model_copy(update={"keys": tuple(key.model_copy(update=changes) for key in OWN.keys)})


def test_what_a_key_that_ended_signed_is_good_and_nothing_else_is() -> None:
    own = ended(ONE.jwt.encode(), ONE.json)
    assert {verified(file, own, TODAY).verdict for file in every_file(ONE, OWN).values()} == {"valid"}
    found = [verified(file, own, TODAY) for file in every_file(OTHER, OWN).values()]
    assert {(each.verdict, each.credential) for each in found} == {("forged", None)}


def test_the_same_signed_once_more_is_another() -> None:
    """ES256 draws by chance: only what was handed out is on the list."""
    again = issued(AWARD, EXAM, OWN, keys())
    assert again.jwt != ONE.jwt
    assert verified(again.jwt.encode(), ended(ONE.jwt.encode()), TODAY).verdict == "forged"


def test_without_a_list_the_date_decides() -> None:
    own = OWN.model_copy(update={"keys": tuple(key.model_copy(update={"until": TODAY}) for key in OWN.keys)})
    assert verified(OTHER.json, own, TODAY).verdict == "valid"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return course(tmp_path, monkeypatch)


def stolen(root: Path) -> tuple[bytes, bytes]:
    """What a thief of the keys signs for the day on which the first was issued, and its number."""
    from issued_course import PASSPHRASE

    place = latest_keys(root.parent / "home/.config/coursewright/issuers/gardening")
    assert place
    own, first = pinned(root), register(root)[0]
    award = replace(AWARD, since=first.since, until=None, index=first.index, id=first.id[9:])
    made = issued(award, EXAM, own, read_keys(place, PASSPHRASE))
    return made.jwt.encode(), made.json


def test_a_rotation_notes_what_was_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = course(tmp_path, monkeypatch, "--did", "key")
    assert issue(root) == 0
    forged = stolen(root)
    capsys.readouterr()
    assert issuer_command(root, "rotate") == 0
    assert "4 signatures of the old keys are on record" in capsys.readouterr().out
    assert [len(key.signed or ()) for key in pinned(root).keys] == [2, 2, 0, 0]
    assert all(verify(root, file) == 0 for file in files(root).values())
    for at, content in enumerate(forged):
        file = root.parent / f"forged-{at}"
        file.write_bytes(content)
        assert verify(root, file) == 1
        assert "forged" in capsys.readouterr().out
    assert issue(root, "--for", "00025") == 0, "one has it already"
    old = register(root)[0].id
    assert credential(root, "revoke", old, "--reason", "x", "--by", "Ann") == 0
    assert issue(root, "--for", PASSED[0]) == 0
    new = register(root)[-1].files or {}
    assert all(verify(root, root / "private/credentials" / path) == 0 for path in new)
    lists = [key.signed for key in pinned(root).keys]
    assert issuer_command(root, "rotate") == 0
    assert [key.signed for key in pinned(root).keys][:2] == lists[:2]
    assert all(verify(root, root / "private/credentials" / path) == 0 for path in new)


def test_nothing_is_noted_where_something_is_missing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Else what is good would be told as forged."""
    assert issue(root) == 0
    own = files(root)
    kept = own["jwt"].read_bytes()
    own["json"].unlink()
    assert issuer_command(root, "rotate") == 0
    assert "is not all on record" in capsys.readouterr().err
    assert all(key.signed is None for key in pinned(root).keys)
    own["jwt"].write_bytes(kept)
    assert verify(root, own["jwt"]) == 0


def test_a_list_says_nothing_of_anybody(root: Path) -> None:
    assert issue(root, "--number", "plain") == 0
    assert issuer_command(root, "rotate") == 0
    assert [len(key.signed or ()) for key in pinned(root).keys] == [2, 2, 0, 0]
    said = json.dumps(pinned(root).model_dump(mode="json"), ensure_ascii=False)
    for entry in register(root):
        for secret in (entry.id, entry.number, entry.name, entry.id[9:]):
            assert secret not in said
