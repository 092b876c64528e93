"""Results reporting of QTI 2.x and 3.0 (1EdTech): what one candidate answered, by items and their entries.

`assessmentResult` has a context with `sourcedId`, and an `itemResult` for each item that names it in
`identifier`; of its response variables the candidate's values are read, and nobody's scores.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..diagnostics import Place, Problem
from ..model.filled import Filled, Label, Written
from .roster import narrow
from .sheet import Unreadable
from .xml import tree

BETWEEN = "\x1f"
"""Between values of one variable: no value has a sign that separates units (ASCII 31)."""
_OWN = {"duration", "numAttempts"}


def read_qti_results(name: str, raw: bytes) -> tuple[list[Filled], list[Problem]]:
    """The candidate of a report; `name` is what problems call it."""
    try:
        root = tree(raw)
    except Unreadable as reason:
        return [], [Problem(reason.code, Place(name, *reason.place), reason.values)]
    results = [each for each in root.iter() if _name(each) == "assessmentResult"]
    if not results:
        return [], [Problem("CW1502", Place(name))]
    problems: list[Problem] = []
    return [_filled(each, name, problems) for each in results], problems


def _filled(result: etree._Element, name: str, problems: list[Problem]) -> Filled:
    """Answers to one question that contradict each other go to the problems."""
    context = next((each for each in result if _name(each) == "context"), None)
    number = _attribute(context, "sourcedId") if context is not None else ""
    found: dict[Label, dict[str, Written]] = {}
    for item in (each for each in result if _name(each) == "itemResult"):
        for part, text, line in _answers(item):
            found.setdefault(Label(_attribute(item, "identifier"), part), {})[text] = Written(text, line)
    answers = {label: next(iter(own.values())) for label, own in found.items() if len(own) == 1}
    for label, own in found.items():
        if len(own) > 1:
            said = f"{label.question}: {'; '.join(own)}".replace(BETWEEN, " ")
            line = max(each.line for each in own.values())
            problems.append(Problem("CW1535", Place(name, line), {"found": said}))
    test = next((each for each in result if _name(each) == "testResult"), None)
    ended = _attribute(test, "datestamp") if test is not None else ""
    return Filled(at=Written("", _line(result)), number=narrow(number), answers=answers, ended=ended)


def _answers(item: etree._Element) -> Iterator[tuple[str, str, int]]:
    for variable in item:
        part = _attribute(variable, "identifier")
        if _name(variable) == "responseVariable" and part not in _OWN:
            given = (each for each in variable if _name(each) == "candidateResponse")
            values = [value.text or "" for each in given for value in each if _name(value) == "value"]
            if any(value.strip() for value in values):
                yield part, BETWEEN.join(values), _line(variable)


def _name(element: etree._Element) -> str:
    """The name in 2.x: `qti-item-result` of 3.0 is `itemResult`, in whatever namespace."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element).localname
    return _camel(name.removeprefix("qti-")) if "-" in name else name


def _attribute(element: etree._Element, name: str) -> str:
    own = {_camel(str(key)): str(value) for key, value in element.attrib.items()}
    return own.get(name, "").strip()


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(part.capitalize() for part in rest)


def _line(element: etree._Element) -> int:
    line: Any = element.sourceline
    return int(line or 1)
