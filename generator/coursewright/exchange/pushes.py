"""What a form service pushed, such as 问卷星: JSON, an object a submission, in lines or in a list.

`q1: "1"` is the first option of question 1, `q3: "1,2"` its first and second, `q4_2` the second gap. Who it
was stands under `sojumpparm`, which the address of the form carries, or under number; `form` says the form.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from ..diagnostics import Place, Problem
from ..model.filled import Filled, Label, Written
from .encoding import text_of
from .roster import narrow
from .sheet import Unreadable

_FIELDS = {
    "number": ("number", "考号", "工号", "sojumpparm"),
    "name": ("candidate", "姓名"),
    "form": ("form", "卷别"),
    "session": ("session", "场次"),
    "began": ("starttime", "began"),
    "ended": ("submittime", "ended"),
}
_READ = {name for names in _FIELDS.values() for name in names}
_ANSWER = re.compile(r"q([1-9][0-9]{0,2})(?:_([1-9][0-9]?))?")


def is_pushes(raw: bytes) -> bool:
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_pushes(name: str, raw: bytes) -> tuple[list[Filled], list[Problem]]:
    """Submissions of a file; `name` is what problems call it."""
    try:
        text = text_of(raw)
    except Unreadable as reason:
        code = "CW1501" if reason.code == "CW1001" else reason.code
        return [], [Problem(code, Place(name), reason.values)]
    found: list[Filled] = []
    problems: list[Problem] = []
    for line, said in _submissions(text):
        values = _values(said) if isinstance(said, tuple) else None
        if values is None or any(len(values[key]) > 1 for key in values.keys() & _READ):
            problems.append(Problem("CW1505", Place(name, line)))
            continue
        found.append(_filled({key: own[0] for key, own in values.items() if len(own) == 1}, line))
        for key, own in values.items():
            if len(own) > 1 and _ANSWER.fullmatch(key):
                shown = {"found": f"{key}: {'; '.join(own)}"}
                problems.append(Problem("CW1535", Place(name, line), shown))
    if not found and not problems:
        problems.append(Problem("CW1502", Place(name)))
    return found, problems


def _submissions(text: str) -> Iterator[tuple[int, Any]]:
    """Each with its line; of a list all have the first, what is no JSON is none."""
    if text.lstrip().startswith("["):
        whole = _json(text)
        yield from ((1, each) for each in (whole if isinstance(whole, list) else [None]))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _json(line)


def _json(text: str) -> Any:
    """With objects as tuples of pairs, for a key may stand twice; None for what is no JSON."""
    try:
        return json.loads(text, object_pairs_hook=tuple)
    except (ValueError, RecursionError):
        return None


def _values(said: tuple[tuple[str, Any], ...]) -> dict[str, list[str]]:
    """What different things a push says under each key; small and capital letters are one."""
    found: dict[str, list[str]] = {}
    for key, value in said:
        own, text = found.setdefault(key.lower(), []), _text(value)
        if text not in own:
            own.append(text)
    return found


def _filled(own: dict[str, str], line: int) -> Filled:
    fields = {
        field: narrow(next((own[name].strip() for name in names if own.get(name)), ""))
        for field, names in _FIELDS.items()
    }
    answers = {
        Label(match[1], match[2] or ""): Written(text, line, note=key)
        for key, text in own.items()
        if (match := _ANSWER.fullmatch(key)) and text.strip()
    }
    return Filled(at=Written("", line), answers=answers, **fields)


def _text(value: Any) -> str:
    """Texts and numbers; several with a comma between."""
    if isinstance(value, list):
        return ",".join(map(_text, value))
    is_said = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value) if is_said else ""
