"""A job description that comes back from Word: nothing that a person wrote is lost, moved or denied."""

import pytest
from garden import Garden, changes, codes, data, rows
from wordhand import (
    Change,
    choose,
    copy_row,
    delete_row,
    fill,
)

from coursewright.press.word.package import filled
from coursewright.roles.edition import edition_in
from trees import ENGLISH

pytest_plugins = ["garden_fixtures"]


def test_an_untouched_template_changes_nothing(garden: Garden) -> None:
    done = garden.back(garden.printed())

    assert done.after == done.before
    assert done.problems == []


def test_the_file_says_what_it_was_printed_from(garden: Garden) -> None:
    edition = edition_in(filled(garden.printed()).source)

    assert edition
    assert (edition.kind, edition.role, edition.language) == ("description", "gardener", "en")
    assert edition.data["competencies"][1] == {"competency": "sowing", "level": 2, "essential": False}


FIRST = ("competencies:\n", "competencies:\n  - competency: mowing\n    level: 1\n")


def test_a_row_added_to_the_source_moves_no_other(garden: Garden) -> None:
    raw = garden.printed()
    garden.rewrite(FIRST)
    done = garden.back(raw)

    assert done.after == done.before
    assert codes(done) == ["CW0709"]


def test_what_both_sides_changed_apart_is_merged(garden: Garden) -> None:
    raw = garden.printed(
        choose("competencies.sowing.level", "4"),
        fill("headcount", "3"),
        fill("duties.3.standard", "It blooms"),
    )
    garden.rewrite(
        FIRST,
        (
            "  - text: Digs the **beds**",
            "  - text: Waters\n    standard: Wet\n    weight: 0\n  - text: Digs the **beds**",
        ),
        ("conditions: Outdoors", "conditions: In all weathers"),
    )
    done = garden.back(raw)
    role = data(done)

    assert codes(done) == ["CW0709"]
    assert role["conditions"] == "In all weathers"
    assert role["headcount"] == "3"
    assert [each["competency"] for each in rows(done, "competencies")] == [
        "mowing",
        "digging",
        "sowing",
        "raking",
    ]
    assert rows(done, "competencies")[2]["level"] == 4
    assert [each["standard"] for each in rows(done, "duties")] == [
        "Wet",
        "Beds are dug",
        "No rust",
        "It blooms",
    ]


def test_what_both_sides_changed_otherwise_is_refused(garden: Garden) -> None:
    raw = garden.printed(fill("duties.2.standard", "Clean"))
    garden.rewrite(("standard: No rust", "standard: Oiled"))
    done = garden.back(raw)

    assert codes(done) == ["CW0710"]
    (conflict,) = (problem for problem in done.problems if problem.code == "CW0710")
    assert conflict.message(ENGLISH) == (
        "Duties, row 2, Standard: the template says “Clean”, "
        "the source was changed to “Oiled” in the meantime"
    )


def test_a_row_deleted_here_and_changed_there_is_refused(garden: Garden) -> None:
    raw = garden.printed(delete_row("duties.3.text"))
    garden.rewrite(("text: Plans the year", "text: Plans the rows"))

    assert codes(garden.back(raw)) == ["CW0710"]


@pytest.mark.parametrize(
    ("change", "meanwhile"),
    [
        (
            fill("kpis.1.target", "5 %"),
            ("name: Beds, formula: Beds a day", "name: Trees lost, formula: Beds a day"),
        ),
        (
            fill("duties.2.weight", "20"),
            ("text: Cleans the tools\n    standard: No rust", "text: Guides guests\n    standard: No rust"),
        ),
        (fill("duties.2.standard", "Oiled"), ("text: Cleans the tools", "text: Plans a festival")),
        (fill("required.1.text", "Forestry"), ("text: Digs}", "text: Sings well}")),
        (fill("redlines.2", "No open fire"), ("- No fire", "- Sells nothing privately")),
    ],
)
def test_what_was_said_of_a_row_never_lands_on_the_one_that_replaced_it(
    garden: Garden, change: Change, meanwhile: tuple[str, str]
) -> None:
    raw = garden.printed(change)
    garden.rewrite(meanwhile)
    done = garden.back(raw)

    assert codes(done) == ["CW0710"]
    assert done.after == done.before


def test_a_row_is_the_same_by_its_name_whatever_else_is_new(garden: Garden) -> None:
    raw = garden.printed(fill("duties.2.weight", "20"), fill("duties.1.weight", "70"))
    garden.rewrite(
        ("standard: No rust", "standard: Everything is oiled"),
        ("text: Plans the year", "text: Plans the years"),
    )
    done = garden.back(raw)

    assert codes(done) == ["CW0709"]
    assert [each["weight"] for each in rows(done, "duties")] == [70, 20, 10]
    assert rows(done, "duties")[1]["standard"] == "Everything is oiled"


def test_only_the_lines_that_say_something_else_are_touched(garden: Garden) -> None:
    raw = garden.printed(
        fill("duties.1.weight", "50 %"),
        fill("duties.2.weight", "４０％"),
        choose("competencies.raking.level", "2"),
        choose("grade", "supervisor"),
        fill("conditions", "Wet"),
    )
    done = garden.back(raw)

    assert done.problems == []
    assert changes(done) == [
        "-grade: specialist",
        "-conditions: Outdoors",
        "-    weight: 60  # of a hundred",
        "-    weight: 30",
        "-  - {competency: raking, level: 1}",
        "+grade: supervisor",
        "+conditions: Wet",
        "+    weight: 50  # of a hundred",
        "+    weight: 40",
        "+  - {competency: raking, level: 2}",
    ]


def test_a_deleted_row_is_a_row_less_and_comments_stay(garden: Garden) -> None:
    done = garden.back(garden.printed(delete_row("duties.3.text"), fill("duties.2.weight", "40")))

    assert changes(done) == [
        "-    weight: 30",
        "-  - text: Plans the year",
        "-    standard: It grows",
        "-    weight: 10",
        "+    weight: 40",
    ]


def test_every_row_deleted_is_every_row_deleted(garden: Garden) -> None:
    gone = ("kpis.1.name", "internal.1.partner", "external.1.partner")
    raw = garden.printed(*map(delete_row, gone))
    role = data(garden.back(raw))

    assert not {"kpis", "internal", "external"} & set(role)
    assert garden.back(raw).problems == []


def test_a_copied_row_is_a_further_row_wherever_it_stands(garden: Garden) -> None:
    for above in (False, True):
        raw = garden.printed(
            copy_row("duties.2.text", above=above),
            fill("duties.2.text", "Plans the tools", at=0 if above else 1),
            fill("duties.2.weight", "0", at=0 if above else 1),
        )
        done = garden.back(raw)
        texts = [each["text"] for each in rows(done, "duties")]
        oils = {"text": "Plans the tools", "standard": "No rust", "weight": 0, "source": True}

        assert texts[1:3] == (
            ["Plans the tools", "Cleans the tools"] if above else ["Cleans the tools", "Plans the tools"]
        )
        assert rows(done, "duties")[1 if above else 2] == oils
        assert done.problems == []


def test_a_copied_competency_can_be_another(garden: Garden) -> None:
    raw = garden.printed(
        copy_row("competencies.raking.level"), choose("competencies.raking.competency", "mowing", at=1)
    )
    done = garden.back(raw)

    assert done.problems == []
    assert changes(done) == ["+  - competency: mowing", "+    level: 1"]


def test_several_paragraphs_stay_several_or_are_said_to_be_joined(garden: Garden) -> None:
    raw = garden.printed(
        fill("purpose", "Keeps it.\nAnd the paths."),
        fill("redlines.2", "No fire\nNo noise"),
        fill("duties.3.standard", "It grows\nand blooms"),
    )
    done = garden.back(raw)
    role = data(done)

    assert role["purpose"] == "Keeps it.\n\nAnd the paths."
    assert role["redlines"] == ["No poison", "No fire", "No noise"]
    assert rows(done, "duties")[2]["standard"] == "It grows and blooms"
    assert [each.message(ENGLISH) for each in done.problems] == [
        "Duties, row 3, Standard is one line: its paragraphs were joined"
    ]
    assert "# mind the neighbours" in done.after


def test_a_row_that_is_deleted_is_one_entry(garden: Garden) -> None:
    done = garden.back(
        garden.printed(delete_row("competencies.sowing.level"), delete_row("internal.1.partner"))
    )

    assert [each["competency"] for each in rows(done, "competencies")] == ["digging", "raking"]
    assert "internal" not in data(done)
    assert rows(done, "external") == [{"partner": "Shop", "purpose": "Seeds"}]
    assert codes(done) == []
