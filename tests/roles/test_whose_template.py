"""Whose job description a returned file is: a role's, another paper's, or that of a role to come."""

import pytest
from garden import Garden, changes, data, rows
from wordhand import Change, choose, fill, hand

from coursewright.diagnostics import errors_in
from coursewright.press.word.package import word
from coursewright.roles.documents import blank_document, role_documents
from coursewright.roles.importing import Refused
from coursewright.roles.stationery import Stationery
from trees import ENGLISH

pytest_plugins = ["garden_fixtures"]

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
