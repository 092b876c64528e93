"""The reference course teaches, asks and offers what it set out to."""

import re

import pytest
from output import Built

pytest_plugins = ["site_fixtures"]

TOPICS_OF_CHAPTER = (5, 8, 5, 8, 10, 6, 4, 5)
TOPICS = [
    f"{chapter}.{topic}"
    for chapter, topics in enumerate(TOPICS_OF_CHAPTER, 1)
    for topic in range(1, topics + 1)
]


def test_every_topic_of_the_syllabus_is_taught(built: Built) -> None:
    taught = {topic for section in built.site.sections for topic in section.model.topics}

    assert [topic for topic in TOPICS if topic not in taught] == []


def test_topic_is_taught_in_the_chapter_it_belongs_to(built: Built) -> None:
    astray = [
        (section.id, topic)
        for chapter in built.site.chapters
        for section in chapter.sections
        for topic in section.model.topics
    ]

    assert len(built.site.chapters) == len(TOPICS_OF_CHAPTER)
    assert [(id, topic) for id, topic in astray if topic not in TOPICS] == []


def test_every_chapter_has_a_quiz_of_eight_items_or_more(built: Built) -> None:
    most = {
        chapter.id: max((len(quiz.items) for quiz in built.site.quizzes_of_chapter(chapter.id)), default=0)
        for chapter in built.site.chapters
    }

    assert {id: count for id, count in most.items() if count < 8} == {}


@pytest.mark.parametrize("quiz", ["competencies", "marketing-mix", "risk-taxonomy"])
def test_quiz_across_chapters_has_twelve_items_or_more(quiz: str, built: Built) -> None:
    assert len(built.site.quizzes[quiz].items) >= 12


def test_glossary_has_a_hundred_and_twenty_terms_in_two_languages(built: Built) -> None:
    assert len(built.site.terms) >= 120
    assert [term.id for term in built.site.terms.values() if not (term.english or "").strip()] == []


def test_there_are_seventeen_roles_and_one_of_them_is_a_charter(built: Built) -> None:
    assert len(built.site.roles) == 17
    assert [role.id for role in built.site.roles.values() if role.model.grade == "department"] == [
        "bancassurance-department"
    ]


def test_every_section_has_objectives(built: Built) -> None:
    assert [section.id for section in built.site.sections if not section.model.objectives] == []


def test_every_objective_is_tested_by_a_practice_item(built: Built) -> None:
    tested = {item.model.objective for item in built.site.items.values()}
    objectives = [
        f"{section.id}/{objective.id}"
        for section in built.site.sections
        for objective in section.model.objectives
    ]

    assert len(objectives) > 50
    assert [id for id in objectives if id not in tested] == []


def test_every_practice_item_is_asked_somewhere(built: Built) -> None:
    pages = "".join(built.text(page) for page in built.files(".html"))

    assert [id for id, item in built.site.items.items() if f'id="q-{id}"' not in pages] == []


def test_no_word_of_the_interface_is_left_in_english(built: Built) -> None:
    """Modules hold words that are used in several places in objects, of which those of code have no word of
    the course's language."""
    modules = "".join(map(built.text, built.files(".mjs")))
    text = r'"(?:[^"\\]|\\.)*"'
    pairs = rf'(?:"?\w+"?:(?:{text}|\{{(?:"?\w+"?:{text},?)*\}}),?)+'
    lists = [found for found in re.findall(rf"=\{{({pairs})\}}", modules) if not found.isascii()]
    values = [pair for found in lists for pair in re.findall(rf'(\w+)"?:({text})', found)]

    assert len(values) > 200
    assert [
        value
        for key, value in values
        if key != "language"
        and value.isascii()
        and any(char.isalpha() for char in value.replace("{", "").split("}")[-1])
    ] == []
