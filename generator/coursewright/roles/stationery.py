"""What every document of a course has in common: words, colours, names, and how a field becomes a control."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..link.site import Site, SiteRole
from ..model.markup import blocks, is_plain, phrase
from ..model.role import Role
from ..press.document import Block, Document, Listing, Look, Paragraph, ParagraphStyle, Passage, Title
from ..press.line import Control, Link, Mark, Run, Spans, said
from ..press.picture import Picture
from ..press.prose import line, prose
from ..styles.tokens import engine_tokens
from ..words import Words
from .edition import Edition
from .unread import MARK

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=[. ]|$)", re.I)
"""Names that Windows keeps for itself, whatever comes after a full stop."""
_MOST_BYTES = 240
"""Of a file's name in UTF-8; file systems take 255 with the ending."""
_MOST_OF_A_CODE = 20
"""Characters of a code and of a version in a file's name."""


@dataclass(frozen=True)
class Final:
    """Who confirmed everything that was a proposal, and when (YYYY-MM-DD); empty to be signed by hand."""

    by: str = ""
    date: str = ""


@dataclass(frozen=True)
class Stationery:
    """`site` gives people and levels their names; `logo` stands at the head of every page.

    `final` is for documents that are no proposals any more: who confirmed them, and when.
    """

    site: Site
    words: Words
    logo: Picture | None = None
    final: Final | None = None

    @cached_property
    def look(self) -> Look:
        own = self.site.tokens.get("light") or {}
        colours = {**engine_tokens()["light"], **own}
        return Look.of(colours)

    def document(
        self,
        role: Role,
        id: str,
        title: str,
        blocks: Iterable[Block],
        *,
        edition: Edition,
        suffix: str = "",
        label: str = "",
    ) -> Document:
        """A document about `role`. `suffix` tells the role's documents apart in their names.

        `edition` is what it is printed from, `label` stands at the head of its pages.
        """
        words = self.words
        version = (
            words("version {version}").format(version=role.document.version) if role.document.version else ""
        )
        return Document(
            name=file_name(role.code, role.title, suffix, role.document.version),
            title=title,
            subject=self.site.course.title,
            author=role.company or self.site.course.owner,
            language=self.site.course.language,
            date=self.site.course.date,
            head=(
                (self.field("company", words("Company"), role.company),),
                " · ".join(filter(None, (label, self.employer(role), role.code, version))),
            ),
            page=words("page {page} of {pages}"),
            look=self.look,
            blocks=(Title(title), *blocks),
            keywords=tuple(filter(None, (role.code, role.title, id))),
            logo=self.logo,
            source=edition.kept,
            properties=edition.properties,
        )

    def edition(self, kind: str, id: str) -> Edition:
        """What a document that is not read back is printed from."""
        return Edition(kind, id, self.site.course.language, {})

    def line(self, text: str) -> Spans:
        """One line of an author's Markdown."""
        return (text,) if is_plain(text) else line(phrase(text))

    def text(self, text: str, style: ParagraphStyle = "body") -> tuple[Block, ...]:
        """An author's Markdown, its paragraphs in a style."""
        return tuple(
            replace(block, style=style) if isinstance(block, Paragraph) else block
            for block in prose(blocks(text))
        )

    def control(self, key: str, title: str, value: str | int | None) -> Control:
        """A place for a name or a number, as it is written."""
        return Control(key, title, "" if value is None else str(value))

    def field(self, key: str, title: str, value: str | int | None) -> Control:
        """The same, of a field that a document has once: it cannot be deleted."""
        return replace(self.control(key, title, value), fixed=True)

    def prose(self, key: str, title: str, text: str) -> Control:
        """A place for one line of an author's Markdown."""
        return self._set(key, title, self.line(text))

    def passage(
        self, key: str, title: str, text: str, style: ParagraphStyle = "body", mark: Spans = ()
    ) -> Iterator[Block]:
        """A place for an author's text: a control in its line for a paragraph, else one that takes blocks."""
        found = self.text(text, style)
        if len(found) <= 1 and isinstance(paragraph := next(iter(found), Paragraph(())), Paragraph):
            place = replace(self._set(key, title, paragraph.line), fixed=True)
            yield replace(paragraph, line=(place, *mark), style=style)
        else:
            yield Passage(key, title, found)
            yield from [Paragraph(mark, style)] if mark else []

    def _set(self, key: str, title: str, line: Spans) -> Control:
        own = () if all(isinstance(span, str) for span in line) else line
        return Control(key, title, said(line), line=own)

    def date(self, key: str, title: str, value: str | None = None) -> Control:
        """A place for a date; one that is written in words stays text."""
        if value and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return self.control(key, title, value)
        return Control(key, title, value or "", "date")

    def choice(
        self,
        key: str,
        title: str,
        value: str | int | None,
        choices: Iterable[tuple[str, str]],
        *,
        line: Spans = (),
    ) -> Control:
        """A place for one of `choices`, (value, words); `line` is how the chosen one is set if a link."""
        stored = "" if value is None else str(value)
        return Control(key, title, stored, "choice", tuple(choices), line)

    def link(self, kind: str, id: str) -> Link:
        """A link to something of the course, by its title."""
        return Link((self.site.target(kind, id).title,), f"{kind}:{id}")

    def mark(self, proposed: bool, name: str = "") -> Spans:
        """The label of what the source did not say, with a space before it.

        With the `name` of what it marks, it can be settled in Word.
        """
        words = self.words
        if not proposed or self.final:
            return ()
        key = f"{MARK}{name}" if name else ""
        told = words("Not in the source; HR must confirm it")
        return (" ", Mark(words("Proposal"), told, key, words("Confirmed")))

    def reservations(self, role: Role) -> Iterator[Block]:
        """What must be confirmed before a paper of the role is used, small at its head."""
        if role.reservations:
            yield Paragraph((Run(self.words("Confirm before use"), strong=True),), "note")
            yield Listing(tuple(map(self.line, role.reservations)))

    def levels(self) -> list[tuple[str, str]]:
        """The proficiency levels as choices: digit and words."""
        framework = self.site.framework
        return (
            [(str(number), f"{number} {level.name}") for number, level in enumerate(framework.levels, 1)]
            if framework
            else []
        )

    def superior(self, role: Role) -> str | None:
        """The direct superior by its title, or by the name that the role has for it."""
        return self.site.roles[role.reports_to].model.title if role.reports_to else role.superior

    def employer(self, role: Role) -> str:
        """Whose post it is, such as “Employer: Owner”; empty where posts are all of one company."""
        words, found = self.words, self.site.employers.get(role.employer or "")
        return f"{words('Employer')}{words(': ')}{found.title}" if found else ""

    def exams(self, role: Role) -> Spans:
        """A line with the exams that the training of a role leads to, each with its size and cut score."""
        words = self.words
        lines: list[Spans] = [
            (
                self.link("exam", id),
                words.plural(
                    " ({count} question, {minutes} min, cut score {cut}%)",
                    " ({count} questions, {minutes} min, cut score {cut}%)",
                    exam.items,
                    minutes=exam.minutes,
                    cut=exam.cut,
                ),
            )
            for id, exam in ((id, self.site.exams[id].model) for id in role.exams)
        ]
        more = words(", ").join(self._beyond(role))
        told = words("; also asked there: {chapters}").format(chapters=more) if more else ""
        return words("Exams of the training"), words(": "), *joined(lines, words("; ")), told

    def _beyond(self, role: Role) -> Iterator[str]:
        """Chapters that the exams of a role ask about, though its training does not name them."""
        own = {training.chapter for training in role.training}
        for chapter in self.site.chapters:
            asked = {exam.id for exam in self.site.exams_of_chapters([chapter.id])}
            if chapter.id not in own and asked & {*role.exams}:
                yield chapter.model.title

    def cuts_of(self, chapter: str) -> str:
        """The cut scores of a chapter's quizzes, such as “80%”."""
        return self.words(", ").join(f"{quiz.model.cut}%" for quiz in self.site.quizzes_of_chapter(chapter))


def joined(lines: Iterable[Spans], between: str) -> Spans:
    """The lines as one, with words between them."""
    spans = [span for line in lines for span in (between, *line)]
    return tuple(spans[1:])


def file_name(code: str, title: str, suffix: str, version: str) -> str:
    """`RM-01-Client manager-v1.0`: a name that every system and unzipper takes; only a long title is cut."""
    before, behind = (
        _safe(code[:_MOST_OF_A_CODE]),
        [_safe(suffix), _safe(f"v{version[:_MOST_OF_A_CODE]}" if version else "")],
    )
    room = _MOST_BYTES - sum(len(part.encode(errors="replace")) + 1 for part in (before, *behind))
    cut = _safe(title).encode(errors="replace")[: max(0, room)].decode(errors="ignore").strip(" .-")
    return _undeviced("-".join(filter(None, (before, cut, *behind))) or "document")


def _undeviced(name: str) -> str:
    return f"_{name}" if _DEVICE.match(name) else name


def _safe(text: str) -> str:
    return re.sub(r"\s+", " ", _UNSAFE.sub("_", text)).strip(" .-")


def ascii_name(role: SiteRole, kind: str) -> str:
    """The same for software that knows no Chinese: `RM-01-client-manager-v1.0`."""
    code, version = (
        re.sub(r"[^A-Za-z0-9.]+", "-", text[:_MOST_OF_A_CODE]).strip("-.")
        for text in (role.model.code, role.model.document.version)
    )
    return _undeviced("-".join(filter(None, (code, role.id, kind, f"v{version}" if version else ""))))
