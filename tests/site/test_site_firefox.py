"""A sealed exam as one file in Firefox: opened from a folder, taken up after a crash, handed in, graded."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from answered import Captured, form, graded, kept, made, rows
from knowing import known
from sessions import NAME

from coursewright.commands.main import run

PROGRAM = Path(__file__).with_name("firefox.mjs")
NODE, FIREFOX = shutil.which("node"), shutil.which("firefox-esr") or shutil.which("firefox")
CANDIDATE = "001"
LONGEST = 120
"""Seconds after which Firefox hangs."""

pytestmark = pytest.mark.skipif(
    not (NODE and FIREFOX) and "CI" not in os.environ, reason="needs node and Firefox"
)


def candidate(**told: Any) -> str:
    """What a candidate brings back who is told what to do."""
    assert NODE
    assert FIREFOX
    done = subprocess.run(
        [NODE, str(PROGRAM)],
        check=False,
        input=json.dumps({"firefox": FIREFOX, **told}),
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_shape_is_answered_over_a_crash_and_graded(tmp_path: Path, capsys: Captured) -> None:
    root = made(tmp_path)
    roster = str(tmp_path / "roster.csv")
    assert run(["exam", "publish", NAME, "--roster", roster, "--by", "Ann", "--course", str(root)]) == 0
    web = kept(root).folder / "web"
    codes = json.loads((web / "codes.json").read_bytes())["codes"]
    [(code, own)] = [pair for pair in codes.items() if pair[1]["admitted"][0]["number"] == CANDIDATE]
    asked = form(root, own["admitted"][0]["form"])
    folder = tmp_path / "downloads"
    folder.mkdir()
    told = {
        "profile": str(tmp_path / "profile"),
        "folder": str(folder),
        "page": Path(shutil.copy2(web / f"{NAME}.html", tmp_path)).as_uri(),
        "code": code,
        "presses": known(kept(root).session, asked, "Roots and water."),
    }

    assert candidate(**told, numbers=[*range(1, 9)], crash=True) == ""
    back = json.loads(candidate(**told, numbers=[*range(9, 12)], crash=False))
    assert back["complaints"] == []
    assert [url for url in back["asked"] if url.startswith("http")] == []
    [file] = folder.iterdir()
    assert file.read_text("ascii").strip() == back["text"]
    said = graded(root, capsys, file)
    assert "1 candidate counts" in said
    assert "0 findings do not count" in said
    query = "SELECT item FROM responses WHERE points < worth OR points IS NULL"
    assert rows(root, f"{query} AND candidate = '{CANDIDATE}'") == [("exam-letter",)]
