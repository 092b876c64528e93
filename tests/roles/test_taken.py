"""A source that comes back, such as the one that a role's page gives, is merged as a template is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from garden import Garden, changes, codes, data, document, rows
from wordhand import choose, copy_row, fill, hand_head

from coursewright.load.source_file import read_source
from coursewright.press.word.package import word
from coursewright.roles.importing import Import, Importer, Refused
from coursewright.roles.job_description import job_description
from coursewright.roles.stationery import Stationery
from trees import ENGLISH, ROLE

pytest_plugins = ["garden_fixtures"]

NEW_DUTY = (
    "  - text: Plans the year\n",
    "  - text: Rakes leaves\n    standard: None lie\n    weight: 0\n  - text: Plans the year\n",
)


def test_what_the_trainer_changed_since_stays_and_what_hr_changed_is_taken(garden: Garden) -> None:
    download = garden.downloaded(('headcount: "2"', 'headcount: "5"'), ("weight: 30", "weight: 25"))
    garden.rewrite(
        ("conditions: Outdoors", "conditions: Wet"), ("  - Buys seeds\n", "  - Saves\n  - Buys seeds\n")
    )
    done = garden.taken(download)

    assert codes(done) == ["CW0709"]
    assert changes(done) == ['-headcount: "2"', "-    weight: 30", '+headcount: "5"', "+    weight: 25"]


def test_what_both_changed_otherwise_is_a_conflict_that_is_named(garden: Garden) -> None:
    download = garden.downloaded(("conditions: Outdoors", "conditions: Dry"), ("No rust", "Clean"))
    garden.rewrite(("conditions: Outdoors", "conditions: Wet"), ("No rust", "Shiny"))
    found = [each.values for each in garden.taken(download).problems if each.code == "CW0710"]

    assert found == [
        {"field": "Working conditions", "form": "Dry", "source": "Wet"},
        {"field": "Duties, row 2, Standard", "form": "Clean", "source": "Shiny"},
    ]


def test_a_download_that_nobody_changed_takes_nothing_back(garden: Garden) -> None:
    download = garden.downloaded()
    assert garden.taken(download).problems == []
    garden.rewrite(("conditions: Outdoors", "conditions: Wet"), ("  - Buys seeds\n", ""))
    done = garden.taken(download)

    assert done.after == done.before
    assert codes(done) == ["CW0709"]


def test_rows_that_both_sides_added_are_both_there(garden: Garden) -> None:
    download = garden.downloaded(NEW_DUTY)
    garden.rewrite(
        ("  - text: Cleans the tools\n", "  - text: Feeds hens\n    standard: Fat\n    weight: 0\n"
         "  - text: Cleans the tools\n")
    )  # fmt: skip

    assert [each["text"] for each in rows(garden.taken(download), "duties")] == [
        "Digs the **beds**",
        "Feeds hens",
        "Cleans the tools",
        "Rakes leaves",
        "Plans the year",
    ]


def test_a_source_of_no_edition_says_that_it_may_take_changes_back(garden: Garden) -> None:
    old = (garden.root / ROLE).read_text("utf-8")
    garden.rewrite(("conditions: Outdoors", "conditions: Wet"))
    for text in old, f"{old}# coursewright-edition: {{}}\n":
        done = garden.taken(text)

        assert codes(done) == ["CW0708"]
        assert changes(done) == ["-conditions: Wet", "+conditions: Outdoors"]
        assert garden.taken(done.before or "").problems == []


def test_what_was_imported_once_adds_nothing_when_it_comes_again(garden: Garden) -> None:
    raw = garden.printed(
        copy_row("duties.2.text"),
        fill("duties.2.text", "Plans more", 1),
        fill("duties.2.weight", "20"),
        fill("duties.2.weight", "10", 1),
        fill("redlines.2", "No fire\nNo smoke"),
        fill("required.1.text", "Something else altogether"),
        choose("confirm.headcount", "settled"),
        fill("confirmation.by", "Ann"),
        fill("confirmation.date", "2026-05-02"),
    )
    download = garden.downloaded(NEW_DUTY, ("  - No fire\n", "  - No fire\n  - No smoke\n"))
    _twice(garden, lambda: garden.back(raw))
    _twice(garden, lambda: garden.taken(download))


def _twice(garden: Garden, back: Callable[[], Import]) -> None:
    first = back()
    (garden.root / ROLE).write_text(first.after, "utf-8")
    again = back()

    assert first.after != first.before
    assert again.after == again.before
    assert "CW0710" not in codes(again)


def test_a_company_put_on_for_print_is_what_another_name_takes_the_place_of(garden: Garden) -> None:
    garden.rewrite(("department: ", "company: Allotment\ndepartment: "))
    role = garden.site.roles["gardener"]
    role = replace(role, model=role.model.model_copy(update={"company": "Plot Ltd"}))
    printed = word(job_description(role, Stationery(garden.site, ENGLISH)))

    plain = garden.back(printed)
    assert (plain.after, plain.problems) == (plain.before, [])
    done = garden.back(hand_head(printed, fill("company", "Plots & Sons")))
    assert done.problems == []
    assert changes(done) == ["-company: Allotment", "+company: Plots & Sons"]
    garden.rewrite(("company: Allotment", "company: Orchard"))
    assert garden.back(printed).after == garden.back(printed).before
    (conflict,) = garden.back(hand_head(printed, fill("company", "Plots & Sons"))).problems
    assert (conflict.code, conflict.values["source"]) == ("CW0710", "Orchard")


def test_a_company_put_on_is_kept_out_of_the_source_until_it_is_another(garden: Garden) -> None:
    role = garden.site.roles["gardener"]
    role = replace(role, model=role.model.model_copy(update={"company": "Plot Ltd"}))
    printed = word(job_description(role, Stationery(garden.site, ENGLISH)))

    assert "company" not in data(garden.back(printed))
    emptied = garden.back(hand_head(printed, fill("company", "")))
    assert emptied.after == emptied.before


CONFIRMED = (
    ("proposals: [kpis, headcount, location]", "proposals: [headcount, location]"),
    (
        "  review: yearly",
        "  confirmations: [{by: Ann, date: '2026-05-02', fields: [kpis]}]\n  review: yearly",
    ),
)


def test_what_a_page_confirmed_is_confirmed(garden: Garden) -> None:
    download = garden.downloaded(*CONFIRMED)
    garden.rewrite(("conditions: Outdoors", "conditions: Wet"))
    done = garden.taken(download)

    assert codes(done) == ["CW0709"]
    assert data(done)["proposals"] == ["headcount", "location"]
    assert document(done)["confirmations"] == [{"by": "Ann", "date": "2026-05-02", "fields": ["kpis"]}]


def test_what_a_page_confirmed_and_the_source_rewrote_since_is_a_conflict(garden: Garden) -> None:
    download = garden.downloaded(*CONFIRMED)
    garden.rewrite(("Beds a day", "Beds an hour"))
    conflicts = [each.values for each in garden.taken(download).problems if each.code == "CW0710"]

    assert [each["field"] for each in conflicts] == ["Key performance indicators (Proposal)"]
    assert "Beds an hour" in str(conflicts[0]["source"])


def test_a_download_is_of_its_role_whatever_it_is_called(garden: Garden) -> None:
    importer = Importer(garden.site, "gardener (1).yml")
    source = read_source("gardener (1).yml", garden.downloaded().encode())

    assert importer.role_of_source(source, None) == "gardener"
    assert importer.role_of_source(read_source("x.yml", b"code: 1"), None) is None
    with pytest.raises(Refused) as refused:
        importer.role_of_source(source, "head")
    assert refused.value.problem.code == "CW0719"


def test_a_download_of_a_site_in_another_language_is_refused(garden: Garden) -> None:
    download = garden.downloaded()
    course = garden.root / "content/course.yml"
    course.write_text(course.read_text("utf-8").replace("language: en", "language: zh-CN"), "utf-8")
    with pytest.raises(Refused) as refused:
        garden.taken(download)
    assert refused.value.problem.code == "CW0707"
