"""The role library: choosing, cards, career paths, the data of a comparison."""

import json
from pathlib import Path

from coursewright.compiler import RENDERERS
from coursewright.render import render_site
from coursewright.roles.library import is_promotion
from trees import COURSE, ROLE, changed, compiled, site_of


def test_channels_are_offered_in_the_order_of_the_roles(tmp_path: Path) -> None:
    files = {
        **changed(ROLE, "family: garden\n", "family: garden\nchannel: 'Shop <b>'\n"),
        "content/roles/head.yml": COURSE["content/roles/head.yml"].replace(
            "family: garden\n", "family: garden\nchannel: Market\n"
        ),
    }
    page = compiled(tmp_path, files)["docs/roles/index.md"].decode()
    assert "<option>Shop &lt;b&gt;</option><option>Market</option>" in page
    assert 'data-channel="Shop &lt;b&gt;"' in page


def test_no_channel_no_filter_for_it(tmp_path: Path) -> None:
    assert 'name="channel"' not in compiled(tmp_path)["docs/roles/index.md"].decode()


MARKED = "'Keeps the **whole** garden & `rakes`, see [the soil](section:soil/layers).'"


def test_a_card_shows_the_purpose_without_its_marks(tmp_path: Path) -> None:
    page = compiled(tmp_path, changed(ROLE, "Keeps the garden.", MARKED))["docs/roles/index.md"].decode()
    assert "<strong>Gardener</strong><span>Keeps the whole garden &amp; rakes, see the soil.</span>" in page


def test_a_long_purpose_is_cut_where_it_is_read_not_within_its_marks(tmp_path: Path) -> None:
    long = f"'[{'Beds ' * 14}](section:soil/layers) and paths and hedges'"
    page = compiled(tmp_path, changed(ROLE, "Keeps the garden.", long))["docs/roles/index.md"].decode()
    assert f"<span>{'Beds ' * 14}and paths…</span>" in page


def test_a_role_knows_where_it_leads_and_from_where_it_is_reached(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert site.coverage.origins_of_role == {"head": (site.roles["gardener"],)}
    tree = render_site(site, RENDERERS)
    entry = '</p><ul><li><span class="cw-m">promotion</span> <a href="site:/roles/{}/">'
    assert f"Reached from{entry.format('gardener')}" in tree["docs/roles/head.md"].decode()
    assert f"Leads to{entry.format('head')}" in tree["docs/roles/gardener.md"].decode()


def test_only_a_higher_level_is_a_promotion(tmp_path: Path) -> None:
    roles = site_of(tmp_path).roles
    assert is_promotion(roles["gardener"], roles["head"])
    assert not is_promotion(roles["head"], roles["gardener"])
    assert not is_promotion(roles["head"], roles["head"])


def test_training_leads_to_the_chapter_and_its_quiz_and_back(tmp_path: Path) -> None:
    tree = compiled(tmp_path)
    role = tree["docs/roles/gardener.md"].decode()
    assert '<strong>First month</strong> <a href="site:/learn/soil/">Chapter 1 Soil</a>' in role
    assert '<a href="site:/quizzes/soil/">Soil quiz</a> <span class="cw-m">cut score 70 %</span>' in role
    assert (
        '<a href="site:/roles/gardener/">Gardener</a> <span class="cw-m">First month</span>'
        in tree["docs/learn/soil/index.md"].decode()
    )
    assert '<a href="site:/learn/soil/#roles">required of 1 role</a>' in tree["docs/quizzes/soil.md"].decode()


def test_the_comparison_has_a_value_of_every_role_for_every_aspect(tmp_path: Path) -> None:
    data = json.loads(compiled(tmp_path)["docs/assets/coursewright/roles.json"])
    kinds = {"line": str, "list": list, "rows": dict}
    assert [role["id"] for role in data["roles"]] == ["gardener", "head"]
    for role in data["roles"]:
        assert [type(value) for value in role["values"]] == [
            kinds[aspect["kind"]] for aspect in data["aspects"]
        ]
    gardener = dict(
        zip((aspect["title"] for aspect in data["aspects"]), data["roles"][0]["values"], strict=True)
    )
    assert gardener["Reports to"] == "Head gardener"
    assert gardener["Duties"] == ["Digs the beds (100 %)"]
    assert gardener["Competencies required"] == {"digging": "3 alone (essential)"}
    assert gardener["Training"] == {"soil": "First month"}
    assert "Channel" not in gardener  # no role has one
