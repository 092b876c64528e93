"""A text in pieces, and together again."""

from pathlib import Path

import pytest

from coursewright.load import load_tree
from coursewright.model.mark import LINE, PLAIN, TEXT
from coursewright.model.markup import blocks
from coursewright.model.walk import prose
from coursewright.translate.piece import joined, pieces
from coursewright.validate import validate_tree
from trees import ROOT


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One.\n\nTwo,\nof two lines.\n", ["One.", "Two,\nof two lines."]),
        ("## Top\nright below\n\n\n> said\n", ["## Top", "right below", "> said"]),
        ("- a\n\n  still a\n- b\n\nafter\n", ["- a\n\n  still a\n- b", "after"]),
        ("| a | b |\n| - | - |\n| 1 | 2 |\n", ["| a | b |\n| - | - |\n| 1 | 2 |"]),
        ("```\nx\n\ny\n```\n", ["```\nx\n\ny\n```"]),
        ("see [it]\n\n[it]: https://x.test\n\nend", ["see [it]\n\n[it]: https://x.test", "end"]),
        ("    code\n", ["    code"]),
        ("[a]: https://x.test\n", ["[a]: https://x.test"]),
    ],
)
def test_a_text_is_translated_by_its_blocks(text: str, parts: list[str]) -> None:
    assert pieces(text, TEXT) == parts


@pytest.mark.parametrize("mark", [PLAIN, LINE])
def test_a_line_is_one_piece_and_an_empty_cell_is_none(mark: object) -> None:
    assert pieces(" # one * line \n", mark) == ["# one * line"]  # type: ignore[arg-type]
    assert pieces("", mark) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("course", [ROOT, ROOT / "tests/cases/bicycle"], ids=["reference", "bicycle"])
def test_pieces_put_together_read_as_the_text_did(course: Path) -> None:
    sources = validate_tree(load_tree(course))
    texts = [
        spot.text
        for loaded in sources.files()
        for spot in prose(loaded.model)
        if spot.mark is TEXT and len(pieces(spot.text, TEXT)) > 1
    ]
    assert len(texts) > 1
    for text in texts:
        again = joined(pieces(text, TEXT), text)
        assert (again[-1] == "\n") == (text[-1] == "\n")
        assert [(token.type, token.content) for token in blocks(again)] == [
            (token.type, token.content) for token in blocks(text)
        ]
