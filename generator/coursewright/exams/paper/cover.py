"""The first page of a paper: what it is, whose it is, and the rules."""

from collections.abc import Iterator

from ...model.items.interaction import AskedChoice, AskedMatch, AskedOrder
from ...words import Words
from ..form import Form
from .reading import Reader
from .shown import Cover


def cover(reader: Reader, form: Form) -> Cover:
    session, words = reader.session, reader.words
    return Cover(
        course=session.course,
        title=session.blueprint.title,
        form=words("Form {code}").format(code=form.code),
        session=words("Session {name}").format(name=session.name),
        facts=tuple(_facts(reader, form)),
        blanks=(words("Name"), words("Candidate number"), words("Seat"), words("Signature")),
        rules_title=words("Rules"),
        rules=tuple(_rules(reader, form, words)),
    )


def _facts(reader: Reader, form: Form) -> Iterator[tuple[str, str]]:
    words, blueprint = reader.words, reader.session.blueprint
    yield words("Time"), words.plural("{count} minute", "{count} minutes", blueprint.minutes)
    count = len(form.questions)
    yield words("Questions"), words.plural("{count} question", "{count} questions", count)
    yield words("Points in all"), words.plural("{count} point", "{count} points", form.points)
    yield words("Cut score"), f"{blueprint.cut}%"


def _rules(reader: Reader, form: Form, words: Words) -> Iterator[str]:
    yield words("Do not turn this page before you are told to begin.")
    yield words("Fill in the lines above before you begin, and sign when you hand in your paper.")
    yield words(
        "If you have an answer sheet, only what is on the sheet counts. Otherwise answer here: circle the "
        "letter of what you choose, and write on the lines."
    )
    if any(_is_in_parts(reader, question.item) for question in form.questions):
        yield words(
            "Questions with more than one thing to choose, match or order earn points in parts; "
            "what is wrong costs some of them, but a question never earns less than 0."
        )
    yield words("If a page is missing or cannot be read, raise your hand at once.")
    yield words("When time is up, stop writing. No sheet leaves the room.")


def _is_in_parts(reader: Reader, item: str) -> bool:
    match reader.asked[item]:
        case AskedChoice(interaction):
            return interaction.many
        case AskedMatch() | AskedOrder():
            return True
        case _:
            return False
