"""What no field of a returned template holds is named, and told from what a program or its paper did."""

from dataclasses import replace

import docx
import pytest
from garden import SOWS, Garden, changes, codes, data, rows, source
from lxml import etree
from wordhand import (
    Change,
    choose,
    control,
    delete_control,
    delete_row,
    drop_tags,
    fill,
    hand_head,
    new_paragraph,
    overtype,
    strike,
    type_behind,
)
from wordparts import W, parts_of, zipped

from coursewright.press.word.package import word
from coursewright.roles.job_description import job_description
from coursewright.roles.stationery import Stationery
from trees import ENGLISH

pytest_plugins = ["garden_fixtures"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (new_paragraph("redlines.2", "No smoke"), ["CW0711 No smoke"]),
        (type_behind("duties.1.text", " and reviews 3 of them"), ["CW0711 and reviews 3 of them"]),
        (type_behind("location", "2 hills"), ["CW0711 2 hills"]),
        (delete_control("location", "The hill"), ["CW0711 The hill", "CW0713 Place of work"]),
        (
            delete_control("duties.1.standard", "Dug deep"),
            ["CW0711 Dug deep", "CW0713 Duties, row 1, Standard"],
        ),
        (delete_control("confirm.headcount"), ["CW0713 Headcount (Proposal)"]),
        (overtype("Direct reports", "The mayor"), ["CW0711 The mayor", "CW0712 Direct reports"]),
        (fill("signature-date.1", "1 May"), ["CW0711 Holder of the post Date 1 May"]),
    ],
)
def test_whatever_no_field_holds_is_named(garden: Garden, change: Change, said: list[str]) -> None:
    done = garden.back(garden.printed(change))
    found = [f"{each.code} {each.values.get('text') or each.values.get('field')}" for each in done.problems]

    assert found == said
    assert done.after == done.before


@pytest.mark.parametrize(
    ("tag", "field"),
    [
        ("redlines.1", "Compliance red lines, row 1, Compliance red lines"),
        ("redlines.2", "Compliance red lines, row 2, Compliance red lines"),
        ("required.1.text", "Required qualifications, row 1, Qualification"),
        ("required.2.text", "Required qualifications, row 2, Qualification"),
        ("preferred.1.text", "Preferred qualifications, row 1, Qualification"),
    ],
)
def test_a_row_whose_words_are_typed_in_place_of_its_field_stays(
    garden: Garden, tag: str, field: str
) -> None:
    garden.rewrite(("  - {kind: skill, text: Digs}\n", "  - {kind: skill, text: Digs}\n" + SOWS))
    done = garden.back(garden.printed(delete_control(tag, "Other words")))
    found = {f"{each.code} {each.values.get('text') or each.values.get('field')}" for each in done.problems}

    assert found == {"CW0711 Other words", f"CW0713 {field}"}
    assert done.after == done.before


def test_a_field_without_words_in_its_place_is_a_row_less(garden: Garden) -> None:
    garden.rewrite(("  - {kind: skill, text: Digs}\n", "  - {kind: skill, text: Digs}\n" + SOWS))
    raw = garden.printed(
        delete_control("redlines.2"),
        delete_control("required.1.text"),
        new_paragraph("duties.1.text", "Note"),
    )
    done = garden.back(raw)

    assert codes(done) == ["CW0711"]
    assert data(done)["redlines"] == ["No poison"]
    assert data(done)["required"] == [{"kind": "skill", "text": "Sows"}]


def test_a_print_for_a_company_on_its_own_paper_says_what_the_source_says(garden: Garden) -> None:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "ACME"
    paper.save(str(garden.root / "own.docx"))
    role = garden.site.roles["gardener"]
    role = replace(role, model=role.model.model_copy(update={"company": "Plot Ltd"}))
    printed = job_description(role, Stationery(garden.site, ENGLISH))
    done = garden.back(word(printed, (garden.root / "own.docx").read_bytes()))

    assert done.problems == []
    assert done.after == done.before


def test_a_print_for_a_company_that_has_another_name_proposes_that_name(garden: Garden) -> None:
    role = garden.site.roles["gardener"]
    role = replace(role, model=role.model.model_copy(update={"company": "Plot Ltd"}))
    printed = word(job_description(role, Stationery(garden.site, ENGLISH)))
    done = garden.back(hand_head(printed, fill("company", "Plots & Sons")))

    assert done.problems == []
    assert changes(done) == ["+company: Plots & Sons"]


def test_a_company_typed_in_place_of_its_field_is_named(garden: Garden) -> None:
    done = garden.back(hand_head(garden.printed(), delete_control("company", "Plots & Sons")))
    found = [f"{each.code} {each.values.get('text') or each.values.get('field')}" for each in done.problems]

    assert done.after == done.before
    assert found == ["CW0711 Plots & Sons G-01 · version 1.0", "CW0713 Company"]


def test_another_number_in_words_without_a_field_is_named(garden: Garden) -> None:
    garden.rewrite(("title: Gardener", "title: Gardener 2"))
    raw = garden.printed(overtype("Gardener 2: job description", "Gardener 3: job description"))

    assert [(each.code, each.values["text"]) for each in garden.back(raw).problems] == [
        ("CW0711", "Gardener 3: job description"),
        ("CW0712", "Gardener 2: job description"),
    ]


def test_what_is_typed_into_the_head_is_named(garden: Garden) -> None:
    done = garden.back(hand_head(garden.printed(), type_behind("company", "Secret")))

    assert [(each.code, each.values["text"]) for each in done.problems] == [("CW0711", "Secret")]


def test_a_field_in_the_head_of_a_companys_paper_is_the_papers(garden: Garden) -> None:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0]._p.append(
        etree.fromstring(
            f'<w:sdt xmlns:w="{W[1:-1]}"><w:sdtPr><w:alias w:val="Title"/><w:tag w:val="title"/></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>ACME handbook</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )
    paper.save(str(garden.root / "own.docx"))
    printed = job_description(garden.site.roles["gardener"], Stationery(garden.site, ENGLISH))
    done = garden.back(word(printed, (garden.root / "own.docx").read_bytes()))

    assert done.after == done.before
    assert done.problems == []


def test_comments_and_notes_are_named(garden: Garden) -> None:
    note = (
        b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:comments>'
    )
    said = b"<w:comment><w:p><w:r><w:t>Is this still so?</w:t></w:r></w:p></w:comment>"
    done = garden.back(zipped({**parts_of(garden.printed()), "word/comments.xml": note % said}))

    assert [(each.code, each.values["text"]) for each in done.problems] == [("CW0711", "Is this still so?")]


def test_what_is_struck_through_is_no_less_there_and_that_is_said(garden: Garden) -> None:
    done = garden.back(garden.printed(strike("duties.3.text")))

    assert done.after == done.before
    assert [(each.code, each.values["text"]) for each in done.problems] == [("CW0720", "Plans the year")]


def test_what_is_hidden_is_taken_over_and_that_is_said(garden: Garden) -> None:
    def hide(root: etree._Element) -> None:
        made = f'<w:r xmlns:w="{W[1:-1]}"><w:rPr><w:vanish/></w:rPr><w:t> and more</w:t></w:r>'
        next(control(root, "duties.3.text").iter(f"{W}r")).addnext(etree.fromstring(made))

    done = garden.back(garden.printed(hide))

    assert "Plans the year and more" in done.after
    assert [(each.code, each.values["text"]) for each in done.problems] == [("CW0722", " and more")]


def test_a_program_that_drops_tags_is_read_by_titles_and_order(garden: Garden) -> None:
    raw = garden.printed(
        fill("duties.2.weight", "20"),
        fill("duties.3.weight", "20"),
        choose("competencies.sowing.level", "1"),
        fill("location", "Hill"),
        drop_tags,
    )
    plain = garden.back(garden.printed(drop_tags))
    done = garden.back(raw)

    assert plain.after == plain.before
    assert plain.problems == []
    assert done.problems == []
    assert changes(done)[-4:] == [
        "+    weight: 20",
        "+    weight: 20",
        "+    level: 1",
        "+proposals: [kpis, headcount]",
    ]


def test_a_row_deleted_without_tags_is_that_row(garden: Garden) -> None:
    raw = garden.printed(delete_row("duties.2.text"), fill("duties.1.weight", "90"), drop_tags)
    done = garden.back(raw)

    assert [each["text"] for each in rows(done, "duties")] == ["Digs the **beds**", "Plans the year"]


def test_a_file_without_its_edition_is_compared_as_it_is_and_says_so(garden: Garden) -> None:
    parts = parts_of(garden.printed(fill("conditions", "Wet")))
    raw = zipped(
        {
            name: content
            for name, content in parts.items()
            if not name.startswith(("customXml/", "docProps/custom"))
        }
    )
    done = garden.back(raw)

    assert codes(done) == ["CW0708"]
    assert changes(done) == ["-conditions: Outdoors", "+conditions: Wet"]


def test_the_digest_alone_tells_an_edition_that_is_the_sources(garden: Garden) -> None:
    parts = parts_of(garden.printed(fill("conditions", "Wet")))
    raw = zipped({name: content for name, content in parts.items() if not name.startswith("customXml/")})

    assert garden.back(raw).problems == []
    garden.rewrite(("full-time", "part-time"))
    assert codes(garden.back(raw)) == ["CW0708"]


def test_an_error_is_at_the_authors_line_and_names_the_row(garden: Garden) -> None:
    raw = garden.printed(
        fill("duties.2.weight", "half"), fill("kpis.1.weight", "99"), fill("purpose", "Longer\nNow")
    )
    done = garden.back(raw)
    lines = source().splitlines()
    found = {problem.code: problem for problem in done.problems}

    assert lines[found["CW0202"].place.line - 1] == "    weight: 30"
    assert found["CW0202"].hints(ENGLISH)[-1] == "in the template: Duties, row 2, Weight"


def test_references_are_looked_up(garden: Garden) -> None:
    done = garden.back(
        garden.printed(
            fill("family", "nope"),
            fill("training.soil.chapter", "nowhere"),
            fill("competencies.raking.competency", "flying"),
        )
    )

    assert [(each.code, each.values["id"]) for each in done.problems if each.code == "CW0301"] == [
        ("CW0301", "nope"),
        ("CW0301", "flying"),
        ("CW0301", "nowhere"),
    ]


def test_dates_are_written_alike(garden: Garden) -> None:
    done = garden.back(
        garden.printed(fill("document.effective", "2027年1月1日"), fill("training.soil.day", "14"))
    )

    assert changes(done) == [
        "-  - {chapter: soil, when: First month, day: 30}",
        "-  effective: '2026-05-01'",
        "+  - {chapter: soil, when: First month, day: 14}",
        "+  effective: '2027-01-01'",
    ]


@pytest.mark.parametrize("day", ["2027年2月30日", "2027-02-30", "2027/13/1"])
def test_a_day_that_never_comes_is_told_where_it_stands(garden: Garden, day: str) -> None:
    done = garden.back(
        garden.printed(fill("document.effective", day), fill("document.revisions.1.date", day))
    )
    found = [each for each in done.problems if each.code == "CW0408"]

    assert [each.note for each in found] == [
        "in the template: Effective",
        "in the template: Revisions, row 1, Date",
    ]
    assert all(each.severity == "error" for each in found)
