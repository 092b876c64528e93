"""The review page in a browser, from a file and by keyboard: what is saved is what was decided."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from filled import SPARE, Pile, pile, save, scan, some_marks, spare_marks
from playwright.sync_api import Browser, Page, ViewportSize
from scan_desk import doubts, sat, the
from sessions import session
from spoilt import torn

pytest_plugins = ["site_fixtures"]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WIDE, NARROW = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=780)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Pile:
    """With a doubt of every kind: two rows, a page that came twice, one without a corner, a number that is
    nobody's."""
    root = tmp_path_factory.mktemp("garden")
    session(root)
    made = pile(root)
    one, two = some_marks(made, 1), some_marks(made, 2)
    own = {each.number: each for each in made.printed.fields[made.variant(1)][0]}
    both = {("choice", 1, "", 0): own[1].values, ("choice", 3, "", 0): own[3].values}
    first, second = made.sheet(1, {**one, **both})
    other, torn_off = made.sheet(2, two)
    ann = made.printed.by_number["00103"].marks
    slip = spare_marks(made, f"{ann[:2]}9{ann[3:]}", "A")
    pages = [first, second, other, torn(torn_off), *made.sheet(SPARE, slip), made.sheet(2, {})[0]]
    assert scan(made, save(root / "pages.tif", pages)) == 1
    return made


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def page(chromium: Browser, sheets: Pile, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(viewport=request.param, accept_downloads=True, offline=True)
    shown = context.new_page()
    errors: list[str] = []
    shown.on("pageerror", lambda error: errors.append(str(error)))
    shown.goto((the(sheets).folder / "scans/review.html").as_uri())
    yield shown
    assert errors == []
    context.close()


def saved(page: Page) -> dict[str, list[str]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save decisions").click()
    assert download.value.suggested_filename == "decisions-spring.json"
    found: dict[str, list[str]] = json.loads(Path(download.value.path()).read_bytes())["decisions"]
    return found


def test_everything_is_decided_by_keyboard(sheets: Pile, page: Page) -> None:
    asked = doubts(sheets)
    assert [each["kind"] for each in asked] == ["marks", "marks", "twice", "corners", "number"]
    one, two, twice, corners, number = asked
    press = page.keyboard.press
    press("b")
    press("Space")
    press("ArrowLeft")
    press("ArrowLeft")
    press("a")
    press("Enter")
    press("1")
    press("Enter")
    press("Enter")
    assert (
        page.get_by_role("heading", level=2).text_content() == "All is decided. Save, then hand the file in:"
    )
    values = [[option["value"] for option in each["options"]] for each in asked]
    assert saved(page) == {
        one["id"]: [values[0][0]],
        two["id"]: [],
        twice["id"]: [values[2][0]],
        corners["id"]: ["kept"],
        number["id"]: ["00103"],
    }


def test_anybody_in_the_roster_can_be_typed(page: Page, sheets: Pile) -> None:
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    field = page.get_by_role("combobox", name="Name or number in the roster")
    field.fill("00199")
    field.press("Tab")
    assert (
        page.evaluate("document.querySelector('input').validationMessage")
        == "Nobody in the roster has this number"
    )
    field.fill("00104")
    field.press("Tab")
    assert saved(page) == {doubts(sheets)[4]["id"]: ["00104"]}


def test_it_fits_and_is_accessible(page: Page) -> None:
    page.add_script_tag(path=str(AXE))
    for _ in range(5):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("async () => (await axe.run()).violations.map((each) => each.id)") == []
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("page", [WIDE], indirect=True)
def test_what_is_saved_can_be_handed_in(sheets: Pile, page: Page, tmp_path: Path) -> None:
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    file = tmp_path / "decisions.json"
    file.write_text(json.dumps({"format": 1, "session": "spring", "decisions": saved(page)}), "utf-8")
    assert scan(sheets, options=("--decisions", str(file), "--by", "Ben")) == 0
    assert len(sat(sheets)) == 3
