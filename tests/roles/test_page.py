"""The page of a role says what its job description says."""

import html
import re
from pathlib import Path

import pytest

from coursewright.link import Site
from coursewright.press.document import lines_of
from coursewright.render.markdown import Reading
from coursewright.roles.job_description import sections
from coursewright.roles.page import page_sections
from coursewright.roles.stationery import Stationery
from coursewright.words import Words
from trees import ROLE, Files, changed, compiled, site_of


def said(page: str) -> str:
    """The words of a page without spaces, the labels of proposals and the lines to sign on."""
    page = re.sub(r'<span class="cw-proposal".*?</span>|<span></span>Date<span></span>', "", page)
    page = re.sub(r"\{ #.*? \}|^#+ ", "", page, flags=re.MULTILINE)
    return "".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def pages(site: Site, role: str) -> dict[str, str]:
    made = page_sections(site.roles[role], Stationery(site, Words("en")), Reading("roles/x.md", site.targets))
    return {section.name: str(section.heading + section.body) for section in made}


@pytest.mark.parametrize("kind", ["role", "charter"])
def test_every_section_of_the_page_says_what_the_document_says(kind: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, changed(ROLE, "family: garden", f"family: garden\nkind: {kind}"))
    made = pages(site, "gardener")
    found = list(sections(site.roles["gardener"], Stationery(site, Words("en"))))
    assert [section.name for section in found] == list(made)
    for section in found:
        assert said(made[section.name]) == "".join(" ".join(lines_of(section.blocks)).split())


def test_a_charter_is_signed_on_the_page_by_whom_it_is_in_its_document(tmp_path: Path) -> None:
    page = compiled(tmp_path, changed(ROLE, "family: garden", "family: garden\nkind: charter"))[
        "docs/roles/gardener.md"
    ].decode()
    signers = re.findall(r"<p>([^<]+)<span></span>Date", page)
    assert signers == ["Head of the department", "Human resources department", "Approved"]


def test_names_of_the_course_lead_into_it(tmp_path: Path) -> None:
    page = compiled(tmp_path)["docs/roles/gardener.md"].decode()
    assert '<span data-field="reports_to"><a href="site:/roles/head/">Head gardener</a></span>' in page
    assert '<a href="site:/competencies/#digging">Digging</a></span></td>' in page
    assert '<th scope="row">Career</th><td><a href="site:/roles/head/">Head gardener</a></td>' in page


def test_every_place_that_the_browser_changes_is_named(tmp_path: Path) -> None:
    page = compiled(tmp_path)["docs/roles/gardener.md"].decode()
    for key in ("company", "department", "reports_to", "second_line", "headcount", "location", "grade"):
        assert page.count(f'data-field="{key}"') == 1
    assert '<tr data-duty="1"><td>1</td>' in page
    assert '<span data-field="duties.1.weight">100</span>%' in page
    assert '<span data-field="kpis.1.target"></span>' in page


def test_a_page_without_a_section_has_no_heading_over_nothing(tmp_path: Path) -> None:
    files: Files = changed(ROLE, "authority:\n  - Buys seeds\n", "")
    site = site_of(tmp_path, files)
    assert "authority" not in pages(site, "gardener")
    assert "## Authority" not in compiled(tmp_path / "again", files)["docs/roles/gardener.md"].decode()


def test_one_kind_of_relations_stands_alone(tmp_path: Path) -> None:
    page = pages(
        site_of(tmp_path, changed(ROLE, "external:\n  - {partner: Shop, purpose: Seeds}\n", "")), "gardener"
    )
    assert page["relations"].count("<table>") == 1
    assert "Outside" not in page["relations"]
    assert "cw-two" not in page["relations"]


def test_an_authors_blocks_are_on_the_page(tmp_path: Path) -> None:
    text = "purpose: |\n  Keeps *it*, see [the head](role:head).\n\n  - beds\n  - paths\n"
    page = pages(site_of(tmp_path, changed(ROLE, "purpose: Keeps the garden.\n", text)), "gardener")[
        "purpose"
    ]
    assert (
        '<div class="cw-text" data-field="purpose"><p>Keeps <em>it</em>, see '
        '<a href="site:/roles/head/">the head</a>.</p><ul><li>beds</li><li>paths</li></ul></div>'
    ) in page
