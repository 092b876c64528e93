"""Resolve every reference of the sources and build the `Site`.

Order: what others refer to is registered first (people, terms, competencies,
taxonomies, chapters with their sections and objectives, items), then what
refers. With problems of any kind there is no site, but linking goes on to the
end so that every problem is said at once.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ..diagnostics import Place, Problem, errors_in
from ..load.document import Document, Path
from ..model import kinds
from ..model.chapter import CheckBlock, FigureBlock, Objective, SceneBlock
from ..model.competency import Competency
from ..model.course import Person
from ..model.glossary import Term
from ..model.item import ItemSource, MultipleChoice, SingleChoice, TrueFalse
from ..model.kinds import Kind, kind_of
from ..model.role import Family
from ..model.taxonomy import Node
from ..model.toolkit import FigurePart
from ..nearest import nearest
from ..validate.markdown import references
from ..validate.sources import Loaded, Sources
from .reading import minutes
from .register import Register
from .site import (
    Coverage,
    Site,
    SiteChapter,
    SiteGuide,
    SiteItem,
    SiteQuiz,
    SiteRole,
    SiteSection,
    SiteTaxonomy,
    SiteToolkit,
    Target,
)

AUDIENCES = ("learner", "trainer", "hr", "host")


def link_site(sources: Sources, problems: list[Problem]) -> Site | None:
    """The linked site, or None when anything is wrong; adds what it finds to `problems`."""
    return _Linker(sources, problems).link()


class _Linker:
    def __init__(self, sources: Sources, problems: list[Problem]) -> None:
        self.sources = sources
        self.problems = problems
        failed = {kind_of(file) for file in sources.failed}

        def register(kind: str, *definers: Kind) -> Register[Any]:
            return Register(kind, problems, partial=bool(failed & set(definers)))

        self.people: Register[Person] = register("person", kinds.CAST)
        self.terms: Register[Term] = register("term", kinds.GLOSSARY)
        self.competencies: Register[Competency] = register("competency", kinds.FRAMEWORK)
        self.taxonomies: Register[SiteTaxonomy] = register("taxonomy", kinds.TAXONOMY)
        self.nodes: Register[Node] = register("node", kinds.TAXONOMY)
        self.chapters: Register[SiteChapter] = register("chapter", kinds.CHAPTER, kinds.COURSE)
        self.sections: Register[SiteSection] = register("section", kinds.SECTION, kinds.CHAPTER, kinds.COURSE)
        self.objectives: Register[Objective] = register("objective", kinds.SECTION, kinds.CHAPTER, kinds.COURSE)
        self.items: Register[SiteItem] = register("item", kinds.BANK, kinds.SECTION, kinds.CHAPTER, kinds.COURSE)
        self.toolkits: Register[SiteToolkit] = register("toolkit", kinds.TOOLKIT)
        self.families: Register[Family] = register("family", kinds.FAMILIES)
        self.roles: Register[SiteRole] = register("role", kinds.ROLE, kinds.FAMILIES)
        self.quizzes: Register[SiteQuiz] = register("quiz", kinds.QUIZ)
        self.guides: Register[SiteGuide] = register("guide", kinds.GUIDE)
        self.targets: dict[str, Target] = {}

    def link(self) -> Site | None:
        self._people_and_terms()
        self._competencies()
        self._taxonomies()
        self._chapters()
        self._items()
        self._toolkits_and_guides()
        self._roles()
        self._quizzes()
        self._references_between()
        self._references_in_text()
        if errors_in(self.problems) or self.sources.course is None:
            return None
        self.problems += self._gaps(self.sources.course.document)
        return self._site(self.sources.course.model)

    # what others refer to

    def _target(self, kind: str, id: str, title: str, page: str, anchor: str = "") -> Target:
        target = Target(kind, id, title, page, anchor)
        self.targets[f"{kind}:{id}"] = target
        return target

    def _people_and_terms(self) -> None:
        if cast := self.sources.cast:
            for at, person in enumerate(cast.model.people):
                self.people.add(person.id, person, cast.document, ("people", at, "id"))
                self._target("person", person.id, person.name, "people.md", person.id)
        if glossary := self.sources.glossary:
            for at, term in enumerate(glossary.model.terms):
                self.terms.add(term.id, term, glossary.document, ("terms", at, "id"))
                self._target("term", term.id, term.term, "glossary.md", term.id)

    def _competencies(self) -> None:
        if framework := self.sources.framework:
            for at, group in enumerate(framework.model.groups):
                for number, competency in enumerate(group.competencies):
                    path = ("groups", at, "competencies", number, "id")
                    self.competencies.add(competency.id, competency, framework.document, path)
                    self._target("competency", competency.id, competency.title, "competencies/index.md", competency.id)

    def _taxonomies(self) -> None:
        for id, loaded in self.sources.taxonomies.items():
            page = f"taxonomies/{id}.md"
            nodes: Register[Node] = Register("node", self.problems, partial=False)
            for path, node in _nodes(loaded.model.nodes, ("nodes",)):
                nodes.add(node.id, node, loaded.document, (*path, "id"))
                self._target("node", f"{id}/{node.id}", node.title, page, node.id)
                self.nodes.things[f"{id}/{node.id}"] = node
            target = self._target("taxonomy", id, loaded.model.title, page)
            self.taxonomies.add(id, SiteTaxonomy(id, loaded.model, nodes.things, target), loaded.document, ())
            if comparison := loaded.model.comparison:
                nodes.all(comparison.columns, loaded.document, ("comparison", "columns"))

    def _chapters(self) -> None:
        course = self.sources.course
        if course is None:
            return
        folders = {file.split("/")[2] for file in self.sources.failed if file.startswith("content/chapters/")}
        known = self.sources.chapters.keys() | folders
        for number, id in enumerate(course.model.chapters, 1):
            loaded = self.sources.chapters.get(id)
            if loaded is not None:
                self._chapter(id, number, loaded)
            elif f"content/chapters/{id}/chapter.yml" not in self.sources.failed:
                self._file_missing(course.document, ("chapters", number - 1), f"content/chapters/{id}/chapter.yml", nearest(id, known))
        for id, loaded in self.sources.chapters.items():
            if id not in course.model.chapters:
                self._unlisted(loaded, id, course.document.file)

    def _chapter(self, id: str, number: int, loaded: Loaded[Any]) -> None:
        folder = f"content/chapters/{id}"
        beside = {key.split("/")[1]: section for key, section in self.sources.sections.items() if key.split("/")[0] == id}
        sections = []
        for at, name in enumerate(loaded.model.sections):
            if name in beside:
                sections.append(self._section(f"{id}/{name}", f"{number}.{at + 1}", beside[name]))
            elif f"{folder}/{name}.yml" not in self.sources.failed:
                self._file_missing(loaded.document, ("sections", at), f"{folder}/{name}.yml", nearest(name, beside))
        for name, section in beside.items():
            if name not in loaded.model.sections:
                self._unlisted(section, name, loaded.document.file)
        target = self._target("chapter", id, loaded.model.title, f"learn/{id}/index.md")
        self.chapters.add(id, SiteChapter(id, number, loaded.model, tuple(sections), target), loaded.document, ())
        cases: Register[Any] = Register("item", self.problems, partial=False)
        for at, case in enumerate(loaded.model.cases):
            cases.add(case.id, case, loaded.document, ("cases", at, "id"))

    def _section(self, id: str, number: str, loaded: Loaded[Any]) -> SiteSection:
        target = self._target("section", id, loaded.model.title, f"learn/{id}.md")
        section = SiteSection(id, number, id.split("/")[0], loaded.model, minutes(loaded.model), target)
        self.sections.add(id, section, loaded.document, ())
        for at, objective in enumerate(loaded.model.objectives):
            self.objectives.add(f"{id}/{objective.id}", objective, loaded.document, ("objectives", at, "id"))
        return section

    def _file_missing(self, document: Document, path: Path, file: str, near: str) -> None:
        self.problems.append(Problem("CW0116", document.place(path), {"missing": file, "near": near}))

    def _unlisted(self, loaded: Loaded[Any], id: str, list_file: str) -> None:
        self.problems.append(Problem("CW0304", Place(loaded.document.file), {"list": list_file, "id": id}))

    def _items(self) -> None:
        for loaded in self.sources.banks.values():
            for at, item in enumerate(loaded.model.items):
                objective = self.objectives.get(item.objective, loaded.document, ("items", at, "objective"))
                section = self.sections.things.get(item.objective.rsplit("/", 1)[0])
                if objective and section:
                    self.items.add(item.id, SiteItem(item, digest(item), section, objective), loaded.document, ("items", at, "id"))
                else:
                    self.items.partial = True
                for number, node in enumerate(item.nodes):
                    self.nodes.get(node, loaded.document, ("items", at, "nodes", number))
                self.competencies.all(item.competencies, loaded.document, ("items", at, "competencies"))

    def _toolkits_and_guides(self) -> None:
        for id, toolkit in self.sources.toolkits.items():
            target = self._target("toolkit", id, toolkit.model.title, f"toolkits/{id}.md")
            self.toolkits.add(id, SiteToolkit(id, toolkit.model, target), toolkit.document, ())
        for id, guide in self.sources.guides.items():
            target = self._target("guide", id, guide.model.title, f"guides/{id}.md")
            self.guides.add(id, SiteGuide(id, guide.model, target), guide.document, ())

    def _roles(self) -> None:
        if families := self.sources.families:
            for at, family in enumerate(families.model.families):
                self.families.add(family.id, family, families.document, ("families", at, "id"))
        codes: Register[Any] = Register("role", self.problems, partial=False)
        for id, loaded in self.sources.roles.items():
            codes.add(loaded.model.code, loaded, loaded.document, ("code",))
            known = self.families.get(loaded.model.family, loaded.document, ("family",))
            if known is None:
                self.roles.partial = True
                continue
            target = self._target("role", id, loaded.model.title, f"roles/{id}.md")
            self.roles.add(id, SiteRole(id, loaded.model, known, target), loaded.document, ())

    def _quizzes(self) -> None:
        for id, loaded in self.sources.quizzes.items():
            items = self._practice_items(loaded.model.items, loaded.document, ("items",))
            if loaded.model.chapter:
                self.chapters.get(loaded.model.chapter, loaded.document, ("chapter",))
            if loaded.model.taxonomy:
                self.taxonomies.get(loaded.model.taxonomy, loaded.document, ("taxonomy",))
            target = self._target("quiz", id, loaded.model.title, f"quizzes/{id}.md")
            self.quizzes.add(id, SiteQuiz(id, loaded.model, tuple(items), target), loaded.document, ())

    def _practice_items(self, ids: tuple[str, ...], document: Document, path: Path) -> list[SiteItem]:
        items = self.items.all(ids, document, path)
        for at, id in enumerate(ids):
            if id in self.items.things and self.items.things[id].model.use == "exam":
                self.problems.append(Problem("CW0306", document.place((*path, at)), {"id": id}))
        return items

    # what refers

    def _references_between(self) -> None:
        if glossary := self.sources.glossary:
            for at, term in enumerate(glossary.model.terms):
                self.terms.all(term.see, glossary.document, ("terms", at, "see"))
                if term.section:
                    self.sections.get(term.section, glossary.document, ("terms", at, "section"))
        for chapter in self.sources.chapters.values():
            for at, case in enumerate(chapter.model.cases):
                self.people.all(case.people, chapter.document, ("cases", at, "people"))
        for section in self.sources.sections.values():
            self._section_refers(section)
        for taxonomy in self.sources.taxonomies.values():
            for path, node in _nodes(taxonomy.model.nodes, ("nodes",)):
                if node.section:
                    self.sections.get(node.section, taxonomy.document, (*path, "section"))
        for toolkit in self.sources.toolkits.values():
            self.sections.all(toolkit.model.sections, toolkit.document, ("sections",))
            for at, part in enumerate(toolkit.model.parts):
                if isinstance(part, FigurePart):
                    self.taxonomies.get(part.figure, toolkit.document, ("parts", at, "figure"))
        for role in self.sources.roles.values():
            self._role_refers(role)
        self._reporting_lines()

    def _section_refers(self, loaded: Loaded[Any]) -> None:
        document = loaded.document
        self.competencies.all(loaded.model.competencies, document, ("competencies",))
        for at, block in enumerate(loaded.model.body):
            path: Path = ("body", at)
            if isinstance(block, SceneBlock):
                self.people.all(block.scene.people, document, (*path, "scene", "people"))
            elif isinstance(block, FigureBlock):
                register: Register[Any] = self.nodes if "/" in block.figure else self.taxonomies
                register.get(block.figure, document, (*path, "figure"))
            elif isinstance(block, CheckBlock):
                self._practice_items(block.check, document, (*path, "check"))

    def _role_refers(self, loaded: Loaded[Any]) -> None:
        role, document = loaded.model, loaded.document
        if role.reports_to:
            self.roles.get(role.reports_to, document, ("reports_to",))
        self.roles.all(role.career, document, ("career",))
        for at, needed in enumerate(role.competencies):
            self.competencies.get(needed.competency, document, ("competencies", at, "competency"))
        for at, training in enumerate(role.training):
            self.chapters.get(training.chapter, document, ("training", at, "chapter"))

    def _reporting_lines(self) -> None:
        above = {id: loaded.model.reports_to for id, loaded in self.sources.roles.items()}
        reported: set[str] = set()
        for id in above:
            line, here = [id], above[id]
            while here in above and here not in line:
                line.append(here)
                here = above[here]
            if here == id and id not in reported:
                reported.update(line)
                place = self.sources.roles[id].document.place(("reports_to",))
                self.problems.append(Problem("CW0303", place, {"cycle": " → ".join([*line, id])}))

    def _references_in_text(self) -> None:
        registers: dict[str, Register[Any]] = {
            "chapter": self.chapters, "section": self.sections, "term": self.terms, "taxonomy": self.taxonomies, "node": self.nodes,
            "toolkit": self.toolkits, "competency": self.competencies, "role": self.roles, "quiz": self.quizzes, "guide": self.guides,
        }  # fmt: skip
        for document in self._documents():
            for reference in references(document):
                registers[reference.kind].get(reference.id, document, reference.path, reference.written)

    def _documents(self) -> Iterator[Document]:
        one = (self.sources.course, self.sources.cast, self.sources.glossary, self.sources.framework, self.sources.families)
        yield from (loaded.document for loaded in one if loaded is not None)
        groups: tuple[dict[str, Loaded[Any]], ...] = (
            self.sources.chapters, self.sources.sections, self.sources.taxonomies, self.sources.toolkits,
            self.sources.roles, self.sources.guides, self.sources.banks, self.sources.quizzes,
        )  # type: ignore[assignment]  # fmt: skip  # dict is invariant in its values
        for group in groups:
            yield from (loaded.document for loaded in group.values())

    # the result

    def _gaps(self, course: Document) -> Iterator[Problem]:
        """Warnings: objectives that nothing tests, items that nothing asks."""
        items = [item for item in self.items.things.values() if item.model.use == "practice"]
        tested = {item.model.objective for item in items}
        for id, loaded in self.sources.sections.items():
            for at, objective in enumerate(loaded.model.objectives):
                if f"{id}/{objective.id}" not in tested:
                    yield Problem("CW0406", loaded.document.place(("objectives", at, "id")), {"id": f"{id}/{objective.id}"})
        asked = {item.id for quiz in self.quizzes.things.values() for item in quiz.items}
        for section in self.sources.sections.values():
            asked.update(id for block in section.model.body if isinstance(block, CheckBlock) for id in block.check)
        for bank in self.sources.banks.values():
            for at, item in enumerate(bank.model.items):
                if item.id not in asked and item.use == "practice":
                    yield Problem("CW0407", bank.document.place(("items", at, "id")), {"id": item.id})

    def _site(self, course: Any) -> Site:
        chapters = sorted(self.chapters.things.values(), key=lambda chapter: chapter.number)
        guides = sorted(self.guides.things.values(), key=lambda guide: (AUDIENCES.index(guide.model.audience), guide.model.order, guide.id))
        return Site(
            course=course,
            people=self.people.things,
            chapters=tuple(chapters),
            terms=self.terms.things,
            framework=self.sources.framework.model if self.sources.framework else None,
            competencies=self.competencies.things,
            taxonomies=self.taxonomies.things,
            toolkits=self.toolkits.things,
            families=tuple(self.families.things.values()),
            roles=dict(sorted(self.roles.things.items(), key=lambda entry: entry[1].model.code)),
            items=self.items.things,
            quizzes=self._quizzes_in_order(chapters),
            guides=tuple(guides),
            targets=self.targets,
            coverage=self._coverage(chapters),
            config=self.sources.config,
            tokens=self.sources.tokens,
            overrides=self.sources.overrides,
        )

    def _quizzes_in_order(self, chapters: list[SiteChapter]) -> dict[str, SiteQuiz]:
        """Chapter quizzes in the order of chapters, then the others by id."""
        place = {chapter.id: chapter.number for chapter in chapters}
        last = len(chapters) + 1
        return dict(sorted(self.quizzes.things.items(), key=lambda entry: (place.get(entry[1].model.chapter or "", last), entry[0])))

    def _coverage(self, chapters: list[SiteChapter]) -> Coverage:
        items = [item for item in self.items.things.values() if item.model.use == "practice"]
        roles = list(self.roles.things.values())
        sections = [section for chapter in chapters for section in chapter.sections]
        taught = (
            (f"{taxonomy.id}/{node.id}", self.sections.things[node.section])
            for taxonomy in self.taxonomies.things.values()
            for node in taxonomy.nodes.values()
            if node.section
        )
        toolkits = self.toolkits.things.values()
        return Coverage(
            sections_of_node=_grouped(taught),
            items_of_node=_grouped((node, item) for item in items for node in item.model.nodes),
            quizzes_of_item=_grouped((item.id, quiz) for quiz in self.quizzes.things.values() for item in quiz.items),
            items_of_section=_grouped((item.section.id, item) for item in items),
            sections_of_competency=_grouped((id, section) for section in sections for id in section.model.competencies),
            items_of_competency=_grouped((id, item) for item in items for id in item.model.competencies),
            roles_of_competency=_grouped((needed.competency, role) for role in roles for needed in role.model.competencies),
            roles_of_chapter=_grouped((training.chapter, role) for role in roles for training in role.model.training),
            reports_of_role=_grouped((role.model.reports_to or "", role) for role in roles),
            toolkits_of_section=_grouped((section, toolkit) for toolkit in toolkits for section in toolkit.model.sections),
        )


def digest(item: ItemSource) -> str:
    """Eight hex digits of what a learner is asked: stem, options and key, not the explanations."""
    asked: list[Any] = [item.stem]
    if isinstance(item, SingleChoice | MultipleChoice):
        asked += [[option.text, option.key] for option in item.options]
    elif isinstance(item, TrueFalse):
        asked.append(item.answer)
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()[:8]


def _nodes(nodes: tuple[Node, ...], path: Path) -> Iterator[tuple[Path, Node]]:
    for at, node in enumerate(nodes):
        yield (*path, at), node
        yield from _nodes(node.children, (*path, at, "children"))


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
