"""A paper as a Word file, as LibreOffice breaks its pages: questions are whole, and pages are full."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pdfparts import texts, tool
from sample import DOCUMENT
from wordparts import by_libreoffice

from coursewright.exams.paper.draft import draft
from coursewright.exams.paper.look import BLACK
from coursewright.exams.paper.shown import Asking, Cover, Group, Labels, Lettered, Options, Paper, Part, Room
from coursewright.press.document import Block, Column, Paragraph, Table
from coursewright.press.word.package import word

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")

LABELS = Labels("答：", "顺序：", "填写字母", "备选项")
COVER = Cover("课程", "考试", "A 卷", "场次", (("时间", "30 分钟"),), ("姓名", "考号"), ("规则一",), "规则")
_WORD = re.compile(r'yMin="([0-9.]+)".*?yMax="([0-9.]+)">')
_MARGIN = 0.93
"""Of a page's height; below stands the number of the page."""


def paragraph(text: str) -> tuple[Block, ...]:
    return (Paragraph((text,)),)


def options(number: int) -> Options:
    return Options((Lettered("A", paragraph("甲")), Lettered("B", paragraph(f"末{number}。"))))


def case(number: int, lines: int) -> Group:
    rows = tuple((f"{number}行{at}",) for at in range(1, 6))
    table = Table((Column((f"表{number}。",), 1),), tuple(((row,),) for (row,) in rows), "数")
    stimulus = (*paragraph(f"始{number}。"), *paragraph("文" * 40 * lines), table)
    asked = Asking(number, paragraph(f"问{number}。" + "字" * 200), (), options(number))
    return Group((asked,), f"案例{number}。", stimulus, "先读")


def printed(groups: tuple[Group, ...], folder: Path) -> bytes:
    parts = tuple(Part(f"部分{at}。", f"说明{at}。", (group,)) for at, group in enumerate(groups, 1))
    document = replace(
        DOCUMENT, look=BLACK, blocks=draft(Paper(COVER, parts, LABELS)), logo=None, language="zh"
    )
    return by_libreoffice(word(document), folder)


def fullness(made: bytes) -> list[float]:
    """How far down the text of each page goes, as a share of its height."""
    pages = re.findall(
        r'<page width="[0-9.]+" height="([0-9.]+)">(.*?)</page>', tool("pdftotext", made, "-bbox"), re.S
    )
    return [
        max(float(end) for start, end in _WORD.findall(words) if float(start) < _MARGIN * float(height))
        / float(height)
        for height, words in pages
    ]


def on_one_page(said: list[str], *words: str) -> bool:
    return any(all(word in page for word in words) for page in said)


def test_questions_and_tables_are_whole_and_pages_are_full(tmp_path: Path) -> None:
    lengths = [(number * 7) % 17 for number in range(1, 24)]
    made = printed(tuple(case(number, lines) for number, lines in enumerate(lengths, 1)), tmp_path)
    said = texts(made)
    for number in range(1, len(lengths) + 1):
        assert on_one_page(said, f"部分{number}。", f"说明{number}。", f"案例{number}。", f"始{number}。")
        assert on_one_page(said, f"表{number}。", f"{number}行1", f"{number}行5")
        assert on_one_page(said, f"问{number}。", f"末{number}。")
    _, *inner, _ = fullness(made)
    assert min(inner) > 0.7


def test_lines_to_write_on_may_go_on_while_the_first_stand_with_their_question(tmp_path: Path) -> None:
    groups = tuple(
        Group((Asking(at, paragraph(f"问{at}。" + "字" * 30), (), Room(12)),)) for at in range(1, 9)
    )
    made = printed(groups, tmp_path)
    said = texts(made)
    for at in range(1, 9):
        assert on_one_page(said, f"问{at}。", "答：")
    assert len(said) < 8, "no page for each of eight questions"
