"""The pass itself: sources in the language they are written in → the same in another."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any

from ..diagnostics import Place, Problem, errors_in
from ..diagnostics.nearest import near
from ..load.tree import SourceTree
from ..model.course import Course
from ..model.gap import BLANKS
from ..model.mark import TEXT
from ..model.walk import Spot, replaced
from ..validate.rules import content_problems
from ..validate.sources import Loaded, Sources
from ..validate.wording import wording_problems
from .piece import joined, pieces
from .po_file import PoFile, language_of, path_of, read_po_file
from .status import status_problems
from .text import SETTINGS
from .translated_file import TranslatedFile, Translation


def catalogs(tree: SourceTree) -> dict[str, PoFile]:
    """Every catalog of the course by its path."""
    return {path: read_po_file(path, raw) for path, raw in tree.translations.items()}


def translate(sources: Sources, files: Mapping[str, PoFile], language: str | None) -> Sources:
    """The sources in `language`, if one is given, with what is wrong with its catalog among `files`.

    Ids, codes and keys stay, and so does a text that has no translation. The course
    then says that it is in `language`; without a catalog nothing changes. A catalog that
    cannot be read is told of whichever language is asked for.
    """
    own = sources.language
    if broken := [problem for file in files.values() for problem in file.problems]:
        return _told(sources, broken)
    if own is None or language is None or own.lower() == language.lower():
        return _told(sources, [])
    if (po := files.get(path_of(language))) is None:
        return _told(sources, [_missing(files, language, own)])
    work = _Translated(po, language)
    changed = replace(sources.mapped(work.file), config=work.config(sources.config))
    return _told(changed, [*work.problems, *status_problems(po, work.asked)])


def _told(sources: Sources, problems: list[Problem]) -> Sources:
    """The sources with the problems of this pass in the place of those of the pass before."""
    return replace(sources, problems=problems, sound=sources.sound and not errors_in(problems))


def _missing(files: Mapping[str, PoFile], language: str, own: str) -> Problem:
    known = [own, *map(language_of, files)]
    values = {"language": language, "near": near(language, known)}
    return Problem("CW0803", Place(path_of(language)), values)


@dataclass
class _Translated:
    """One catalog at work, and what the translations have wrong that the sources have right."""

    po: PoFile
    language: str
    problems: list[Problem] = field(default_factory=list)
    asked: dict[str, None] = field(default_factory=dict)
    """Every text that there is to translate, once."""

    def file(self, loaded: Loaded[Any]) -> Loaded[Any]:
        found = {spot: pairs for spot in loaded.spots if spot.mark.prose and (pairs := self._of(spot))}
        model = replaced(loaded.model, {spot.path: self._text(spot) for spot in found})
        if isinstance(model, Course):
            model = model.model_copy(update={"language": self.language})
        translations = {spot.path: pairs for spot, pairs in found.items()}
        file = TranslatedFile(**vars(loaded.file), po=self.po, translations=translations)
        self.problems += self._problems(file, model, found)
        return replace(loaded, model=model, file=file)

    def config(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """What of mkdocs.yml readers see."""
        shown = {key: text for key in SETTINGS if isinstance(text := settings.get(key), str)}
        return {**settings, **{key: self._own(text.strip()) or text for key, text in shown.items()}}

    def _of(self, spot: Spot) -> tuple[Translation, ...]:
        found = ((piece, self._own(piece)) for piece in pieces(spot.text, spot.mark))
        return tuple(Translation(piece, text) for piece, text in found if text)

    def _own(self, text: str) -> str | None:
        self.asked[text] = None
        return self.po.translation(text)

    def _text(self, spot: Spot) -> str:
        """The whole text, in which what is not translated stands as it is."""
        parts = pieces(spot.text, spot.mark)
        return joined([self.po.translation(piece) or piece for piece in parts], spot.text)

    def _problems(
        self, file: TranslatedFile, model: Any, found: Mapping[Spot, tuple[Translation, ...]]
    ) -> Iterator[Problem]:
        """As an author is told of them; those of the source have been told."""
        for spot, pairs in found.items():
            if spot.mark is not TEXT and "\n" in pairs[0].text:
                yield Problem("CW0211", file.place(spot.path))
        gaps = list(self._gaps(found))
        told = (*content_problems(file, model), *wording_problems(file, model, self.language))
        yield from gaps
        yield from (problem for problem in told if self._is_of_this(problem, {each.place for each in gaps}))

    def _is_of_this(self, problem: Problem, gaps: Set[Place]) -> bool:
        """Of the catalog, and not only what follows from another number of gaps."""
        follows = problem.code == "CW0415" and problem.place in gaps
        return problem.place.file == self.po.path and not follows

    def _gaps(self, found: Mapping[Spot, tuple[Translation, ...]]) -> Iterator[Problem]:
        """Stems that lost or got a gap, at the first of their pieces that did."""
        for spot, pairs in found.items():
            counts = [(_gaps_in(source), _gaps_in(own)) for source, own in pairs]
            if spot.path[-1] == "stem" and sum(source - own for source, own in counts) != 0:
                at = next(at for at, (source, own) in enumerate(counts) if source != own)
                values = {"source": counts[at][0], "own": counts[at][1]}
                yield Problem("CW0806", self.po.place_of(pairs[at].source), values)


def _gaps_in(text: str) -> int:
    return len(BLANKS.findall(text))
