"""The interface's words: every source string in every catalog, nothing left over, nothing untranslated."""

import re
from pathlib import Path
from string import Formatter

import pytest

from catalogs import PACKAGE, Source, browser_words, read_catalog, source_strings
from coursewright.words import LANGUAGES, Words
from coursewright.words.catalog import catalog
from trees import QUIZ, changed, compiled

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")  # characters and full-width punctuation


def placeholders(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def english(source: Source) -> tuple[str, ...]:
    return source if isinstance(source, tuple) else (source,)


def test_the_languages_offered_are_those_that_have_a_catalog() -> None:
    assert sorted(folder.name for folder in (PACKAGE / "words" / "locale").iterdir()) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_is_complete_and_has_nothing_over(language: str) -> None:
    found = read_catalog(language)
    assert found.keys() == source_strings().keys(), "run `make words`"
    assert [source for source, texts in found.items() if not all(texts)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_read_in_a_catalog_what_babel_reads(language: str) -> None:
    texts = {source: forms for source, forms in catalog(language).texts.items() if source}
    assert texts == {english(source)[0]: forms for source, forms in read_catalog(language).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    wrong = {
        source: text
        for source, texts in read_catalog(language).items()
        for text in texts
        if placeholders(*english(source)) != placeholders(text)
    }
    assert wrong == {}


def test_english_says_what_the_source_says() -> None:
    assert all(english(source) == texts for source, texts in read_catalog("en").items())


def test_chinese_is_chinese() -> None:
    same = {source for source, texts in read_catalog("zh_CN").items() if not CHINESE.search("".join(texts))}
    assert same <= {", ", ": ", "Markdown", "{done} / {total}", "{percent} %"}, same


def test_the_browser_gets_its_words_from_the_same_catalogs() -> None:
    words = [word for words in browser_words().values() for word in words.values()]
    known = {text for source in source_strings() for text in english(source)}
    assert words
    assert {text for word in words for text in (word.values() if isinstance(word, dict) else [word])} <= known


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 questions", "1 question", "2 questions"]),
        ("fr", ["0 questions", "1 question", "2 questions"]),
        ("zh-CN", ["0 题", "1 题", "2 题"]),
    ],
)
def test_a_count_has_its_plural(language: str, said: list[str]) -> None:
    plural = Words(language).plural
    assert [plural("{count} question", "{count} questions", count) for count in (0, 1, 2)] == said


def test_pages_say_one_of_each_in_the_singular(tmp_path: Path) -> None:
    alone = changed(QUIZ, "[soil-top, soil-dark, soil-which]", "[soil-top]")
    tree = compiled(tmp_path, alone)
    text = "\n".join(content.decode() for path, content in tree.items() if path.endswith((".md", ".html")))
    assert re.findall(r"\b1 (?:sections|questions|terms|roles|nodes)\b", text) == []
    assert {"1 section", "1 question", "1 role"} <= set(re.findall(r"\b1 [a-z]+\b", text))


def test_a_browser_gets_every_form_by_its_category() -> None:
    source = ("{count} question", "{count} questions")
    assert Words("en").plurals(*source) == {"language": "en", "one": source[0], "other": source[1]}
    assert Words("zh-CN").plurals(*source) == {"language": "zh-CN", "other": "{count} 题"}


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("zh-CN", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh_TW", "zh_CN"),
        ("en_GB", "en"),
        ("fr", "en"),
        ("Chinese (Simplified)_China", "zh_CN"),
        ("?", "en"),
    ],
)
def test_a_language_is_met_as_nearly_as_can_be(asked: str, given: str) -> None:
    assert Words(asked).language == given
