"""Links that nobody could follow are told where they stand, with what can be followed."""

from pathlib import Path

import pytest

from trees import ENGLISH, guide, problems_of


@pytest.mark.parametrize(
    ("text", "code", "line", "proper"),
    [
        ("见[](toolkit:spade)。", "CW0520", 1, "[…](toolkit:spade)"),
        ("好\n[ ](toolkit:spade)", "CW0520", 2, "[…](toolkit:spade)"),
        ("[](https://a.com/a)", "CW0520", 1, "[…](https://a.com/a)"),
        ("看[x](https://a.com/a b)", "CW0521", 1, "[x](https://a.com/a%20b)"),
        ("看[x](toolkit:spa de)", "CW0521", 1, "[x](toolkit:spade)"),
        ("看[x](mailto:a @b.com)", "CW0521", 1, "[x](mailto:a@b.com)"),
        ("词[^1]。\n\n[^1]: 说明", "CW0522", 1, "term:"),
        ("词[^1]。\n\n[^1]: 说明 很长", "CW0522", 1, "term:"),
        ("写给[x](abc@bank.com)", "CW0501", 1, "[…](mailto:abc@bank.com)"),
        ("好\n[x](foo%20bar.md)", "CW0501", 2, ""),
        ("好\n[x](foo说.md)", "CW0501", 2, ""),
        ("好\n![图样](a%20b.png)", "CW0503", 2, ""),
        ("好\n[x](section:soil/n%6Fpe)", "CW0301", 2, ""),
    ],
)
def test_a_link_that_nobody_can_follow_is_told_at_its_line(
    tmp_path: Path, text: str, code: str, line: int, proper: str
) -> None:
    problem = problems_of(tmp_path, guide(text))[0]
    assert (problem.code, problem.place.line - 4) == (code, line)
    assert proper in "\n".join(problem.hints(ENGLISH))


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://a.com/a 'title')",
        "[**粗**](toolkit:spade)",
        "[`[^1]`](toolkit:spade) 和 `[x](https://a.com/a b)`",
        "[0-9^a]",
    ],
)
def test_a_link_that_can_be_followed_is_left_alone(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, guide(text)) == []
