"""Our own workbook: what goes in comes out, of every type and with whatever text."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
import yaml
from exchanged_banks import banks
from hypothesis import given, settings
from openpyxl import load_workbook

from coursewright.diagnostics import errors_in
from coursewright.exchange.bank_book import workbook
from coursewright.exchange.carried import rows
from coursewright.exchange.cases import with_cases
from coursewright.exchange.formats import read
from coursewright.exchange.names import Names
from coursewright.exchange.plain import plain_items
from coursewright.model.items.bank import Bank
from coursewright.words import Words
from trees import CHINESE, ENGLISH, EVERY_TYPE

NAMES = Names(
    "Gardening",
    "Allotment",
    "en",
    datetime(2026, 1, 31),
    {"soil/layers/name": "name the layers"},
    {"soil/layers": "Soil/Layers"},
)


def book(bank: Bank, words: Words = ENGLISH) -> bytes:
    return workbook(list(rows(plain_items(bank), words)), NAMES, words)


def back(raw: bytes, words: Words = ENGLISH) -> list[dict[str, Any]]:
    """The items of a workbook, which must have been read without an error."""
    reading = read("bank.xlsx", raw, None, words)
    assert errors_in(reading.problems) == 0, reading.problems
    return [draft.data for draft in with_cases(reading.drafts, ENGLISH).drafts]


@settings(max_examples=60)
@given(banks)
def test_a_bank_comes_back_as_it_went(data: dict[str, Any]) -> None:
    bank = Bank.model_validate(data)
    assert back(book(bank)) == plain_items(bank)


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_every_type_comes_back_in_either_language(words: Words) -> None:
    bank = Bank.model_validate(yaml.safe_load(EVERY_TYPE))
    other = ENGLISH if words is CHINESE else CHINESE
    raw = book(bank, words)
    assert back(raw, other) == plain_items(bank)
    assert book(bank, words) == raw, "the same sources, the same bytes"


def test_what_columns_hold_needs_no_further_settings() -> None:
    bank = Bank.model_validate(yaml.safe_load(EVERY_TYPE))
    more = {row["id"]: row["more"] for row in rows(plain_items(bank), ENGLISH) if "more" in row}
    assert more.keys() == {"soil-order", "soil-letter", "soil-bed-cure"}
    assert more["soil-letter"] == '{"rubric": {"1": {"points": 2}}}'
    assert more["soil-bed-cure"] == '{"options": {"3": {"last": true}}}'


def test_cells_are_text_and_none_is_a_formula() -> None:
    data = yaml.safe_load(EVERY_TYPE)
    texts = ["007", "1-2", "=1+1", "+86", "@SUM(A1)", "http://a.org", "3.0", "-1"]
    for option, text in zip(data["items"][0]["options"], texts, strict=False):
        option["text"] = text
    data["items"][0]["explanation"] = "\n\n".join(texts)
    bank = Bank.model_validate(data)
    sheets = load_workbook(BytesIO(book(bank)))
    for row in sheets["Items"].iter_rows(min_row=2):
        for cell in row:
            assert cell.data_type in ("s", "n")
            assert cell.value is None or (isinstance(cell.value, str) and cell.number_format == "@")
    assert back(book(bank)) == plain_items(bank)


def test_there_are_lists_to_choose_from() -> None:
    bank = Bank.model_validate(yaml.safe_load(EVERY_TYPE))
    sheet = load_workbook(BytesIO(book(bank)))["Items"]
    heads = {cell.column_letter: cell.value for cell in sheet[1]}
    found = {
        heads[str(choice.sqref).split("2:", 1)[0]]: choice.formula1
        for choice in sheet.data_validations.dataValidation
    }
    assert found["level"] == '"recall,understand,apply,analyse"'
    assert found["objective"] == "'Objectives'!$A$1:$A$1"
    assert [[cell.value for cell in row] for row in load_workbook(BytesIO(book(bank)))["Objectives"]] == [
        ["soil/layers/name", "name the layers", "Soil / Layers"]
    ]
    assert "matching" in found["type"]
    assert len(found["type"]) <= 257, "Excel's limit of a list"


def test_a_unit_may_be_long() -> None:
    data = yaml.safe_load(EVERY_TYPE)
    numeric = next(item for item in data["items"] if item["type"] == "numeric")
    numeric["answer"] = {"value": 1e-05, "unit": "barrows of well-rotted manure a bed"}
    bank = Bank.model_validate(data)
    assert back(book(bank)) == plain_items(bank)
