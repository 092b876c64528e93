"""The files that a customised role gives: a Word file that Word takes, and a source that our reader takes."""

from dataclasses import replace

import yaml
from customising import (
    ROLE,
    add_duty,
    choose_logo,
    controls,
    download,
    field,
    fill,
    open_panel,
    opened,
    parts,
)
from output import Built
from playwright.sync_api import Page, expect
from quizzing import SAY, button
from visitors import Visitor

from coursewright.load.source_file import read_source
from coursewright.model.role import Role
from coursewright.roles.importing import Importer
from pictures import png

pytest_plugins = ["site_fixtures"]


def test_word_file_has_the_template_s_name_and_what_was_made_of_it(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    _customise(page)

    name, _ = download(page, "Download Word")

    assert name == f"RM-01-客户经理主管-v1.0-{SAY('customised')}.docx"


def test_word_controls_say_what_was_entered(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    _customise(page)
    said = {tag: text for tag, _, text in controls(download(page, "Download Word")[1])}

    assert said["company"] == "恒泰 & <银行>"
    assert said["department"] == "公司业务部"
    assert said["kpis.1.target"] == "不低于 100%"
    assert said["reports_to"] == field(page, "reports_to").locator("option:checked").inner_text()
    assert said["location"].strip("\u3000") == ""  # emptied: room to write, for it is printed too
    assert "confirm.location" not in said  # HR's own words are no proposal
    assert said["duties.9.text"] == "完成交办事项"
    assert "duties.3.text" not in said


def test_word_rows_are_numbered_and_struck_ones_gone(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    _customise(page)
    document = opened(download(page, "Download Word")[1])
    duties = next(table for table in document.tables if "duties.1.text" in table._tbl.xml)
    rows = duties._tbl.tr_lst[1:]

    assert ["".join(row.tc_lst[0].xpath(".//w:t/text()")) for row in rows] == [
        str(number) for number in range(1, 9)
    ]
    assert "完成交办事项" in "".join(rows[-1].xpath(".//w:t/text()"))
    assert SAY("Proposal") not in "".join(rows[-1].xpath(".//w:t/text()"))


def test_word_file_keeps_its_order_and_every_tag_and_id_is_its_own(visitor: Visitor, built: Built) -> None:
    page = visitor.open(ROLE)
    _customise(page)
    content = download(page, "Download Word")[1]
    found = list(controls(content))
    before = parts((built.folder / "roles/files/client-manager.docx").read_bytes())
    after = parts(content)

    assert len({tag for tag, _, _ in found}) == len(found)
    assert len({id for _, id, _ in found}) == len(found)
    assert all(0 < int(id) < 2**31 for _, id, _ in found)
    assert [name for name in after if name in before] == list(before)
    assert set(after) - set(before) <= {"word/media/company-logo.png", "word/_rels/header1.xml.rels"}
    assert b"showingPlcHdr" in after["word/document.xml"]


def test_word_header_shows_the_logo_at_nine_millimetres_at_most(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    _customise(page)
    content = download(page, "Download Word")[1]
    header = opened(content).sections[0].header
    extent = header._element.xpath(".//wp:extent")[0]
    relation = header._element.xpath(".//a:blip/@r:embed")[0]

    assert parts(content)["word/media/company-logo.png"] == png(240, 80)
    assert header.part.related_parts[relation].blob == png(240, 80)
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (972000, 324000)
    assert header._element.xpath(".//wp:docPr/@descr") == [SAY("Logo")]


def test_word_file_without_changes_says_what_the_template_says(visitor: Visitor, built: Built) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    content = download(page, "Download Word")[1]

    assert list(controls(content)) == list(
        controls((built.folder / "roles/files/client-manager.docx").read_bytes())
    )


def test_same_changes_give_the_same_word_file(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    _customise(page)

    assert download(page, "Download Word")[1] == download(page, "Download Word")[1]


def test_yaml_without_changes_is_the_role(visitor: Visitor, built: Built) -> None:
    for role in built.site.roles.values():
        page = visitor.open(f"roles/{role.id}/")
        button(page, "Customise").click()
        name, content = download(page, "Download YAML")
        document = read_source(name, content)

        assert name == f"{role.id}.yml"
        assert content.startswith(b"# yaml-language-server: $schema=../../schema/role.json\n")
        assert document.problems == []
        assert Role.model_validate(document.data) == role.model


def test_yaml_holds_the_changes_and_passes_the_model(visitor: Visitor, built: Built) -> None:
    page = visitor.open(ROLE)
    _customise(page)
    original = built.site.roles["client-manager"].model
    document = read_source("client-manager.yml", download(page, "Download YAML")[1])
    role = Role.model_validate(document.data)

    assert document.problems == []
    assert (role.company, role.department, role.location) == ("恒泰 & <银行>", "公司业务部", None)
    assert role.reports_to == field(page, "reports_to").input_value()
    assert [kpi.target for kpi in role.kpis[:2]] == ["不低于 100%", original.kpis[1].target]
    assert [duty.text for duty in role.duties] == [
        *(duty.text for at, duty in enumerate(original.duties, 1) if at != 3),
        "完成交办事项",
    ]
    assert role.duties[-1].source  # HR's own words are no proposal
    assert role.duties[-1].weight == original.duties[2].weight
    assert sum(duty.weight for duty in role.duties) == 100
    assert list(document.data)[:3] == ["code", "title", "aliases"]


def test_yaml_says_what_it_was_made_from_so_that_later_changes_stay(visitor: Visitor, built: Built) -> None:
    page = visitor.open(ROLE)
    _customise(page)
    name, content = download(page, "Download YAML")
    role = built.site.roles["client-manager"]
    text = (built.course / f"content/roles/{name}").read_text("utf-8")
    text = text.replace(f"title: {role.model.title}\n", "title: 大客户经理\n", 1)
    later = replace(role, model=role.model.model_copy(update={"title": "大客户经理"}))
    site = replace(built.site, roles={**built.site.roles, "client-manager": later})
    importer, source = Importer(site, name), read_source(name, content)
    done = importer.taken(source, importer.role_of_source(source, None) or "", text, lambda file, text: [])
    found = yaml.safe_load(done.after)

    assert [problem.code for problem in done.problems] == ["CW0709"]
    assert (found["title"], found["company"], len(found["duties"])) == ("大客户经理", "恒泰 & <银行>", 8)
    assert done.after.splitlines()[:3] == text.splitlines()[:3]


def _customise(page: Page) -> None:
    """Everything once: filled, emptied, chosen, struck, added, and a logo."""
    open_panel(page)
    fill(page, company="恒泰 & <银行>", department="公司业务部", location="", kpis__1__target="不低于 100%")
    field(page, "reports_to").select_option("bancassurance-director")
    weight = field(page, "duties.3.weight").input_value()
    button(page.locator(".cw-duty").nth(2), "Strike").click()
    add_duty(page, "完成交办事项", "按期完成", weight)
    choose_logo(page, png(240, 80))
    expect(page.locator("img.cw-logo")).to_be_visible()
