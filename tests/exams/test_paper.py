"""A form on paper, as a candidate gets it: what is on its pages, and that nothing of the key is."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from pdfparts import pages, texts, tool
from reserved import BLUEPRINT, NAME, session
from wordparts import root_of, text_of

from coursewright.exams.key import lettered, shown_key
from coursewright.exams.paper.papers import Order, Papers
from coursewright.exams.store import Kept
from coursewright.words import Words
from trees import CHINESE, ENGLISH, entries_of

ALL = Order(large=True, docx=True)


def bare(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return session(tmp_path_factory.mktemp("garden"))


@pytest.fixture(scope="module")
def files(kept: Kept) -> dict[str, bytes]:
    return Papers(kept, ENGLISH).files(ALL)


@pytest.fixture(scope="module")
def told(files: dict[str, bytes]) -> dict[str, str]:
    """File → all that it says, without spaces."""
    return {
        name: bare(text_of(root_of(content))) if name.endswith(".docx") else "".join(texts(content))
        for name, content in files.items()
    }


def secrets(data: Any, name: str = "") -> Iterator[str]:
    """What a dumped item says of the answer."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from secrets(value, "criterion" if (name, key) == ("rubric", "text") else key)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from secrets(value, name)
    elif isinstance(data, str) and name in SECRET:
        yield data


SECRET = ("rationale", "explanation", "if_true", "if_false", "sample", "hints", "accept", "criterion")


def test_there_are_a_paper_a_large_one_a_word_file_and_keys_of_every_form(files: dict[str, bytes]) -> None:
    assert sorted(files) == [
        f"{NAME}-{form}{ending}" for form in "AB" for ending in ("-keys.pdf", "-large.pdf", ".docx", ".pdf")
    ]


def test_the_papers_alone_are_made_unless_more_is_asked_for(kept: Kept) -> None:
    made = Papers(kept, ENGLISH).files(Order())

    assert sorted(made) == [f"{NAME}-{form}{ending}" for form in "AB" for ending in ("-keys.pdf", ".pdf")]


def test_no_paper_says_anything_of_the_key(kept: Kept, told: dict[str, str]) -> None:
    asked = {question.item for question in kept.session.forms[0].questions}
    hidden = [bare(text) for id in asked for text in secrets(kept.session.items[id].model.model_dump())]
    assert len(hidden) > 30
    for text in hidden:
        shown = [name for name, words in told.items() if text in words and not name.endswith("-keys.pdf")]
        assert shown == [], text


def test_no_paper_says_how_hard_an_item_is_or_what_it_is_called(kept: Kept, told: dict[str, str]) -> None:
    for name, words in told.items():
        if not name.endswith("-keys.pdf"):
            for item in kept.session.items.values():
                assert item.model.id not in words
            assert not re.search("facility|recall|analyse|objective", words, re.IGNORECASE)


def test_the_keys_say_all_of_it(kept: Kept, told: dict[str, str]) -> None:
    for form in kept.session.forms:
        words = told[f"{NAME}-{form.code}-keys.pdf"]
        for question in form.questions:
            for text in secrets(kept.session.items[question.item].model.model_dump()):
                if not text.startswith("Think of"):
                    assert bare(text) in words, text


def test_letters_are_those_of_the_keys(kept: Kept, told: dict[str, str]) -> None:
    """The text behind a letter is that of the entry which the key file calls by the letter."""
    asked, letters = kept.session.asked(ENGLISH), 0
    for form in kept.session.forms:
        for number, question in enumerate(form.questions, 1):
            model = kept.session.items[question.item].model
            entries = {entry.id: entry.text for entry in entries_of(model)}
            if question.targets or not question.entries:
                continue
            lines = "".join(f"{letter}.{entries[id]}" for letter, id in lettered(question.entries).items())
            for ending in (".pdf", "-large.pdf", ".docx"):
                stem = f"{number}.{model.stem}"
                assert re.search(
                    re.escape(bare(stem)) + r"(\(\w+\))?" + re.escape(bare(lines)),
                    told[f"{NAME}-{form.code}{ending}"],
                ), (stem, lines)
            key = shown_key(question, asked[question.item])
            assert f"{number}.{key}·" in told[f"{NAME}-{form.code}-keys.pdf"]
            letters += len(key)
    assert letters > 10


def test_in_the_keys_a_question_stands_with_its_reasons(kept: Kept, files: dict[str, bytes]) -> None:
    asked = kept.session.asked(ENGLISH)
    for form in kept.session.forms:
        said = texts(files[f"{NAME}-{form.code}-keys.pdf"])
        for number, question in enumerate(form.questions, 1):
            model = kept.session.items[question.item].model
            key = bare(shown_key(question, asked[question.item]) or "by criteria")
            (page,) = (page for page in said if f"{number}.{key}·" in page)
            for entry in entries_of(model):
                assert bare(entry.rationale or "") in page, (number, entry)


def test_lists_to_match_are_numbered_and_lettered_as_in_the_keys(kept: Kept, files: dict[str, bytes]) -> None:
    for form in kept.session.forms:
        said = tool("pdftotext", files[f"{NAME}-{form.code}.pdf"], "-layout")
        (question,) = (question for question in form.questions if question.item == "x-pairs")
        asked: Any = kept.session.asked(ENGLISH)["x-pairs"]
        things = {thing.id: thing.text for thing in asked.interaction.things}
        targets = {target.id: target.text for target in asked.interaction.targets}
        for number, id in enumerate(question.entries, 1):
            assert re.search(rf"{number}\. +{things[id]}", said)
        for letter, id in lettered(question.targets).items():
            assert re.search(rf"{letter}\. +{targets[id]}", said)
        for pair in shown_key(question, asked).split():
            thing = question.entries[int(pair[0]) - 1]
            assert asked.key[thing] == lettered(question.targets)[pair[1]]


def test_every_page_says_its_form_its_session_and_which_of_how_many_it_is(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.endswith(".pdf"):
            said = texts(content)
            form = name.removeprefix(f"{NAME}-")[0]
            for number, page in enumerate(said, 1):
                assert f"Session{NAME}·Form{form}" in page
                assert f"page{number}of{len(said)}" in page
                assert ("CONFIDENTIAL" in page) == name.endswith("-keys.pdf")


def test_the_cover_has_what_a_candidate_and_an_invigilator_need(files: dict[str, bytes]) -> None:
    for name in (f"{NAME}-B.pdf", f"{NAME}-B-large.pdf"):
        cover, first, *_ = texts(files[name])
        for words in (
            "Gardening",
            "Spadeexam",
            "FormB",
            "30minutes",
            "11questions",
            "17points",
            "60%",
            "Candidatenumber",
            "Seat",
            "Signature",
            "Donotturnthispage",
        ):
            assert words in cover
        assert first.index("I.Singlechoice") < first.index("Whatliesontop?")


def test_parts_say_how_many_questions_they_have_and_what_they_are_worth(told: dict[str, str]) -> None:
    for ending in (".pdf", "-large.pdf", ".docx"):
        words = told[f"{NAME}-A{ending}"]
        assert "II.Multiplechoice(1question,2points)Chooseall" in words
        assert "X.Questionsofcases(2questions,1pointeach,2pointsinall)" in words


def test_a_case_is_read_before_its_questions(told: dict[str, str]) -> None:
    for ending in (".pdf", "-large.pdf", ".docx"):
        words = told[f"{NAME}-A{ending}"]
        case = words.index("Awetbed")
        assert words.index("questions10to11") < words.index("WaterstandsonAnn")
        assert case < words.index("Monday3cm") < words.index("10.Claymayliebelow.(1point)")
        assert words.index("10.Clay") < words.index("11.Whathelps?(1point)")


def test_a_mixed_form_says_at_every_question_what_to_do_and_what_it_is_worth(tmp_path_factory: Any) -> None:
    mixed = session(tmp_path_factory.mktemp("mixed"), blueprint=BLUEPRINT + "  order: mixed\n")
    words = "".join(texts(Papers(mixed, ENGLISH).files(Order())[f"{NAME}-A.pdf"]))

    assert "Whichholdwater?(chooseallthatapply)(2points)" in words
    assert "Whichcomesfirst?(puttheseinorder)(1point)" in words
    assert "Singlechoice" not in words


def test_a_form_by_chapters_has_their_titles_as_headings(tmp_path: Path) -> None:
    made = session(tmp_path, blueprint=BLUEPRINT + "  order: chapters\n")
    said = Papers(made, ENGLISH).files(Order(docx=True))
    words = "".join(texts(said[f"{NAME}-A.pdf"]))
    title = bare(made.session.chapters["soil"])

    assert f"I.{title}(11questions,17pointsinall)" in words
    assert "(chooseallthatapply)(2points)" in words
    assert f"I.{title}(11questions,17pointsinall)" in bare(text_of(root_of(said[f"{NAME}-A.docx"])))


def test_gaps_units_and_sequences_have_their_places(kept: Kept, told: dict[str, str]) -> None:
    docx = told[f"{NAME}-A.docx"]

    assert "Thetoplayeriscalled(1)____________,andbelowitlies(2)____________." in docx
    assert "Answer:____________cm" in docx
    assert "Order:____→____→____→____" in docx
    assert "Howdeepisthetrench?Answer:cm" in told[f"{NAME}-A.pdf"]
    assert "Order:→→→" in told[f"{NAME}-A.pdf"]


def test_short_options_stand_beside_each_other_and_in_large_print_below(files: dict[str, bytes]) -> None:
    normal, large = (
        tool("pdftotext", files[f"{NAME}-A{ending}"], "-layout") for ending in (".pdf", "-large.pdf")
    )

    assert re.search(r"A\. +True +B\. +False", normal)
    assert re.search(r"A\. +True *\n+ *B\. +False", large)


def test_large_print_has_text_of_16_points(files: dict[str, bytes]) -> None:
    """The height of a line's box grows with its text."""
    heights = []
    for ending in (".pdf", "-large.pdf"):
        found = re.search(
            r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Clay<',
            tool("pdftotext", files[f"{NAME}-A{ending}"], "-bbox"),
        )
        assert found
        heights.append(float(found[2]) - float(found[1]))
    assert heights[1] / heights[0] == pytest.approx(16 / 10.5, rel=0.01)


def test_the_word_file_has_headings_and_tables_of_words_own(files: dict[str, bytes]) -> None:
    opened = docx.Document(BytesIO(files[f"{NAME}-A.docx"]))
    styled = {
        paragraph.text: paragraph.style.name.casefold() for paragraph in opened.paragraphs if paragraph.style
    }

    assert styled["Spade exam · Form A"] == "title"
    assert styled["II. Multiple choice (1 question, 2 points)"] == "heading 1"
    assert styled["A wet bed"] == "heading 2"
    (turned,) = (at for at, each in enumerate(opened.paragraphs) if each.paragraph_format.page_break_before)
    assert opened.paragraphs[turned + 1].text.startswith("I. ")
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    assert {"Monday", "3 cm", "Write the letter"} <= {*cells}
    assert any(cell.startswith("____ 1. ") for cell in cells)


def test_it_is_tagged_and_says_that_it_is_pdf_ua(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.endswith(".pdf"):
            assert re.search(rb"pdfuaid:part(>|=\")1", content)
            assert re.search(r"Tagged: +yes", tool("pdfinfo", content))


def test_the_same_session_gives_the_same_bytes(kept: Kept, files: dict[str, bytes]) -> None:
    assert Papers(kept, Words("en")).files(ALL) == files


def test_it_is_printed_in_the_language_of_the_course(kept: Kept) -> None:
    made = Papers(kept, CHINESE).files(Order())[f"{NAME}-A.pdf"]

    assert pages(made) > 1
    assert "单选题" in "".join(texts(made))


def test_no_character_of_ours_is_one_that_no_font_has(kept: Kept) -> None:
    assert Papers(kept, ENGLISH).unprintable() == ""
    assert Papers(kept, CHINESE).unprintable() == ""
