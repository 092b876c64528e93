"""Asterisks that are shown: told where they stand, with what makes bold of them."""

from pathlib import Path

import pytest

from trees import guide, problems_of


@pytest.mark.parametrize(
    ("text", "column", "proper"),
    [
        ("办法见**“口令”**管理，还有**加粗**词", 4, "“**口令**”"),
        ("先有**加粗**词，办法见**“口令”**管理", 14, "“**口令**”"),
        ("看**这里。**那里", 2, "**这里**。"),
        ("见**《办法》（试行）**第三条", 2, "《**办法》（试行**）"),
        ("见**“口令”和“密码”**管理", 2, " **“口令”和“密码”** "),
        ("见**`code`**管理", 2, " **`code`** "),
        ("见**[它](section:soil/layers)**管理", 2, " **[它](section:soil/layers)** "),
        ("**加粗**的词，后面***还有字", 12, r"\*\*\*"),
        ("**加粗**的词\n后面还有***", 5, r"\*\*\*"),
        ("**口令*很长", 1, "**口令**"),
        ("*口令**很长", 4, "**口令**"),
        ("** 口令 **很长", 1, " **口令** "),
        ("**口令很长", 1, r"\*\*"),
        ("`a ** b` 和**（一）**号", 11, "（**一**）"),
        ("价格***“高”***了", 3, "“**高**”"),
        ("看**甲。**乙，再看**丙。**丁", 2, "**甲**。"),
    ],
)
def test_asterisks_that_are_shown_are_told_with_what_ends_in_a_clean_check(
    tmp_path: Path, text: str, column: int, proper: str
) -> None:
    problems = problems_of(tmp_path / "a", guide(text))
    assert {problem.code for problem in problems} == {"CW0505"}
    first = problems[0]
    assert first.place.column == column + 2
    assert first.place.source[first.place.column - 1] == "*"
    for problem in problems:
        values = dict(problem.values)
        found = values.pop("found")
        (hint,) = values.values()
        text = text.replace(found, hint) if hint.lstrip("\\*") else _at(text, problem.place.column - 3, hint)
        if problem is first:
            assert hint == proper
    assert problems_of(tmp_path / "b", guide(text)) == []


def _at(text: str, column: int, hint: str) -> str:
    """The last line with the asterisks there written as they are shown."""
    *above, line = text.split("\n")
    return "\n".join([*above, line[:column] + hint + line[column + len(hint) // 2 :]])


@pytest.mark.parametrize(
    "text",
    [
        "**加粗**，***都要***，*斜*",
        r"\*\* 和 **加粗**",
        "5 * 3 * 2",
        "`**` 和 **加粗**",
        "[**加粗**](section:soil/layers)",
        "**价格***",
        "见“**口令**”管理",
        "- **一**：二\n- **三**：四",
    ],
)
def test_asterisks_that_do_what_they_should_are_left_alone(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, guide(text)) == []
