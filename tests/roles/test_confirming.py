"""Proposals that come back confirmed: who and when is kept, and nobody confirms what was not printed."""

from typing import Any

import pytest
from garden import Garden, codes, data, document, rows
from wordhand import (
    choose,
    fill,
)

from coursewright.press.line import Mark
from coursewright.press.word.package import filled, word
from coursewright.roles.importing import Import
from coursewright.roles.job_description import job_description
from coursewright.roles.stationery import Final, Stationery
from trees import ENGLISH, ROLE

pytest_plugins = ["garden_fixtures"]


SIGNED = (fill("confirmation.by", "Ann"), fill("confirmation.date", "2026-12-01"))


def test_a_confirmed_proposal_is_none_any_more_and_who_and_when_is_kept(garden: Garden) -> None:
    raw = garden.printed(
        choose("confirm.headcount", "settled"),
        choose("confirm.duties.2", "settled"),
        choose("confirm.preferred.1", "settled"),
        choose("confirm.weight", "settled"),
        *SIGNED,
    )
    done = garden.back(raw)
    role = data(done)

    assert done.problems == []
    assert role["proposals"] == ["kpis", "location"]
    assert rows(done, "duties")[1]["source"] is True
    assert role["preferred"] == [{"kind": "quality", "text": "Patient"}]
    assert document(done)["confirmations"] == [
        {"by": "Ann", "date": "2026-12-01", "fields": ["headcount", "duties.2", "preferred.1", "weight"]}
    ]


@pytest.mark.parametrize(
    ("name", "meanwhile", "said"),
    [
        (
            "location",
            ("location: The plot", "location: The moon"),
            "Place of work (Proposal): the template says “The plot”, "
            "the source was changed to “The moon” in the meantime",
        ),
        (
            "duties.2",
            ("text: Cleans the tools", "text: Cleans all the tools"),
            "Duties 2 (Proposal): the template says “Cleans the tools”, "
            "the source was changed to “Cleans all the tools” in the meantime",
        ),
        (
            "weight",
            (
                "grows\n    weight: 10\n",
                "grows\n    weight: 0\n  - {text: Waters, standard: Wet, weight: 10}\n",
            ),
            "Weight (Proposal): the template says “10”, the source was changed to “0 · 10” in the meantime",
        ),
        (
            "kpis",
            ("formula: Beds a day", "formula: Beds a year"),
            "Key performance indicators (Proposal): the template says “Beds · Beds a day · 100 · month · "
            "The book”, the source was changed to “Beds · Beds a year · 100 · month · The book” "
            "in the meantime",
        ),
        (
            "kpis",
            (
                "kpis:\n",
                "kpis:\n  - {name: Trees, formula: Counted, weight: 0, period: month, data: The book}\n",
            ),
            "Key performance indicators (Proposal): the template says “—”, "
            "the source was changed to “Trees · Counted · 0 · month · The book” in the meantime",
        ),
    ],
)
def test_a_confirmation_settles_no_words_that_were_written_since(
    garden: Garden, name: str, meanwhile: tuple[str, str], said: str
) -> None:
    raw = garden.printed(choose(f"confirm.{name}", "settled"), *SIGNED)
    garden.rewrite(meanwhile)
    done = garden.back(raw)

    assert [each.message(ENGLISH) for each in done.problems if each.code == "CW0710"] == [said]


def test_a_confirmed_row_that_was_replaced_since_is_refused_once(garden: Garden) -> None:
    raw = garden.printed(choose("confirm.duties.2", "settled"), *SIGNED)
    garden.rewrite(("text: Cleans the tools", "text: Guides guests"))

    assert codes(garden.back(raw)) == ["CW0710"]


def test_a_confirmation_holds_when_other_words_were_written_since(garden: Garden) -> None:
    raw = garden.printed(choose("confirm.kpis", "settled"), choose("confirm.duties.2", "settled"), *SIGNED)
    garden.rewrite(("conditions: Outdoors", "conditions: Wet"), ("text: Plans the year", "text: Plans all"))
    done = garden.back(raw)

    assert codes(done) == ["CW0709"]
    assert data(done)["proposals"] == ["headcount", "location"]
    assert rows(done, "duties")[1]["source"] is True


def test_all_proposals_are_confirmed_at_once(garden: Garden) -> None:
    done = garden.back(garden.printed(choose("confirm.all", "settled"), *SIGNED))
    role = data(done)

    assert "proposals" not in role
    assert all(duty["source"] for duty in rows(done, "duties"))
    (garden.root / ROLE).write_text(done.after, "utf-8")
    again = filled(garden.printed())
    assert not [held.tag for held in again.held if held.tag.startswith("confirm")]
    assert garden.back(garden.printed()).problems == []


def test_a_confirmation_without_a_name_is_refused(garden: Garden) -> None:
    assert "CW0715" in codes(garden.back(garden.printed(choose("confirm.kpis", "settled"))))


def test_what_hr_wrote_itself_is_no_proposal(garden: Garden) -> None:
    done = garden.back(garden.printed(fill("headcount", "5"), fill("duties.2.text", "Cleans all tools")))

    assert data(done)["proposals"] == ["kpis", "location"]
    assert rows(done, "duties")[1]["source"] is True


def test_a_final_print_confirms_everything_on_its_way_back(garden: Garden) -> None:
    role, final = garden.site.roles["gardener"], Final("Ann", "2026-12-01")
    document = job_description(role, Stationery(garden.site, ENGLISH, final=final))
    assert "Proposal" not in " ".join(
        span.text
        for block in document.blocks
        for span in getattr(block, "line", ())
        if isinstance(span, Mark)
    )
    done = garden.back(word(document))
    assert "proposals" not in data(done)
    (record,) = (row for row in _confirmations(done))
    assert (record["by"], record["date"]) == ("Ann", "2026-12-01")


def _confirmations(done: Import) -> list[dict[str, Any]]:
    found = document(done)["confirmations"]
    assert isinstance(found, list)
    return found
