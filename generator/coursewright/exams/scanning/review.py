"""A page to decide on what is doubtful: one HTML file with its cut-outs, that needs no server and no net."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader

from ...styles.tokens import engine_tokens, light_tokens
from ...words import Words
from ..given_file import file_named
from .account import Account
from .doubts import ASIDE, KEPT, Doubt

Cuts = Mapping[str, Sequence[str]]
"""Addresses of cut-outs, by the ids of doubts."""


def review_page(account: Account, doubts: Sequence[Doubt], cuts: Cuts, words: Words) -> bytes:
    """It says nothing of what anybody decided before, so that whoever decides second is blind to it."""
    templates = Environment(loader=PackageLoader("coursewright.exams.scanning", "."), autoescape=True)
    session = account.session
    return (
        templates.get_template("review.html")
        .render(
            language=session.language.replace("_", "-"),
            title=words("Doubtful marks: {session}").format(session=session.name),
            count=len(doubts),
            data=_in_a_page(_data(account, doubts, cuts, words)),
            save=words("Save decisions"),
            decided=words("Decided"),
            back=words("Back"),
            accept=words("Accept"),
            next=words("Next"),
            advice=_advice(words),
            light=light_tokens({}),
            dark=engine_tokens()["dark"],
        )
        .encode()
    )


def _advice(words: Words) -> tuple[str, ...]:
    return (
        words(
            "A letter, a digit or the number of a choice chooses, Enter accepts what is chosen, the space "
            "bar says that nothing is marked, arrows go back and on."
        ),
        words(
            "The darker mark counts, unless it was withdrawn in words. Nothing is kept until you save: the "
            "file goes to your downloads."
        ),
    )


def _in_a_page(data: Any) -> str:
    """JSON that ends no element."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _data(account: Account, doubts: Sequence[Doubt], cuts: Cuts, words: Words) -> dict[str, Any]:
    people = {each.number: each.name for one in account.printings.values() for each in one.assigned.values()}
    return {
        "format": 1,
        "session": account.session.name,
        "roster": [f"{number} {name}" for number, name in people.items()],
        "doubts": [_doubt(account, doubt, cuts, words) for doubt in doubts],
        "words": {
            "place": words("{at} of {count}"),
            "left": words("{count} still open"),
            "none": words("Nothing is marked"),
            "aside": words("Put aside: nobody can tell"),
            "proposed": words("proposed"),
            "grey": words("{grey} % dark"),
            "all": words("All is decided. Save, then hand the file in:"),
            "command": f"coursewright exam scan {account.session.name} --decisions decisions-"
            f"{account.session.name}.json",
            "person": words("Name or number in the roster"),
            "nobody": words("Nobody in the roster has this number"),
            "picture": words("Cut-out of the sheet"),
        },
    }


def _doubt(account: Account, doubt: Doubt, cuts: Cuts, words: Words) -> dict[str, Any]:
    shown = {KEPT: words("Read as it is"), ASIDE: words("Put the page aside")}
    return {
        "id": doubt.id,
        "kind": doubt.kind,
        "what": _what(doubt, words),
        "where": _where(account, doubt, words),
        "options": [
            {"value": each.value, "shown": shown.get(each.value, each.shown), "grey": each.grey}
            for each in doubt.options
        ],
        "proposal": doubt.proposal,
        "least": doubt.least,
        "many": doubt.is_many,
        "cuts": [*cuts.get(doubt.id, ())],
    }


def _what(doubt: Doubt, words: Words) -> str:
    field = doubt.field
    if field is None:
        return {
            "number": words("Whose sheet is this?"),
            "corners": words("A corner is missing. Does every red ring lie around a bubble?"),
            "twice": words("This page came twice, marked otherwise. Which one counts?"),
        }[doubt.kind]
    match field.kind:
        case "form":
            return words("Which form is marked?")
        case "digit":
            said = words("Question {number}, column {column}: which digit is marked?")
        case "points":
            said = words("Question {number}: how many points did the marker give?")
        case _:
            said = words("Question {number}: what is marked?")
    return said.format(number=field.number, column=field.column + 1)


def _where(account: Account, doubt: Doubt, words: Words) -> str:
    page, own = account.scanned[doubt.page], account.identities[doubt.page]
    assert own
    said = words("Sheet {sheet}, page {page} · {file}, page {at}")
    return said.format(sheet=own.serial, page=own.page, file=file_named(page.file), at=page.page)
