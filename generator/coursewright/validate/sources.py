"""The source tree → models by kind, each beside the file it came from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from ..diagnostics import Problem, errors_in
from ..load.source_file import SourceFile
from ..load.tree import SourceTree
from ..model.kind import Kind
from ..model.kinds import COURSE, KINDS, kind_of
from ..model.medium import Medium
from ..model.text import Source
from ..model.walk import Spot, spots
from .blank import blank_problems
from .config import config_problems, override_problems, token_problems
from .mapping import not_a_mapping
from .media import medium
from .named_files import named_file_problems
from .remains import remains
from .rules import content_problems, remaining_problems
from .salvage import salvaged
from .shape import validated
from .wording import label_problems, wording_problems

Model = TypeVar("Model", bound=Source)


@dataclass(frozen=True)
class Loaded(Generic[Model]):
    """A model with the id of its file, and the file, which says where each of its values stands."""

    id: str
    model: Model
    file: SourceFile

    @cached_property
    def spots(self) -> list[Spot]:
        """Every string of the model; walked once for all who ask."""
        return spots(self.model)


@dataclass
class Sources:
    """Every valid source file by its kind and its id, the settings, and the problems of them all.

    `rests` are what remains of those in which something is wrong, to be walked and nothing else. `failed`
    has the paths of the files left out, in whole or in part, because of their problems. `sound` says that
    nothing was wrong so far, so that what links can become a site.
    """

    of: dict[Kind[Any], dict[str, Loaded[Any]]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    config: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, Any] = field(default_factory=dict)
    overrides: dict[str, bytes] = field(default_factory=dict)
    media: dict[str, Medium] = field(default_factory=dict)
    rests: list[Loaded[Any]] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    sound: bool = True
    declared: str | None = None
    """The language that the course's file names, even where something else in it is wrong."""

    def all(self, kind: Kind[Model]) -> Mapping[str, Loaded[Model]]:
        """The files of a kind by id, in the order of their paths."""
        return self.of[kind]

    def one(self, kind: Kind[Model]) -> Loaded[Model] | None:
        """The only file of its kind, when there is one."""
        return next(iter(self.all(kind).values()), None)

    @property
    def language(self) -> str | None:
        """The language that the course is written in, when that can be read."""
        course = self.one(COURSE)
        return course.model.language if course else self.declared

    def files(self) -> Iterator[Loaded[Any]]:
        """Every file, kind by kind."""
        return (loaded for files in self.of.values() for loaded in files.values())

    def mapped(self, change: Callable[[Loaded[Any]], Loaded[Any]]) -> "Sources":
        """The same sources with every file changed."""
        of = {kind: {id: change(loaded) for id, loaded in files.items()} for kind, files in self.of.items()}
        return replace(self, of=of)


def validate_tree(tree: SourceTree) -> Sources:
    """Validate every file that could be read."""
    sources = Sources(overrides=tree.overrides, problems=[*override_problems(tree.overrides)])
    for file in tree.files.values():
        _add(sources, file)
    if course := sources.one(COURSE):
        sources.problems += label_problems(course.file, course.model)
    for loaded in sources.files():
        sources.problems += wording_problems(loaded.file, loaded.model, sources.language or "")
    for name, content in tree.media.items():
        found, problems = medium(name, content)
        sources.problems += problems
        sources.media[name] = found
    sources.config = _settings(sources, tree.config, partial(_config_problems, tree.overrides))
    sources.tokens = _settings(sources, tree.tokens, token_problems)
    sources.sound = not errors_in([*tree.problems, *sources.problems])
    return sources


def _config_problems(overrides: Mapping[str, bytes], file: SourceFile) -> Iterator[Problem]:
    yield from config_problems(file)
    yield from named_file_problems(file, overrides)


def _settings(
    sources: Sources, file: SourceFile | None, check: Callable[[SourceFile], Iterable[Problem]]
) -> dict[str, Any]:
    if file is None or not file.usable or file.data is None:
        return {}
    if not isinstance(file.data, dict):
        sources.problems.append(not_a_mapping(file, ()))
        return {}
    problems = list(check(file))
    sources.problems += problems
    return {} if errors_in(problems) else file.data


def _add(sources: Sources, file: SourceFile) -> None:
    kind = kind_of(file.path)
    if kind is COURSE and isinstance(file.data, dict):
        named = file.data.get("language")
        sources.declared = named if isinstance(named, str) else None
    result = validated(file, kind.model) if kind is not None and file.usable else None
    if kind is None or result is None:
        sources.failed.add(file.path)
        return
    if result.problems:
        sources.failed.add(file.path)
        sources.problems += result.problems
        if rest := remains(kind.model, file.data, result.wrong):
            sources.problems += remaining_problems(file, rest, result.wrong)
            sources.rests.append(Loaded(kind.id_of(file.path), rest, file))
        sound = salvaged(file, result.wrong) if kind.is_list else None
        file, result = (sound, validated(sound, kind.model)) if sound else (file, result)
    if result.model is not None:
        sources.problems += [*content_problems(file, result.model), *blank_problems(file, result.model)]
        id = kind.id_of(file.path)
        sources.of[kind][id] = Loaded(id, result.model.completed(), file)
