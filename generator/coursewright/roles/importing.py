"""A filled job description → the role's new source: read, merged with the source, checked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from pydantic import ValidationError

from ..diagnostics import Place, Problem
from ..diagnostics.nearest import near
from ..link.site import Site, SiteRole
from ..load.source_file import SourceFile, read_source
from ..model.role import Role
from ..model.walk import Path
from ..press.word.package import Filled, filled, word
from ..words import Words
from .blank import blank_role, blank_template
from .confirming import open_names
from .edition import BLANK, Edition, edition_in, edition_told, role_data
from .job_description import job_description
from .merge import Conflict, merged
from .placing import placed
from .returned import Returned, returned
from .rows import LISTS, Data, Side, aligned, place_of, side
from .source import changed_source, new_source
from .stationery import Stationery
from .unread import MARK, added, missing, removed
from .vocabulary import lists

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
        self._refuse_others(edition, found)
        if edition and edition.role == BLANK:
            return None
        if edition and edition.role in self._site.roles:
            if id not in (None, edition.role):
                raise Refused(Problem("CW0719", self._at, {"role": edition.role}))
            return edition.role
        if id:
            return id
        codes = {role.model.code: role.id for role in self._site.roles.values()}
        held = {held.tag or held.title: held.text for held in found.held}
        code = (held.get("code") or held.get(self._words("Role code")) or "").strip()
        if code not in codes:
            raise Refused(Problem("CW0705", self._at, {"code": code, "near": near(code, codes)}))
        return codes[code]

    def _edition(self, found: Filled) -> Edition | None:
        known = {id: role_data(role.model) for id, role in self._site.roles.items()}
        return edition_in(found.source) or edition_told(found.properties, known)

    def _refuse_others(self, edition: Edition | None, found: Filled) -> None:
        if edition and edition.kind != "description":
            raise Refused(Problem("CW0706", self._at))
        if edition and edition.language != self._site.course.language:
            languages = {"found": edition.language, "language": self._site.course.language}
            raise Refused(Problem("CW0707", self._at, languages))
        known = {"code", "duties.1.text", self._words("Role code")}
        if not known & {name for held in found.held for name in (held.tag, held.title)}:
            raise Refused(Problem("CW0702", self._at))

    def imported(self, found: Filled, id: str, text: str | None, check: Check) -> Import:
        """The source of role `id`, which says `text` now (None: nothing), with what the template says."""
        file = f"content/roles/{id}.yml"
        edition = self._edition(found)
        if text is None:
            base = role_data(blank_role())
            fresh = filled(word(blank_template(self._stationery)))
        else:
            base, role = self._base(edition, id)
            fresh = filled(word(job_description(role, self._stationery)))
        found = placed(found, fresh)
        form = returned(found, fresh, base)
        problems = [*self._unread(found, fresh, form, base), *self._unsigned(form)]
        if text is None:
            result = form.side
            after = new_source(_without_blanks(form.side.data))
        else:
            result, told = self._merged(edition, base, form, id)
            problems += told
            after = changed_source(text, self._source(base, id), result)
        done = Import(file, text, after, problems)
        done.problems += self._checked(done, form, result, check(file, after))
        return done

    def _base(self, edition: Edition | None, id: str) -> tuple[Data, SiteRole]:
        """What the template was printed from, and the role as it was; of an unknown edition, as it is."""
        role = self._site.roles[id]
        if edition is None:
            return role_data(role.model), role
        try:
            model = Role.model_validate(edition.data)
        except ValidationError:
            return role_data(role.model), role
        return edition.data, replace(role, model=self._known(model))

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
            }
        )

    def _source(self, base: Data, id: str) -> Side:
        """The role as the source has it, its rows by the keys that they had when the template was printed."""
        now = role_data(self._site.roles[id].model)
        keys = {}
        for name in LISTS:
            lists = [
                (owner or {}).get(key, []) for owner, key in (place_of(each, name) for each in (base, now))
            ]
            keys[name] = aligned(name, *lists)
        return side(now, keys)

    def _merged(
        self, edition: Edition | None, base: Data, form: Returned, id: str
    ) -> tuple[Side, list[Problem]]:
        source = self._source(base, id)
        merge = merged(side(base), form.side, source)
        problems = [self._conflict(conflict, form) for conflict in merge.conflicts]
        if edition is None:
            problems.append(Problem("CW0708", self._at))
        elif base != role_data(self._site.roles[id].model) and not problems:
            problems.append(Problem("CW0709", self._at))
        return merge.result, problems

    def _conflict(self, conflict: Conflict, form: Returned) -> Problem:
        values = {
            "field": self._where(conflict.field, form),
            "form": _shown(conflict.form),
            "source": _shown(conflict.source),
        }
        return Problem("CW0710", self._at, values)

    def _unread(self, found: Filled, fresh: Filled, form: Returned, base: Data) -> Iterator[Problem]:
        for text in added(found, fresh):
            yield Problem("CW0711", self._at, {"text": text})
        for held in form.others:
            yield Problem("CW0711", self._at, {"text": f"{held.title} {held.text}"})
        for text in removed(found, fresh):
            yield Problem("CW0712", self._at, {"text": text})
        settled = {*open_names(side(base))} - {*open_names(form.side)}
        for held in missing(found, fresh):
            if held.tag.removeprefix(MARK) not in settled:
                yield Problem("CW0713", self._at, {"field": self._where(held.tag, form) or held.title})
        for tag in form.joined:
            yield Problem("CW0714", self._at, {"field": self._where(tag, form)})

    def _unsigned(self, form: Returned) -> Iterator[Problem]:
        for row in form.side.lists["document.confirmations"].values():
            if not (row["by"] and row["date"]):
                yield Problem("CW0715", self._at)

    def _where(self, tag: str, form: Returned) -> str:
        """A field as people find it in the template: the list, the row and the column, or its title."""
        words = self._words
        name, _, rest = tag.partition(".")
        if name == "document" and rest.count("."):
            name, _, rest = f"document.{rest}".rpartition(".")[0].partition(".")
        key, _, column = rest.partition(".")
        title = form.titles.get(tag, "")
        known = lists(self._words)
        if name not in known:
            return title or tag
        row = form.row_of(name, key)
        place = words("{list}, row {row}").format(list=known[name], row=row) if row else known[name]
        return words(", ").join(filter(None, (place, title if column or row else "")))

    def _checked(self, done: Import, form: Returned, result: Side, found: list[Problem]) -> Iterator[Problem]:
        """Problems of the new source at the lines that the author has, with the place in the template."""
        places = _places(read_source(done.file, done.after.encode()))
        lines = _lines(done.before or "", done.after)
        for problem in found:
            if problem.place.file == done.file:
                note = self._note(_path(places, problem), form, result)
                place = replace(problem.place, line=lines.get(problem.place.line, problem.place.line))
                yield replace(problem, place=place, note=note)
            elif problem.severity == "error":
                yield problem

    def _note(self, path: Path, form: Returned, result: Side) -> str:
        words = self._words
        name = next((each for each in LISTS if tuple(each.split(".")) == path[: each.count(".") + 1]), "")
        steps = [*path[name.count(".") + 1 :]] if name else []
        if not steps:
            tag = name or ".".join(map(str, path))
            where = lists(self._words).get(tag, "") or form.titles.get(tag, "")
        else:
            keys, row = list(result.lists[name]), int(steps[0])
            number = form.row_of(name, keys[row]) if row < len(keys) else 0
            column = steps[1] if len(steps) > 1 else ""
            titles = {
                tag.rpartition(".")[2]: title for tag, title in form.titles.items() if tag.startswith(name)
            }
            where = words("{list}, row {row}").format(list=lists(self._words)[name], row=number or row + 1)
            where = words(", ").join(filter(None, (where, titles.get(str(column), ""))))
        return words("in the template: {where}").format(where=where) if where else ""


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(str(part) for part in value.values())
    return "—" if value is None else str(value)


def _without_blanks(data: Data) -> Data:
    """Without what nobody filled in."""
    return {
        key: _without_blanks(value) if isinstance(value, dict) else value
        for key, value in data.items()
        if value not in ("", [])
    }


def _places(file: SourceFile) -> dict[tuple[int, int], Path]:
    """Line and column → the path of what stands there: of a value, else of a key; the nearest to the top."""
    found: dict[tuple[int, int], Path] = {}
    paths = [(), *_paths(file.data, ())]
    for key in (False, True):
        for path in paths:
            place = file.place(path, key=key)
            found.setdefault((place.line, place.column), path)
    return found


def _path(places: Mapping[tuple[int, int], Path], problem: Problem) -> Path:
    """The path of what a problem is about; of what is missing, where it would be."""
    path = places.get((problem.place.line, problem.place.column), ())
    return (*path, str(problem.values["key"])) if problem.code == "CW0201" else path


def _paths(data: Any, path: Path) -> Iterator[Path]:
    if path:
        yield path
    steps: Mapping[Any, Any] = (
        data if isinstance(data, dict) else dict(enumerate(data)) if isinstance(data, list) else {}
    )
    for step, value in steps.items():
        yield from _paths(value, (*path, step))


def _lines(before: str, after: str) -> dict[int, int]:
    """Line of the new text → the author's own, both from 1; what is new is at the line it stands behind."""
    found: dict[int, int] = {}
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        for at in range(start, end):
            found[at + 1] = max(1, min(first + at - start + 1, last) if last > first else first)
    return found if before else {}
