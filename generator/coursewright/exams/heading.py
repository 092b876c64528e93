"""The head of an answer sheet: what is printed for all alike, and what for one candidate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .filling import HOW_WIDTH, LEFT, RIGHT, Words, draw_choices, draw_how, erasing
from .layout import Identity
from .page import WIDTH, Box, Page, Text
from .seating import Place

TITLE_RIGHT = 138.0
FORM_LEFT, FORM_SIDE = 140.0, 19.0
FACTS, FACT_TALL = 36.0, 9.0
"""Where the candidate's name begins, and the height of a row."""
NAMED, SEATED = 105.0, 148.0
"""Right ends of the name and of the room."""
LABEL = 18.0
TOP, FIRST_TOP, SPARE_TOP = 48.0, 66.0, 127.0
"""Where what is marked begins: on a page, on the first one, on the first one of a spare sheet."""
HOW = 60.0
FOOT, FOOT_LEFT = 283.0, 40.0


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
        ]
        counted = words("page {page} of {pages}").format(page=number, pages=pages)
        page.texts.append(Text(FOOT_LEFT, FOOT, WIDTH - 2 * FOOT_LEFT, counted, 9, "center", "muted"))
        self._form(page)
        self._facts(page, number == 1)
        if number == 1 and self.is_spare:
            draw_choices(page, self.digits, () if self.form else self.forms, words)
        elif number == 1:
            draw_how(page, LEFT, HOW, words)
            erase = Text(LEFT + HOW_WIDTH, HOW, RIGHT - LEFT - HOW_WIDTH, erasing(words), 9)
            page.texts.append(erase)

    def _form(self, page: Page) -> None:
        page.boxes.append(Box(FORM_LEFT, 8, FORM_SIDE, 22.8))
        page.texts.append(Text(FORM_LEFT, 11.5, FORM_SIDE, self.words("Form"), 8, "center", "muted"))
        page.texts.append(Text(FORM_LEFT, 20.5, FORM_SIDE, self.form, 30, "center", "strong"))

    def _facts(self, page: Page, is_first: bool) -> None:
        for fact in facts(self.words)[: None if is_first else ON_EVERY_PAGE]:
            page.boxes.append(Box(fact.left, fact.top, fact.right - fact.left, FACT_TALL))
            page.texts.append(Text(fact.left + 1.5, fact.middle, LABEL - 2, fact.label, 8, look="muted"))


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
