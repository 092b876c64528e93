"""Moodle XML → items. A question of a type that no item asks is told at its line."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from html import unescape

from lxml import etree

from ..diagnostics import Place, Problem
from ..model.gap import BLANKS
from ..words import Words
from .cloze import parted as clozed
from .draft import Data, Reading
from .found import Amount, Answer, Found
from .gift_read import path_of
from .graded import graded
from .html_tree import line_of, name_of, parsed, words_in
from .markdown_of import Fragment
from .moodle_files import MoodleFiles
from .pictures import Pictures, Shown
from .prose import as_markdown
from .spot import Spot
from .stimulus import parted
from .wordings import told_apart

_HAS = frozenset(("stem", "explanation", "answer", "reasons", "hints"))
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_INSIDE = "\ufdd8"
_CLOZE_ANSWER = re.compile(
    r"(=|%(-?[\d.]+)%)?((?:[^~#&\\]|\\.|&#?\w+;|&)*)(?:#((?:[^~\\]|\\.)*))?(?:~|$)", re.S
)


class MoodleReader:
    """Reads one file; `name` is what it is called in messages."""

    def __init__(self, name: str, words: Words, pictures: Pictures) -> None:
        self._name, self._words, self._pictures = name, words, pictures

    def reading(self, root: etree._Element) -> Reading:
        """The questions below a root that is `quiz`, or each below its category."""
        reading, category = Reading(), ""
        for element in root:
            if name_of(element) != "question":
                continue
            type = element.get("type", "")
            if type == "category":
                category = path_of(_plain(element.find("category")))
            elif type != "description":
                spot = Spot(Place(self._name, line_of(element)))
                found = Found(spot, self._words, category=category, has=_HAS)
                question = _Question(element, found, self._pictures)
                question.read(type)
                if "type" in question.found.data:
                    reading.drafts.append(question.found.draft())
                reading.problems += question.found.problems
        if not (reading.drafts or reading.problems):
            reading.problems.append(Problem("CW1005", Place(self._name)))
        return reading


class _Question:
    def __init__(self, element: etree._Element, found: Found, pictures: Pictures) -> None:
        self._element, self.found = element, found
        self._files = MoodleFiles(element)
        self._shown = Shown(self._files.find, pictures)
        self._fragment = Fragment(self._shown)

    def read(self, type: str) -> None:
        read = _READERS.get(type)
        if read is None:
            self.found.tell("CW1053", type=type)
            return
        found = self.found
        found.id = (self._value("idnumber") or _plain(self._element.find("name"))).strip()
        found.tags = [_plain(tag) for tag in self._element.iterfind("tags/tag")]
        found.explanation = self._prose(self._element.find("generalfeedback"))
        found.hints = [hint for hint in map(self._prose, self._element.iterfind("hint")) if hint][
            :_MOST_HINTS
        ]
        read(self)
        if self._fragment.unread:
            found.tell("CW1056", names=", ".join(sorted(self._fragment.unread)))
        self._shown.tell(found)

    # texts

    def _value(self, name: str) -> str:
        return (self._element.findtext(name) or "").strip()

    def _prose(self, element: etree._Element | None) -> str:
        self._files.holder = element
        return "" if element is None else self._markdown(_plain(element), element.get("format", "html"))

    def _markdown(self, text: str, form: str) -> str:
        if form == "markdown":
            return text.strip("\n")
        if form == "html" or (form == "moodle_auto_format" and _TAGS.search(text)):
            return self._fragment.of_text(text)
        return as_markdown(text)

    def _stem(self, change: Callable[[str], str] = lambda text: text) -> None:
        """The stem, in which `change` has put U+FDD8 for gaps, and what a case has to read above it."""
        element, found = self._element.find("questiontext"), self.found
        self._files.holder = element
        text = change(re.sub("[\ufdd0-\ufdef]", "\ufffd", _plain(element)))
        form = "html" if element is None else element.get("format", "html")
        if form == "html" and any(tag.startswith("case:") for tag in found.tags):
            found.material, text = parted(text, self._fragment)
        stem = self._markdown(text, form)
        if _INSIDE in stem:
            stem = BLANKS.sub(lambda gap: "\\_" * len(gap[0]), stem).replace(_INSIDE, "___")
        found.stem = stem

    def _answers(self, name: str = "answer") -> Iterator[Answer]:
        for element in self._element.iterfind(name):
            yield Answer(
                self._prose(element),
                self._prose(element.find("feedback")),
                _share(element.get("fraction", "0")),
                Spot(Place(self.found.spot.place.file, line_of(element))),
            )

    # the types

    def multichoice(self) -> None:
        self._stem()
        many = self._value("single").lower() in ("false", "0")
        shuffle = self._value("shuffleanswers").lower() not in ("false", "0")
        self.found.choice([*self._answers()], many, shuffle)

    def truefalse(self) -> None:
        self._stem()
        answers = {_plain(element).strip().lower(): element for element in self._element.iterfind("answer")}
        said = {name: self._prose(element.find("feedback")) for name, element in answers.items()}
        right = max(answers, key=lambda name: _share(answers[name].get("fraction", "0")), default="false")
        self.found.truth(right == "true", said.get("true", ""), said.get("false", ""))

    def ordering(self) -> None:
        self._stem()
        self.found.has -= {"reasons"}
        self.found.order([*self._answers()])

    def matching(self) -> None:
        self._stem()
        self.found.has -= {"reasons"}
        pairs, others = [], []
        for element in self._element.iterfind("subquestion"):
            target = Answer(as_markdown(" ".join(_plain(element.find("answer")).split())))
            if thing := self._prose(element):
                pairs.append((Answer(thing), target))
            elif target.text:
                others.append(target)
        self.found.match(pairs, others)

    def shortanswer(self) -> None:
        self._stem(_gapped)
        found = self.found
        if "___" not in found.stem:
            found.stem = f"{found.stem} ___".strip()
        answers = [(_typed(_plain(element)), element) for element in self._element.iterfind("answer")]
        right = [(text, each) for text, each in answers if _share(each.get("fraction", "0")) == 1]
        for text, each in answers:
            if (text, each) not in right:
                found.tell("CW1055", found=f"{text}: {_share(each.get('fraction', '0'))}", own="0 %")
        reason = self._prose(right[0][1].find("feedback")) if right else ""
        found.texts([[text for text, _ in right]], [reason])

    def numerical(self) -> None:
        self._stem(_gapped)
        unit, *others = [
            (each.text or "").strip() for each in self._element.iterfind("units/unit/unit_name")
        ] or [""]
        self.found.number([*self._amounts()], unit)
        for other in others:
            self.found.tell("CW1014", column=other)

    def _amounts(self) -> Iterator[Amount]:
        for element in self._element.iterfind("answer"):
            yield Amount(
                _plain(element).strip(),
                (element.findtext("tolerance") or "0").strip(),
                self._prose(element.find("feedback")),
                _share(element.get("fraction", "0")),
            )

    def cloze(self) -> None:
        blanks: list[Data] = []

        def put(kind: str, answers: str) -> str | None:
            blank = self._blank(kind, answers)
            if blank is None:
                return None
            blanks.append(blank)
            return _INSIDE

        self._stem(lambda text: clozed(text, put))
        if not blanks or len(blanks) > _MOST_BLANKS:
            self.found.tell("CW1053", type="cloze")
            return
        self.found.gaps(blanks)

    def _blank(self, kind: str, answers: str) -> Data | None:
        found = [each for each in _CLOZE_ANSWER.findall(answers) if each[2]]
        if kind in ("NUMERICAL", "NM"):
            return self._quantity(found)
        if kind not in _TYPED:
            self.found.tell("CW1053", type=f"cloze {kind}")
            return None
        right = [each for each in found if each[0] == "=" or each[1] == "100"]
        reason = self._fragment.of_text(_decoded(right[0][3])) if right else ""
        texts = [_typed(_decoded(each[2])) for each in right]
        return {"accept": told_apart(texts), **({"rationale": reason} if reason else {})}

    def _quantity(self, answers: list[tuple[str, str, str, str]]) -> Data | None:
        amounts = [
            Amount(
                _decoded(text).partition(":")[0].strip(),
                _decoded(text).partition(":")[2].strip() or "0",
                self._fragment.of_text(_decoded(why)),
                Fraction(1) if sign == "=" else _share(share),
            )
            for sign, share, text, why in answers
        ]
        number = self.found.quantity(amounts, "")
        self.found.data.pop("type", None)
        reason = max(amounts, key=lambda each: each.share).rationale if amounts else ""
        return {"number": number, **({"rationale": reason} if reason else {})} if number else None

    def essay(self) -> None:
        self._stem()
        info = self._files.holder = self._element.find("graderinfo")
        self.found.written(*graded(parsed(_plain(info)), self._fragment))


_READERS: dict[str, Callable[[_Question], None]] = {
    "multichoice": _Question.multichoice,
    "truefalse": _Question.truefalse,
    "ordering": _Question.ordering,
    "matching": _Question.matching,
    "match": _Question.matching,
    "shortanswer": _Question.shortanswer,
    "numerical": _Question.numerical,
    "cloze": _Question.cloze,
    "multianswer": _Question.cloze,
    "essay": _Question.essay,
}
_TYPED = ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC")
_MOST_HINTS = 5
_MOST_BLANKS = 8


def _plain(element: etree._Element | None) -> str:
    """The text of an element that holds one in `text`, or has it by itself."""
    if element is None:
        return ""
    text = element.find("text")
    return element.text or "" if text is None else words_in(text)


def _gapped(text: str) -> str:
    """Five underscores or more show where to type."""
    return re.sub("_{5,}", _INSIDE, text, count=1)


def _typed(text: str) -> str:
    return text.replace("\\*", "*").strip()


def _decoded(text: str) -> str:
    return unescape(re.sub(r"\\([}#~/\"\\])", r"\1", text))


def _share(text: str) -> Fraction:
    """A share by its percentage, to the nearest that whole numbers up to twelve make."""
    try:
        share = Fraction(text.strip()) / 100
    except (ValueError, ZeroDivisionError):
        return Fraction(0)
    return share
