"""A form with every type of item in every file that takes one: in its order, and what cannot go is named."""

import re
from pathlib import Path

import pytest
from every_form import exported, form_course

from coursewright.commands.formats import FORMATS
from coursewright.exams.form import Form
from coursewright.exams.store import get
from coursewright.exchange.cases import with_cases
from coursewright.exchange.completing import Completing
from coursewright.exchange.formats import read
from coursewright.exchange.prose import without_marks
from coursewright.model.items.bank import Bank
from coursewright.model.items.interaction import AskedChoice
from coursewright.model.items.item import ItemSource
from trees import ENGLISH

SHEETS = ("kaoshibao", "chaoxing", "text", "word")
LEFT = {"gift": {"kept-order", "kept-words"}, **{format: {"kept-pairs", "kept-kinds"} for format in SHEETS}}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return form_course(tmp_path_factory.mktemp("forms") / "course")


def form(root: Path) -> Form:
    return get(root, "spring").session.forms[0]


def read_back(file: Path, format: str) -> list[ItemSource]:
    """The questions of a file as an import has them."""
    reading = read(f"a{FORMATS[format].ending}", file.read_bytes(), None, ENGLISH)
    drafts = with_cases(reading.drafts, ENGLISH).drafts
    Completing("a", "soil/layers/name", "recall", {}, ENGLISH).completed(drafts)
    bank = Bank.model_validate({"items": [draft.data for draft in drafts]}).completed()
    return [item for _path, item, _case in bank.questions()]


@pytest.mark.parametrize("format", [name for name, format in FORMATS.items() if format.is_read])
def test_every_type_stands_in_the_order_of_the_form(
    root: Path, format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    session, left = get(root, "spring").session, LEFT.get(format, set())
    asked = [question for question in form(root).questions if question.item not in left]
    assert len(form(root).questions) == 12
    code, file = exported(root, format)
    said = capsys.readouterr().err
    assert code == bool(left)
    assert all(id in said for id in left)
    assert file.exists() != bool(left)
    code, file = exported(root, format, "--skip")
    assert code == 0
    items = read_back(file, format)
    stems = [without_marks(session.items[question.item].model.stem) for question in asked]
    assert [without_marks(item.stem).split("\n")[-1].removesuffix(" ___") for item in items] == stems
    if format not in SHEETS:
        assert [item.id for item in items] == [question.item for question in asked]
    for item, question in zip(items, asked, strict=True):
        before = session.items[question.item].model.asked(ENGLISH)
        after = item.asked(ENGLISH)
        if isinstance(before, AskedChoice) and isinstance(after, AskedChoice):
            texts = {option.id: option.text for option in before.interaction.options}
            assert [option.text for option in after.interaction.options] == [
                texts[id] for id in question.entries
            ]


def test_a_text_to_read_has_every_type_with_points(root: Path) -> None:
    code, file = exported(root, "markdown")
    assert code == 0
    heads = re.findall(r"(?m)^## \d+\. (\S+) \((\d+) points?\)$", file.read_text("utf-8"))
    assert heads == [(question.item, str(question.worth)) for question in form(root).questions]
