"""The job description: everything a role's source says, with a control for every field that HR may change."""

from collections.abc import Iterator
from itertools import zip_longest

from ..link.site import SiteRole
from ..model.role import Qualification, Relation
from ..press.document import (
    Block,
    Column,
    Control,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    Spans,
    Table,
)
from .stationery import Stationery
from .vocabulary import grades, periods, qualifications, superiors


def job_description(role: SiteRole, stationery: Stationery) -> Document:
    """The job description of a role, or the charter of a department."""
    words, model = stationery.words, role.model
    title = (
        words("{title}: department charter") if model.kind == "charter" else words("{title}: job description")
    )
    return stationery.document(model, role.id, title.format(title=model.title), described(role, stationery))


def described(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    """The blocks of a job description below its title."""
    return _Blocks(role, stationery).all()


class _Blocks:
    """The blocks of one job description."""

    def __init__(self, role: SiteRole, stationery: Stationery) -> None:
        self.of = role
        self.role = role.model
        self.stationery = stationery
        self.words = stationery.words
        self._control = stationery.control
        self._prose = stationery.prose

    def all(self) -> Iterator[Block]:
        words = self.words
        yield self._facts()
        yield self._heading(words("Purpose"), "purpose")
        yield from self.stationery.passage("purpose", words("Purpose"), self.role.purpose)
        yield from self._duties()
        yield from self._authority()
        yield from self._relations()
        yield from self._qualifications()
        yield from self._competencies()
        yield from self._kpis()
        yield from self._redlines()
        yield from self._training()
        yield from self._closing()

    def _heading(self, title: str, name: str) -> Heading:
        return Heading((title, *self._mark(name)))

    def _mark(self, name: str) -> Spans:
        return self.stationery.mark(name in self.role.proposals)

    def _facts(self) -> Facts:
        role, words, stationery = self.role, self.words, self.stationery
        families = [(family.id, family.title) for family in stationery.site.families]
        texts = {
            "code": words("Role code"),
            "title": words("Title"),
            "aliases": words("Also called"),
            "channel": words("Channel"),
            "employment": words("Employment"),
            "department": words("Department"),
            "second_line": words("Second line"),
            "headcount": words("Headcount"),
            "location": words("Place of work"),
            "conditions": words("Working conditions"),
        }
        values = {**{name: getattr(role, name) for name in texts}, "aliases": words(", ").join(role.aliases)}
        controls = {name: self._control(name, title, values[name]) for name, title in texts.items()}
        controls["family"] = stationery.choice("family", words("Family"), role.family, families)
        controls["grade"] = stationery.choice("grade", words("Job level"), role.grade, grades(words).items())
        controls["reports_to"] = stationery.choice(
            "reports_to", words("Reports to"), role.reports_to, superiors(stationery.site, self.of)
        )
        order = (
            "code",
            "title",
            "aliases",
            "family",
            "channel",
            "grade",
            "employment",
            "department",
            "reports_to",
            "second_line",
        )
        pairs = [self._pair(controls[name], name) for name in (*order, "headcount", "location")]
        below = words(", ").join(
            other.model.title for other in stationery.site.coverage.reports_of_role.get(self.of.id, ())
        )
        nothing = words("none") if role.title else ""
        onward = words(", ").join(map(stationery.title_of, role.career))
        pairs += [
            self._pair(controls["conditions"], "conditions"),
            ((words("Direct reports"),), (below or nothing,)),
            ((words("Career"),), (onward or nothing, *self._mark("career"))),
        ]
        return Facts(tuple(pairs), wide=frozenset({len(pairs) - 1}), title=words("The post"))

    def _pair(self, control: Control, name: str) -> tuple[Spans, Spans]:
        return (control.title,), (control, *self._mark(name))

    def _duties(self) -> Iterator[Block]:
        words = self.words
        yield Heading((words("Duties"),))
        rows = []
        for at, duty in enumerate(self.role.duties, 1):
            key = f"duties.{at}"
            text = self._prose(f"{key}.text", words("Duty"), duty.text)
            standard = self._prose(f"{key}.standard", words("Standard"), duty.standard)
            weight = self._control(f"{key}.weight", words("Weight"), duty.weight)
            rows.append(
                ((str(at),), (text, *self.stationery.mark(not duty.source)), (standard,), (weight, "%"))
            )
        proposed = self.stationery.mark(any(duty.text for duty in self.role.duties))
        columns = (
            Column(("#",), 3), Column((words("Duty"),), 38), Column((words("Standard"), *proposed), 46),
            Column((words("Weight"), *proposed), 13, "right"),
        )  # fmt: skip
        yield Table(columns, tuple(rows), words("Duties"))

    def _authority(self) -> Iterator[Block]:
        words = self.words
        if self.role.authority:
            yield self._heading(words("Authority"), "authority")
            yield Listing(self._lines("authority", words("Authority"), self.role.authority))

    def _lines(self, name: str, title: str, entries: tuple[str, ...]) -> tuple[Spans, ...]:
        return tuple((self._prose(f"{name}.{at}", title, entry),) for at, entry in enumerate(entries, 1))

    def _relations(self) -> Iterator[Block]:
        """Inside and outside side by side."""
        role, words = self.role, self.words
        if not (role.internal or role.external):
            return
        pairs = zip_longest(
            self._related("internal", role.internal),
            self._related("external", role.external),
            fillvalue=((), ()),
        )
        columns = (
            Column((words("Inside"), *self._mark("internal")), 20),
            Column((words("About"),), 30),
            Column((words("Outside"), *self._mark("external")), 20),
            Column((words("About"),), 30),
        )
        yield Heading((words("Working relations"),))
        yield Table(
            columns, tuple((*inside, *outside) for inside, outside in pairs), words("Working relations")
        )

    def _related(self, name: str, relations: tuple[Relation, ...]) -> Iterator[tuple[Spans, Spans]]:
        words = self.words
        for at, relation in enumerate(relations, 1):
            partner = self._control(f"{name}.{at}.partner", words("With"), relation.partner)
            yield (partner,), (self._prose(f"{name}.{at}.purpose", words("About"), relation.purpose),)

    def _qualifications(self) -> Iterator[Block]:
        """A row a kind; required and preferred side by side."""
        role, words = self.role, self.words
        if not (role.required or role.preferred):
            return
        rows = []
        for kind, title in qualifications(words).items():
            required, preferred = (
                self._qualified("required", kind, role.required),
                self._qualified("preferred", kind, role.preferred),
            )
            if required or preferred:
                rows.append(((title,), required or ("—",), preferred or ("—",)))
        columns = (
            Column((words("Qualification"),), 14),
            Column((words("Required"),), 52),
            Column((words("Preferred"),), 34),
        )
        yield Heading((words("Qualifications"),))
        yield Table(columns, tuple(rows), words("Qualifications"))

    def _qualified(self, name: str, kind: str, entries: tuple[Qualification, ...]) -> Spans:
        words = self.words
        line: list[object] = []
        for at, entry in enumerate(entries, 1):
            if entry.kind == kind:
                line += ["  "] if line else []
                line += [
                    self._prose(f"{name}.{at}.text", words("Qualification"), entry.text),
                    *self.stationery.mark(entry.proposed),
                ]
        return tuple(line)  # type: ignore[arg-type]  # a list of spans

    def _competencies(self) -> Iterator[Block]:
        """Two competencies a row."""
        words, stationery = self.words, self.stationery
        needs = (("true", words("essential")), ("false", words("desirable")))
        cells: list[tuple[Spans, ...]] = []
        for at, needed in enumerate(self.role.competencies, 1):
            level = stationery.choice(
                f"competencies.{at}.level", words("Level"), needed.level, stationery.levels()
            )
            need = stationery.choice(
                f"competencies.{at}.essential", words("Need"), str(needed.essential).lower(), needs
            )
            cells.append(((stationery.site.competencies[needed.competency].title,), (level,), (need,)))
        if cells:
            columns = (
                Column((words("Competency"),), 24),
                Column((words("Level"),), 16),
                Column((words("Need"),), 10),
            )
            yield self._heading(words("Competencies required"), "competencies")
            yield Table((*columns, *columns), tuple(_two_a_row(cells)), words("Competencies required"))

    def _kpis(self) -> Iterator[Block]:
        words = self.words
        rows = []
        for at, kpi in enumerate(self.role.kpis, 1):
            key = f"kpis.{at}"
            period = self.stationery.choice(
                f"{key}.period", words("Period"), kpi.period, periods(words).items()
            )
            rows.append((
                (self._control(f"{key}.name", words("Indicator"), kpi.name),),
                (self._prose(f"{key}.formula", words("Definition or formula"), kpi.formula),),
                (self._control(f"{key}.weight", words("Weight"), kpi.weight), "%"),
                (self._control(f"{key}.target", words("Target"), kpi.target),),
                (period,),
                (self._control(f"{key}.data", words("Data from"), kpi.data),),
            ))  # fmt: skip
        if rows:
            columns = (
                Column((words("Indicator"),), 17), Column((words("Definition or formula"),), 35),
                Column((words("Weight"),), 9, "right"), Column((words("Target"),), 11),
                Column((words("Period"),), 9), Column((words("Data from"),), 19),
            )  # fmt: skip
            yield self._heading(words("Key performance indicators"), "kpis")
            yield Table(columns, tuple(rows), words("Key performance indicators"))

    def _redlines(self) -> Iterator[Block]:
        words = self.words
        if self.role.redlines:
            yield self._heading(words("Compliance red lines"), "redlines")
            yield Listing(self._lines("redlines", words("Compliance red lines"), self.role.redlines), "cross")

    def _training(self) -> Iterator[Block]:
        """Two chapters a row."""
        words, site = self.words, self.stationery.site
        cells: list[tuple[Spans, ...]] = [
            (
                (site.target("chapter", entry.chapter).title,),
                (self._control(f"training.{at}.when", words("By when"), entry.when),),
                (self.stationery.cuts_of(entry.chapter) or "—",),
            )
            for at, entry in enumerate(self.role.training, 1)
        ]
        if cells:
            columns = (
                Column((words("Chapter"),), 23),
                Column((words("By when"),), 20),
                Column((words("Quiz at"),), 7),
            )
            yield self._heading(words("Training"), "training")
            yield Table((*columns, *columns), tuple(_two_a_row(cells)), words("Training"))

    def _closing(self) -> Iterator[Block]:
        control, words, stationery = self.role.document, self.words, self.stationery
        yield Heading((words("Document control"),))
        texts = {
            "version": words("Version"),
            "prepared": words("Prepared"),
            "reviewed": words("Reviewed"),
            "approved": words("Approved"),
            "review": words("Review"),
        }
        places = [
            self._control(f"document.{name}", title, getattr(control, name)) for name, title in texts.items()
        ]
        places.append(stationery.date("document.effective", words("Effective"), control.effective))
        yield Facts(tuple(((place.title,), (place,)) for place in places), title=words("Document control"))
        yield from self._revisions()
        if self.role.statement:
            mark = self._mark("statement")
            yield from self.stationery.passage(
                "statement", words("Statement"), self.role.statement, "small", mark
            )
        if self.role.kind == "role":
            yield Paragraph(
                (
                    words(
                        "Three copies: one for the holder, one for the department, one for human resources."
                    ),
                ),
                "small",
            )
        who = (words("Holder of the post"), words("Direct superior"), words("Human resources"))
        charter = (words("Head of the department"), words("Human resources"), words("Approved"))
        yield Signatures(who if self.role.kind == "role" else charter, (words("Signature"), words("Date")))

    def _revisions(self) -> Iterator[Block]:
        words = self.words
        rows = tuple(
            (
                (self._control(f"document.revisions.{at}.version", words("Version"), revision.version),),
                (self._control(f"document.revisions.{at}.date", words("Date"), revision.date),),
                (self._prose(f"document.revisions.{at}.change", words("Change"), revision.change),),
            )
            for at, revision in enumerate(self.role.document.revisions, 1)
        )
        if rows:
            columns = (
                Column((words("Version"),), 12),
                Column((words("Date"),), 18),
                Column((words("Change"),), 70),
            )
            yield Table(columns, rows, words("Revisions"))


def _two_a_row(cells: list[tuple[Spans, ...]]) -> Iterator[tuple[Spans, ...]]:
    """Entries of one width each, set in pairs; the last row may be half empty."""
    for left, right in zip_longest(cells[::2], cells[1::2], fillvalue=((),) * len(cells[0])):
        yield (*left, *right)
