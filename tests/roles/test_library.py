"""The role library: the chart's layout, the comparison's data, the matrix as CSV and XLSX, career paths."""

import csv
import io
import json
import zipfile
from datetime import datetime
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook  # type: ignore[import-untyped]  # no stubs among the dependencies

from coursewright.compiler import RENDERERS
from coursewright.render import render_site
from coursewright.render.cells import csv_bytes
from coursewright.roles.chart import CHARACTERS, HEIGHT, LATIN, WIDTH, chart, place, wrapped
from coursewright.roles.library import is_promotion
from trees import COURSE, FRAMEWORK, ROLE, changed, compiled, site_of

Forest = tuple[list[str], dict[str, list[str]]]


@st.composite
def forests(draw: st.DrawFn) -> Forest:
    """Roots and children: every node is below one of those before it, or a root."""
    roots = ["n0"]
    below: dict[str, list[str]] = {}
    for number in range(1, draw(st.integers(1, 40))):
        above = draw(st.integers(-1, number - 1))
        if above < 0:
            roots.append(f"n{number}")
        else:
            below.setdefault(f"n{above}", []).append(f"n{number}")
    return roots, below


# the layout


@settings(max_examples=300, deadline=None)
@given(forests())
def test_every_node_has_a_place_and_none_overlap(forest: Forest) -> None:
    roots, below = forest
    places = place(roots, below)
    assert places.keys() == {*roots, *(child for children in below.values() for child in children)}
    assert min(row for _, row in places.values()) == 0
    for one, other in combinations(places.values(), 2):
        assert one[0] != other[0] or abs(one[1] - other[1]) >= 1 - 1e-9


@settings(max_examples=300, deadline=None)
@given(forests())
def test_a_superior_stands_before_and_midway_beside_those_below(forest: Forest) -> None:
    roots, below = forest
    places = place(roots, below)
    assert all(places[root][0] == 0 for root in roots)
    for above, children in below.items():
        rows = [places[child][1] for child in children]
        assert rows == sorted(rows)
        assert {places[child][0] for child in children} == {places[above][0] + 1}
        assert places[above][1] == pytest.approx((rows[0] + rows[-1]) / 2)


@settings(max_examples=300, deadline=None)
@given(forests())
def test_lines_of_one_level_keep_apart(forest: Forest) -> None:
    """What runs down between two levels spans the children; two such spans never meet."""
    roots, below = forest
    places = place(roots, below)
    spans: dict[int, list[tuple[float, float]]] = {}
    for above, children in below.items():
        spans.setdefault(places[above][0], []).append((places[children[0]][1], places[children[-1]][1]))
    for level in spans.values():
        assert all(first[1] < second[0] for first, second in pairwise(sorted(level)))


@settings(max_examples=100, deadline=None)
@given(forests())
def test_trees_stand_below_one_another(forest: Forest) -> None:
    roots, below = forest
    places = place(roots, below)

    def rows(root: str) -> list[float]:
        return [places[root][1], *(row for child in below.get(root, ()) for row in rows(child))]

    assert all(max(rows(first)) < min(rows(second)) for first, second in pairwise(roots))


def test_no_roles_have_no_places() -> None:
    assert place([], {}) == {}


def test_the_same_forest_is_laid_out_the_same() -> None:
    below = {"a": ["b", "c"], "b": ["d"]}
    assert place(["a", "e"], below) == {"a": (0, 0.5), "b": (1, 0), "d": (2, 0), "c": (1, 1), "e": (0, 2.4)}


# titles


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("客户经理", ("客户经理",)),
        ("银行保险渠道经理", ("银行保险渠道经理",)),
        ("银行保险渠道业务部经理岗", ("银行保险渠道", "业务部经理岗")),
        ("Head gardener", ("Head gardener",)),
        ("Senior relationship manager", ("Senior", "relationship…")),
        ("一二三四五六七八九十一二三四五六七八九十", ("一二三四五六七八", "九十一二三四五…")),
    ],
)
def test_a_title_stands_on_two_lines_at_most(title: str, lines: tuple[str, ...]) -> None:
    assert wrapped(title) == lines


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("银行客户经理abcXYZ -（）é"), min_size=1, max_size=60).filter(str.strip))
def test_no_line_is_wider_than_its_box(title: str) -> None:
    lines = wrapped(title)
    assert 1 <= len(lines) <= 2
    assert all(
        sum(LATIN if char.isascii() or char == "é" else 1 for char in line) <= CHARACTERS + 1e-9
        for line in lines
    )
    shown = "".join(lines).replace(" ", "")
    assert title.replace(" ", "").startswith(shown.removesuffix("…"))


# the chart of a course


def test_the_chart_has_a_box_for_every_role_inside_it(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    drawn = chart(site)
    assert [box.role.id for box in drawn.boxes] == ["head", "gardener"]
    assert all(
        0 <= box.x <= drawn.width - WIDTH and 0 <= box.y <= drawn.height - HEIGHT for box in drawn.boxes
    )
    head, gardener = drawn.boxes
    assert (head.above, head.line) == (None, "")
    assert gardener.above is site.roles["head"]
    assert gardener.line == f"M{head.x + WIDTH} {head.y + HEIGHT // 2}h8V{gardener.y + HEIGHT // 2}h8"


def test_the_text_of_a_box_stands_in_its_middle(tmp_path: Path) -> None:
    boxes = chart(
        site_of(tmp_path, changed(ROLE, "title: Gardener\n", "title: Senior relationship manager\n"))
    ).boxes
    assert [len(box.lines) for box in boxes] == [1, 2]
    for box in boxes:
        first, *_, last = box.baselines
        assert len(box.baselines) == len(box.lines) + 1
        assert box.y + 13 < first < last < box.y + HEIGHT
        assert first - 11 - box.y == pytest.approx(
            box.y + HEIGHT - last, abs=3
        )  # 11 pixels of a letter stand on its baseline


def test_a_line_that_is_a_proposal_is_drawn_as_one_and_said(tmp_path: Path) -> None:
    files = changed(ROLE, "proposals: [kpis]", "proposals: [kpis, reports_to]")
    page = compiled(tmp_path, files)["docs/roles/index.md"].decode()
    assert 'class="cw-chart-line cw-chart-proposed"' in page
    assert "Broken lines are proposals" in page
    assert 'aria-label="Gardener, reports to Head gardener"' in page


def test_the_chart_has_a_list_that_says_the_same(tmp_path: Path) -> None:
    page = compiled(tmp_path)["docs/roles/index.md"].decode()
    text = page[page.index("cw-chart-text") :]
    assert (
        text.index("Head gardener")
        < text.index("<ul>", text.index("Head gardener"))
        < text.index(">Gardener<")
    )
    assert "Broken lines" not in page


# choosing


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


# the cards

MARKED = "'Keeps the **whole** garden & `rakes`, see [the soil](section:soil/layers).'"


def test_a_card_shows_the_purpose_without_its_marks(tmp_path: Path) -> None:
    page = compiled(tmp_path, changed(ROLE, "Keeps the garden.", MARKED))["docs/roles/index.md"].decode()
    assert "<strong>Gardener</strong><span>Keeps the whole garden &amp; rakes, see the soil.</span>" in page


def test_a_long_purpose_is_cut_where_it_is_read_not_within_its_marks(tmp_path: Path) -> None:
    long = f"'[{'Beds ' * 14}](section:soil/layers) and paths and hedges'"
    page = compiled(tmp_path, changed(ROLE, "Keeps the garden.", long))["docs/roles/index.md"].decode()
    assert f"<span>{'Beds ' * 14}and paths…</span>" in page


# career paths


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


# the comparison


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


# the matrix

HOSTILE = "=cmd|' /C calc'!A0"


def hostile_matrix(tmp_path: Path) -> dict[str, bytes]:
    return dict(compiled(tmp_path, changed(FRAMEWORK, "title: Digging", f'title: "{HOSTILE}"')))


def test_the_matrix_as_csv_reads_back_with_digits_and_words(tmp_path: Path) -> None:
    raw = compiled(tmp_path)["docs/competencies/matrix.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 2
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == [
        ["Competency", "Group", "Taught in", "G-01 Gardener"],
        ["Digging", "Craft", "Ch. 1", "3 alone (essential)"],
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_of_the_csv_begins_as_a_formula(sign: str) -> None:
    raw = csv_bytes([["name", f"{sign}1+1"], [f"{sign}cmd|x", "plain"]]).decode("utf-8-sig")
    assert [cell for row in csv.reader(io.StringIO(raw, newline="")) for cell in row] == [
        "name",
        f"'{sign}1+1",
        f"'{sign}cmd|x",
        "plain",
    ]


def test_a_hostile_title_is_text_in_both_files(tmp_path: Path) -> None:
    tree = hostile_matrix(tmp_path)
    assert f"'{HOSTILE}".encode() in tree["docs/competencies/matrix.csv"]
    cell = load_workbook(io.BytesIO(tree["docs/competencies/matrix.xlsx"])).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (HOSTILE, "s")
    with zipfile.ZipFile(io.BytesIO(tree["docs/competencies/matrix.xlsx"])) as book:
        assert all(
            b"<f>" not in book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")
        )


def test_the_workbook_has_the_matrix_and_its_legend(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(compiled(tmp_path)["docs/competencies/matrix.xlsx"]))
    matrix, legend = book.worksheets
    assert [cell.value for cell in matrix[2]] == ["Digging", "Craft", "Ch. 1", "3 alone (essential)"]
    assert (matrix.freeze_panes, matrix.auto_filter.ref) == ("B2", "A1:D2")
    assert [[cell.value for cell in row] for row in legend["A2:B3"]] == [
        ["1 knows", "Says it."],
        ["2 helped", "Does it with help."],
    ]
    assert (book.properties.title, book.properties.creator) == ("Gardening", "The allotment")
    assert book.properties.created == datetime(2026, 1, 31)


def test_the_workbook_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    path = "docs/competencies/matrix.xlsx"
    raw = render_site(site, RENDERERS)[path]
    assert render_site(site, RENDERERS)[path] == raw
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        assert {entry.date_time[0] for entry in book.infolist()} == {1980}


def test_the_page_says_level_and_need_in_words(tmp_path: Path) -> None:
    page = compiled(tmp_path)["docs/competencies/matrix.md"].decode()
    assert '<strong>3</strong> alone<small class="cw-essential"> essential</small>' in page
    assert 'href="site:/competencies/matrix.xlsx" download' in page
    assert 'href="site:/competencies/matrix.csv" download' in page
