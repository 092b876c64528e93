"""Files of items for tests of their quality: what a test is about is written, the rest is filled in."""

from collections.abc import Iterable

MORE = "quizzes/bank/more.yml"
"""Beside the bank of the small course. Its items are for exams, so that no quiz need ask them."""

Fields = dict[str, str]


def bank(*items: str, head: str = "") -> dict[str, str]:
    return {MORE: f"{head}items:\n" + "".join(items)}


def choice(id: str, stem: str, options: Iterable[str], keys: Iterable[int] = (0,), **fields: str) -> str:
    """A single choice, or with `type` another choice. Options are YAML values."""
    right = set(keys)
    listed = "".join(
        f"      - text: {text}\n        rationale: R{at}.\n" + ("        key: true\n" if at in right else "")
        for at, text in enumerate(options)
    )
    return _item(id, stem, f"    options:\n{listed}", {"type": "single-choice", **fields})


def many(id: str, stem: str, options: Iterable[str], keys: Iterable[int], **fields: str) -> str:
    return choice(id, stem, options, keys, type="multiple-choice", **fields)


def statement(id: str, stem: str, *, holds: bool, **fields: str) -> str:
    answer = f"    answer: {str(holds).lower()}\n    if_true: T.\n    if_false: F.\n"
    return _item(id, stem, answer, {"type": "true-false", **fields})


def item(id: str, stem: str, type: str, body: str, **fields: str) -> str:
    """Any other item; `body` are its own lines, indented by four."""
    return _item(id, stem, body, {"type": type, **fields})


def _item(id: str, stem: str, body: str, fields: Fields) -> str:
    whole = {"objective": "soil/layers/name", "level": "recall", "use": "exam", **fields}
    lines = "".join(f"    {name}: {value}\n" for name, value in whole.items())
    return f"  - id: {id}\n{lines}    stem: {stem}\n{body}    explanation: E.\n"
