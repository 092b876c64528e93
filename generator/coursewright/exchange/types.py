"""What each type of item is called in spreadsheets and texts; the one place of the room that names types."""

import re
from unicodedata import normalize

SINGLE, MULTIPLE, TRUE_FALSE = "single-choice", "multiple-choice", "true-false"
GAPS, NUMBER, WRITTEN = "fill-in", "numeric", "short-answer"
PAIRS, CATEGORIES, STEPS = "matching", "categorise", "ordering"
CASE = "case"

NAMES: dict[str, tuple[str, str]] = {
    SINGLE: ("单选题", "single choice"),
    MULTIPLE: ("多选题", "multiple choice"),
    TRUE_FALSE: ("判断题", "true or false"),
    GAPS: ("填空题", "fill-in"),
    NUMBER: ("计算题", "numeric"),
    PAIRS: ("匹配题", "matching"),
    STEPS: ("排序题", "ordering"),
    CATEGORIES: ("归类题", "categorise"),
    WRITTEN: ("简答题", "short answer"),
}
"""Type → its name in Chinese and in English. A case has none: its questions have theirs."""

_OTHERS = {
    SINGLE: "单选 单项选择题 单项选择 选择题 最佳选择题 singlechoice single",
    MULTIPLE: "多选 多项选择题 多项选择 不定项选择题 不定项选择 不定项 multiplechoice multiple",
    TRUE_FALSE: "判断 是非题 是非 对错题 判断正误 truefalse trueorfalse true/false tf",
    GAPS: "填空 完形填空 fillin fillintheblank blank",
    NUMBER: "计算 数值题 number calculation",
    PAIRS: "匹配 连线题 连线 配对题 match",
    STEPS: "排序 order",
    CATEGORIES: "归类 分类题 分类 categorize category",
    WRITTEN: "简答 问答题 问答 论述题 论述 名词解释 案例分析题 主观题 shortanswer essay",
}

_SIGNS = re.compile(r"[\s\[\]()【】<>《》:：、.。_-]|^[一二三四五六七八九十]+、")


def _bare(text: str) -> str:
    return _SIGNS.sub("", normalize("NFKC", text)).lower()


_BY_NAME = {
    **{_bare(name): type for type, names in NAMES.items() for name in (type, *names)},
    **{_bare(name): type for type, names in _OTHERS.items() for name in names.split()},
}


def type_called(name: str) -> str | None:
    """The type that a spreadsheet or a text calls by a name, in whatever width, case and brackets."""
    return _BY_NAME.get(_bare(name))


def known_names(language: str) -> list[str]:
    """The names to choose from, Chinese or English."""
    return [names[language != "zh_CN"] for names in NAMES.values()]
