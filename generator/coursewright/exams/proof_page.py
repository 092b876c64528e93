"""The proof of a session as a page to read: PDF for the file, HTML for a screen. Neither holds an item."""

import base64

from jinja2 import Environment, PackageLoader

from ..press.document import Block, Column, Document, Facts, Figure, Heading, Look, Paragraph, Table, Title
from ..press.pdf import pdf
from ..styles.tokens import engine_tokens, light_tokens
from ..words import Words
from .curve import curves
from .report import Section, sections
from .session import Session

FILES = ("proof.pdf", "proof.html")


def proof_pages(session: Session, made: str, by: str, words: Words) -> dict[str, bytes]:
    """Both pages by the names of their files; `made` is the day (YYYY-MM-DD)."""
    page = _Page(session, made, by, words)
    return dict(zip(FILES, (pdf(page.document()), page.html()), strict=True))


class _Page:
    def __init__(self, session: Session, made: str, by: str, words: Words) -> None:
        self._session = session
        self._made = made
        self._by = by
        self._words = words
        self._sections = sections(session, words)
        self._picture = curves(session, words)

    @property
    def _title(self) -> str:
        return self._words("Proof of the forms: {title}").format(title=self._session.blueprint.title)

    @property
    def _picture_words(self) -> str:
        return self._words(
            "Expected share of the points by ability, a line a form, and how far each form is from the mean "
            "of all: the closer, the fairer"
        )

    def _facts(self) -> list[tuple[str, str]]:
        words, session = self._words, self._session
        return [
            (words("session"), session.name),
            (words("exam"), session.exam),
            (words("made"), self._made),
            (words("by"), self._by),
            (words("seed"), session.seed),
            (words("solver"), session.solver),
            (words("version"), session.version),
            (words("reserved items to choose from"), str(sum(unit.size for unit in session.pool))),
        ]

    def _notes(self) -> list[str]:
        words = self._words
        return [
            words(
                "Expected points, time and information are sums of what authors or levels say of the items. "
                "The curve of an item is Rasch's, with the difficulty at which a trained candidate "
                "(ability 0) comes to its expected facility; its information is P(1 - P)."
            ),
            words(
                "Optimal is said only of what the solver proved; close enough means that the search ended "
                "with a form close to the target, which swaps of items then brought closer. The proved bound "
                "is a deviation that no form can be below."
            ),
            words("“coursewright exam verify {name}” counts all of this again.").format(
                name=self._session.name
            ),
        ]

    def document(self) -> Document:
        session, words = self._session, self._words
        colours = light_tokens({})
        blocks: list[Block] = [
            Title(self._title),
            Facts(tuple(((label,), (value,)) for label, value in self._facts()), title=words("The session")),
        ]
        for section in self._sections:
            blocks += [Heading((section.title,)), _table(section)]
        blocks += [Heading((words("Expected points"),)), Figure(self._picture, self._picture_words)]
        blocks += [Paragraph((said,)) for said in (self._picture_words, *self._notes())]
        return Document(
            name="proof",
            title=self._title,
            subject=session.exam,
            author=session.course,
            language=session.language,
            date=self._made,
            head=((session.course,), session.name),
            page=words("{page} / {pages}"),
            look=Look.of(colours),
            blocks=tuple(blocks),
        )

    def html(self) -> bytes:
        pages = Environment(loader=PackageLoader("coursewright.exams", "."), autoescape=True)
        shown = base64.b64encode(self._picture.content).decode()
        return (
            pages.get_template("record.html")
            .render(
                language=self._session.language.replace("_", "-"),
                title=self._title,
                facts=self._facts(),
                sections=self._sections,
                heading=self._words("Expected points"),
                picture=f"data:image/png;base64,{shown}",
                picture_words=self._picture_words,
                notes=self._notes(),
                light=light_tokens({}),
                dark=engine_tokens()["dark"],
            )
            .encode()
        )


def _table(section: Section) -> Table:
    first, *others = section.heading
    columns = (Column((first or " ",), 6), *(Column((name or " ",), 2, "right") for name in others))
    rows = tuple(tuple((cell,) for cell in row) for row in section.rows)
    return Table(columns, rows, section.title)
