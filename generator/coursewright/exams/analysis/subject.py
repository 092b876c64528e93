"""What sessions were about, in the words of their items, for a report."""

from collections.abc import Iterator, Sequence

from ...model.items.interaction import Asked, AskedChoice
from ...model.markup import blocks
from ...press.document import lines_of
from ...press.prose import prose
from ...words import Words
from ..session import Session
from .parts import Subject


def subject(sessions: Sequence[Session], day: str, by: str, version: str, words: Words) -> Subject:
    """`day` is YYYY-MM-DD; an item that several sessions asked has the words that it had last."""
    last = sessions[-1]
    items = {id: item for session in sessions for id, item in session.items.items()}
    asked = {id: each for session in sessions for id, each in session.asked(words).items()}
    return Subject(
        title=last.blueprint.title,
        course=last.course,
        language=last.language,
        sessions=tuple(session.name for session in sessions),
        day=day,
        by=by,
        version=version,
        stems={id: plain(item.model.stem) for id, item in items.items()},
        options={id: dict(_options(each)) for id, each in asked.items()},
    )


def _options(asked: Asked) -> Iterator[tuple[str, str]]:
    if isinstance(asked, AskedChoice):
        for option in asked.interaction.options:
            yield option.id, plain(option.text)


def plain(text: str) -> str:
    """Markdown as one line of words."""
    return " ".join(" ".join(lines_of(tuple(prose(blocks(text), level=3, pictures={})))).split())
