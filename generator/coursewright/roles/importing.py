"""A filled job description → the role's new source: read, merged with the source, checked."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from ..diagnostics import Place, Problem
from ..diagnostics.nearest import near
from ..link.site import Site, SiteRole
from ..load.source_file import SourceFile, read_source
from ..model.role import Role
from ..press.word.package import OBJECT, Filled, filled, word
from ..validate.shape import Validated, validated
from ..words import Words
from .blank import blank_role, blank_template
from .confirming import open_names
from .edition import BLANK, Edition, edition_beside, edition_in, edition_told, role_data
from .job_description import job_description
from .meeting import Meeting, keys_from
from .placing import placed
from .pointing import Pointer, old_lines, path_of, places
from .returned import Returned, as_returned, returned
from .rows import Data, Side, side
from .source import changed_source, new_source
from .stationery import Stationery
from .unread import MARK, added, hidden, missing, removed, restored, struck

Check = Callable[[str, str], list[Problem]]
"""What would be wrong with the course if a file said a text."""


class Refused(Exception):
    """The file cannot be read back; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass
class Import:
    """`before` is None for a new role; `problems` are errors and warnings, each at the source's own line."""

    file: str
    before: str | None
    after: str
    problems: list[Problem] = field(default_factory=list)


class Importer:
    """Reads templates that come back to a course; `name` is what the one file is called in messages."""

    def __init__(self, site: Site, name: str) -> None:
        self._site = site
        self._words = Words(site.course.language)
        self._stationery = Stationery(site, self._words)
        self._at = Place(name)

    def role_of(self, found: Filled, id: str | None) -> str | None:
        """The id of the role a template is of; None for a blank one. Raises Refused."""
        edition = self._edition(found)
        self._refuse_others(edition)
        self._refuse_strangers(found)
        if edition and edition.role == BLANK:
            return None
        if edition and edition.role in self._site.roles:
            return self._agreed(edition.role, id)
        if id:
            return id
        codes = {role.model.code: role.id for role in self._site.roles.values()}
        code = self.code_of(found)
        if code not in codes:
            raise Refused(Problem("CW0705", self._at, {"code": code, "near": near(code, codes)}))
        return codes[code]

    def code_of(self, found: Filled) -> str:
        """The code of the role that a template is filled in for, with its tags or without."""
        held = {held.tag or held.title: held.text for held in found.held}
        return (held.get("code") or held.get(self._words("Role code")) or "").strip()

    def _edition(self, found: Filled) -> Edition | None:
        known = {id: role_data(role.model) for id, role in self._site.roles.items()}
        return edition_in(found.source) or edition_told(found.properties, known)

    def role_of_source(self, source: SourceFile, id: str | None) -> str | None:
        """The id of the role that another source says it was made from, or `id`. Raises Refused."""
        edition = edition_beside(source.text)
        return self._agreed(edition.role, id) if edition and edition.role in self._site.roles else id

    def _agreed(self, own: str, id: str | None) -> str:
        if id not in (None, own):
            raise Refused(Problem("CW0719", self._at, {"role": own}))
        return own

    def _refuse_others(self, edition: Edition | None) -> None:
        if edition and edition.kind != "description":
            raise Refused(Problem("CW0706", self._at))
        if edition and edition.language != self._site.course.language:
            languages = {"found": edition.language, "language": self._site.course.language}
            raise Refused(Problem("CW0707", self._at, languages))

    def _refuse_strangers(self, found: Filled) -> None:
        known = {"code", "duties.1.text", self._words("Role code")}
        if not known & {name for held in found.held for name in (held.tag, held.title)}:
            raise Refused(Problem("CW0702", self._at))

    def imported(self, found: Filled, id: str, text: str | None, check: Check) -> Import:
        """The source of role `id`, which says `text` now (None: nothing), with what the template says."""
        file = f"content/roles/{id}.yml"
        edition = self._edition(found)
        if text is None:
            base, is_known = role_data(blank_role()), True
            fresh = filled(word(blank_template(self._stationery)))
        else:
            base, role, is_known = self._base(edition, id)
            fresh = filled(word(job_description(role, self._stationery)))
        found = placed(found, fresh)
        form = returned(restored(found, fresh), fresh, base, self._site.roles)
        problems = [*self._unread(found, fresh, form, base), *self._unsigned(form)]
        if text is None:
            result = form.side
            after = new_source(_without_blanks(form.side.data))
        else:
            met = self._meeting(form, id).met(base, is_known=is_known)
            result, problems = met.result, [*problems, *met.problems]
            after = changed_source(text, met.source, result)
        done = Import(file, text, after, problems)
        done.problems += self._checked(done, form, result, check(file, after))
        return done

    def taken(self, source: SourceFile, id: str, text: str, check: Check) -> Import:
        """The source of role `id`, which says `text` now, with what another source of the role says.

        One that its page gave says what it was made from; any other may take later changes back.
        Raises Refused.
        """
        file = f"content/roles/{id}.yml"
        result = validated(source, Role) if source.usable else Validated[Role](None, source.problems)
        if result.model is None:
            return Import(file, text, text, result.problems)
        edition = edition_beside(source.text)
        self._refuse_others(edition)
        base, role, is_known = self._base(edition, id)
        data = role_data(result.model)
        form = as_returned(side(data, keys_from(base, data, "form")), self._titles(role))
        met = self._meeting(form, id).met(base, is_known=is_known)
        after = changed_source(text, met.source, met.result)
        told = met.problems if is_known or after != text else []
        found = [each for each in check(file, after) if each.place.file == file]
        return Import(file, text, after, [*told, *found])

    def _titles(self, role: SiteRole) -> Mapping[str, str]:
        """What a template calls each field, by its tag."""
        return {held.tag: held.title for held in filled(word(job_description(role, self._stationery))).held}

    def _meeting(self, form: Returned, id: str) -> Meeting:
        now = role_data(self._site.roles[id].model)
        return Meeting(form.side, now, self._at, Pointer(self._words, form).where)

    def _base(self, edition: Edition | None, id: str) -> tuple[Data, SiteRole, bool]:
        """What the file was made from, the role as it was, and whether it is known: else both as they are."""
        role = self._site.roles[id]
        try:
            model = Role.model_validate(edition.data) if edition else None
        except ValidationError:
            model = None
        if edition is None or model is None:
            return role_data(role.model), role, False
        printed = model.model_copy(update={"company": edition.company or model.company})
        return edition.data, replace(role, model=self._known(printed)), True

    def _known(self, role: Role) -> Role:
        """Without what it refers to and the course no longer has: that cannot be printed."""
        site = self._site
        chapters = {chapter.id for chapter in site.chapters}
        return role.model_copy(
            update={
                "competencies": tuple(x for x in role.competencies if x.competency in site.competencies),
                "training": tuple(x for x in role.training if x.chapter in chapters),
                "career": tuple(id for id in role.career if id in site.roles),
                "reports_to": role.reports_to if role.reports_to in site.roles else None,
                "employer": role.employer if role.employer in site.employers else None,
                "exams": tuple(id for id in role.exams if id in site.exams),
            }
        )

    def _unread(self, found: Filled, fresh: Filled, form: Returned, base: Data) -> Iterator[Problem]:
        pointer = Pointer(self._words, form)
        for text, tag in added(found, fresh):
            yield self._unheld(text, pointer.beside(tag))
        for held in form.others:
            yield self._unheld(f"{pointer.where(held.tag)} {held.text}")
        for text in removed(found, fresh):
            yield Problem("CW0712", self._at, {"text": text})
        settled = {*open_names(side(base))} - {*open_names(form.side)}
        for held in missing(found, fresh, restored(found, fresh)):
            if held.tag.removeprefix(MARK) not in settled:
                yield Problem("CW0713", self._at, {"field": pointer.where(held.tag) or held.title})
        for text in struck(found, fresh):
            yield Problem("CW0720", self._at, {"text": text})
        for text in hidden(found, fresh):
            yield Problem("CW0722", self._at, {"text": text})
        for tag in form.joined:
            yield Problem("CW0714", self._at, {"field": pointer.where(tag)})

    def _unheld(self, text: str, note: str = "") -> Problem:
        words = self._words
        thing = words("(a picture, a sign or a file)")
        said = re.sub(f"{OBJECT}[{OBJECT} ]*", f" {thing} ", text).strip()
        return Problem("CW0711", self._at, {"text": said}, note)

    def _unsigned(self, form: Returned) -> Iterator[Problem]:
        for row in form.side.lists["document.confirmations"].values():
            if not (row["by"] and row["date"]):
                yield Problem("CW0715", self._at)

    def _checked(self, done: Import, form: Returned, result: Side, found: list[Problem]) -> Iterator[Problem]:
        """Problems of the new source at the lines that the author has, with the place in the template."""
        pointer = Pointer(self._words, form)
        found_at = places(read_source(done.file, done.after.encode()))
        lines = old_lines(done.before or "", done.after)
        for problem in found:
            if problem.place.file == done.file:
                note = pointer.note(path_of(found_at, problem), result)
                place = replace(problem.place, line=lines.get(problem.place.line, problem.place.line))
                yield replace(problem, place=place, note=note)
            elif problem.severity == "error":
                yield problem


def _without_blanks(data: Data) -> Data:
    """Without what nobody filled in."""
    return {
        key: _without_blanks(value) if isinstance(value, dict) else value
        for key, value in data.items()
        if value not in ("", [])
    }
