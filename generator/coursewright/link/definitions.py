"""What the sources define: everything that can be referred to, with its page.

Order: people, terms, competencies and taxonomies first, then chapters with
their sections and objectives, then the items that test them and the quizzes
that ask them.
"""

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Place, Problem
from ..diagnostics.nearest import nearest
from ..load.source_file import SourceFile
from ..model import kinds
from ..model.chapter import Objective
from ..model.competency import Competency
from ..model.course import Person
from ..model.glossary import Term
from ..model.kinds import Kind, kind_of
from ..model.role import DOCUMENTS, Family, Role
from ..model.taxonomy import Node
from ..model.walk import Path
from ..validate.sources import Loaded, Sources
from .reading import minutes
from .register import Register
from .site import (
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


class Definitions:
    """One register a kind of thing, and the target of everything that has a place on a page."""

    def __init__(self, sources: Sources, problems: list[Problem]) -> None:
        self.sources = sources
        self.problems = problems
        self.targets: dict[str, Target] = {}
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
        self.objectives: Register[Objective] = register(
            "objective", kinds.SECTION, kinds.CHAPTER, kinds.COURSE
        )
        self.items: Register[SiteItem] = register(
            "item", kinds.BANK, kinds.SECTION, kinds.CHAPTER, kinds.COURSE
        )
        self.toolkits: Register[SiteToolkit] = register("toolkit", kinds.TOOLKIT)
        self.families: Register[Family] = register("family", kinds.FAMILIES)
        self.roles: Register[SiteRole] = register("role", kinds.ROLE, kinds.FAMILIES)
        self.documents: Register[str] = register("document", kinds.ROLE, kinds.FAMILIES)
        self.quizzes: Register[SiteQuiz] = register("quiz", kinds.QUIZ)
        self.guides: Register[SiteGuide] = register("guide", kinds.GUIDE)

        self._people_and_terms()
        self._competencies()
        self._taxonomies()
        self._chapters()
        self._items()
        self._toolkits_and_guides()
        self._roles()
        self._quizzes()

    def _target(self, kind: str, id: str, title: str, page: str, anchor: str = "") -> Target:
        target = Target(kind, id, title, page, anchor)
        self.targets[f"{kind}:{id}"] = target
        return target

    def _people_and_terms(self) -> None:
        if cast := self.sources.cast:
            for at, person in enumerate(cast.model.people):
                self.people.add(person.id, person, cast.file, ("people", at, "id"))
                self._target("person", person.id, person.name, "people.md", person.id)
        if glossary := self.sources.glossary:
            for at, term in enumerate(glossary.model.terms):
                self.terms.add(term.id, term, glossary.file, ("terms", at, "id"))
                self._target("term", term.id, term.term, "glossary.md", term.id)

    def _competencies(self) -> None:
        if framework := self.sources.framework:
            groups: Register[Any] = Register("competency", self.problems, partial=False)
            for at, group in enumerate(framework.model.groups):
                groups.add(group.id, group, framework.file, ("groups", at, "id"))
                for number, competency in enumerate(group.competencies):
                    path = ("groups", at, "competencies", number, "id")
                    self.competencies.add(competency.id, competency, framework.file, path)
                    self._target(
                        "competency", competency.id, competency.title, "competencies/index.md", competency.id
                    )

    def _taxonomies(self) -> None:
        for id, loaded in self.sources.taxonomies.items():
            page = f"taxonomies/{id}.md"
            nodes: Register[Node] = Register("node", self.problems, partial=False)
            for path, node in nodes_below(loaded.model.nodes, ("nodes",)):
                nodes.add(node.id, node, loaded.file, (*path, "id"))
                self._target("node", f"{id}/{node.id}", node.title, page, node.id)
                self.nodes.things[f"{id}/{node.id}"] = node
            target = self._target("taxonomy", id, loaded.model.title, page)
            self.taxonomies.add(id, SiteTaxonomy(id, loaded.model, nodes.things, target), loaded.file, ())
            if comparison := loaded.model.comparison:
                nodes.all(comparison.columns, loaded.file, ("comparison", "columns"))

    def _chapters(self) -> None:
        course = self.sources.course
        if course is None:
            return
        folders = {file.split("/")[2] for file in self.sources.failed if file.startswith("content/chapters/")}
        known = self.sources.chapters.keys() | folders
        for number, id in enumerate(dict.fromkeys(course.model.chapters), 1):
            loaded = self.sources.chapters.get(id)
            if loaded is not None:
                self._chapter(id, number, loaded)
            elif f"content/chapters/{id}/chapter.yml" not in self.sources.failed:
                self._file_missing(
                    course.file,
                    ("chapters", number - 1),
                    f"content/chapters/{id}/chapter.yml",
                    nearest(id, known),
                )
        for id, loaded in self.sources.chapters.items():
            if id not in course.model.chapters:
                self._unlisted(loaded, id, course.file.path)

    def _chapter(self, id: str, number: int, loaded: Loaded[Any]) -> None:
        folder = f"content/chapters/{id}"
        beside = {
            key.split("/")[1]: section
            for key, section in self.sources.sections.items()
            if key.split("/")[0] == id
        }
        sections = []
        for at, name in enumerate(dict.fromkeys(loaded.model.sections)):
            if name in beside:
                sections.append(self._section(f"{id}/{name}", f"{number}.{at + 1}", beside[name]))
            elif f"{folder}/{name}.yml" not in self.sources.failed:
                self._file_missing(
                    loaded.file, ("sections", at), f"{folder}/{name}.yml", nearest(name, beside)
                )
        for name, section in beside.items():
            if name not in loaded.model.sections:
                self._unlisted(section, name, loaded.file.path)
        target = self._target("chapter", id, loaded.model.title, f"learn/{id}/index.md")
        self.chapters.add(id, SiteChapter(id, number, loaded.model, tuple(sections), target), loaded.file, ())
        cases: Register[Any] = Register("item", self.problems, partial=False)
        for at, case in enumerate(loaded.model.cases):
            cases.add(case.id, case, loaded.file, ("cases", at, "id"))

    def _section(self, id: str, number: str, loaded: Loaded[Any]) -> SiteSection:
        target = self._target("section", id, loaded.model.title, f"learn/{id}.md")
        section = SiteSection(
            id, number, id.split("/", maxsplit=1)[0], loaded.model, minutes(loaded.model), target
        )
        self.sections.add(id, section, loaded.file, ())
        for at, objective in enumerate(loaded.model.objectives):
            self.objectives.add(f"{id}/{objective.id}", objective, loaded.file, ("objectives", at, "id"))
        return section

    def _file_missing(self, file: SourceFile, path: Path, missing: str, near: str) -> None:
        for register in (self.chapters, self.sections, self.objectives, self.items):
            register.partial = True
        self.problems.append(Problem("CW0116", file.place(path), {"missing": missing, "near": near}))

    def _unlisted(self, loaded: Loaded[Any], id: str, list_file: str) -> None:
        self.problems.append(Problem("CW0304", Place(loaded.file.path), {"list": list_file, "id": id}))

    def _items(self) -> None:
        for loaded in self.sources.banks.values():
            for at, item in enumerate(loaded.model.items):
                objective = self.objectives.get(item.objective, loaded.file, ("items", at, "objective"))
                section = self.sections.things.get(item.objective.rsplit("/", 1)[0])
                if objective and section:
                    self.items.add(
                        item.id,
                        SiteItem(item, section, objective),
                        loaded.file,
                        ("items", at, "id"),
                    )
                else:
                    self.items.partial = True
                for number, node in enumerate(item.nodes):
                    self.nodes.get(node, loaded.file, ("items", at, "nodes", number))
                self.competencies.all(item.competencies, loaded.file, ("items", at, "competencies"))

    def _toolkits_and_guides(self) -> None:
        for id, toolkit in self.sources.toolkits.items():
            target = self._target("toolkit", id, toolkit.model.title, f"toolkits/{id}.md")
            self.toolkits.add(id, SiteToolkit(id, toolkit.model, target), toolkit.file, ())
        for id, guide in self.sources.guides.items():
            target = self._target("guide", id, guide.model.title, f"guides/{id}.md")
            self.guides.add(id, SiteGuide(id, guide.model, target), guide.file, ())

    def _roles(self) -> None:
        if families := self.sources.families:
            for at, family in enumerate(families.model.families):
                self.families.add(family.id, family, families.file, ("families", at, "id"))
        codes: Register[Any] = Register("role", self.problems, partial=False)
        for id, loaded in self.sources.roles.items():
            codes.add(loaded.model.code, loaded, loaded.file, ("code",))
            known = self.families.get(loaded.model.family, loaded.file, ("family",))
            if known is None:
                self.roles.partial = True
                continue
            target = self._target("role", id, loaded.model.title, f"roles/{id}.md")
            self.roles.add(id, SiteRole(id, loaded.model, known, target), loaded.file, ())
            self.documents.things.update(dict.fromkeys(documents_of(id, loaded.model), id))

    def _quizzes(self) -> None:
        for id, loaded in self.sources.quizzes.items():
            items = self.practice_items(loaded.model.items, loaded.file, ("items",))
            if loaded.model.chapter:
                self.chapters.get(loaded.model.chapter, loaded.file, ("chapter",))
            if loaded.model.taxonomy:
                self.taxonomies.get(loaded.model.taxonomy, loaded.file, ("taxonomy",))
            target = self._target("quiz", id, loaded.model.title, f"quizzes/{id}.md")
            self.quizzes.add(id, SiteQuiz(id, loaded.model, tuple(items), target), loaded.file, ())

    def practice_items(self, ids: tuple[str, ...], file: SourceFile, path: Path) -> list[SiteItem]:
        """The items of a quiz or a check; one reserved for exams is a problem."""
        items = self.items.all(ids, file, path)
        for at, id in enumerate(ids):
            if id in self.items.things and self.items.things[id].model.use == "exam":
                self.problems.append(Problem("CW0306", file.place((*path, at)), {"id": id}))
        return items


def documents_of(id: str, role: Role) -> Iterator[str]:
    """The keys of a role's documents: its description has the role's own id."""
    yield id
    yield from (f"{id}.{kind}" for kind, field in DOCUMENTS.items() if getattr(role, field))


def nodes_below(nodes: tuple[Node, ...], path: Path) -> Iterator[tuple[Path, Node]]:
    """Every node of a tree with its path in the source, parents first."""
    for at, node in enumerate(nodes):
        yield (*path, at), node
        yield from nodes_below(node.children, (*path, at, "children"))
