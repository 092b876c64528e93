"""Answering a question of any shape right: with a mouse, with a finger, with keys alone."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect
from quizzing import come_to, keys, right_in, steps

Point = tuple[float, float]
_BELOW_THE_BAR = "(it) => scrollBy(0, it.getBoundingClientRect().top - 130)"
"""Nothing lies over it, nor over what comes after it."""
_TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until then a touch meets what was there before the page was scrolled."""
_REST = "new Promise((done) => setTimeout(done, 120))"
"""What is let go in full flight flies on, and the next touch only stops it."""


def reason(question: Locator, entry: Locator) -> Locator:
    """What the page holds about an entry of the question."""
    return question.locator(f"details.cw-a li[data-id='{entry.get_attribute('data-id')}']")


def accepted(question: Locator, gap: Locator) -> str:
    return right_in(reason(question, gap))


def middle(what: Locator) -> Point:
    box = what.bounding_box()
    assert box, what
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


class Answering(ABC):
    """What all means have in common: they press things."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def answer(self, question: Locator) -> None:
        shape = question.get_attribute("data-shape")
        {"order": self._order, "match": self._match, "gaps": self._fill, "written": self._write}.get(
            shape or "", self._choose
        )(question)
        self.press(question.locator("button[value=check]"))
        expect(question.locator(".cw-verdict")).to_contain_text("Right")

    def next(self, question: Locator) -> None:
        """Come to where a question can be answered."""
        come_to(question)

    @abstractmethod
    def press(self, what: Locator) -> None: ...

    @abstractmethod
    def _order(self, question: Locator) -> None: ...

    @abstractmethod
    def _match(self, question: Locator) -> None: ...

    def _choose(self, question: Locator) -> None:
        for at in keys(question):
            self.press(question.locator(".cw-o").nth(at))

    def _fill(self, question: Locator) -> None:
        for gap in question.locator("input[data-id]").all():
            self.press(gap)
            self.page.keyboard.insert_text(accepted(question, gap))

    def _write(self, question: Locator) -> None:
        self.press(question.locator("textarea"))
        self.page.keyboard.insert_text("A text.")
        self.press(question.locator("button[value=check]"))
        for box in question.locator(".cw-rubric input").all():
            self.press(box)


class Pointing(Answering):
    """What mouse and finger have in common: they drag things."""

    @abstractmethod
    def drag(self, grip: Locator, over: Sequence[Locator]) -> None: ...

    def _order(self, question: Locator) -> None:
        """Each step over the one that stands where it belongs; the last place is then right by itself."""
        for place, id in enumerate(steps(question, key=True)):
            here = steps(question).index(id)
            rows = question.locator(".cw-steps > li")
            rows.nth(place).evaluate(_BELOW_THE_BAR)
            if here != place:
                self.drag(rows.nth(here).locator(".cw-grip"), [rows.nth(place)])
        assert steps(question) == steps(question, key=True)

    def _match(self, question: Locator) -> None:
        for row in question.locator(".cw-things > li").all():
            id = reason(question, row).get_attribute("data-to")
            question.locator(".cw-targets").evaluate(_BELOW_THE_BAR)
            self.drag(row.locator(".cw-grip"), [question.locator(f".cw-targets > li[data-id='{id}']")])
            expect(row.locator("select")).to_have_value(id or "")


class Mouse(Pointing):
    def press(self, what: Locator) -> None:
        what.click()

    def drag(self, grip: Locator, over: Sequence[Locator]) -> None:
        self.page.mouse.move(*middle(grip))
        self.page.mouse.down()
        for each in over:
            x, y = middle(each)
            self.page.mouse.move(x, y - 3, steps=3)
        self.page.mouse.up()


class Finger(Pointing):
    """On a phone: one question at a time, and touches as the browser gets them from a screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._touch = page.context.new_cdp_session(page)

    def next(self, question: Locator) -> None:
        if not question.is_visible():
            self.press(self.page.locator(".cw-turn button[value=next]"))
        expect(question).to_be_visible()

    def press(self, what: Locator) -> None:
        # Else half of it may lie below the bar at the foot of the window.
        what.evaluate("(it) => it.scrollIntoView({ block: 'center' })")
        self.page.evaluate(_TWO_FRAMES)
        what.tap()

    def drag(self, grip: Locator, over: Sequence[Locator]) -> None:
        self._send("touchStart", middle(grip))
        for each in over:
            x, y = middle(each)
            for share in (0.5, 1.0):
                start = middle(grip)
                self._send("touchMove", (x, start[1] + (y - 3 - start[1]) * share))
        self.page.evaluate(_REST)
        self._send("touchMove", (x, y - 3))
        self._send("touchEnd")

    def _send(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        self._touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


class Keys(Answering):
    """From one control to the next by Tab, and never a pointer."""

    def next(self, question: Locator) -> None:
        """By Enter from the verdict of the one before, or at first by Tab from the top of the page."""
        for _ in range(60):
            if self.page.evaluate("document.activeElement.closest('fieldset.cw-q') !== null"):
                break
            self.page.keyboard.press("Tab")

    def press(self, what: Locator) -> None:
        self._reach(what)
        self.page.keyboard.press("Enter" if what.get_attribute("value") == "check" else "Space")

    def _reach(self, what: Locator) -> None:
        for _ in range(30):
            if what.evaluate("(it) => it === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not reached by Tab: {what}")

    def _choose(self, question: Locator) -> None:
        for at in keys(question):
            self.page.keyboard.press(str(at + 1))

    def _order(self, question: Locator) -> None:
        for place, id in enumerate(steps(question, key=True)):
            while steps(question).index(id) > place:
                up = question.locator(f"li[data-id='{id}'] button[value=up]")
                question.focus()
                self.press(up)

    def _match(self, question: Locator) -> None:
        for row in question.locator(".cw-things > li").all():
            self._reach(row.locator("select"))
            targets = question.locator(".cw-targets > li")
            ids = targets.evaluate_all("(all) => all.map(({ dataset }) => dataset.id)")
            self.page.keyboard.press("ABCDEFGH"[ids.index(reason(question, row).get_attribute("data-to"))])

    def _fill(self, question: Locator) -> None:
        for gap in question.locator("input[data-id]").all():
            self._reach(gap)
            self.page.keyboard.insert_text(accepted(question, gap))

    def _write(self, question: Locator) -> None:
        self._reach(question.locator("textarea"))
        self.page.keyboard.insert_text("A text.")
        self.press(question.locator("button[value=check]"))
        question.focus()
        for box in question.locator(".cw-rubric input").all():
            self.press(box)
