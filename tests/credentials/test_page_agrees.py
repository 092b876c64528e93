"""The page that verifies and the terminal say the same of a file, or the page says that it cannot read it."""

import json
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

import pytest
from credentials_made import AWARD, NAME, TODAY, every_file, issuer, made
from pdfs import Pdfs

from coursewright.credentials.key_files import new_keys
from coursewright.credentials.verification import verified

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="needs node")
OWN = issuer()
ONE = made(by=OWN)
FILES = every_file(ONE, OWN)
BAD = ONE.json.replace(AWARD.salt.encode(), b"d" * 64)
PDFS = Pdfs(ONE.json, BAD)


def told(files: Sequence[bytes]) -> list[tuple[str, str]]:
    """What the terminal says of each, and the page."""
    asked = {
        "issuer": OWN.model_dump(mode="json", exclude_none=True),
        "now": TODAY,
        "files": [b64encode(each).decode() for each in files],
    }
    script = Path(__file__).with_name("verdicts.mjs")
    found = subprocess.run(
        [str(NODE), str(script)], input=json.dumps(asked).encode(), capture_output=True, check=True
    )
    page = json.loads(found.stdout)
    return [(verified(file, OWN, TODAY).verdict, each) for file, each in zip(files, page, strict=True)]


def test_what_both_read() -> None:
    names, files = zip(("own", FILES["PDF"]), *PDFS.read(), strict=True)
    assert dict(zip(names, told(files), strict=True)) == dict.fromkeys(names, ("valid", "valid"))


def test_what_is_wrong_is_valid_for_neither() -> None:
    names, files = zip(*PDFS.wrong(), strict=True)
    for name, (terminal, page) in zip(names, told(files), strict=True):
        assert page in ("unreadable", terminal), name
        assert page != "valid", name


@pytest.mark.parametrize("seed", range(2))
def test_of_files_that_were_mixed_up_the_page_never_says_better(seed: int) -> None:
    found = told([*PDFS.mutations(seed, 500)])
    assert [each for each in found if each[1] not in ("unreadable", each[0])] == []
    assert {page for _terminal, page in found} >= {"valid", "altered", "unreadable"}


@pytest.mark.parametrize("name", [NAME, f"{NAME[:2]}\u200b{NAME[2:]}", f"\u2066{NAME}\u3164", "花 园—学校"])
def test_a_name_that_looks_the_same_is_told_by_both(name: str) -> None:
    other = new_keys()
    theirs = issuer(other, name=name, site="https://else.example/")
    assert told([made(by=theirs, own=other).jwt.encode()]) == [("impostor", "impostor")]


def test_text_with_more_around_it_is_read_by_neither() -> None:
    files = [b"\xc3\xa9#" + FILES["JWT"], "\u3000".encode() + FILES["JWT"], b"\x0b" + FILES["JSON"]]
    assert told(files) == [("unreadable", "unreadable")] * len(files)


def test_svg_with_entities_or_more_than_text_is_refused() -> None:
    svg = FILES["SVG"]
    start = svg.index(b"<svg")
    token = ONE.jwt.encode()
    entity = b'<!DOCTYPE svg [<!ENTITY x "%s">]>' % token + svg[start:].replace(token, b"&x;")
    mixed = svg.replace(b"verify=", b"other=").replace(b"/>", b">x<!-- -->y</openbadges:credential>", 1)
    for content in (entity, mixed):
        assert verified(content, OWN, TODAY).verdict == "unreadable"
