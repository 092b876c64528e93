"""Levels and uses by their names: how tables call what the bank names in its own words."""

LEVELS = {"recall": "记住", "understand": "理解", "apply": "运用", "analyse": "分析"}
HARDNESS = {
    **dict.fromkeys(("易", "容易", "简单", "easy"), "recall"),
    **dict.fromkeys(("偏易", "较易"), "understand"),
    **dict.fromkeys(("适中", "中", "中等", "一般", "medium"), "apply"),
    **dict.fromkeys(("难", "偏难", "较难", "困难", "hard"), "analyse"),
}
"""How hard other programs say that an item is → its level, as `foreign_book.py` writes it."""

USES = {"practice": "练习", "exam": "考试"}

NAMED = {"level": LEVELS, "use": USES}


def named_by(names: dict[str, str], text: str) -> str:
    """What a word of either language names; what is none stays, and validation tells of it."""
    bare = text.strip().lower()
    return next((name for name, chinese in names.items() if bare in (name, chinese)), text.strip())
