"""What a reserved item says stands nowhere in public."""

from base64 import b64encode
from dataclasses import replace
from functools import partial
from pathlib import Path
from textwrap import indent
from typing import Any
from urllib.parse import quote

import pytest

from banks import MORE, bank, choice
from coursewright.link.leaks import leak_problems
from coursewright.load import load_tree
from coursewright.model.mark import Refers
from coursewright.model.walk import replaced
from coursewright.validate import validate_tree
from coursewright.validate.sources import Loaded
from trees import COURSE, EVERY_TYPE, ITEMS, Files, changed, problems_of, with_quiz_of, write_course

STEM = "A gardener sees that water stands on the bed for days after rain. What does she look at first?"
REASONS = (
    "The roots rot where no air comes to them in time. A wet spring makes the worms leave a bed early. "
    "Whoever digs below the loam finds where water is held up, and sees whether a drain would help at all."
)
KEPT = bank(
    choice("kept", STEM, ["The layers below", "The sky"], level="apply").replace(
        "explanation: E.", f"explanation: {REASONS}"
    )
)
SECTION = "content/chapters/soil/layers.yml"
WORDS = {
    SECTION: "Ann digs.",
    "content/glossary.yml": "Sand, silt and clay.",
    "content/cast.yml": "Ann has a plot.",
    "content/taxonomies/soils.yml": "Old leaves.",
    "content/roles/gardener.yml": "Keeps the garden.",
    "content/toolkits/spade.yml": "Before digging.",
    "content/chapters/soil/chapter.yml": "Dig from the top.",
}
"""A file and what stands in it."""


def told(root: Path, file: str, text: str) -> list[tuple[str, str]]:
    """The file and the item of every problem, once the text stands below a file's own words."""
    files = {**COURSE, **KEPT, file: COURSE[file].replace(WORDS[file], f"{WORDS[file]} {text}")}
    found = [each for each in problems_of(root, files) if each.code == "CW0428"]
    return [(each.place.file, str(each.values["other"])) for each in found]


@pytest.mark.parametrize("file", WORDS)
@pytest.mark.parametrize(
    "text",
    [
        STEM,
        "Seen here， **a gardener sees that water stands on the bed** for days after rain!",
        "A gardener sees that wa&#116;er stands on the bed for days after rain; so what.",
        REASONS,
    ],
)
def test_a_text_that_tells_it_is_an_error_at_its_place(tmp_path: Path, file: str, text: str) -> None:
    assert told(tmp_path, file, text) == [(file, "kept")]


@pytest.mark.parametrize(
    "text",
    [
        "What does she look at first?",
        "The roots rot where no air comes to them in time.",
        "A gardener sees that a bed is dry for days after rain.",
    ],
)
def test_what_anyone_would_say_is_none(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, SECTION, text) == []


def test_items_for_practice_are_public_too(tmp_path: Path) -> None:
    open = choice("open", "Which?", ["One", "Two"], use="practice").replace(
        "explanation: E.", f"explanation: {STEM}"
    )
    (text,) = KEPT.values()
    files = {**COURSE, "quizzes/bank/more.yml": text + open}
    assert [each.values["other"] for each in problems_of(tmp_path, files) if each.code == "CW0428"] == [
        "kept"
    ]


HALVES = [STEM[:31], STEM[31:]]
THIRDS = [STEM[:32], STEM[32:64], STEM[64:]]


def together(root: Path, files: Files) -> list[tuple[str, str]]:
    """The first place and the others of all that only together tell the item."""
    found = problems_of(root, {**KEPT, **files})
    assert [each.values["other"] for each in found if each.code in ("CW0428", "CW0429")] == ["kept"]
    (only,) = (each for each in found if each.code == "CW0429")
    return [(f"{only.place.file}:{only.place.line}", str(only.values["places"]))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - figure: soils", f"  - text: '{HALVES[0]}'\n  - text: '{HALVES[1]}'\n  - figure: soils"),
        ("Humus lies on loam,", "\n".join(f"      - {part}" for part in ["Look:", *HALVES]).strip()),
        (
            "Humus lies on loam,",
            f"| a | b |\n      | - | - |\n      | {HALVES[0]} | {HALVES[1]} |\n\n      So,",
        ),
        ("    text: Ann digs.", f"    text: {HALVES[0]}\n  - text: {HALVES[1]}"),
    ],
    ids=["blocks", "entries", "cells", "scene"],
)
def test_what_is_split_over_a_section_is_told_by_it(tmp_path: Path, old: str, new: str) -> None:
    """In one text of Markdown as in several."""
    found = problems_of(tmp_path, {**KEPT, **changed(SECTION, old, new)})
    assert [each.values["other"] for each in found if each.code in ("CW0428", "CW0429")] == ["kept"]


def test_the_texts_that_tell_it_together_are_named(tmp_path: Path) -> None:
    first, *more = (f"  - text: '{part} Of something else.'\n" for part in THIRDS)
    files = {SECTION: COURSE[SECTION].replace("  - figure", "".join([first, *more]) + "  - figure")}
    line = files[SECTION].splitlines().index(first.rstrip()) + 1
    ((place, others),) = together(tmp_path, files)
    assert {place, *others.split(", ")} == {f"{SECTION}:{line + at}" for at in range(3)}


def test_a_chapter_is_read_as_one(tmp_path: Path) -> None:
    files = {
        **changed(SECTION, "Ann digs.", f"{HALVES[0]} stands."),
        **changed("content/chapters/soil/chapter.yml", "Drain it.", f"Drain it. {HALVES[1]}"),
    }
    ((place, others),) = together(tmp_path, files)
    assert place.startswith("content/chapters/soil/chapter.yml:")
    assert others.startswith(f"{SECTION}:")


def test_the_options_of_an_item_for_practice_are_read_together(tmp_path: Path) -> None:
    open = choice("open", "Which?", [f"'{part}'" for part in THIRDS], use="practice")
    (text,) = KEPT.values()
    ((place, others),) = together(tmp_path, {"quizzes/bank/more.yml": text + open})
    assert len({place, *others.split(", ")}) == 3


HAN = "苏晴在六月走访了一家做十二万元生意的面馆，老板说流水里有一半是从亲戚账上转来的，她第一步应当核对什么？"
HAN_KEPT = bank(choice("kept", HAN, ["合同", "水电"], level="apply"))


@pytest.mark.parametrize(
    "text",
    [
        HAN.replace("六", "6").replace("十二万", "12万").replace("一", "1"),
        HAN.replace("十二万", "120,000"),
        HAN.replace("十二万", "１２ 万"),
        "·".join(HAN),
        "-".join(HAN),
        "** **".join(HAN),
        " ".join(HAN),
        "\u200b".join(HAN),
        "～".join(HAN),
        "、".join(HAN),
        "蘇晴在六月走訪了一家做十二萬元生意的麵館，老闆說流水裏有一半是從親戚賬上轉來的，她第一步應當核對什麼？",
    ],
    ids=[
        "digits",
        "value",
        "width",
        "dots",
        "hyphens",
        "stars",
        "spaces",
        "unseen",
        "waves",
        "commas",
        "traditional",
    ],
)
def test_it_is_told_in_whatever_signs_it_is_written(tmp_path: Path, text: str) -> None:
    files = {**HAN_KEPT, **changed(SECTION, "Humus is dark.", f"'{text}'")}
    assert [each.values["other"] for each in problems_of(tmp_path, files) if each.code == "CW0428"] == [
        "kept"
    ]


FIVES = [HAN[at : at + 5] for at in range(0, len(HAN), 5)]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"[{part}][z]" for part in FIVES) + "\n\n[z]: https://example.org/",
        "".join(f"[{part}](https://example.org/a_(b)cc)" for part in FIVES),
        "\n".join(f"{at}. {part}" for at, part in enumerate(FIVES, 1)),
        "".join(f"**{part}**{{.abc}}" for part in FIVES),
        "".join(f"{part}[^{at}]" for at, part in enumerate(FIVES)),
        "".join(f"{part}<!-- abc -->" for part in FIVES),
        f"[It](https://example.org/?q={HAN})",
        f"[It](https://example.org/?q={quote(HAN)})",
        f"See {b64encode(HAN.encode()).decode()}.",
        f"`[Code]({HAN})`",
        f"~~~\n{HAN}\n~~~",
    ],
    ids=[
        "references",
        "brackets",
        "list",
        "attributes",
        "footnotes",
        "comments",
        "address",
        "quoted",
        "base64",
        "code",
        "fence",
    ],
)
def test_it_is_told_by_what_readers_see_and_by_what_is_behind(tmp_path: Path, text: str) -> None:
    block = indent(text, " " * 6).strip()
    files = {**HAN_KEPT, **changed(SECTION, "Humus lies on loam,", f"Look.\n\n      {block}\n\n      So,")}
    assert [each.values["other"] for each in problems_of(tmp_path, files) if each.code == "CW0428"] == [
        "kept"
    ]


def test_reasons_of_recall_are_kept_too(tmp_path: Path) -> None:
    """Unless they are no more than words of the course."""
    taught = "被托管的资产单独开户、单独记账，不算银行自己的财产。"
    reasons = f"{taught}张先生在六月把三份旧合同都翻出来对了一遍，只有一份写明了谁来保管、谁来核对。"
    kept = bank(
        choice("kept", "这叫什么？", ["资产独立", "资金监管"], level="recall").replace(
            "explanation: E.", f"explanation: {reasons}"
        )
    )
    for text, codes in ((taught, []), (reasons, ["CW0428"])):
        found = problems_of(tmp_path, {**kept, **changed(SECTION, "Humus is dark.", text)})
        assert [each.code for each in found if each.code in ("CW0428", "CW0429")] == codes


def test_a_task_of_recall_may_be_taught(tmp_path: Path) -> None:
    """Its words are the course's, and what is asked of them is not there."""
    taught = "被托管的资产单独开户、单独记账，这样一来，既不算管理人的财产，也不算银行自己的财产。"
    asked = "被托管的资产单独开户、单独记账，既不算管理人的财产，也不算银行自己的财产。它的名字叫什么？"
    files = changed(SECTION, "Humus is dark.", taught)
    for level, codes in (("recall", []), ("understand", ["CW0428"])):
        kept = bank(choice("kept", asked, ["资产独立", "资金监管"], level=level))
        found = problems_of(tmp_path, {**files, **kept})
        assert [each.code for each in found if each.code in ("CW0428", "CW0429")] == codes


def test_no_text_that_is_public_is_left_out(tmp_path: Path) -> None:
    """Wherever a file has a text of its own, the course is told to be wrong when it is the item's."""
    files = {**with_quiz_of(ITEMS, EVERY_TYPE.replace("    use: exam\n", "")), **KEPT}
    sources = validate_tree(load_tree(write_course(tmp_path, files)))
    missed = []
    for loaded in [each for each in sources.files() if each.file.path != MORE]:
        for spot in loaded.spots:
            model = replaced(loaded.model, {spot.path: STEM})
            told = sources.mapped(partial(_exchanged, loaded, replace(loaded, model=model)))
            if not isinstance(spot.mark, Refers) and not [*leak_problems(told, [], {})]:
                missed.append((loaded.file.path, spot.path))
    assert missed == []


def _exchanged(old: Loaded[Any], new: Loaded[Any], each: Loaded[Any]) -> Loaded[Any]:
    return new if each is old else each
