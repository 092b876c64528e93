"""Nothing of an exam is in anything that leaves the trainer's hands, however it is written or packed there.

Every text of a reserved item has a word of its own, so that one short word is sought for all of them.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from answered import csv_of
from seeking import hits
from sessions import ALL, NAME, session

from coursewright.commands.formats import FORMATS
from coursewright.commands.main import run
from coursewright.exams.sealing.code import read_code
from coursewright.exams.store import get
from trees import EVERY_TYPE, ISSUER, contents, write_tree

WORD = "kestrel"
PASSPHRASE = "four words in a row"
PEOPLE = (("Ann Albatross", "70001"), ("Ben Bittern", "70002"))
_PROSE = re.compile(
    r"^( *(?:- )?(?:stem|text|rationale|explanation|match|title|if_true|if_false|sample): )(.*[^|\n])$", re.M
)
_LISTS = re.compile(r"^( *(?:- )?(?:accept|hints): \[)", re.M)


def marked(bank: str) -> str:
    """A bank with the word in everything that it says."""
    return _LISTS.sub(rf"\1{WORD} ", _PROSE.sub(rf"\1\2 {WORD}", bank))


def do(root: Path, *arguments: str, by: bool = True) -> None:
    assert run([*arguments, *(("--by", "Eve") if by else ()), "--course", str(root)]) == 0


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose exam was announced, printed and published, and all that can be handed out of it."""
    root = tmp_path_factory.mktemp("sought") / "course"
    session(root, bank=marked(EVERY_TYPE))
    write_tree(root, {ISSUER: None})
    out = root.parent / "out"
    out.mkdir()
    roster = root.parent / "roster.csv"
    roster.write_bytes(csv_of([("name", "number"), *PEOPLE]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSEWRIGHT_PASSPHRASE", PASSPHRASE)
        keys = str(root.parent / "keys")
        do(root, "issuer", "init", "--site", "https://garden.example/", "--keys", keys, by=False)
    do(root, "exam", "announce", NAME, "--date", "2999-01-01")
    do(root, "exam", "print", NAME)
    do(root, "exam", "sheets", NAME, "--roster", str(roster))
    do(root, "exam", "publish", NAME, "--roster", str(roster))
    do(root, "build", "--site", str(out / "site"), by=False)
    do(root, "stage", str(out / "staged"), by=False)
    do(root, "roles", "export", "--out", str(out / "roles"), by=False)
    for name, format in FORMATS.items():
        do(root, "export", name, str(out / f"{name}{format.ending}"), "--skip", by=False)
    return root


def secrets(root: Path) -> list[str]:
    folder = get(root, NAME).folder
    codes = json.loads((folder / "web/codes.json").read_bytes())["codes"]
    own = [WORD, *ALL.split(", "), json.loads((folder / "keys.json").read_bytes())["nonce"]]
    own += [
        json.loads((folder / "web/session-key.json").read_bytes())["d"],
        PASSPHRASE,
        "ENCRYPTED PRIVATE KEY",
    ]
    own += [*codes, *(read_code(code).secret for code in codes), *(name for name, _ in PEOPLE)]
    return own


def handed_out(root: Path) -> Mapping[str, bytes]:
    """All that others may come to see, and what is remembered of builds."""
    folder = get(root, NAME).folder
    single = (folder / f"web/{NAME}.html").read_bytes()
    parts = {
        "out": contents(root.parent / "out"),
        "exam": contents(folder / "web/site"),
        "remembered": contents(root / ".coursewright"),
        "notices": contents(root / "quizzes/notices"),
        "file": {f"{NAME}.html": single},
    }
    return {f"{part}/{path}": content for part, files in parts.items() for path, content in files.items()}


def test_all_that_is_sought_is_there_where_it_may_be(root: Path) -> None:
    """Else nothing would be said by not finding it."""
    kept = contents(root / "private")
    sources = contents(root / "quizzes/bank")
    keys = contents(root.parent / "keys")
    own = secrets(root)
    found = hits({**kept, **sources, **keys, "roster": (root.parent / "roster.csv").read_bytes()}, own)
    assert {*own} - {hit.secret for hit in found} == {PASSPHRASE}
    paths = {hit.place.split(" > ")[0] for hit in found if hit.secret == WORD}
    folder = f"sessions/{NAME}"
    assert {f"{folder}/session.json", f"{folder}/papers/{NAME}-A.pdf", "exam.yml"} <= paths


def test_none_of_it_is_in_anything_that_is_handed_out(root: Path) -> None:
    files = handed_out(root)
    kinds = {path.split("/")[0] for path in files}
    assert kinds == {"out", "exam", "remembered", "notices", "file"}
    assert {"out/scorm12.zip", "out/site/index.html", "out/staged/mkdocs.yml", "out/qti3.zip"} <= files.keys()
    assert hits(files, secrets(root)) == []
