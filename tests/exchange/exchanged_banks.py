"""Banks of every type with whatever may stand in them, for laws that must hold of any bank."""

import re
from typing import Any

from hypothesis import strategies as st

from coursewright.exchange.units import is_unit
from coursewright.model.characters import is_unseen, unfit

SIGNS = "aB1 .,;:|±=+-—_'\"\\`*#<>[](){}&@$%~^/！？，；：（）、｜甲乙丙對\u00e9\U0001f331\n"
OBJECTIVE = "soil/layers/name"


_TITLE = re.compile(r"^[ >]*#(?!#)(?:\s|$)|^[ >]*=+[ \t]*$", re.M)
"""A heading of a page's own level, which `check` refuses in a text."""


def _fits(text: str) -> bool:
    return not (unfit(text) or is_unseen(text) or _TITLE.search(text)) and bool(text.strip())


texts = st.text(SIGNS, min_size=1, max_size=24).filter(_fits)
lines = st.text(SIGNS.replace("\n", ""), min_size=1, max_size=24).filter(_fits)
reasons = st.none() | texts
ids = st.none() | st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)
amounts = st.integers(-(10**9), 10**9) | st.decimals(-(10**6), 10**6, places=3).map(float)


def mapping(required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]) -> Any:
    """A mapping in which what is None is left out."""
    made = st.fixed_dictionaries({**required, **optional})
    return made.map(lambda data: {key: value for key, value in data.items() if value not in (None, [], {})})


def many(entry: Any, least: int, most: int) -> Any:
    return st.lists(entry, min_size=least, max_size=most)


def choices(least: int, keys: st.SearchStrategy[int]) -> Any:
    """Options, of which so many are right as can be."""
    option = mapping({"text": texts}, id=ids, rationale=reasons, last=st.sampled_from([None, True]))
    made = st.tuples(many(option, least, 8), st.randoms(use_true_random=False), keys)
    return made.map(lambda parts: _keyed(*parts))


def _keyed(found: list[dict[str, Any]], random: Any, keys: int) -> list[dict[str, Any]]:
    right = random.sample(range(len(found)), min(keys, len(found)))
    return [{**option, "key": True} if at in right else option for at, option in enumerate(found)]


entries = mapping({"text": texts}, id=ids, rationale=reasons)
quantities = mapping(
    {"value": amounts},
    tolerance=st.sampled_from([None, 0.5, 1, 12]),
    unit=st.none() | lines.filter(is_unit).filter(lambda unit: unit[-1] != "."),
    mistakes=many(mapping({"value": amounts, "rationale": texts}), 0, 3),
)
blanks = mapping({"accept": many(lines, 1, 3)}, id=ids, rationale=reasons) | mapping(
    {"number": quantities}, id=ids, rationale=reasons
)
categories = st.tuples(
    *(
        many(mapping({"text": lines, "examples": many(entries, 1, 8)}, id=ids), 2, 4),
        many(mapping({"text": lines}, id=ids), 0, 4),
    )
).map(lambda parts: [*parts[1], *parts[0]])
CONTENT: dict[str, dict[str, Any]] = {
    "single-choice": {"options": choices(2, st.just(1)), "shuffle": st.sampled_from([None, False])},
    "multiple-choice": {"options": choices(3, st.integers(1, 8))},
    "true-false": {"answer": st.booleans(), "if_true": reasons, "if_false": reasons},
    "fill-in": {"blanks": many(blanks, 1, 4), "any_order": st.sampled_from([None, True])},
    "numeric": {"answer": quantities, "rationale": reasons},
    "matching": {
        "pairs": many(
            mapping({"text": texts, "match": lines}, id=ids, match_id=ids, rationale=reasons), 2, 8
        ),
        "others": many(mapping({"text": lines}, id=ids, rationale=reasons), 0, 4),
    },
    "ordering": {"steps": many(entries, 3, 8)},
    "categorise": {"categories": categories},
    "short-answer": {
        "rubric": many(mapping({"text": texts}, id=ids, points=st.none() | st.integers(2, 20)), 1, 12),
        "sample": texts,
    },
}


def question(type: str, number: int, **more: Any) -> Any:
    return mapping(
        {"id": st.just(f"q-{number}"), "type": st.just(type), "objective": st.just(OBJECTIVE)},
        level=st.sampled_from(["recall", "understand", "apply", "analyse"]),
        stem=texts,
        explanation=texts,
        edition=st.none() | st.integers(2, 5),
        hints=many(texts, 0, 3),
        nodes=many(st.sampled_from(["soils/humus", "soils/clay"]), 0, 2),
        competencies=st.sampled_from([[], ["digging"]]),
        unexplained=st.sampled_from([None, True]),
        **CONTENT[type],
        **more,
    )


def _part(case: int, at: int) -> Any:
    asked = st.sampled_from(list(CONTENT)).flatmap(lambda type: question(type, at))
    return asked.map(lambda data: {**data, "id": f"c-{case}-{at}"})


def item(number: int) -> Any:
    use = st.sampled_from([None, "exam"])
    asked = st.sampled_from(list(CONTENT)).flatmap(lambda type: question(type, number, use=use))
    part = st.tuples(_part(number, 0), _part(number, 1)).map(list)
    case = mapping(
        {"id": st.just(f"c-{number}"), "type": st.just("case"), "stimulus": texts, "items": part},
        title=st.none() | lines,
        use=use,
    )
    return st.one_of(asked, asked, asked, case)


banks = st.tuples(*(item(at) for at in range(3))).map(lambda items: {"items": list(items)})
"""Data of a bank, in the shape that sources have; its faults and references are of no concern to a format."""
