"""Everything that the site may show, page by page, before there are any: what readers can put together.

A page is what its file says, of a chapter all that its folder says, of a bank all its items for practice; and
so is each in another language. Further ones are the settings and every file that is published as it is.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from ..diagnostics import Place
from ..load.tree import CONFIG, OVERRIDES
from ..model.kinds import BANK, CHAPTER, SECTION
from ..model.mark import PLAIN, Mark, Refers
from ..model.medium import FOLDER, Medium
from ..model.walk import Spot, spots
from ..translate.piece import pieces
from ..translate.po_file import PoFile
from ..validate.sources import Loaded, Sources
from .readable import hidden_in, texts_in
from .readings import is_odd, readings, rendered


class Passage(NamedTuple):
    """A text, in every way in which it can be read, and where it stands."""

    text: str
    place: Callable[[], Place]


Page = list[Passage]


def pages(sources: Sources, catalogs: Collection[PoFile], media: Mapping[str, Medium]) -> Iterator[Page]:
    """Every page in the language of the sources, in those of the catalogs, and every other file."""
    shown = _shown(sources)
    for page in shown.values():
        yield [
            Passage(_read(spot.text, spot.mark), partial(loaded.file.place, spot.path))
            for loaded, spot in page
        ]
    for po in catalogs:
        for page in shown.values():
            if translated := [*_translated(page, po)]:
                yield translated
    settings = [*_strings(sources.config)]
    yield [Passage(_read(text), partial(Place, CONFIG)) for text in settings]
    for po in catalogs:
        own = {text: po.translation(text.strip()) for text in settings}
        yield [Passage(_read(told), partial(po.place_of, text.strip())) for text, told in own.items() if told]
    files = {f"{FOLDER}{name}": medium.content for name, medium in media.items()}
    files |= {f"{OVERRIDES}/{name}": content for name, content in sources.overrides.items()}
    for name, content in files.items():
        yield [Passage(name, partial(Place, name)), *_passages(name, content)]


def _shown(sources: Sources) -> Mapping[str, list[tuple[Loaded[Any], Spot]]]:
    """What readers see of the sources: page → its texts, with their files."""
    found: defaultdict[str, list[tuple[Loaded[Any], Spot]]] = defaultdict(list)
    for kind, files in sources.of.items():
        for loaded in files.values():
            path = loaded.file.path
            page = path.rpartition("/")[0] if kind in (CHAPTER, SECTION) else path
            texts = _for_practice(loaded) if kind is BANK else loaded.spots
            found[page] += [(loaded, spot) for spot in texts if not isinstance(spot.mark, Refers)]
    return found


def _for_practice(bank: Loaded[Any]) -> Iterator[Spot]:
    """The texts of a bank's items for practice, and those of which others are made."""
    for part in ("items", "made"):
        for at, item in enumerate(getattr(bank.model, part)):
            if part == "made" or item.use == "practice":
                yield from spots(item, (part, at))


def _translated(page: Iterable[tuple[Loaded[Any], Spot]], po: PoFile) -> Iterator[Passage]:
    """A page in another language, in which what is not translated stands as it is; nothing if all is so."""
    found = [(loaded, spot, piece) for loaded, spot in page for piece in pieces(spot.text, spot.mark)]
    if any(po.translation(piece) for _, _, piece in found):
        for loaded, spot, piece in found:
            own = po.translation(piece)
            place = partial(po.place_of, piece) if own else partial(loaded.file.place, spot.path)
            yield Passage(_read(own or piece, spot.mark), place)


def _read(text: str, mark: Mark = PLAIN) -> str:
    if not is_odd(text):
        return text
    shown = rendered(text, mark)
    return "\n".join((*readings(shown), *(hidden for _, hidden in hidden_in(shown))))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from (str(key), *_strings(part))
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _passages(name: str, content: bytes) -> Iterator[Passage]:
    for line, text in texts_in(content):
        yield Passage(text, partial(Place, name, line))
