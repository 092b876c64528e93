"""A form as the page shows it once it is open: HTML of questions and cases, and the pictures in them."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import unquote

from ...model.items.interaction import Asked, AskedChoice, AskedMatch, AskedOrder
from ...model.medium import Medium
from ...render.markdown import Reading, block
from ...render.media import MEDIA as MEDIA_ADDRESS
from ...render.questions import posed
from ...render.urls import ROOT
from ...words import Words
from ..form import Form, Question
from ..part import parts
from ..session import Session
from ..store import MEDIA, Kept
from .asked import bare, named

_SHOWN = re.compile(rf'(?<=src="){re.escape(ROOT + MEDIA_ADDRESS)}([^"]*)(?=")')
_ELSEWHERE = re.compile(rf'<img [^>]*src="{re.escape(ROOT)}[^"]*" alt="([^"]*)"[^>]*>')
"""A picture of the site's, which an exam has not: its words stand for it, as on paper."""
_TYPES = {"svg": "svg+xml", "jpg": "jpeg"}


@dataclass
class Sheets:
    """Forms of one session as plain data, in the words of the course."""

    kept: Kept
    words: Words
    _media: dict[str, Medium] = field(init=False)
    _reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        folder = self.kept.folder / MEDIA
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        self._media = {file.name: Medium(name=file.name, content=file.read_bytes()) for file in files}
        self._reading = Reading("sealed.md", {}, linked=False, media=self._media)

    @property
    def _session(self) -> Session:
        return self.kept.session

    def plain(self, form: Form) -> dict[str, Any]:
        """What is sealed of a form."""
        session = self._session
        asked = session.asked(self.words)
        media: dict[str, str] = {}
        cases = dict.fromkeys(filter(None, (session.items[each.item].case for each in form.questions)))
        return {
            "form": form.code,
            "minutes": session.blueprint.minutes,
            "points": form.points,
            "rules": list(self._rules(asked, form)),
            "parts": [
                {"title": part.title, "questions": [number for number, _ in part.questions]}
                for part in parts(session, form, self.words)
            ],
            "questions": [
                self._question(number, question, asked[question.item], cases, media)
                for number, question in enumerate(form.questions, 1)
            ],
            "cases": {f"c{at}": self._case(case, media) for at, case in enumerate(cases, 1)},
            "media": media,
        }

    def _question(
        self, number: int, question: Question, asked: Asked, cases: dict[str, None], media: dict[str, str]
    ) -> dict[str, Any]:
        item = self._session.items[question.item]
        shown = bare(question, asked)
        html = posed(shown, (named(number), number), item.model.stem, self._reading, self.words)
        return {
            "number": number,
            "item": named(number),
            "points": question.worth,
            "type": item.model.type,
            "case": f"c{[*cases].index(item.case) + 1}" if item.case else None,
            "html": self._pictured(html, media),
        }

    def _case(self, id: str, media: dict[str, str]) -> dict[str, str]:
        case = self._session.cases[id]
        html = self._pictured(str(block(case.text, self._reading)), media)
        return {"title": case.title or self.words("Read this first"), "html": html}

    def _pictured(self, html: str, media: dict[str, str]) -> str:
        """HTML with pictures by their names in `media`, which gets those that are shown."""

        def name(found: re.Match[str]) -> str:
            medium = self._media[unquote(unescape(found[1]))]
            known = f"m{1 + list(self._media).index(medium.name)}"
            media[known] = _data(medium)
            return known

        return _ELSEWHERE.sub(r"\1", _SHOWN.sub(name, html))

    def _rules(self, asked: dict[str, Asked], form: Form) -> Iterator[str]:
        words = self.words
        yield words(
            "Every answer is saved on this device as you give it; you can change it until you hand in."
        )
        if any(_is_in_parts(asked[question.item]) for question in form.questions):
            yield words(
                "Questions with more than one thing to choose, match or order earn points in parts; "
                "what is wrong costs some of them, but a question never earns less than 0."
            )
        yield words("Leaving this page is recorded.")
        yield words("When time is up, your answers are handed in as they are.")


def _is_in_parts(asked: Asked) -> bool:
    match asked:
        case AskedChoice(interaction):
            return interaction.many
        case AskedMatch() | AskedOrder():
            return True
        case _:
            return False


def _data(medium: Medium) -> str:
    type = _TYPES.get(medium.ending, medium.ending)
    return f"data:image/{type};base64,{base64.b64encode(medium.content).decode()}"
