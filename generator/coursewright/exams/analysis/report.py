"""The report of an analysis: HTML that needs nothing else, and PDF. The PDF shows singly what needs a
look."""

from collections.abc import Iterator, Mapping, Sequence

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from ...press.document import (
    Block,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    Item,
    Listing,
    Look,
    Paragraph,
    Table,
    Title,
    Together,
)
from ...press.fonts import typeface
from ...press.line import Run
from ...press.pdf import pdf
from ...press.redrawn import any_picture
from ...styles.tokens import engine_tokens, light_tokens
from ...words import Words
from .advice import advice
from .drawing import Drawing
from .figures import Figures
from .findings import findings
from .forms_told import forms_told, plots_told
from .items_told import groups_told, item_told, items_tables
from .method import method
from .parts import Grid, Head, Part, Say, Steps, Subject

FOLDER = "analysis"
"""Of a session's folder."""
FILES = ("report.pdf", "report.html")
_SCREEN_FONT = 'system-ui, "Noto Sans SC", sans-serif'


def report(figures: Figures, subject: Subject, words: Words) -> dict[str, bytes]:
    """Both by the names of their files."""
    page = _Report(figures, subject, words)
    return dict(zip(FILES, (pdf(page.document()), page.html()), strict=True))


class _Report:
    def __init__(self, figures: Figures, subject: Subject, words: Words) -> None:
        self._figures, self._subject, self._words = figures, subject, words
        self._found = findings(figures, subject.option, words)

    @property
    def _title(self) -> str:
        return self._words("Item analysis: {title}").format(title=self._subject.title)

    def _facts(self) -> list[tuple[str, str]]:
        words, subject = self._words, self._subject
        return [
            (words("session"), words(", ").join(subject.sessions)),
            (words("candidates"), str(self._figures.candidates)),
            (words("day of the analysis"), subject.day),
            (words("by"), subject.by),
        ]

    def _parts(self, items: Sequence[str]) -> Iterator[Part]:
        """With these items one by one."""
        figures, words = self._figures, self._words
        yield from advice(figures, self._found, self._subject, words)
        yield from forms_told(figures, words)
        yield from plots_told(figures, self._found, words)
        yield from groups_told(figures, words)
        yield Head(words("All items"))
        yield from items_tables(figures, words)
        yield Head(words("Item by item"))
        known = {finding.item.id: finding for finding in self._found}
        for item in figures.items:
            if item.id in items:
                yield from item_told(item, known.get(item.id), self._subject, words)
        yield Head(words("How this was counted"))
        yield from (Say(text, is_note=True) for text in method(words))

    def document(self) -> Document:
        subject, words = self._subject, self._words
        grave = [finding.item.id for finding in self._found if not finding.is_small]
        shown = _Printed(light_tokens({}), typeface(subject.language).families)
        return Document(
            name="report",
            title=self._title,
            subject=subject.title,
            author=subject.course,
            language=subject.language,
            date=subject.day,
            head=((subject.course,), words(", ").join(subject.sessions)),
            page=words("{page} / {pages}"),
            look=Look.of(light_tokens({})),
            blocks=(
                Title(self._title),
                Facts(tuple(((label,), (value,)) for label, value in self._facts())),
                *(block for part in self._parts(grave) for block in shown.blocks(part)),
            ),
        )

    def html(self) -> bytes:
        pages = Environment(loader=PackageLoader("coursewright.exams.analysis", "."), autoescape=True)
        ids = [item.id for item in self._figures.items]
        return (
            pages.get_template("report.html")
            .render(
                language=self._subject.language.replace("_", "-"),
                title=self._title,
                facts=self._facts(),
                parts=[_shown(part) for part in self._parts(ids)],
                light=light_tokens({}),
                dark=engine_tokens()["dark"],
            )
            .encode()
        )


def _shown(part: Part) -> dict[str, object]:
    """A part as the template knows it."""
    if isinstance(part, Drawing):
        svg = Markup(part.svg("var(--{})".format, _SCREEN_FONT))  # noqa: S704 - escaped where it is made
        return {"kind": "plot", "svg": svg, "words": part.words}
    return {"kind": type(part).__name__.lower(), "part": part}


class _Printed:
    def __init__(self, colours: Mapping[str, str], families: Sequence[str]) -> None:
        self._colours = colours
        self._font = ", ".join(families)

    def blocks(self, part: Part) -> Iterator[Block]:
        match part:
            case Head(text, level):
                yield Heading((text,), 1 if level == 1 else 2)
            case Say(text, is_note):
                yield Paragraph((text,), "note" if is_note else "body")
            case Steps(entries):
                items = tuple(
                    Item((Run(about, strong=True),), (Listing(tuple((reason,) for reason in reasons)),))
                    for about, reasons in entries
                )
                yield Listing(items, "number")
            case Grid(title, heading, rows, words, shares):
                yield _table(title, heading, rows, words, shares)
            case Drawing():
                svg = part.svg(self._colours.__getitem__, self._font)
                yield Together(
                    (Figure(any_picture(svg.encode()), part.words), Paragraph((part.words,), "small"))
                )


def _table(
    title: str,
    heading: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    words: int,
    shares: tuple[int, ...],
) -> Table:
    wide = shares or (6, *(2,) * (len(heading) - 1))
    columns = tuple(
        Column((name or " ",), share, "left" if at < words else "right")
        for at, (name, share) in enumerate(zip(heading, wide, strict=True))
    )
    return Table(columns, tuple(tuple((cell,) for cell in row) for row in rows), title)
