"""Files of items for the small course: written as people write them, imported as a person would."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from coursewright.commands.main import run
from coursewright.diagnostics import as_text
from coursewright.exchange.cases import with_cases
from coursewright.exchange.formats import read
from trees import CHINESE, ENGLISH

OBJECTIVE, LEVEL = "soil/layers/name", "recall"
GIVEN = ("--objective", OBJECTIVE, "--level", LEVEL)


def table(*rows: Sequence[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def imported(root: Path, name: str, raw: bytes, *options: str) -> int:
    """The exit code of `items import` of a file beside the course."""
    file = root.parent / name
    file.write_bytes(raw)
    return run(["items", "import", str(file), "--course", str(root), *options])


def bank(root: Path, name: str) -> list[dict[str, Any]]:
    """The items of a bank of the course."""
    items: list[dict[str, Any]] = yaml.safe_load((root / f"quizzes/bank/{name}.yml").read_text("utf-8"))[
        "items"
    ]
    return items


def drafts(name: str, raw: bytes) -> list[dict[str, Any]]:
    """The items of a file as they are read, before anything is completed."""
    reading = read(name, raw, None, ENGLISH)
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    return [draft.data for draft in with_cases(reading.drafts, ENGLISH).drafts]


def codes(name: str, raw: bytes) -> list[str]:
    """The problems of a file as `CW1001 line:column`."""
    found = read(name, raw, None, ENGLISH).problems
    for words in (ENGLISH, CHINESE):
        assert "None" not in as_text(found, words)
    return [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in found]
