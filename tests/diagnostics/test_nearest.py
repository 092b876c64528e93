"""Did you mean: what is near a word, and what is not."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from coursewright.diagnostics.nearest import nearest

names = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
ids = st.lists(names, min_size=1, max_size=3).map("/".join)


@given(st.text(max_size=20), st.lists(ids, max_size=10))
def test_the_nearest_is_one_of_the_known_or_nothing(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {*known, ""}


@given(st.lists(ids, min_size=1, max_size=10, unique=True), st.data())
def test_a_known_word_is_nearest_to_itself(known: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(known))
    assert nearest(word, known) == word


@given(st.lists(ids, max_size=10), st.text(max_size=10), st.randoms())
def test_the_order_of_the_known_does_not_matter(known: list[str], word: str, random: Random) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)
    assert nearest(word, known) == nearest(word, shuffled)


def test_slips_that_people_make() -> None:
    known = ["soil/layers", "soil/water", "head-gardener", "humus"]
    assert [
        nearest(word, known)
        for word in ("soil/layer", "layers", "sol/layers", "head-gardner", "hums", "nothing-like-it")
    ] == [
        "soil/layers",
        "soil/layers",
        "soil/layers",
        "head-gardener",
        "humus",
        "",
    ]
