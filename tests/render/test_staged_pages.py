"""Every page of the small course as it is staged."""

import json
import re
from pathlib import Path

from snapshots import assert_kept
from trees import compiled

CODE = re.compile(r"(assets/coursewright/)[0-9a-f]{12}/")
"""The folder of code, whose name is made of its content."""


def test_the_staged_pages_of_the_small_course(tmp_path: Path) -> None:
    pages = {
        path: CODE.sub(r"\1CODE/", raw.decode())
        for path, raw in compiled(tmp_path).items()
        if path.endswith((".md", ".html", ".yml"))
    }
    assert_kept("render/pages", pages)


def test_the_data_of_the_small_course(tmp_path: Path) -> None:
    """What pages load: roles to adapt and to compare, the catalogue of what is to be learnt."""
    data = {
        path.removeprefix("docs/"): json.dumps(json.loads(raw), ensure_ascii=False, indent=1) + "\n"
        for path, raw in compiled(tmp_path).items()
        if path.endswith(".json") and not path.startswith("docs/assets/coursewright/schema/")
    }
    assert_kept("render/data", data)
