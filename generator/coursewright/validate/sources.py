"""The source tree → models by kind, each beside the file it came from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..load.tree import SourceTree
from ..model import kinds
from ..model.chapter import Chapter, Section
from ..model.competency import Framework
from ..model.course import Cast, Course
from ..model.glossary import Glossary
from ..model.guide import Guide
from ..model.items.bank import Bank
from ..model.kinds import Kind
from ..model.quiz import Quiz
from ..model.role import Families, Role
from ..model.taxonomy import Taxonomy
from ..model.text import Source
from ..model.toolkit import Toolkit
from .config import config_problems, template_problems, token_problems
from .rules import content_problems
from .shape import not_a_mapping, validated

Model = TypeVar("Model", bound=Source)


@dataclass(frozen=True)
class Loaded(Generic[Model]):
    """A model and the file that says where each of its values stands."""

    model: Model
    file: SourceFile

    @property
    def name(self) -> str:
        """The file's name without its ending: the id of what the file holds."""
        return self.file.path.rsplit("/", 1)[-1].removesuffix(".yml")

    @property
    def folder(self) -> str:
        """The name of the folder the file is in."""
        return self.file.path.rsplit("/", 2)[-2]


@dataclass
class Sources:
    """Every valid source file; `failed` names the files left out because of their problems."""

    course: Loaded[Course] | None = None
    cast: Loaded[Cast] | None = None
    glossary: Loaded[Glossary] | None = None
    framework: Loaded[Framework] | None = None
    families: Loaded[Families] | None = None
    chapters: dict[str, Loaded[Chapter]] = field(default_factory=dict)
    sections: dict[str, Loaded[Section]] = field(default_factory=dict)
    taxonomies: dict[str, Loaded[Taxonomy]] = field(default_factory=dict)
    toolkits: dict[str, Loaded[Toolkit]] = field(default_factory=dict)
    roles: dict[str, Loaded[Role]] = field(default_factory=dict)
    guides: dict[str, Loaded[Guide]] = field(default_factory=dict)
    banks: dict[str, Loaded[Bank]] = field(default_factory=dict)
    quizzes: dict[str, Loaded[Quiz]] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, Any] = field(default_factory=dict)
    overrides: dict[str, bytes] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)

    def files(self) -> Iterator[Loaded[Any]]:
        """Every file of any kind."""
        for value in vars(self).values():
            if isinstance(value, Loaded):
                yield value
            elif isinstance(value, dict):
                yield from (loaded for loaded in value.values() if isinstance(loaded, Loaded))

    def mapped(self, change: Callable[[Loaded[Any]], Loaded[Any]]) -> "Sources":
        """The same sources with every file changed."""
        changed: dict[str, Any] = {}
        for name, value in vars(self).items():
            if isinstance(value, Loaded):
                changed[name] = change(value)
            elif isinstance(value, dict) and any(isinstance(part, Loaded) for part in value.values()):
                changed[name] = {id: change(loaded) for id, loaded in value.items()}
        return replace(self, **changed)


_ONE = {
    kinds.COURSE: "course",
    kinds.CAST: "cast",
    kinds.GLOSSARY: "glossary",
    kinds.FRAMEWORK: "framework",
    kinds.FAMILIES: "families",
}
_MANY: dict[Kind, tuple[str, Callable[[Loaded[Any]], str]]] = {
    kinds.CHAPTER: ("chapters", lambda loaded: loaded.folder),
    kinds.SECTION: ("sections", lambda loaded: f"{loaded.folder}/{loaded.name}"),
    kinds.TAXONOMY: ("taxonomies", lambda loaded: loaded.name),
    kinds.TOOLKIT: ("toolkits", lambda loaded: loaded.name),
    kinds.ROLE: ("roles", lambda loaded: loaded.name),
    kinds.GUIDE: ("guides", lambda loaded: loaded.name),
    kinds.BANK: ("banks", lambda loaded: loaded.name),
    kinds.QUIZ: ("quizzes", lambda loaded: loaded.name),
}


def validate_tree(tree: SourceTree) -> tuple[Sources, list[Problem]]:
    """Validate every file; the problems of all of them come back together."""
    sources = Sources(overrides=tree.overrides)
    problems = [*tree.problems, *template_problems(tree.overrides)]
    for file in tree.files.values():
        _add(sources, file)
        problems += file.problems
    if (config := tree.config) is not None:
        sources.config = _settings(config, config_problems)
        problems += config.problems
    if (tokens := tree.tokens) is not None:
        sources.tokens = _settings(tokens, token_problems)
        problems += tokens.problems
    return sources, problems


def _settings(file: SourceFile, check: Callable[[SourceFile], Iterable[Problem]]) -> dict[str, Any]:
    if file.usable and file.data is None:
        return {}
    if file.usable and not isinstance(file.data, dict):
        file.problems.append(not_a_mapping(file, ()))
    if file.usable:
        file.problems += check(file)
    return file.data if file.usable else {}


def _add(sources: Sources, file: SourceFile) -> None:
    kind = kinds.kind_of(file.path)
    if kind is None or not file.usable or (model := validated(file, kind.model)) is None:
        sources.failed.add(file.path)
        return
    file.problems += content_problems(file, model)
    loaded = Loaded(model.completed(), file)
    if kind in _ONE:
        setattr(sources, _ONE[kind], loaded)
    else:
        name, id_of = _MANY[kind]
        getattr(sources, name)[id_of(loaded)] = loaded
