"""The colours of a course: tokens of any shape are told or taken."""

from pathlib import Path

import pytest

from coursewright.diagnostics import as_text
from coursewright.errors import SourceProblems
from trees import ENGLISH, TOKENS, compiled


@pytest.mark.parametrize(
    "text", ["- a\n", "~\n", "hello\n", "light:\n", "light: blue\n", "light: [a]\n", "{}\n"]
)
def test_tokens_of_any_shape_are_told_or_taken(tmp_path: Path, text: str) -> None:
    try:
        compiled(tmp_path, {TOKENS: text})
    except SourceProblems as error:
        found = as_text(error.problems, ENGLISH)
        assert "unknown colour token “light”" not in found, "the key is right, its value is not"
        assert f"{TOKENS}:1:" in found
    else:
        assert text in ("{}\n", "~\n", "light:\n")
