"""Scoring: the vectors that both languages read, and what must hold whatever is asked and answered."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from itertools import chain, combinations, permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Choice,
    Criterion,
    Entry,
    Gap,
    Gaps,
    Match,
    Number,
    Order,
    Target,
    Texts,
    Written,
)
from coursewright.scoring import Score, passes, percent, score, total, verdict
from coursewright.scoring.canonical import canonical
from coursewright.writing.script import in_scripts, simplified, variants
from trees import ROOT

VECTORS = json.loads((ROOT / "tests/vectors/scoring.json").read_text("utf-8"))
RESPONSES = [
    pytest.param(item["asked"], *response, id=f"{item['name']}: {json.dumps(response[0])}")
    for item in VECTORS["items"]
    for response in item["responses"]
]


def asked_of(asked: dict[str, Any]) -> Asked:
    """What the browser is asked, as Python has it."""
    key = asked["key"]
    match asked["shape"]:
        case "choice":
            return AskedChoice(Choice(entries(asked["options"]), asked["many"]), frozenset(key))
        case "order":
            return AskedOrder(Order(entries(key)), tuple(key))
        case "match":
            targets = tuple(Target(id, "text") for id in asked["targets"])
            return AskedMatch(Match(entries(list(key)), targets), key)
        case "gaps":
            gaps = tuple(Gap(id, "reason", unit=unit(one)) for id, one in key.items())
            return AskedGaps(
                Gaps(gaps, asked.get("anyOrder", False)), {id: expected(one) for id, one in key.items()}
            )
        case _:
            return AskedWritten(
                Written(), tuple(Criterion(one["id"], "text", one["points"]) for one in key), "s"
            )


def expected(one: dict[str, Any] | list[str]) -> Texts | Number:
    if isinstance(one, list):
        return Texts(tuple(one))
    return Number(one["value"], one.get("tolerance", "0"))


def unit(one: dict[str, Any] | list[str]) -> str:
    return "" if isinstance(one, list) else one.get("unit", "")


def entries(ids: list[str]) -> tuple[Entry, ...]:
    return tuple(Entry(id, "text", "reason") for id in ids)


def points(asked: dict[str, Any], response: object) -> tuple[int, int, str]:
    reached = score(asked_of(asked), response)
    return reached.points, reached.of, verdict(reached, response)


@pytest.mark.parametrize(("asked", "response", "reached", "of", "said"), RESPONSES)
def test_a_response_earns_what_the_vectors_say(
    asked: dict[str, Any], response: object, reached: int, of: int, said: str
) -> None:
    assert points(asked, response) == (reached, of, said)


@pytest.mark.parametrize("vector", VECTORS["totals"])
def test_a_total_is_what_the_vectors_say(vector: dict[str, Any]) -> None:
    reached = total([Score(*pair) for pair in vector["scores"]], vector.get("worth"))
    cut, passed = vector["passes"]
    assert [reached.points, reached.of] == vector["total"]
    assert (percent(reached), passes(reached, cut)) == (vector["percent"], passed)


def test_a_text_in_simplified_script_stays_as_it_is() -> None:
    every = "".join(map(chr, range(0x3400, 0xA000)))
    assert simplified(simplified(every)) == simplified(every)
    assert simplified("購买慾望") == "购买欲望"


# what guessing earns


def subsets(ids: list[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(ids, size) for size in range(len(ids) + 1))


@pytest.mark.parametrize("keys", range(1, 6))
@pytest.mark.parametrize("distractors", range(5))
def test_choosing_everything_earns_nothing_unless_everything_is_right(keys: int, distractors: int) -> None:
    ids = [f"o{at}" for at in range(keys + distractors)]
    asked = {"shape": "choice", "many": True, "options": ids, "key": ids[:keys]}
    assert points(asked, ids)[2] == ("wrong" if distractors else "right")
    assert points(asked, ids[:keys])[2] == "right"
    scores = [points(asked, list(chosen))[:2] for chosen in subsets(ids)]
    assert len({of for _, of in scores}) == 1
    assert sum(reached == of for reached, of in scores) == 1, "only the key earns all"


@pytest.mark.parametrize("steps", range(2, 7))
def test_orders_at_random_earn_little_and_only_the_key_earns_all(steps: int) -> None:
    key = [f"s{at}" for at in range(steps)]
    scores = [points({"shape": "order", "key": key}, list(order))[:2] for order in permutations(key)]
    of = steps * (steps - 1) // 2
    assert {most for _, most in scores} == {of}
    assert sum(reached == of for reached, _ in scores) == 1
    assert sum(reached for reached, _ in scores) * 2 <= of * len(scores)


def test_the_cut_score_is_reached_at_exactly_the_cut() -> None:
    for of in range(1, 101):
        for cut in range(0, 101, 5):
            least = -(-cut * of // 100)
            assert passes(Score(least, of), cut)
            assert least == 0 or not passes(Score(least - 1, of), cut)
            assert all((percent(Score(at, of)) >= cut) == passes(Score(at, of), cut) for at in (least, of))


# the twin

STRANGE = ["z", "", "A", 0, None, True, ["a"], {"a": 1}]
"""What is no id of ours, among those that are."""
RESPONSES_OF_ANY_KIND: st.SearchStrategy[Any] = st.sampled_from(
    [None, "a", "", 0, 1.5, True, {}, {"a": "b"}, [[]], [None]]
)
SCORES = st.tuples(st.integers(0, 28), st.sampled_from([1, 2, 3, 6, 7, 10, 12, 15, 28]), st.integers(0, 5))


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """An interaction, and a response that is sound, nearly sound or anything at all."""
    ids = list("abcdefghi"[: draw(st.integers(2, 9))])
    places = st.lists(st.sampled_from(ids), max_size=10, unique=True)
    near = st.lists(st.sampled_from([*ids, *STRANGE]), max_size=10)
    response = draw(st.permutations(ids) | places | near | RESPONSES_OF_ANY_KIND)
    match draw(st.sampled_from(["choice", "order", "match", "gaps", "written"])):
        case "order":
            return {"asked": {"shape": "order", "key": ids}, "response": response}
        case "match":
            return draw(matches(ids))
        case "gaps":
            return draw(filled(ids))
        case "written":
            return draw(texts(ids))
    many = draw(st.booleans())
    key = ids[: draw(st.integers(1, len(ids)))] if many else ids[:1]
    return {"asked": {"shape": "choice", "many": many, "options": ids, "key": key}, "response": response}


def objects(ids: list[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = st.sampled_from(ids) | st.sampled_from(["z", "__proto__", "constructor", "length", ""])
    sound = st.dictionaries(st.sampled_from(ids), values, max_size=10)
    return sound | st.dictionaries(names, values | RESPONSES_OF_ANY_KIND, max_size=6) | RESPONSES_OF_ANY_KIND


@st.composite
def matches(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    targets = list("uvwxyz"[: draw(st.integers(2, 6))])
    key = {id: draw(st.sampled_from(targets)) for id in ids}
    response = draw(st.just(key) | objects(ids, st.sampled_from(targets)))
    return {"asked": {"shape": "match", "targets": targets, "key": key}, "response": response}


def is_old(text: str) -> bool:
    """Whether both languages know the characters: each has tables of Unicode of its own year."""
    return all(unicodedata.category(each) != "Cn" for each in unicodedata.normalize("NFKC", text))


SIGNS = (
    "0123456789.,十百千万亿零一二两三点分之%‰‱-—負负 　元角毛块圆正整日次个ab/（）３万。:“=壹貳點+¥²"
    "后後里裏裡着著乾"
    "\t\v\x1c\x85\xa0\xad\u180e\u2009\u200b\u200e\u202a\u2028\u2060\u2066\u3164\ufe0f\ufeff"
)
RECENT = "\U00032350\U000323b0\U00033479"
"""Letters of Unicode 15, 17 and of no edition yet."""
TEXTS = st.text(SIGNS, max_size=12) | st.text(SIGNS + RECENT, max_size=6) | st.text(max_size=6).filter(is_old)
PIECES = (
    "百分之 千分之 万分之 % ‰ ‱ 9 30 05 3.5 .5 1,000 5² ① ５ 二 三 七 八 两 贰 肆 零 十 百 千 万 亿 点 點 "
    "元 块 角 毛 钱 分 天 日 美元 人民币 rmb ¥ $ € £ - 〜 ~ / ( ) 。 负 整 个 折 年"
).split()
SPOKEN = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)
"""Pieces of numbers in any order: letters alone seldom meet to a whole 百分之."""
TYPED = TEXTS | SPOKEN | st.text(SIGNS + "\ud800\udbff", max_size=6)
"""Halves of a character too, of which no two make one on the way."""
NUMBERS = st.decimals(-(10**6), 10**6, places=2).map(str)


@st.composite
def filled(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    """Gaps, and what was typed into them: often what is accepted, in some other way to write it."""
    accepted = st.lists((TEXTS | SPOKEN).filter(bool), min_size=1, max_size=3)
    units = st.sampled_from(
        ["", "元", "万元", "角", "%", "‰", "‱", "次", "千米", "m2", "亿", "天", "日", "百万元", "美元", "$"]
    )
    numbers = st.fixed_dictionaries(
        {"value": NUMBERS, "tolerance": st.sampled_from(["0", "0.5", "100"]), "unit": units}
    )
    key = {id: draw(accepted | numbers) for id in ids}
    near = [text for one in key.values() for text in (one if isinstance(one, list) else [one["value"]])]
    typed = TYPED | st.sampled_from(near) | st.builds(str.__add__, st.sampled_from(near), units)
    asked = {"shape": "gaps", "key": key, "anyOrder": draw(st.booleans())}
    return {"asked": asked, "response": draw(objects(ids, typed))}


@st.composite
def texts(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    key = [{"id": id, "points": draw(st.integers(1, 20))} for id in ids]
    met = (
        st.lists(st.sampled_from([*ids, *STRANGE]), max_size=9) | st.permutations(ids) | RESPONSES_OF_ANY_KIND
    )
    written = st.fixed_dictionaries({"text": TYPED | st.none()}, optional={"met": met})
    return {"asked": {"shape": "written", "key": key}, "response": draw(written | RESPONSES_OF_ANY_KIND)}


def on_a_page(case: dict[str, Any]) -> dict[str, Any]:
    """The case as a page has it: with every script of what is accepted."""
    asked = case["asked"]
    if asked["shape"] != "gaps":
        return case
    key = {
        id: [form for text in one for form in in_scripts(text)] if isinstance(one, list) else one
        for id, one in asked["key"].items()
    }
    forms = [canonical(form) for one in key.values() if isinstance(one, list) for form in one]
    return case | {"asked": asked | {"key": key, "variants": variants(forms)}}


class Twin:
    """The browser's scoring in a process of its own: lines of JSON in, as many out."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def __call__(self, questions: list[dict[str, Any]]) -> list[Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("".join(json.dumps(question) + "\n" for question in questions))
        self._process.stdin.flush()
        return [json.loads(self._process.stdout.readline()) for _ in questions]


@pytest.fixture(scope="module")
def twin() -> Iterator[Twin]:
    command = [Path(sys.executable).with_name("node"), Path(__file__).with_name("twin.mjs")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Twin(process)
        process.terminate()


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    batch=st.lists(cases(), min_size=40, max_size=40),
    scores=st.lists(SCORES, max_size=60),
    cut=st.integers(0, 100),
)
def test_the_browser_scores_as_python_does(
    twin: Twin, batch: list[dict[str, Any]], scores: list[tuple[int, int, int]], cut: int
) -> None:
    reached = [points(case["asked"], case["response"]) for case in batch]
    assert all(0 <= earned <= of for earned, of, _ in reached)
    assert [*map(list, reached)] == twin([on_a_page(case) for case in batch])
    pairs = [(min(reached, of), of) for reached, of, _ in scores]
    for worth in (None, [weight for _, _, weight in scores]):
        whole = total([Score(*pair) for pair in pairs], worth)
        expected = [whole.points, whole.of, percent(whole), passes(whole, cut)]
        assert [expected] == twin([{"scores": pairs, "worth": worth, "cut": cut}])
