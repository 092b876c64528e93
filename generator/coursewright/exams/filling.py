"""How bubbles are filled in, and on a spare sheet the candidate's own: the number, and the form."""

from collections.abc import Callable, Iterator, Sequence

from .check_digit import SCHEME
from .page import Box, Page, Sample, Text
from .placing import BESIDE, DIGITS, TIGHT, TO_WRITE

Words = Callable[[str], str]

LEFT, RIGHT = 24.0, 186.0
"""Between the references at both sides of a page, in mm."""
HOW_WIDTH = 84.0
WRONG: tuple[Sample, ...] = ("tick", "cross", "dot")
TOP, LINE, AFTER = 58.0, 6.0, 8.0
"""Of the columns of a number; from line to line; beside the columns."""
MOST_FORMS = 10
"""In a row."""


def draw_how(page: Page, left: float, y: float, words: Words) -> None:
    """A bubble as it should be, and some as they should not."""
    page.texts.append(Text(left, y, 30, words("Fill bubbles in like this:"), 9, "right"))
    page.samples.append((left + 33.5, y, "full"))
    page.texts.append(Text(left + 38, y, 22, words("not like this:"), 9, "right"))
    page.samples += [(left + 64 + 6 * at, y, kind) for at, kind in enumerate(WRONG)]


def erasing(words: Words) -> str:
    return words("Erase well what you take back. Dotted boxes are for the marker.")


def draw_choices(page: Page, digits: int, forms: Sequence[str], words: Words) -> None:
    """Columns for a number of so many digits, and forms to choose from, with what is to be marked in them."""
    page.texts.append(Text(LEFT, TOP, digits * TIGHT + AFTER, words("Number to mark"), 9, look="strong"))
    for column in range(digits):
        _digit(page, column, TOP + LINE / 2)
    beside = LEFT + digits * TIGHT + AFTER
    said = [*_told(digits, bool(forms), words), erasing(words)]
    for at, text in enumerate(said):
        page.texts.append(Text(beside, TOP + at * LINE, RIGHT - beside, text, 9))
    draw_how(page, beside, TOP + len(said) * LINE, words)
    if forms:
        _forms(page, forms, beside, TOP + (len(said) + 1.5) * LINE, words)


def _told(digits: int, has_forms: bool, words: Words) -> Iterator[str]:
    """What a candidate must do first, in its order."""
    steps = [
        words("Write your name, candidate number, room and seat above."),
        words("Ask the invigilator for your number to mark: the attendance list has it, {digits} digits."),
        words("Write it in the boxes, a digit in each, and fill in the bubble of each digit below it."),
        words("Fill in the form of your paper below: its letter is on the cover.")
        if has_forms
        else words("Compare: the letter on your paper's cover is the one at the top of this sheet."),
    ]
    yield from (f"{at}. {step.format(digits=digits)}" for at, step in enumerate(steps, 1))
    yield words("The last digit of the number is a check digit ({scheme}).").format(scheme=SCHEME)


def _digit(page: Page, column: int, top: float) -> None:
    """A cell to write a digit in, and a bubble for each that it can be."""
    left = LEFT + column * TIGHT
    page.boxes.append(Box(left, top, TIGHT, TO_WRITE))
    for row, digit in enumerate(DIGITS):
        y = top + TO_WRITE + 0.6 + (row + 0.5) * TIGHT
        page.bubble("number", (digit, digit), left + TIGHT / 2, y, column=column)


def _forms(page: Page, forms: Sequence[str], left: float, top: float, words: Words) -> None:
    page.texts.append(Text(left, top, RIGHT - left, words("Form"), 9, look="strong"))
    for at, form in enumerate(forms):
        row, column = divmod(at, MOST_FORMS)
        page.bubble("form", (form, form), left + (column + 0.5) * BESIDE, top + LINE + row * BESIDE)
