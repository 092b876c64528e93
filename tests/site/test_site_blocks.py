"""Questions whose stem, options and reasons are blocks: chosen by mouse and keyboard, named as they read."""

from collections.abc import Iterator

import pytest
from output import serving
from playwright.sync_api import Browser, Locator, expect
from visitors import Visitor

from sites import Sites
from trees import BANK, write_course

pytest_plugins = ["site_fixtures"]

QUESTION = """\
items:
  - id: soil-top
    type: single-choice
    objective: soil/layers/name
    level: recall
    stem: |
      ```
      f(x)
      ```

      What does it print?
    options:
      - id: one
        text: |
          ```
          print(1)
          ```
        key: true
        rationale: |
          Because:

          - it is one
      - id: two
        text: |
          | k | v |
          | - | - |
          | 2 | 3 |
        rationale: It is not two.
    explanation: |
      Read:

      - this
      - then that
"""


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = write_course(
        tmp_path_factory.mktemp("course"),
        {
            BANK: QUESTION,
            "quizzes/practice/soil.yml": "title: Q\nsummary: S.\nchapter: soil\nitems: [soil-top]\n",
        },
    )
    with serving(sites.of(root)) as address:
        yield address


@pytest.fixture
def question(chromium: Browser, site: str) -> Iterator[Locator]:
    visitor = Visitor(chromium, site)
    yield visitor.open("quizzes/soil/").locator("fieldset.cw-q")
    assert visitor.complaints == []
    visitor.context.close()


def test_a_group_is_named_by_its_question(question: Locator) -> None:
    assert "What does it print?" in question.aria_snapshot().split("\n")[0]


def test_a_control_is_named_by_its_blocks(question: Locator) -> None:
    expect(question.get_by_role("radio", name="print(1)")).to_have_count(1)
    expect(question.get_by_role("radio", name="k v 2 3")).to_have_count(1)


def test_a_block_chooses_its_option(question: Locator) -> None:
    question.locator("pre").nth(1).click()
    expect(question.get_by_role("radio", name="print(1)")).to_be_checked()
    question.locator("table").click()
    expect(question.get_by_role("radio", name="k v 2 3")).to_be_checked()


def test_text_that_is_selected_in_a_block_chooses_nothing(question: Locator) -> None:
    box, mouse = question.locator("pre code").nth(1).bounding_box(), question.page.mouse
    assert box
    mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)
    mouse.down()
    mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=5)
    mouse.up()

    assert "rint" in question.page.evaluate("String(getSelection())")
    expect(question.locator("input:checked")).to_have_count(0)


def test_the_keyboard_reaches_and_chooses(question: Locator) -> None:
    question.get_by_role("radio").first.focus()
    question.page.keyboard.press("ArrowDown")
    question.page.keyboard.press("Enter")

    expect(question.locator(".cw-verdict")).to_contain_text("Not right")


def test_reasons_and_explanation_keep_their_lists(question: Locator) -> None:
    question.get_by_role("radio", name="print(1)").check()
    question.get_by_role("button", name="Check the answer").click()

    expect(question.locator(".cw-o").first.locator(".cw-rationale li")).to_have_text("it is one")
    expect(question.locator(".cw-explanation li")).to_have_text(["this", "then that"])
    expect(question.locator(".cw-o .cw-why")).to_have_count(2)
