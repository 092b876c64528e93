"""Other people's works that come with ours: each has its notice, and the wheel carries all of them."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENGINE = ROOT / "generator/coursewright"
NOTICES = [
    path.relative_to(ROOT).as_posix()
    for pattern in ("LICENSE", "*.LICENSE", "NOTICE")
    for path in sorted(ENGINE.rglob(pattern))
]


def test_every_notice_is_named_by_its_folder() -> None:
    said = (ROOT / "THIRD_PARTY").read_text("utf-8")
    assert len(NOTICES) == 5
    assert [path for path in NOTICES if Path(path).parent.as_posix() not in said] == []


def test_every_brought_file_has_a_notice_beside_it() -> None:
    brought = [path for path in ENGINE.rglob("*.mjs") if "/*!" in path.read_text("utf-8")[:400]]
    assert brought
    noticed = [ROOT / Path(path).parent for path in NOTICES]
    assert [path.name for path in brought if not any(place in path.parents for place in noticed)] == []


def test_the_notice_names_every_context() -> None:
    folder = ENGINE / "credentials/contexts"
    said = (folder / "NOTICE").read_text("utf-8")
    assert [path.name for path in folder.glob("*.json") if f"\n{path.name}\n" not in said] == []
    assert "Permission to copy, modify, and distribute this work" in said


def test_a_wheel_has_them(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    kept = [name.partition(".dist-info/licenses/")[2] for name in names if ".dist-info/licenses/" in name]
    assert {"LICENSE", "THIRD_PARTY", *NOTICES} == {*kept}
    assert {path.removeprefix("generator/") for path in NOTICES} <= {*names}
