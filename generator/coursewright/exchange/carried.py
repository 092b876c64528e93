"""An item's data → the cells of a row of our own workbook, without any loss.

What the columns do not hold is written as a difference into the column of further settings: the row is
read as it stands, and what that lacks is named there. So whatever reads a row is what writes it.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..diagnostics import Place
from ..model.items.interaction import AskedChoice, AskedMatch, Choice
from ..words import Words
from ..words import marked as _
from . import types
from .draft import Data, Record
from .meaning import Meaning
from .naming import LEVELS, USES
from .patch import WAS, difference, digest, replaced
from .plain import plain_item, plain_text
from .posed import Ledger, Note, Posed, written
from .sheet import cell
from .spot import Spot, letters
from .text_book import fitting
from .wordings import POINTS

Row = dict[str, str]
"""Field of OWN → its text; options are at A, B …, their reasons at `A?`."""


def rows(items: list[Data], words: Words) -> Iterator[Row]:
    """A row for every question; those of a case stand together and say its id."""
    for item in items:
        if item["type"] != types.CASE:
            yield _row(item, {}, words)
            continue
        head = {"case": item["id"], **{name: item.get(name, "") for name in ("title", "stimulus")}}
        for at, each in enumerate(item["items"]):
            asked = {**each, "use": item["use"]} if "use" in item and not at else each
            yield _row(asked, head if not at else {"case": item["id"]}, words)


def carried(posed: Sequence[Posed], words: Words, ledger: Ledger) -> list[Row]:
    """The rows of what goes out together, in its order. What is made is made again where it comes back."""
    if made := [each.id for each in posed if each.is_made]:
        ledger.lost[_("questions that are made of the glossary or of a taxonomy")] = made
    own = [each for each in posed if not each.is_made]
    found: list[Row] = []
    for _posed, row in written(own, lambda each, note: _carried(each, note, words), ledger):
        is_further = found and row.get("case") and row["case"] == found[-1].get("case")
        found.append({name: row[name] for name in row if name not in _HEAD} if is_further else row)
    return found


_HEAD = ("title", "stimulus", "use")
"""What only the first row of a case says."""


def _carried(posed: Posed, note: Note, words: Words) -> Row:
    """A row that could be the first of a case. Raises Left."""
    if posed.worth != 1:
        note(POINTS)
    case = posed.material
    head = {"case": case.id, "title": case.title, "stimulus": plain_text(case.text)} if case else {}
    row = _row(_as_laid(posed), head, words)
    if posed.form:
        row["form"] = posed.form
    fitting(row.values())
    return row


def _as_laid(posed: Posed) -> Data:
    """An item's data, with what is chosen among, or put to something, in the order of its form."""
    data = plain_item(posed.item)
    if posed.is_laid and isinstance(posed.asked, AskedChoice | AskedMatch):
        asked = posed.asked.interaction
        shown = [each.id for each in (asked.options if isinstance(asked, Choice) else asked.things)]
        for name in {"options", "pairs"} & data.keys():
            data[name].sort(key=lambda entry: shown.index(entry["id"]))
    return data


def _row(item: Data, head: Row, words: Words) -> Row:
    is_chinese = words.language == "zh_CN"
    general = {
        "id": item["id"],
        "type": types.NAMES[item["type"]][not is_chinese],
        "objective": item["objective"],
        "level": LEVELS[item["level"]] if is_chinese else item["level"],
        "use": (USES if is_chinese else dict(zip(USES, USES, strict=True))).get(item.get("use", ""), ""),
        "stem": item["stem"],
        "hints": "\n".join(item.get("hints", ())),
        "explanation": item.get("explanation", ""),
        "nodes": " ".join(item.get("nodes", ())),
        "competencies": " ".join(item.get("competencies", ())),
        **head,
        **_WRITERS[item["type"]](item, words),
    }
    row = {name: text for name, text in general.items() if text}
    said = _read(row, words)
    if "explanation" not in item:
        said.pop("unexplained", None)  # what has none is taken only if it says so itself
    whole = {**item, **{name: text for name, text in head.items() if text and name != "case"}}
    if more := difference(said, whole):
        was = {name: digest(said[name], whole[name]) for name in replaced(said, whole)}
        more |= {WAS: was} if was else {}
        row["more"] = json.dumps(more, ensure_ascii=False)
    return row


def _read(row: Row, words: Words) -> Data:
    """The item that a row says without further settings."""
    spots = {name: Spot(Place(""), text=cell(text).text) for name, text in row.items()}
    reasons = {name[:-1]: spot for name, spot in spots.items() if name.endswith("?")}
    options = {name: spot for name, spot in spots.items() if name.isupper() and not name.endswith("?")}
    fields = {name: spot for name, spot in spots.items() if name.islower()}
    draft = Meaning(words).draft(Record(fields, options, reasons, Spot(Place("")), is_markdown=True))
    assert draft, "its type is written"
    return {name: value for name, value in draft.data.items() if name != "case"}


def _entries(entries: list[Data]) -> Row:
    found: Row = {}
    for at, entry in enumerate(entries, 1):
        found[letters(at)] = entry["text"]
        found[f"{letters(at)}?"] = entry.get("rationale", "")
    return found


def _choices(item: Data, words: Words) -> Row:
    keys = [letters(at) for at, option in enumerate(item["options"], 1) if option.get("key")]
    return {**_entries(item["options"]), "answer": "".join(keys)}


def _truth(item: Data, words: Words) -> Row:
    answer = words("True") if item["answer"] else words("False")
    return {"answer": answer, "A?": item.get("if_true", ""), "B?": item.get("if_false", "")}


def _steps(item: Data, words: Words) -> Row:
    steps = item["steps"]
    return {**_entries(steps), "answer": "".join(letters(at) for at in range(1, len(steps) + 1))}


def _gaps(item: Data, words: Words) -> Row:
    gaps = [";".join(blank.get("accept", ())) or str(_value(blank)) for blank in item["blanks"]]
    reasons = {f"{letters(at)}?": one.get("rationale", "") for at, one in enumerate(item["blanks"], 1)}
    return {**reasons, "answer": " | ".join(gaps)}


def _value(blank: Data) -> Any:
    return blank.get("number", {}).get("value", "")


def _quantity(item: Data, words: Words) -> Row:
    answer = item["answer"]
    near = f" ± {answer['tolerance']}" if answer.get("tolerance") else ""
    unit = f" {answer['unit']}" if answer.get("unit") else ""
    mistakes = [
        {"text": str(one["value"]), "rationale": one.get("rationale", "")}
        for one in answer.get("mistakes", ())
    ]
    said = f"{answer['value']}{near}{unit}"
    return {**_entries(mistakes), "answer": said, "rationale": item.get("rationale", "")}


def _written(item: Data, words: Words) -> Row:
    return {**_entries(item["rubric"]), "answer": item["sample"]}


def _pairs(item: Data, words: Words) -> Row:
    pairs = item["pairs"]
    lines = [f"{letters(at)}: {pair['match']}" for at, pair in enumerate(pairs, 1)]
    return {**_entries([*pairs, *item.get("others", ())]), "answer": "\n".join(lines)}


def _categories(item: Data, words: Words) -> Row:
    entries: list[Data] = []
    lines: list[str] = []
    for category in item["categories"]:
        first = len(entries) + 1
        entries += category.get("examples", ())
        names = [letters(at) for at in range(first, len(entries) + 1)]
        lines.append(f"{','.join(names) if len(entries) > 26 else ''.join(names)}: {category['text']}")
    return {**_entries(entries), "answer": "\n".join(lines)}


_WRITERS: dict[str, Callable[[Data, Words], Row]] = {
    types.SINGLE: _choices,
    types.MULTIPLE: _choices,
    types.TRUE_FALSE: _truth,
    types.STEPS: _steps,
    types.GAPS: _gaps,
    types.NUMBER: _quantity,
    types.WRITTEN: _written,
    types.PAIRS: _pairs,
    types.CATEGORIES: _categories,
}
