"""A job description that comes back from Word: nothing that a person wrote is lost, moved or denied."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from lxml import etree
from wordhand import (
    Change,
    choose,
    copy_row,
    delete_control,
    delete_row,
    drop_tags,
    fill,
    hand,
    hand_head,
    new_paragraph,
    overtype,
    strike,
    type_behind,
)
from wordparts import W, parts_of, zipped

from coursewright.compiler import check_course, problems_with
from coursewright.diagnostics import errors_in
from coursewright.link import Site
from coursewright.load.source_file import read_source
from coursewright.press.document import Mark
from coursewright.press.word.package import filled, word
from coursewright.roles.documents import blank_document, role_documents
from coursewright.roles.edition import edition_in
from coursewright.roles.importing import Import, Importer, Refused
from coursewright.roles.job_description import job_description
from coursewright.roles.stationery import Final, Stationery
from trees import ENGLISH, FRAMEWORK, ROLE, changed, write_course

OLD_DUTY = "  - text: Digs the beds\n    standard: Beds are dug\n    weight: 100\n    source: true\n"
DUTIES = """\
  # what matters most comes first
  - text: Digs the **beds**
    standard: Beds are dug
    weight: 60  # of a hundred
    source: true
  - text: Cleans the tools
    standard: No rust
    weight: 30
  - text: Plans the year
    standard: It grows
    weight: 10
"""
SOWS = "  - {kind: skill, text: Sows}\n"
COMPETENCIES = """\
competencies:
  - competency: digging
    level: 3
  - competency: sowing
    level: 2
    essential: false
  - {competency: raking, level: 1}
"""


def source() -> str:
    """The gardener with more of everything, written as people write."""
    role = changed(ROLE, OLD_DUTY, DUTIES)[ROLE]
    for old, new in (
        ("competencies:\n  - {competency: digging, level: 3}\n", COMPETENCIES),
        ("  - Buys seeds\n", "  - Buys seeds\n  - Sells flowers\n"),
        ("  - No poison\n", "  - No poison\n  # mind the neighbours\n  - No fire\n"),
        ("proposals: [kpis]", "proposals: [kpis, headcount, location]"),
        ("effective: May", "effective: '2026-05-01'"),
    ):
        assert old in role
        role = role.replace(old, new)
    return role


def framework() -> dict[str, str]:
    own = "      - id: digging\n"
    others = "".join(
        f"      - id: {id}\n        title: {id.capitalize()}\n        definition: It.\n"
        "        criteria: [Says it, Does it when told, Does it, Shows it]\n"
        for id in ("sowing", "raking", "mowing")
    )
    return changed(FRAMEWORK, own, others + own)


@dataclass
class Garden:
    root: Path

    @property
    def site(self) -> Site:
        return check_course(self.root).site

    def printed(self, *changes: Change) -> bytes:
        role = self.site.roles["gardener"]
        return hand(word(job_description(role, Stationery(self.site, ENGLISH))), *changes)

    def rewrite(self, *pairs: tuple[str, str]) -> None:
        """What the trainer changes meanwhile."""
        text = (self.root / ROLE).read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (self.root / ROLE).write_text(text, "utf-8")

    def back(self, raw: bytes, id: str | None = None) -> Import:
        importer, found = Importer(self.site, "form.docx"), filled(raw)
        known = importer.role_of(found, id)
        text = (self.root / ROLE).read_text("utf-8") if known else None
        return importer.imported(
            found, known or id or "new", text, lambda file, text: problems_with(self.root, file, text)
        )

    def taken(self, text: str) -> Import:
        """Another source of the role."""
        return Importer(self.site, "form.yml").taken(
            read_source("form.yml", text.encode()),
            "gardener",
            (self.root / ROLE).read_text("utf-8"),
            lambda file, text: problems_with(self.root, file, text),
        )


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(write_course(tmp_path, {ROLE: source(), **framework()}))


def data(done: Import) -> Mapping[str, object]:
    found = yaml.safe_load(done.after)
    assert isinstance(found, dict)
    return found


def rows(done: Import, name: str) -> list[dict[str, Any]]:
    found = data(done)[name]
    assert isinstance(found, list)
    return found


def document(done: Import) -> dict[str, Any]:
    found = data(done)["document"]
    assert isinstance(found, dict)
    return found


def codes(done: Import) -> list[str]:
    return [problem.code for problem in done.problems if problem.code.startswith("CW07")]


def changes(done: Import) -> list[str]:
    """Lines that are others, as `diff` has them."""
    before, after = (done.before or "").splitlines(), done.after.splitlines()
    gone = [f"-{line}" for line in before if before.count(line) > after.count(line)]
    return [*gone, *(f"+{line}" for line in after if after.count(line) > before.count(line))]


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
    raw = garden.printed(delete_row("kpis.1.name"), delete_row("internal.1.partner"))
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


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (new_paragraph("redlines.2", "No smoke"), ["CW0711 No smoke"]),
        (type_behind("duties.1.text", " and reviews 3 of them"), ["CW0711 and reviews 3 of them"]),
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


def test_a_source_that_comes_back_says_that_it_may_take_changes_back(garden: Garden) -> None:
    old = (garden.root / ROLE).read_text("utf-8")
    garden.rewrite(("conditions: Outdoors", "conditions: Wet"))
    done = garden.taken(old)

    assert codes(done) == ["CW0708"]
    assert changes(done) == ["-conditions: Wet", "+conditions: Outdoors"]
    assert garden.taken(done.before or "").problems == []


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
            fill("reports_to", "nobody"),
            fill("training.soil.chapter", "nowhere"),
            fill("competencies.raking.competency", "flying"),
        )
    )

    assert [(each.code, each.values["id"]) for each in done.problems if each.code == "CW0301"] == [
        ("CW0301", "nope"),
        ("CW0301", "nobody"),
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


BLANK: tuple[Change, ...] = (
    fill("code", "G-09"),
    fill("title", "Sower"),
    choose("family", "garden"),
    choose("grade", "specialist"),
    fill("department", "Garden"),
    choose("reports_to", "head"),
    fill("purpose", "Sows."),
    fill("duties.1.text", "Sows the beds"),
    fill("duties.1.standard", "Rows are straight"),
    fill("duties.1.weight", "100"),
    fill("authority.2", "Buys seeds"),
    fill("required.2.text", "Botany"),
    choose("competencies.new1.competency", "sowing"),
    choose("competencies.new1.level", "3"),
    choose("competencies.new2.competency", "raking"),
    choose("competencies.new2.level", "2"),
    choose("competencies.new2.essential", "false"),
    choose("training.new1.chapter", "soil"),
    fill("training.new1.when", "First week"),
    fill("training.new1.day", "7"),
    fill("document.version", "1.0"),
    fill("document.prepared", "HR"),
    fill("document.review", "yearly"),
)


def test_a_paper_that_is_no_job_description_is_refused_by_its_name(garden: Garden) -> None:
    site = garden.site
    made = {
        paper.kind: paper.document
        for paper in role_documents(Stationery(site, ENGLISH), [site.roles["gardener"]])
    }
    with pytest.raises(Refused) as refused:
        garden.back(word(made["appraisal"]))
    assert refused.value.problem.code == "CW0706"


def test_a_template_in_another_language_is_refused(garden: Garden) -> None:
    raw = garden.printed()
    (garden.root / "content/course.yml").write_text(
        (garden.root / "content/course.yml").read_text("utf-8").replace("language: en", "language: zh-CN"),
        "utf-8",
    )
    with pytest.raises(Refused) as refused:
        garden.back(raw)
    assert refused.value.problem.code == "CW0707"


def test_a_template_belongs_to_its_role_whatever_its_code_says_now(garden: Garden) -> None:
    raw = garden.printed(fill("code", "G-77"))
    assert changes(garden.back(raw)) == ["-code: G-01", "+code: G-77"]
    with pytest.raises(Refused) as refused:
        garden.back(raw, "head")
    assert refused.value.problem.code == "CW0719"


def test_a_code_that_another_role_has_is_refused(garden: Garden) -> None:
    done = garden.back(garden.printed(fill("code", "G-02")))
    assert "CW0302" in {problem.code for problem in done.problems}


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


def test_a_filled_blank_template_is_a_new_role(garden: Garden) -> None:
    blank = word(blank_document(Stationery(garden.site, ENGLISH)).document)
    done = garden.back(hand(blank, *BLANK), "sower")

    assert errors_in(done.problems) == 0, done.problems
    assert (done.file, done.before) == ("content/roles/sower.yml", None)
    assert list(rows(done, "duties")[0]) == ["text", "standard", "weight", "source"]
    assert data(done) == {
        "code": "G-09",
        "title": "Sower",
        "family": "garden",
        "grade": "specialist",
        "department": "Garden",
        "reports_to": "head",
        "purpose": "Sows.",
        "duties": [{"text": "Sows the beds", "standard": "Rows are straight", "weight": 100, "source": True}],
        "authority": ["Buys seeds"],
        "required": [{"kind": "field", "text": "Botany"}],
        "competencies": [
            {"competency": "sowing", "level": 3},
            {"competency": "raking", "level": 2, "essential": False},
        ],
        "training": [{"chapter": "soil", "when": "First week", "day": 7}],
        "document": {"version": "1.0", "prepared": "HR", "review": "yearly"},
    }


def test_a_blank_template_with_gaps_names_what_is_missing(garden: Garden) -> None:
    blank = word(blank_document(Stationery(garden.site, ENGLISH)).document)
    done = garden.back(hand(blank, fill("title", "Sower")), "sower")

    assert {"CW0201"} == {problem.code for problem in done.problems if problem.severity == "error"}
