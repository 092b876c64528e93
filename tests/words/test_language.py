"""The course's own language: which tags there are, what a page and a document say of it."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from coursewright.commands.main import run
from coursewright.model.theme_languages import THEME_LANGUAGES
from coursewright.roles.documents import role_documents
from coursewright.roles.stationery import Stationery
from coursewright.words import Language, Words
from coursewright.words.language import suggested_tag
from trees import ROLE, brief, changed, compiled, problems_of, site_of, write_course

COURSE = "content/course.yml"
TAGS = [
    "en",
    "fr",
    "ja",
    "ar",
    "es-419",
    "pt-BR",
    "zh-CN",
    "zh-TW",
    "zh-Hant-HK",
    "sr-Latn-RS",
    "nan",
    "zh-cn",
]


LABELLED_OTHERWISE = ("zh-TW", "zh-Hant-HK")
"""Languages whose labels are in another script."""


def spoken(tag: str) -> dict[str, str]:
    return changed(COURSE, "language: en", f"language: {tag}")


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_of_language_script_and_region_is_a_language(tmp_path: Path, tag: str) -> None:
    problems = problems_of(tmp_path, spoken(tag))
    assert [problem.code for problem in problems] == (["CW0412"] if tag in LABELLED_OTHERWISE else [])
    assert site_of(tmp_path, spoken(tag)).course.language == tag


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("zh_CN", "CW0213", "did you mean “zh-CN”?"),
        ("English", "CW0213", "did you mean “en”?"),
        ("中文", "CW0213", "did you mean “zh”?"),
        ("plain English", "CW0213", "expected a language's code"),
        ("en-GB-oed", "CW0213", "expected a language's code"),
        ("jp", "CW0410", "did you mean “ja”?"),
        ("cn", "CW0410", "did you mean “zh”?"),
        ("xx", "CW0410", "a language's code has two letters"),
    ],
)
def test_what_is_no_language_is_refused_with_what_was_meant(
    tmp_path: Path, written: str, code: str, hint: str
) -> None:
    problems = problems_of(tmp_path, spoken(written))
    assert brief(problems) == [f"{code} {COURSE}:4:11"]
    assert problems[0].hints(Words("en"))[0].startswith(hint)


@pytest.mark.parametrize(
    ("tag", "script", "direction"),
    [
        ("en", "Latn", "ltr"),
        ("zh", "Hans", "ltr"),
        ("zh-TW", "Hant", "ltr"),
        ("zh-hant", "Hant", "ltr"),
        ("ja", "Jpan", "ltr"),
        ("ar-EG", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("fa", "Arab", "rtl"),
        ("ur", "Arab", "rtl"),
        ("dv", "Thaa", "rtl"),
        ("az", "Latn", "ltr"),
        ("az-Arab", "Arab", "rtl"),
        ("az-IR", "Arab", "rtl"),
        ("qqq", "", "ltr"),
    ],
)
def test_a_language_knows_its_script_and_its_direction(tag: str, script: str, direction: str) -> None:
    assert (Language(tag).subtags[1], Language(tag).direction) == (script, direction)


@pytest.mark.parametrize(
    ("tag", "theme"),
    [
        ("zh-CN", "zh"),
        ("zh-TW", "zh-TW"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-TW", "zh-TW"),
        ("pt", "pt"),
        ("pt-PT", "pt"),
        ("pt-BR", "pt-BR"),
        ("es-419", "es"),
        ("ja", "ja"),
        ("sw", "en"),
    ],
)
def test_the_theme_speaks_the_nearest_language_it_has(tag: str, theme: str) -> None:
    assert Language(tag).among(THEME_LANGUAGES, "en") == theme


@pytest.mark.parametrize("theme", ["material", "zensical"])
def test_both_themes_speak_every_language_that_is_listed(theme: str) -> None:
    folder = files(theme).joinpath("templates", "partials", "languages")
    assert set(THEME_LANGUAGES) <= {file.name.removesuffix(".html") for file in folder.iterdir()}


def test_a_language_of_whose_verbs_there_is_no_list_is_not_judged(tmp_path: Path) -> None:
    duty = changed(ROLE, "text: Digs the beds", "text: Gräbt die Beete um")
    assert brief(problems_of(tmp_path, duty)) == [f"CW0409 {ROLE}:15:11"]
    assert problems_of(tmp_path, {**duty, **spoken("de")}) == []


def test_a_suggestion_is_itself_a_language() -> None:
    assert [suggested_tag(written) for written in ("zh_CN.UTF-8", "kr", "日语", "xx", "")] == [
        "zh-CN",
        "kr",
        "ja",
        "",
        "",
    ]


def test_the_staged_settings_say_language_and_direction(tmp_path: Path) -> None:
    config = yaml.safe_load(compiled(tmp_path, spoken("ar-EG"))["mkdocs.yml"])
    assert config["extra"]["language"] == "ar-EG"
    assert (config["theme"]["language"], config["theme"]["direction"]) == ("ar", "rtl")


def test_a_language_without_a_catalog_has_english_labels_and_says_its_own_name(tmp_path: Path) -> None:
    root = write_course(tmp_path, spoken("ur-PK"))
    assert run(["build", "--course", str(root)]) == 0
    page = (root / "site/quizzes/soil/index.html").read_text("utf-8")
    assert re.search("<html[^>]*>", page)[0].startswith('<html lang="ur-PK"')  # type: ignore[index]
    assert re.search(r'<body[^>]* dir="rtl"', page)
    assert "cut score 70 %" in page


def test_styles_know_a_beginning_and_an_end_and_no_left_or_right() -> None:
    sided = re.compile(r"\b(?:margin|padding|border)-(?:left|right)\b|text-align: (?:left|right)\b")
    styles = [
        file for file in files("coursewright").joinpath("styles").iterdir() if file.name.endswith(".css")
    ]
    assert len(styles) > 5
    assert [(file.name, found) for file in styles if (found := sided.findall(file.read_text("utf-8")))] == []


@pytest.mark.parametrize("tag", ["ja", "zh-TW", "fr"])
def test_documents_say_the_course_s_language(tmp_path: Path, tag: str) -> None:
    site = site_of(tmp_path, spoken(tag))
    documents = role_documents(Stationery(site, Words(tag)), site.roles.values())
    assert {each.document.language for each in documents} == {tag}
