"""The figures of the people who walk through the course: wherever one is told again, it is the same."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml

from trees import ROOT

NAMES = {
    "zhou-guifang": "周桂芳|桂芳超市",
    "hengtai": "恒泰",
    "xu-couple": "许国平|沈玉兰|许老师|沈老师",
    "mingde": "明德",
    "gao-zhiyuan": "高志远|巷口面馆",
    "lin-he": "林晓|何嘉",
    "haichuan": "海川",
}
"""By what a text is known to be about whom."""

Figures = dict[str, list[float]]
"""All numbers of a fact, by its name."""


def figures() -> dict[str, Figures]:
    people = yaml.safe_load((ROOT / "content/cast.yml").read_text("utf-8"))["people"]
    return {
        person["id"]: {
            fact["name"]: [float(number) for number in re.findall(r"\d+(?:\.\d+)?", fact["value"])]
            for fact in person["facts"]
        }
        for person in people
    }


def texts() -> list[str]:
    """Every text of the course, each block by itself; drafts of exams included."""
    paths = [*(ROOT / "content/chapters").rglob("*.yml"), *(ROOT / "content/toolkits").glob("*.yml")]
    paths += [*(ROOT / "content/taxonomies").glob("*.yml"), *(ROOT / "quizzes/bank").glob("*.yml")]
    return [text for path in paths for text in _strings(yaml.safe_load(path.read_text("utf-8")))]


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _strings(part)


ALL = figures()
N = r"(\d+(?:\.\d+)?)"

TOLD: list[tuple[str, str, Callable[[Figures], float]]] = [
    ("zhou-guifang", rf"月均销售额?\s*{N} 万元", lambda of: of["月均销售额"][0]),
    ("zhou-guifang", rf"自有\s*{N} 万元", lambda of: of["扩店预算"][1]),
    ("zhou-guifang", rf"扩店预算 {N} 万元", lambda of: of["扩店预算"][0]),
    ("zhou-guifang", rf"缺 {N} 万元[（。]", lambda of: of["扩店预算"][0] - of["扩店预算"][1]),
    ("hengtai", rf"年销售额 {N} 万元", lambda of: of["年销售额"][0]),
    ("hengtai", rf"应收账款余额 {N} 万元", lambda of: of["应收账款余额"][0]),
    ("hengtai", rf"{N} 名员工", lambda of: of["员工"][0]),
    (
        "hengtai",
        rf"七成[^。；]{{0,8}}?即 {N} 万元",
        lambda of: of["年销售额"][0] * of["第一大买家占比"][0] / 100,
    ),
    ("hengtai", rf"平均\s*{N} 天", lambda of: of["应收账款余额"][0] / of["年销售额"][0] * 360),
    ("xu-couple", rf"退休金(?:合计|每月)? {N} 万元", lambda of: of["每月退休金"][0]),
    ("xu-couple", rf"开支约? {N} 元", lambda of: of["每月开支"][0]),
    ("xu-couple", rf"{N} 元结余", lambda of: of["每月退休金"][0] * 10_000 - of["每月开支"][0]),
    ("mingde", rf"学生\s?{N} 人", lambda of: of["在校学生"][0]),
    ("mingde", rf"{N} 名教职工", lambda of: of["教职工"][0]),
    ("mingde", rf"每月固定支出 {N} 万元", lambda of: of["每月固定支出"][0]),
    ("mingde", rf"一个?收费季要?进账 {N} 万元", lambda of: of["在校学生"][0] * of["每学期学费"][0]),
    ("gao-zhiyuan", rf"单店月均?营业额 {N} 万元", lambda of: of["单店月均营业额"][0]),
    ("gao-zhiyuan", rf"合计每月 {N} 万元", lambda of: of["门店"][0] * of["单店月均营业额"][0]),
    ("gao-zhiyuan", rf"单店投入 {N} 万元", lambda of: of["单店开店投入"][0]),
    ("gao-zhiyuan", rf"(?:共要?|就是) {N} 万元", lambda of: of["门店"][1] * of["单店开店投入"][0]),
    ("gao-zhiyuan", rf"{N} 名员工", lambda of: of["员工"][0]),
    ("lin-he", rf"家庭月收入 {N} 万元", lambda of: of["家庭月收入"][0]),
    ("lin-he", rf"{N} 万元积蓄", lambda of: of["积蓄"][0]),
    ("haichuan", rf"年出口额 {N} 万美元", lambda of: of["年出口额"][0]),
    ("haichuan", rf"{N} 名员工", lambda of: of["员工"][0]),
]
"""Whose figure, how texts tell it, and what it is by the table of the cast."""


@pytest.fixture(scope="module")
def about() -> dict[str, list[str]]:
    """Sentences by whom they are about: who is named, or was last; of two a figure may be either's."""
    found: dict[str, list[str]] = {who: [] for who in NAMES}
    for text in texts():
        subject: list[str] = []
        for sentence in re.split(r"(?<=[。！？\n])", text):
            subject = [who for who, names in NAMES.items() if re.search(names, sentence)] or subject
            if len(subject) == 1:
                found[subject[0]].append(sentence)
    return found


@pytest.mark.parametrize(
    ("who", "pattern", "value"), TOLD, ids=[f"{who}-{at}" for at, (who, *_) in enumerate(TOLD)]
)
def test_a_figure_is_the_same_everywhere(
    about: dict[str, list[str]], who: str, pattern: str, value: Callable[[Figures], float]
) -> None:
    told = [(float(found), sentence) for sentence in about[who] for found in re.findall(pattern, sentence)]
    expected = value(ALL[who])
    assert told, "nothing tells it: the pattern finds nothing"
    assert [sentence for found, sentence in told if abs(found - expected) > 1e-9] == []
