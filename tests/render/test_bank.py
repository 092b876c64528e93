"""The bank for trainers in the site: what there is, and neither options nor keys nor what is reserved."""

import re
from pathlib import Path

from pictures import png
from trees import (
    BANK,
    COURSE,
    EVERY_TYPE,
    GUIDE,
    ITEMS,
    Files,
    changed,
    checked,
    compiled,
    with_quiz_of,
    words_of,
)

TRAINED = {"content/guides/train.yml": COURSE[GUIDE].replace("audience: learner", "audience: trainer")}
PAGES = ("docs/guides/bank.md", "docs/guides/bank/soil.md")


def pages(root: Path, files: Files | None = None) -> dict[str, str]:
    tree = compiled(root, {**TRAINED, **(files or {})})
    return {path: tree[path].decode() for path in PAGES if path in tree}


def test_only_a_course_that_trainers_read_has_it(tmp_path: Path) -> None:
    assert set(pages(tmp_path / "with")) == set(PAGES)
    learner = {"content/guides/train.yml": COURSE[GUIDE].replace("audience: trainer", "audience: learner")}
    without = compiled(tmp_path / "without", {**learner, GUIDE: learner["content/guides/train.yml"]})
    assert not set(PAGES) & set(dict(without))


def test_items_are_rows_that_can_be_filtered(tmp_path: Path) -> None:
    page = pages(tmp_path, with_quiz_of(ITEMS, EVERY_TYPE))[PAGES[1]]
    row = (
        r'<tr class="cw-row" id="b-[^"]+" data-section="([^"]+)"\s+'
        r'data-level="([^"]+)" data-type="([^"]+)">'
    )
    rows = re.findall(row, page)
    assert ("soil/layers", "apply", "ordering") in rows
    assert len(rows) == page.count('<th scope="row"><code>')
    assert '<tbody id="bank-items">' in page
    assert 'data-list="bank-items"' in page


def test_types_have_names_and_the_filter_knows_them_by_both(tmp_path: Path) -> None:
    files = {
        **with_quiz_of(ITEMS, EVERY_TYPE),
        **changed("content/course.yml", "language: en", "language: zh"),
    }
    page = pages(tmp_path, files)[PAGES[1]]
    assert '<option value="true-false">判断题</option>' in page
    assert '<td data-column="题型">判断题</td>' in page
    assert "<code>true-false" not in page


def test_a_question_of_a_case_stands_with_what_it_is_about(tmp_path: Path) -> None:
    files = with_quiz_of(ITEMS, EVERY_TYPE)
    files[BANK] = files[BANK].replace("Water stands", "[Water](term:humus) stands")
    page = pages(tmp_path, files)[PAGES[1]]
    rows = page.split('<tr class="cw-row"')
    about = {row.split('id="b-')[1].split('"')[0] for row in rows[1:] if "<details>" in row}
    assert about == {"soil-bed-cause", "soil-bed-cure"}
    shown = next(row for row in rows if "b-soil-bed-cure" in row)
    assert "Water stands on Ann" in shown
    assert "<td>Monday" in shown
    assert "<a " not in shown, "or the filter would look for texts in it alone"


def test_neither_options_nor_keys_are_on_it(tmp_path: Path) -> None:
    files = with_quiz_of(ITEMS, EVERY_TYPE)
    shown = "".join(pages(tmp_path / "a", files).values())
    for item in checked(tmp_path / "b", files).site.items.values():
        secret = [text for text in words_of(item.model) if len(text) > 12]
        assert secret
        assert [text for text in secret if text in shown] == []


def test_what_is_reserved_is_only_counted(tmp_path: Path) -> None:
    shown = pages(tmp_path)
    assert 'data-column="Reserved for exams">1</td>' in shown[PAGES[0]]
    assert 'data-column="Reserved for exams">1</td>' in shown[PAGES[1]]
    assert "Zanzibar" not in "".join(shown.values())
    assert "soil-secret" not in "".join(shown.values())


def test_search_does_not_find_its_tables(tmp_path: Path) -> None:
    tree = compiled(tmp_path, TRAINED)
    texts = tree["docs/assets/coursewright/texts.json"].decode()
    assert "soil-dark" not in texts


def test_a_stem_of_blocks_is_shown_by_its_words(tmp_path: Path) -> None:
    stem = (
        "|\n      Which?\n\n      | tea | heat |\n      | --- | --- |\n      | green | *80* |\n\n"
        "      > - said\n\n      ```\n      a | b\n      ```\n\n      ![a cup](picture:cup.png)"
    )
    files: Files = {**changed(BANK, "What lies on top?", stem), "content/media/cup.png": png(8, 8)}
    page = pages(tmp_path, files)[PAGES[1]]
    assert "<td>Which? tea heat green 80 said a | b a cup\n" in page


def test_a_long_stem_is_cut_short(tmp_path: Path) -> None:
    page = pages(tmp_path, changed(BANK, "What lies on top?", "What " + "lies " * 40 + "on top?"))[PAGES[1]]
    (cell,) = re.findall("<td>(What lies.*)\n", page)
    assert len(cell) == 160
    assert cell.endswith("…")
