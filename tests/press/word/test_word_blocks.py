"""Blocks of a document in Word: tables, lists, places to sign."""

from itertools import pairwise

from lxml import etree
from sample import document
from wordparts import W, root_of, styles_of, text_of, value

from coursewright.press.document import Column, PageEnd, Paragraph, Table, Together
from coursewright.press.word.package import word

pytest_plugins = ["word_fixtures"]


def test_head_rows_repeat_and_no_row_splits(raw: bytes) -> None:
    rows = list(root_of(raw).iter(f"{W}tr"))
    assert len(rows) == 3 + 3 + 2 + 2
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    for table in root_of(raw).iter(f"{W}tbl"):
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads == [
            value(table.find(f"{W}tblPr/{W}tblStyle")) == "DocumentTable",
            *([False] * (len(heads) - 1)),
        ]


def test_columns_fill_the_text_exactly(raw: bytes) -> None:
    for table in root_of(raw).iter(f"{W}tbl"):
        grid = [int(value(column, "w")) for column in table.iter(f"{W}gridCol")]
        assert sum(grid) == 11906 - 2 * 1077
        assert value(table.find(f"{W}tblPr/{W}tblLayout"), "type") == "fixed"
        for row in table.iter(f"{W}tr"):
            assert sum(int(value(width, "w")) for width in row.iter(f"{W}tcW")) == sum(grid)
            assert sum(int(value(span)) for span in row.iter(f"{W}gridSpan")) + len(
                row.findall(f"{W}tc")
            ) in (len(grid), len(grid) + 1)


def test_tables_say_what_is_in_them(raw: bytes) -> None:
    captions = [value(caption) for caption in root_of(raw).iter(f"{W}tblCaption")]
    assert (
        captions
        == [value(text) for text in root_of(raw).iter(f"{W}tblDescription")]
        == ["岗位", "职责", "另一张表", "签字"]
    )


def test_a_tall_table_has_room_to_write(raw: bytes) -> None:
    heights = [(value(height), value(height, "hRule")) for height in root_of(raw).iter(f"{W}trHeight")]
    assert heights == [("680", "atLeast")] * 2


def test_tables_do_not_touch_and_do_not_end_the_text(raw: bytes) -> None:
    body = root_of(raw)[0]
    tags = [etree.QName(child).localname for child in body]
    assert ("tbl", "tbl") not in pairwise(tags)
    assert tags[-2:] == ["p", "sectPr"]


def test_each_numbered_list_begins_at_one(raw: bytes) -> None:
    numbers = [value(number) for number in root_of(raw).iter(f"{W}numId")]
    assert [numbers[0], len(set(numbers))] == [numbers[1], 2]
    numbered = root_of(raw, "word/numbering.xml").iter(f"{W}num")
    starts = {value(num, "numId"): value(start) for num in numbered
              if (start := num.find(f".//{W}startOverride")) is not None}  # fmt: skip
    assert starts == dict.fromkeys(numbers, "1")


def test_bullets_and_crosses_are_real_lists(raw: bytes) -> None:
    levels = root_of(raw, "word/numbering.xml").iter(f"{W}lvl")
    signs = [value(level.find(f"{W}lvlText")) for level in levels if value(level, "ilvl") == "0"]
    assert signs == ["•", "%1.", "✕"]
    for style in ("ListBullet", "ListNumber", "DocumentCross"):
        assert styles_of(raw)[style].find(f"{W}pPr/{W}numPr/{W}numId") is not None


def test_signatures_stay_on_one_page(raw: bytes) -> None:
    first, last = list(root_of(raw).iter(f"{W}tbl"))[-1].iter(f"{W}tr")
    kept = [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in first.iter(f"{W}p") if value(
        paragraph.find(f"{W}pPr/{W}pStyle")) == "DocumentDate"]  # fmt: skip
    assert kept == [True, True, True]
    assert len(last.findall(f"{W}tc")) == 3


def test_blocks_that_belong_together_are_kept_on_one_page() -> None:
    table = Table((Column(("a",), 1),), ((("1",),), (("2",),)), "t")
    root = root_of(word(document(Together((Paragraph(("first",)), table)), Paragraph(("after",)))))
    kept = {text_of(each): each.find(f"{W}pPr/{W}keepNext") is not None for each in root.iter(f"{W}p")}
    assert kept["first"]
    assert kept["1"]
    assert not kept["2"]
    assert not kept["after"]
    whole = {text_of(each): each.find(f"{W}pPr/{W}keepLines") is not None for each in root.iter(f"{W}p")}
    assert all(whole[text] for text in ("first", "a", "1", "2"))
    assert not whole["after"]


def test_what_follows_the_end_of_a_page_begins_on_another() -> None:
    root = root_of(word(document(Paragraph(("cover",)), PageEnd(), Paragraph(("first",)))))
    texts = [text_of(each) for each in root.iter(f"{W}p")]
    broken = [each.find(f"{W}pPr/{W}pageBreakBefore") is not None for each in root.iter(f"{W}p")]
    assert broken.count(True) == 1
    assert texts[broken.index(True) - 1 : broken.index(True) + 2] == ["cover", "", "first"]


def test_no_line_cuts_a_picture_or_a_larger_letter(raw: bytes) -> None:
    exact = [
        name
        for name, style in styles_of(raw).items()
        for spacing in style.iter(f"{W}spacing")
        if spacing.get(f"{W}lineRule") == "exact"
    ]
    assert {*exact} <= {"DocumentDivider", "DocumentGap"}
