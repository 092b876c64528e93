"""The chart of roles: its layout, its titles, and a text that says the same."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.roles.chart import CHARACTERS, HEIGHT, LATIN, WIDTH, chart, place, wrapped
from trees import COURSE, ROLE, changed, compiled, site_of

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


def test_a_line_of_command_may_be_of_any_length(tmp_path: Path) -> None:
    head, *line = (f"role-{number}" for number in range(1500))
    places = place([head], dict(zip([head, *line], ([id] for id in line), strict=False)))
    assert [level for level, _ in places.values()] == list(range(1500))
    assert {row for _, row in places.values()} == {0}


def test_a_long_line_of_command_is_shown(tmp_path: Path) -> None:
    text = (
        COURSE[ROLE]
        .replace("reports_to: head", "reports_to: {above}")
        .replace("code: G-01", "code: R-{number}")
    )
    ids = ["head", *(f"r{number}" for number in range(250))]
    roles = {
        f"content/roles/{id}.yml": text.replace("{above}", above).replace("{number}", id)
        for above, id in pairwise(ids)
    }
    page = compiled(tmp_path, roles)["docs/roles/index.md"].decode()
    listed = page[page.index("cw-chart-text") : page.index("</details>", page.index("cw-chart-text"))]
    assert listed.count("<ul>") == listed.count("</ul>") == 251
    assert listed.count("<li>") == listed.count("</li>") == 252
