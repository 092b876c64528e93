"""The pictures of the guides: each is shown, in both languages, said in words, and small."""

import re
from pathlib import Path

import pytest
import yaml

from test_readme import FOLDERS, HAN

SHOWN = re.compile(r"!\[([^\]]*)\]\(picture:([^)]+)\)")
MOST = 64 * 1024
"""Bytes of a picture; all of a language weigh about a third of a megabyte."""


def shown(language: str, guide: Path) -> list[tuple[str, str]]:
    """Words and name of every picture; those in code are examples."""
    body = re.sub(r"`[^`]*`", "", yaml.safe_load(guide.read_text("utf-8"))["body"])
    return [(found[1], found[2]) for found in SHOWN.finditer(body)]


@pytest.mark.parametrize("language", FOLDERS)
def test_every_picture_is_shown_and_small(language: str) -> None:
    guides = FOLDERS[language].glob("*.yml")
    names = {name for guide in guides for _words, name in shown(language, guide)}
    files = {file.name: file.stat().st_size for file in (FOLDERS[language].parent / "media").iterdir()}
    assert names == files.keys()
    assert {name: size for name, size in files.items() if not 1024 < size <= MOST} == {}


@pytest.mark.parametrize("name", sorted(file.name for file in FOLDERS["zh-CN"].glob("*.yml")))
def test_both_languages_show_the_same_pictures_in_their_own_words(name: str) -> None:
    if name == "documents.yml":
        return  # which shows a role of its own course
    chinese, english = (shown(language, folder / name) for language, folder in FOLDERS.items())
    assert [picture for _words, picture in chinese] == [picture for _words, picture in english]
    assert all(HAN.search(words) for words, _picture in chinese)
    assert all(words and not HAN.search(words) for words, _picture in english)


def test_the_command_that_takes_them_takes_all() -> None:
    taking = Path(__file__).parent / "guides"
    code = "".join((taking / f"{name}.py").read_text("utf-8") for name in ("photographs", "screens"))
    taken = set(re.findall(r'"((?:exam|sitting|scan|marking|verify)-\w+|certificate)"', code))
    media = FOLDERS["zh-CN"].parent / "media"
    assert {f"{name}.webp" for name in taken} == {file.name for file in media.iterdir()}
