"""The head of an answer sheet: what is printed for all alike, and what for one candidate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from .check_digit import SCHEME
from .layout import Identity
from .page import Box, Bubble, Page, Sample, Text
from .placing import BESIDE, DIGITS, TIGHT, TO_WRITE
from .seating import Place

Words = Callable[[str], str]

LEFT, RIGHT = 24.0, 186.0
"""Between the references at both sides, in mm."""
TITLE_RIGHT = 138.0
FORM_LEFT, FORM_SIDE = 140.0, 19.0
FACTS, FACT_TALL = 36.0, 9.0
"""Where the candidate's name begins, and the height of a row."""
NAMED, SEATED = 105.0, 148.0
"""Right ends of the name and of the room."""
LABEL = 18.0
TOP, FIRST_TOP, SPARE_TOP = 48.0, 66.0, 127.0
"""Where what is marked begins: on a page, on the first one, on the first one of a spare sheet."""
HOW, SPARE_HOW = 60.0, 64.0
GRID = 55.0
FOOT = 283.0
WRONG: tuple[Sample, ...] = ("tick", "cross", "dot")
MOST_FORMS = 10
"""In a row."""


@dataclass(frozen=True)
class Heading:
    """`form` is empty on a sheet for any form, which then shows all `forms` to choose from.

    `digits` are those of a candidate's number; none on a sheet that has its candidate.
    """

    title: str
    about: str
    form: str
    forms: Sequence[str]
    digits: int
    words: Words

    @property
    def is_spare(self) -> bool:
        return self.digits > 0

    def top(self, page: int) -> float:
        """By the page's number from 0."""
        return TOP if page else SPARE_TOP if self.is_spare else FIRST_TOP

    def draw(self, page: Page, number: int, pages: int) -> None:
        """The head of page `number` of `pages`, from 1."""
        words = self.words
        page.texts += [
            Text(LEFT, 12, TITLE_RIGHT - LEFT, self.title, 15, look="strong"),
            Text(LEFT, 20.5, TITLE_RIGHT - LEFT, self.about, 9, look="muted"),
            Text(
                40,
                FOOT,
                130,
                words("page {page} of {pages}").format(page=number, pages=pages),
                9,
                "center",
                "muted",
            ),
        ]
        self._form(page)
        self._facts(page, number == 1)
        if number == 1:
            self._how(page)
        if number == 1 and self.is_spare:
            self._number(page)

    def _form(self, page: Page) -> None:
        page.boxes.append(Box(FORM_LEFT, 8, FORM_SIDE, 22.8))
        page.texts.append(Text(FORM_LEFT, 11.5, FORM_SIDE, self.words("Form"), 8, "center", "muted"))
        page.texts.append(Text(FORM_LEFT, 20.5, FORM_SIDE, self.form, 30, "center", "strong"))

    def _facts(self, page: Page, is_first: bool) -> None:
        for fact in facts(self.words)[: None if is_first else ON_EVERY_PAGE]:
            page.boxes.append(Box(fact.left, fact.top, fact.right - fact.left, FACT_TALL))
            page.texts.append(Text(fact.left + 1.5, fact.middle, LABEL - 2, fact.label, 8, look="muted"))

    def _how(self, page: Page) -> None:
        """How to fill in bubbles; on a spare sheet beside the columns of the number."""
        left, y = (self._beside, SPARE_HOW) if self.is_spare else (LEFT, HOW)
        words = self.words
        page.texts.append(Text(left, y, 30, words("Fill bubbles in like this:"), 9, "right"))
        page.texts.append(Text(left + 38, y, 22, words("not like this:"), 9, "right"))
        page.samples.append((left + 33.5, y, "full"))
        page.samples += [(left + 64 + 6 * at, y, kind) for at, kind in enumerate(WRONG)]
        rest = Text(left, y + 6, RIGHT - left, "", 9) if self.is_spare else Text(left + 84, y, 78, "", 9)
        said = words("Erase well what you take back. Dotted boxes are for the marker.")
        page.texts.append(replace(rest, text=said))

    @property
    def _beside(self) -> float:
        return LEFT + self.digits * TIGHT + 8

    def _number(self, page: Page) -> None:
        """Columns for the candidate's number, and the forms where one is to be chosen."""
        page.texts.append(
            Text(LEFT, GRID + 3, self.digits * TIGHT + 4, self.words("Candidate no."), 9, look="strong")
        )
        top = GRID + 6
        for column in range(self.digits):
            page.boxes.append(Box(LEFT + column * TIGHT, top, TIGHT, TO_WRITE))
            x = LEFT + (column + 0.5) * TIGHT
            page.bubbles += [
                Bubble(
                    "number",
                    0,
                    "",
                    "",
                    column,
                    digit,
                    digit,
                    round(x, 2),
                    round(top + TO_WRITE + 0.6 + (row + 0.5) * TIGHT, 2),
                )
                for row, digit in enumerate(DIGITS)
            ]
        said = (
            self.words("The number to mark stands in the attendance list."),
            self.words("Its last digit is a check digit ({scheme}).").format(scheme=SCHEME),
        )
        page.texts += [
            Text(self._beside, SPARE_HOW + 12 + 6 * at, RIGHT - self._beside, each, 9)
            for at, each in enumerate(said)
        ]
        if not self.form:
            self._choice(page)

    def _choice(self, page: Page) -> None:
        """In two rows where there are many."""
        top = SPARE_HOW + 28
        page.texts.append(Text(self._beside, top, RIGHT - self._beside, self.words("Form"), 9, look="strong"))
        for at, form in enumerate(self.forms):
            row, column = divmod(at, MOST_FORMS)
            x, y = self._beside + (column + 0.5) * BESIDE, top + 6 + row * BESIDE
            page.bubbles.append(Bubble("form", 0, "", "", 0, form, form, round(x, 2), round(y, 2)))


class Fact(NamedTuple):
    """A place in the head, with what belongs there."""

    label: str
    left: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return self.top + FACT_TALL / 2


ON_EVERY_PAGE = 2


def facts(words: Words) -> list[Fact]:
    """Name and number, which every page has, and the rest."""
    second = FACTS + FACT_TALL
    return [
        Fact(words("Name"), LEFT, NAMED, FACTS),
        Fact(words("Candidate no."), NAMED, RIGHT, FACTS),
        Fact(words("Department"), LEFT, NAMED, second),
        Fact(words("Room"), NAMED, SEATED, second),
        Fact(words("Seat"), SEATED, RIGHT, second),
    ]


def personal(place: Place, page: int, words: Words) -> list[Text]:
    """What the head of a candidate's page has of them."""
    each = place.candidate
    said = (each.name, each.number, each.department, each.room, each.seat)
    own = zip(facts(words), said, strict=True)
    return [
        Text(fact.left + LABEL, fact.middle, fact.right - fact.left - LABEL - 1, text, 11, look="strong")
        for fact, text in [*own][: None if page == 1 else ON_EVERY_PAGE]
        if text
    ]


def serial_text(identity: Identity, words: Words) -> Text:
    """What the code says, for whoever holds a page that no machine can read."""
    said = words("Sheet {serial}").format(serial=f"{identity.serial:05}")
    if identity.variant.is_spare:
        said += words(" · spare")
    return Text(LEFT, 27, TITLE_RIGHT - LEFT, f"{said} · {identity.text}", 8, look="muted")
