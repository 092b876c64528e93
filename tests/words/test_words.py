"""The interface's words: every source string in every catalog, nothing left over, nothing untranslated."""

import re
from string import Formatter

import pytest

from catalogs import LANGUAGES, PACKAGE, browser_words, read_catalog, source_strings
from coursewright.words import LANGUAGES as OFFERED
from coursewright.words import Words
from coursewright.words.catalog import catalog

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")  # characters and full-width punctuation


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_languages_offered_are_those_that_have_a_catalog() -> None:
    assert tuple(LANGUAGES) == OFFERED
    assert sorted(folder.name for folder in (PACKAGE / "words" / "locale").iterdir()) == sorted(OFFERED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_is_complete_and_has_nothing_over(language: str) -> None:
    catalog = read_catalog(language)
    assert catalog.keys() == source_strings().keys(), "run `make words`"
    assert [source for source, text in catalog.items() if not text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_read_in_a_catalog_what_babel_reads(language: str) -> None:
    texts = catalog(language).texts
    assert {source: forms[0] for source, forms in texts.items() if source} == read_catalog(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    wrong = {
        source: text
        for source, text in read_catalog(language).items()
        if placeholders(source) != placeholders(text)
    }
    assert wrong == {}


def test_english_says_what_the_source_says() -> None:
    assert all(source == text for source, text in read_catalog("en").items())


def test_chinese_is_chinese() -> None:
    same = {source for source, text in read_catalog("zh_CN").items() if not CHINESE.search(text)}
    assert same <= {", ", ": ", "Markdown", "{done} / {total}"}, same


def test_the_browser_gets_its_words_from_the_same_catalogs() -> None:
    said = {source for words in browser_words().values() for source in words.values()}
    assert said
    assert said <= source_strings().keys()


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
