"""Whose post it is, how its indicators score, which exams follow, and what HR must know first."""

from pathlib import Path

import pytest
from garden import Garden, changes, codes, data, rows
from garden_fixtures import garden
from test_documents import documents, said
from wordhand import choose, fill

from coursewright.press.document import lines_of
from coursewright.roles.documents import blank_document
from coursewright.roles.job_description import job_description
from coursewright.roles.stationery import Stationery
from coursewright.words import Words
from trees import COURSE, FAMILIES, ROLE, brief, changed, compiled, problems_of, report, site_of

__all__ = ["garden"]

EMPLOYERS = {
    FAMILIES: COURSE[FAMILIES] + "employers:\n  - {id: owner, title: Owner}\n  - {id: guest, title: Guests}\n"
}
OWNED = EMPLOYERS | changed(ROLE, "grade: specialist", "employer: guest\ngrade: specialist")
BED = "data: The book}"
LOWER = changed(ROLE, BED, "data: The book, better: lower, floor: 60, cap: 120}")
EXAM = changed(ROLE, "career: [head]", "exams: [spade]\ncareer: [head]")
OUTSIDE = changed(ROLE, "reports_to: head", "superior: The council")


def test_every_page_of_every_paper_says_whose_post_it_is(tmp_path: Path) -> None:
    papers = documents(site_of(tmp_path, OWNED))
    assert "Employer Guests" in said(papers["gardener"])
    heads = {name: paper.head[1] for name, paper in papers.items() if name.startswith("gardener")}
    assert heads
    assert all("Employer: Guests · G-01" in head for head in heads.values())


def test_a_course_of_one_employer_says_nothing_of_it(tmp_path: Path) -> None:
    assert "Employer " not in said(documents(site_of(tmp_path))["gardener"])
    assert "Employer" not in compiled(tmp_path / "again")["docs/roles/index.md"].decode()


def test_the_library_is_filtered_by_employer(tmp_path: Path) -> None:
    page = compiled(tmp_path, OWNED)["docs/roles/index.md"].decode()
    assert '<option value="guest">Guests</option>' in page
    assert 'data-employer="guest"' in page


def test_a_role_of_nobody_knows_whom_is_told(tmp_path: Path) -> None:
    told = [line for line in brief(problems_of(tmp_path, OWNED)) if "CW0433" in line]
    assert told == ["CW0433 content/roles/head.yml:2:8"]
    assert "CW0433" not in " ".join(brief(problems_of(tmp_path / "again")))


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("grade: specialist", "employer: gest\ngrade: specialist", "CW0301", "did you mean “guest”?"),
        ("career: [head]", "exams: [spad]\ncareer: [head]", "CW0301", "did you mean “spade”?"),
        ("career: [head]", "exams: [spade, spade]\ncareer: [head]", "CW0305", "spade"),
        (BED, "data: The book, better: lowr}", "CW0204", "did you mean “lower”?"),
        (BED, "data: The book, floor: 100}", "CW0210", "99"),
        (BED, "data: The book, cap: 99}", "CW0210", "100"),
        ("reports_to: head", "reports_to: head\nsuperior: The council", "CW0432", "superior"),
    ],
)
def test_a_wrong_value_is_told_with_its_place(
    old: str, new: str, place: str, said: str, tmp_path: Path
) -> None:
    text = report(tmp_path, EMPLOYERS | changed(ROLE, old, new))
    assert f"[{place}]" in text
    assert f"--> {ROLE}:" in text
    assert said in text


def test_an_indicator_says_how_an_actual_value_becomes_points(tmp_path: Path) -> None:
    papers = documents(site_of(tmp_path, LOWER))
    assert "lower is better \n 60 – 120" in said(papers["gardener"])
    assert "lower is better, 60–120 points" in said(papers["gardener.appraisal"])
    for paper in (papers["gardener"], papers["gardener.appraisal"]):
        assert "(2 − actual ÷ target) × 100" in said(paper)
        assert "with a target of 0, 100 for an actual 0" in said(paper)


def test_a_role_names_its_exams_and_what_they_ask_besides(tmp_path: Path) -> None:
    papers = documents(site_of(tmp_path, EXAM))
    line = "Exams of the training: Spade exam (1 question, 30 min, cut score 60%)"
    for name in ("gardener", "gardener.onboarding"):
        assert line in lines_of(papers[name].blocks)
    page = compiled(tmp_path / "page", EXAM)["docs/roles/gardener.md"].decode()
    assert '<a href="site:/quizzes/exams/spade/">Spade exam</a> (1 question, 30 min, cut score 60%)' in page


def test_where_a_post_leads_is_said_only_if_it_leads_anywhere(tmp_path: Path) -> None:
    site = site_of(tmp_path, changed(ROLE, "career: [head]\n", ""))
    blank = blank_document(Stationery(site, Words("en"))).document

    assert "Career" in said(documents(site_of(tmp_path / "onward"))["gardener"])
    assert "Career" not in said(documents(site)["gardener"])
    assert "Direct reports" in said(documents(site)["gardener"])
    assert "Career" in said(blank)


def test_notes_for_human_resources_are_in_the_description(tmp_path: Path) -> None:
    blocks = list(lines_of(documents(site_of(tmp_path))["gardener"].blocks))
    assert blocks[blocks.index("For HR") + 1] == "Ask about boots"


def test_what_hr_writes_into_them_comes_back(garden: Garden) -> None:
    done = garden.back(
        garden.printed(
            fill("notes.1", "Compliance agreed"), choose("kpis.1.better", "lower"), fill("kpis.1.floor", "50")
        )
    )
    assert data(done)["notes"] == ["Compliance agreed"]
    assert rows(done, "kpis")[0] | {"better": "lower", "floor": 50} == rows(done, "kpis")[0]
    assert codes(done) == []
    assert "notes" not in data(garden.back(garden.printed(fill("notes.1", ""))))


def test_a_higher_that_is_chosen_is_as_if_left_out(garden: Garden) -> None:
    garden.rewrite((BED, "data: The book, better: lower}"))
    assert "better" not in rows(garden.back(garden.printed(choose("kpis.1.better", "higher"))), "kpis")[0]


def test_a_superior_outside_is_printed_and_gives_way_to_a_role(garden: Garden) -> None:
    garden.rewrite(("reports_to: head", "superior: The council"))
    assert "Reports to The council" in said(documents(garden.site)["gardener"])
    assert changes(garden.back(garden.printed())) == []
    done = garden.back(garden.printed(choose("reports_to", "head")))
    assert data(done)["reports_to"] == "head"
    assert "superior" not in data(done)


def test_a_superior_outside_is_written_in_word_in_place_of_a_role(garden: Garden) -> None:
    done = garden.back(garden.printed(fill("reports_to", "The council")))
    assert codes(done) == []
    assert changes(done) == ["-reports_to: head", "+superior: The council"]
    assert "reports_to" not in data(garden.back(garden.printed(fill("reports_to", ""))))


def test_exams_that_ask_more_than_the_training_say_so(tmp_path: Path) -> None:
    head = "content/roles/head.yml"
    site = site_of(tmp_path, changed(head, "document:", "exams: [spade]\ndocument:"))
    line = "Exams of the training: Spade exam (1 question, 30 min, cut score 60%); also asked there: Soil"
    assert line in lines_of(documents(site)["head"].blocks)


def test_a_chinese_title_of_a_post_is_not_said_twice(tmp_path: Path) -> None:
    site = site_of(tmp_path, changed(ROLE, "title: Gardener", "title: 园艺岗"))
    paper = job_description(site.roles["gardener"], Stationery(site, Words("zh-CN")))
    assert paper.title == "岗位说明书：园艺岗"
