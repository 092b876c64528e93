"""The page on which written answers are judged: local, blind to names, judgments leave it as a file.

Answers that read alike are judged once. The page needs no network and no server; without scripts it reads.
"""

from collections.abc import Sequence
from importlib import resources

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from ...model.items.interaction import AskedWritten
from ...model.markup import blocks
from ...press.document import lines_of
from ...press.prose import prose
from ...styles.tokens import engine_tokens, light_tokens
from ...words import Words
from ..session import Session
from .judging import Answer
from .marking import FORMAT

_SCRIPT = ("browser", "marking", "marking.mjs")


def marking_page(session: Session, name: str, answers: Sequence[tuple[Answer, str]], words: Words) -> bytes:
    """Answers with their texts. What is ticked is kept by the page's `name`: no marker sees another's."""
    asked = session.asked(words)
    shown = [
        {
            "item": answer.item,
            "answer": answer.digest,
            "text": text,
            "stem": plain(session.items[answer.item].model.stem),
            "case": _case(session, answer.item),
            "sample": plain(each.sample),
            "criteria": [
                {"id": one.id, "text": plain(one.text), "points": points(one.points, words)}
                for one in each.key
            ],
        }
        for answer, text in answers
        if isinstance(each := asked[answer.item], AskedWritten)
    ]
    pages = Environment(loader=PackageLoader("coursewright.exams.grading", "."), autoescape=True)
    script = resources.files("coursewright").joinpath(*_SCRIPT).read_text("utf-8")
    return (
        pages.get_template("marking.html")
        .render(
            language=session.language.replace("_", "-"),
            title=words("Marking: {title}").format(title=session.blueprint.title),
            session=session.name,
            page=name,
            format=FORMAT,
            answers=shown,
            said=_said(words),
            light=light_tokens({}),
            dark=engine_tokens()["dark"],
            script=Markup(script),  # noqa: S704 - a file of ours
        )
        .encode(errors="replace")
    )


def _said(words: Words) -> dict[str, str]:
    return {
        "lead": words(
            "Tick what each answer has. Nobody's name is here, and the order says nothing. Keys: 1 to 9 tick "
            "a criterion, Enter says that an answer is judged and goes on, arrow keys go back and on. What "
            "you tick stays on this machine until you save it."
        ),
        "done": words("{done} of {count} judged"),
        "answer": words("Answer {number} of {count}"),
        "case": words("The case"),
        "sample": words("Sample answer"),
        "has": words("The answer has"),
        "judged": words("Judged, also where nothing is ticked"),
        "nothing": words("There is nothing to mark."),
        "save": words("Save the judgments"),
    }


def points(count: int, words: Words) -> str:
    return words.plural("{count} point", "{count} points", count)


def plain(text: str) -> str:
    """An author's Markdown as lines to read."""
    return "\n".join(lines_of(prose(blocks(text))))


def _case(session: Session, item: str) -> str:
    case = session.cases.get(session.items[item].case or "")
    return plain(case.text) if case else ""
