"""The trainer's report of an exam: who passed, how results are distributed, and all that was decided."""

import base64
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from jinja2 import Environment, PackageLoader

from ...press.document import Block, Column, Document, Facts, Figure, Heading, Look, Paragraph, Table, Title
from ...press.pdf import pdf
from ...styles.tokens import engine_tokens, light_tokens
from ...words import Words
from ..given_file import file_named
from ..report import Section
from .bars import as_picture, bars, svg
from .grading import Graded
from .outcome import Finding
from .standing import Standing

FILES = ("report.pdf", "report.html")


def reports(graded: Graded, words: Words) -> dict[str, bytes]:
    """Both by the names of their files; the same results give the same bytes."""
    report = _Report(graded, words)
    return dict(zip(FILES, (pdf(report.document()), report.html()), strict=True))


class _Report:
    def __init__(self, graded: Graded, words: Words) -> None:
        self._graded = graded
        self._session = graded.kept.session
        self._outcome = graded.outcome
        self._words = words
        percents = [one.percent for one in graded.standings]
        cut = words("to pass: {cut} %").format(cut=self._outcome.cut)
        axis = words("percent of the points, a bar for every 5 points of it")
        self._svg = svg(bars(percents, self._outcome.cut), axis, cut, self._session.language)

    @property
    def _title(self) -> str:
        return self._words("Report of the exam: {title}").format(title=self._session.blueprint.title)

    @property
    def _picture_words(self) -> str:
        percents = sorted(one.percent for one in self._graded.standings)
        if not percents:
            return self._words("Nobody's answers count.")
        middle = (percents[(len(percents) - 1) // 2] + percents[len(percents) // 2]) / 2
        said = self._words(
            "Distribution of percentages: from {low} to {high} %, half of them up to {middle} %"
        )
        return said.format(low=f"{percents[0]:g}", high=f"{percents[-1]:g}", middle=f"{middle:g}")

    def _facts(self) -> list[tuple[str, str]]:
        words, outcome = self._words, self._outcome
        return [
            (words("session"), self._session.name),
            (words("exam"), self._session.exam),
            (words("candidates that count"), str(len(self._graded.standings))),
            (words("passed"), self._rate(self._graded.standings)),
            (words("answers to be marked of"), str(self._graded.unmarked)),
            (words("nothing counts of"), str(len(outcome.undecided))),
            (words("absent"), str(len(outcome.absent))),
            *self._lockdown(),
            (words("cut score"), f"{outcome.cut} %"),
            (words("commitment"), outcome.commitment),
            (words("listing accepted"), outcome.listing),
            (words("version"), outcome.version),
        ]

    def _lockdown(self) -> Iterator[tuple[str, str]]:
        words, found = self._words, self._outcome.lockdown
        if found.right is not None:
            said = words("the keys are right for {right} of {sealed} sealed sittings")
            yield "Safe Exam Browser", said.format(right=found.right, sealed=found.sealed)
        elif found.came:
            said = words("{came} of {sealed} sealed sittings came with keys, and none was checked")
            yield "Safe Exam Browser", said.format(came=found.came, sealed=found.sealed)

    def _sections(self) -> Iterator[Section]:
        words, outcome = self._words, self._outcome
        heading: tuple[str, ...]
        yield Section(
            words("By form"),
            (words("Form"), words("candidates"), words("mean percent"), words("passed")),
            tuple(self._by_form()),
        )
        if departments := sorted({one.department for one in self._graded.standings if one.department}):
            heading = (words("Department"), words("candidates"), words("mean percent"), words("passed"))
            yield Section(words("By department"), heading, tuple(map(self._of_department, departments)))
        if outcome.rulings:
            heading = (words("Item"), words("ruled"), words("why"))
            yield Section(words("Rulings"), heading, tuple(self._rulings()), is_text=True)
        if agreement := outcome.agreement:
            heading = (words("judged by both"), words("the same"), words("Cohen's kappa"))
            row = (str(agreement["both"]), str(agreement["same"]), str(agreement["kappa"]))
            yield Section(words("Two markers"), heading, (row,))
        if missing := tuple(self._missing()):
            heading = (words("Number"), words("Name"), words("what"))
            yield Section(words("Absent, or nothing counts"), heading, missing, is_text=True)
        if outcome.findings:
            title = words("What was found in the files, and accepted")
            heading = (words("place"), words("code"), words("what"))
            yield Section(title, heading, tuple(map(self._finding, outcome.findings)), is_text=True)
        heading = (words("File"), words("sittings"), "SHA-256")
        files = tuple((file_named(each.file), str(each.sittings), each.digest) for each in outcome.sources)
        yield Section(words("Files"), heading, files, is_text=True)

    def _missing(self) -> Iterator[tuple[str, ...]]:
        outcome, words = self._outcome, self._words
        for people, said in ((outcome.undecided, words("nothing counts")), (outcome.absent, words("absent"))):
            yield from ((each.number, each.name, said) for each in people)

    def _by_form(self) -> Iterator[tuple[str, ...]]:
        for form in self._session.forms:
            yield self._row(form.code, [one for one in self._graded.standings if one.form == form.code])

    def _of_department(self, name: str) -> tuple[str, ...]:
        return self._row(name, [one for one in self._graded.standings if one.department == name])

    def _row(self, name: str, own: list[Standing]) -> tuple[str, ...]:
        mean = sum(one.percent for one in own) / len(own) if own else 0
        return name, str(len(own)), f"{mean:.1f} %" if own else "–", self._rate(own)

    def _rate(self, own: Sequence[Standing]) -> str:
        """Who passed, of all; no percentage while some of them are to be marked."""
        verdicts = Counter(one.passed for one in own)
        if not own:
            return "–"
        if left := verdicts[None]:
            said = self._words("{passed} of {count}, {left} not yet marked")
            return said.format(passed=verdicts[True], count=len(own), left=left)
        return f"{verdicts[True]} / {len(own)} ({100 * verdicts[True] // len(own)} %)"

    def _rulings(self) -> Iterator[tuple[str, ...]]:
        for each in self._outcome.rulings:
            said = [str(answer) for answer in each["accepted"]]
            what = self._words("right as well: {answers}").format(answers="; ".join(said))
            yield each["item"], self._words("void") if each["void"] else what, each["reason"]

    def _finding(self, found: Finding) -> tuple[str, ...]:
        place = f"{file_named(found.file)}:{found.line}:{found.column}" if found.file else "–"
        return place, found.code, found.problem.message(self._words)

    def document(self) -> Document:
        session, words = self._session, self._words
        blocks: list[Block] = [
            Title(self._title),
            Facts(tuple(((label,), (value,)) for label, value in self._facts()), title=words("The session")),
            Heading((words("Distribution"),)),
            Figure(as_picture(self._svg), self._picture_words),
            Paragraph((self._picture_words,)),
        ]
        for section in self._sections():
            blocks += [Heading((section.title,)), _table(section)]
        return Document(
            name="report",
            title=self._title,
            subject=session.exam,
            author=session.course,
            language=session.language,
            date=self._graded.kept.entries[0].at[: len("2000-01-01")],
            head=((session.course,), session.name),
            page=words("{page} / {pages}"),
            look=Look.of(light_tokens({})),
            blocks=tuple(blocks),
        )

    def html(self) -> bytes:
        pages = Environment(loader=PackageLoader("coursewright.exams", "."), autoescape=True)
        shown = base64.b64encode(self._svg.encode()).decode()
        return (
            pages.get_template("record.html")
            .render(
                language=self._session.language.replace("_", "-"),
                title=self._title,
                facts=self._facts(),
                sections=[*self._sections()],
                heading=self._words("Distribution"),
                picture=f"data:image/svg+xml;base64,{shown}",
                picture_words=self._picture_words,
                notes=(),
                light=light_tokens({}),
                dark=engine_tokens()["dark"],
            )
            .encode(errors="replace")
        )


def _table(section: Section) -> Table:
    align: Literal["left", "right"] = "left" if section.is_text else "right"
    first, *middle, last = section.heading
    columns = (
        Column((first,), 3),
        *(Column((name,), 2, align) for name in middle),
        Column((last,), 6 if section.is_text else 3, align),
    )
    return Table(columns, tuple(tuple((cell,) for cell in row) for row in section.rows), section.title)
