"""Places to write in, where a stem has gaps."""

import pytest

from coursewright.exams.paper.gapping import UNDERSCORES, Gapping
from coursewright.model.items.interaction import Gap
from coursewright.model.markup import blocks
from coursewright.press.document import lines_of
from coursewright.press.prose import prose

GAPS = (Gap("a", None), Gap("b", None, is_number=True, unit="cm"), Gap("c", None))


def filled(stem: str) -> tuple[str, int]:
    """What a stem says with places in it, and how many gaps are left for behind it."""
    gapping = Gapping(GAPS, lambda: ("⟨⟩",))
    made = gapping.blocks(prose(blocks(stem)))
    return "|".join(lines_of(made)), len(gapping.left)


@pytest.mark.parametrize(
    ("stem", "said", "left"),
    [
        ("No gap.", "No gap.", 3),
        ("___ and ____.", "(1) ⟨⟩ and (2) ⟨⟩ cm.", 1),
        ("**strong ___**, *and ___* and ___", "strong (1) ⟨⟩, and (2) ⟨⟩ cm and (3) ⟨⟩", 0),
        ("- one ___\n- two ___", "one (1) ⟨⟩|two (2) ⟨⟩ cm", 1),
        ("> quoted ___", "quoted (1) ⟨⟩", 2),
        ("| a ___ | b |\n| --- | --- |\n| ___ | c |", "a (1) ⟨⟩|b|(2) ⟨⟩ cm|c", 1),
        ("### A heading ___", "A heading (1) ⟨⟩", 2),
        ("a ___ ___ ___ ___", "a (1) ⟨⟩ (2) ⟨⟩ cm (3) ⟨⟩ ⟨⟩", 0),
        ("`x = ___`", f"x = (1) {UNDERSCORES}", 2),
        ("```\nx = ___\n```", f"x = (1) {UNDERSCORES}", 2),
        ("___ and ___ cm, no more", "(1) ⟨⟩ and (2) ⟨⟩ cm, no more", 1),
        ("1. a\n\n   b ___", "a|b (1) ⟨⟩", 2),
    ],
)
def test_every_gap_has_its_number_its_place_and_its_unit(stem: str, said: str, left: int) -> None:
    assert filled(stem) == (said, left)


def test_a_single_gap_has_no_number() -> None:
    gapping = Gapping(GAPS[1:2], lambda: ("⟨⟩",))

    assert [*lines_of(gapping.blocks(prose(blocks("It is ___ deep."))))] == ["It is ⟨⟩ cm deep."]
