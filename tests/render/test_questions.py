"""An item as a fieldset, one of every type."""

from pathlib import Path

from coursewright.compiler import check_course
from coursewright.model.items.bank import ITEM_TYPES
from coursewright.render.markdown import Reading
from coursewright.render.questions import questions
from coursewright.starter import start_course
from coursewright.words import Words
from snapshots import assert_kept


def test_the_fieldset_of_every_type(tmp_path: Path) -> None:
    start_course(tmp_path / "course", "en")
    site = check_course(tmp_path / "course").site
    page = Reading("quizzes/first.md", site.targets)
    names = {model: name for name, model in ITEM_TYPES.items()}
    units = [[item] for item in site.items.values() if item.case is None] + list(
        map(list, site.groups.values())
    )
    made = {
        f"{names[type(items[0].case or items[0].model)]}.html": str(questions(items, page, Words("en")))
        for items in reversed(units)
    }
    assert {Path(name).stem for name in made} == set(ITEM_TYPES)
    assert_kept("render/questions", made)
