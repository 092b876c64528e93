"""Two sessions beside each other, as tables."""

from collections.abc import Iterator, Sequence

from ..words import Words
from .form import Form
from .proof import proof
from .report import Section, trait_names, trait_text
from .session import Session
from .unit import Traits


def compared(first: Session, second: Session, words: Words) -> list[Section]:
    """Items that forms share, and what is expected of a trained candidate in each."""
    names = [_name(session, form) for session in (first, second) for form in session.forms]
    return [
        Section(
            words("Items that both have; changed since behind a plus"),
            ("", *(_name(second, form) for form in second.forms)),
            tuple(
                (_name(first, form), *(_shared(first, form, second, other) for other in second.forms))
                for form in first.forms
            ),
        ),
        Section(
            words("What is expected of a trained candidate"),
            ("", *names),
            tuple(_expected((first, second), words)),
        ),
    ]


def _name(session: Session, form: Form) -> str:
    return f"{session.name} {form.code}"


def _shared(first: Session, form: Form, second: Session, other: Form) -> str:
    """An item that asks something else by now is not the same."""
    common = {each.item for each in form.questions} & {each.item for each in other.questions}
    changed = {id for id in common if first.items[id].identity != second.items[id].identity}
    return f"{len(common) - len(changed)} + {len(changed)}" if changed else str(len(common))


def _expected(sessions: Sequence[Session], words: Words) -> Iterator[tuple[str, ...]]:
    proofs = [proof(session) for session in sessions]
    traits = [each for found in proofs for each in found.traits]
    points = [each for found in proofs for each in found.points]
    said = trait_names(points, [session.blueprint.minutes for session in sessions], words)
    for name, values in zip(Traits._fields, zip(*traits, strict=True), strict=True):
        yield (said[name], *(trait_text(name, value) for value in values))
