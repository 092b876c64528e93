"""Moodle XML (docs.moodle.org, “Moodle XML format”; Moodle 4.4 and later for steps to put in order).

Texts are HTML, pictures are in the file (base64). Options have fractions that Moodle allows; several gaps are
a cloze question. Moodle counts partly right answers in its own way but for a choice of many: that is noted.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never
from urllib.parse import quote

from lxml import etree

from ..model.gap import BLANKS
from ..model.items.interaction import (
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Criterion,
    Entry,
    Gap,
    Number,
    Texts,
)
from ..model.medium import Medium
from ..words import Words
from ..words import marked as _
from .cloze import cloze
from .hypertext import CRITERIA, Writing, block, stem
from .posed import Ledger, Left, Note, Parcel, Posed, Sent, is_truth, written
from .shares import decided, percent
from .wordings import COUNTING, READINGS, listed, plain_targets

FILES = "@@PLUGINFILE@@/"
"""Before the name of a file that a question brings along."""

PENALTY = "0.3333333"
"""Moodle's own, of what a second try costs where a teacher allows one."""

_ORDERED = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "selectcount": "0",
    "gradingtype": "RELATIVE_ALL_PREVIOUS_AND_NEXT",
    "showgrading": "SHOW",
    "numberingstyle": "none",
}
"""Of Moodle's ways to count an order, the one by pairs of steps, which is the nearest to ours."""


def moodle_xml(parcel: Parcel, words: Words) -> Sent:
    """Questions below their categories; the same questions give the same bytes."""
    ledger = Ledger()
    root = etree.Element("quiz")
    made = list(written(parcel.posed, lambda each, note: _Question(each, note, parcel.media).made(), ledger))
    for place, group in groupby(made, key=lambda pair: pair[0].place):
        category = etree.SubElement(etree.SubElement(root, "question", type="category"), "category")
        etree.SubElement(category, "text").text = f"$course$/top/{place}"
        root.extend([question for _posed, question in group])
    etree.indent(root)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return Sent(content + b"\n", len(made), ledger)


class _Question:
    def __init__(self, posed: Posed, note: Note, media: Mapping[str, Medium]) -> None:
        self._posed, self._note, self._media = posed, note, media
        self._root = etree.Element("question")

    def made(self) -> etree._Element:
        """The whole question. Raises Left."""
        item, root = self._posed.item, self._root
        self._plain(self._sub(root, "name"), item.id)
        text = self._sub(root, "questiontext", format="html")
        self._html(self._sub(root, "generalfeedback", format="html"), item.explanation or "")
        values = {"defaultgrade": self._posed.worth, "penalty": PENALTY, "hidden": 0, "idnumber": item.id}
        for name, value in values.items():
            self._sub(root, name).text = str(value)
        self._asked(text)
        tags = self._sub(root, "tags")
        for tag in self._posed.tags:
            self._plain(self._sub(tags, "tag"), tag)
        for hint in item.hints:
            self._html(self._sub(root, "hint", format="html"), hint)
        return root

    def _asked(self, text: etree._Element) -> None:
        asked = self._posed.asked
        match asked:
            case AskedChoice(interaction, key) if is_truth(asked):
                self._begin(text, "truefalse")
                self._truth(interaction.options, "true" in key)
            case AskedChoice():
                self._begin(text, "multichoice")
                self._choice(asked)
            case AskedOrder():
                self._begin(text, "ordering")
                self._order(asked)
            case AskedMatch():
                self._begin(text, "matching")
                self._match(asked)
            case AskedGaps():
                self._gaps(asked, text)
            case AskedWritten(_, key, sample):
                self._begin(text, "essay")
                self._written(key, sample)
            case unknown:
                assert_never(unknown)

    # parts

    def _sub(self, parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
        return etree.SubElement(parent, tag, attributes)

    def _plain(self, parent: etree._Element, text: str) -> None:
        self._sub(parent, "text").text = text

    def _set(self, **values: str) -> None:
        for name, value in values.items():
            self._sub(self._root, name).text = value

    def _begin(self, text: etree._Element, type: str) -> None:
        """The type of the question, and its stem, in which five underscores show where to type."""
        self._root.set("type", type)
        self._put(text, self._stem(BLANKS.sub("_____", self._posed.item.stem)))

    def _stem(self, text: str) -> tuple[str, Writing]:
        writing = self._writing()
        return stem(text, self._posed.material, writing), writing

    def _writing(self) -> Writing:
        return Writing(self._note, lambda name: FILES + quote(name))

    def _html(self, parent: etree._Element, text: str | None) -> None:
        writing = self._writing()
        self._put(parent, (block(text, writing) if text else "", writing))

    def _put(self, parent: etree._Element, made: tuple[str, Writing]) -> None:
        """HTML, and the files that it shows."""
        html, writing = made
        self._plain(parent, html)
        parent.extend(self._files(writing))

    def _answer(self, fraction: str, rationale: str | None) -> etree._Element:
        answer = self._sub(self._root, "answer", fraction=fraction, format="html")
        self._sub(answer, "text")
        self._html(self._sub(answer, "feedback", format="html"), rationale)
        return answer

    # the shapes

    def _truth(self, options: Sequence[Entry], holds: bool) -> None:
        for option in options:
            answer = self._answer("100" if (option.id == "true") == holds else "0", option.rationale)
            answer.set("format", "moodle_auto_format")
            answer[0].text = option.id

    def _choice(self, asked: AskedChoice) -> None:
        many = asked.interaction.many
        if asked.last and not asked.fixed:
            self._note(_("an option that stays last: there no option of it changes its place"))
        self._set(
            single=str(not many).lower(),
            shuffleanswers=str(not (asked.fixed or asked.last)).lower(),
            answernumbering="ABCD",
            showstandardinstruction="1",
        )
        worth = {id: percent(share) for id, share in decided(asked).items()} if many else {}
        for option in asked.interaction.options:
            fraction = worth.get(option.id) or ("100" if option.id in asked.key else "0")
            self._fill(self._answer(fraction, option.rationale), option)

    def _fill(self, answer: etree._Element, entry: Entry) -> None:
        """The text of an entry in the place that is kept for it, and its pictures behind that."""
        writing = self._writing()
        answer[0].text = block(entry.text, writing)
        for at, file in enumerate(self._files(writing), 1):
            answer.insert(at, file)

    def _files(self, writing: Writing) -> Iterator[etree._Element]:
        for name in dict.fromkeys(writing.pictures):
            file = etree.Element("file", {"name": name, "path": "/", "encoding": "base64"})
            file.text = b64encode(self._media[name].content).decode()
            yield file

    def _order(self, asked: AskedOrder) -> None:
        self._note(COUNTING)
        self._set(**_ORDERED)
        steps = {step.id: step for step in asked.interaction.steps}
        if any(step.rationale for step in steps.values()):
            self._note(_("rationales of steps"))
        for number, id in enumerate(asked.key, 1):
            self._fill(self._answer(str(number), None), steps[id])

    def _match(self, asked: AskedMatch) -> None:
        self._note(COUNTING)
        self._set(shuffleanswers="false" if self._posed.is_laid else "true")
        if any(thing.rationale for thing in asked.interaction.things):
            self._note(_("rationales of what is matched"))
        targets = plain_targets(asked.interaction.targets, self._writing())
        for thing in asked.interaction.things:
            self._pair(thing.text, targets[asked.key[thing.id]])
        for id, text in targets.items():
            if id not in asked.key.values():
                self._pair(None, text)

    def _pair(self, thing: str | None, target: str) -> None:
        question = self._sub(self._root, "subquestion", format="html")
        self._html(question, thing)
        self._plain(self._sub(question, "answer"), target)

    def _gaps(self, asked: AskedGaps, text: etree._Element) -> None:
        self._note(READINGS)
        gaps = asked.interaction.gaps
        if len(gaps) > 1:
            if asked.interaction.any_order:
                raise Left(_("answers that may change places"))
            self._root.set("type", "cloze")
            self._put(text, self._cloze(asked))
            return
        expected = asked.key[gaps[0].id]
        self._begin(text, "shortanswer" if isinstance(expected, Texts) else "numerical")
        if isinstance(expected, Texts):
            self._texts(gaps[0], expected)
        else:
            self._number(gaps[0], expected)

    def _cloze(self, asked: AskedGaps) -> tuple[str, Writing]:
        html, writing = self._stem(BLANKS.sub("\ufdd0", self._posed.item.stem))
        return cloze(html, asked, writing), writing

    def _texts(self, gap: Gap, expected: Texts) -> None:
        self._set(usecase="0")
        for text in listed(expected):
            answer = self._answer("100", gap.rationale)
            answer.set("format", "moodle_auto_format")
            answer[0].text = text.replace("*", "\\*")

    def _number(self, gap: Gap, expected: Number) -> None:
        self._amount("100", expected.value, expected.tolerance, gap.rationale)
        for mistake in expected.mistakes:
            self._amount("0", mistake.value, "0", mistake.rationale)
        if gap.unit:
            unit = self._sub(self._sub(self._root, "units"), "unit")
            self._sub(unit, "multiplier").text = "1"
            self._sub(unit, "unit_name").text = gap.unit
        self._set(unitgradingtype="0", unitpenalty="0.1", showunits="0" if gap.unit else "3", unitsleft="0")

    def _amount(self, fraction: str, value: str, tolerance: str, rationale: str | None) -> None:
        answer = self._answer(fraction, rationale)
        answer.set("format", "moodle_auto_format")
        answer[0].text = value
        self._sub(answer, "tolerance").text = tolerance

    def _written(self, key: Sequence[Criterion], sample: str) -> None:
        self._set(
            responseformat="editor",
            responserequired="1",
            responsefieldlines="15",
            attachments="0",
            attachmentsrequired="0",
        )
        info = self._sub(self._root, "graderinfo", format="html")
        writing = self._writing()
        rows = "".join(self._criterion(each, writing) for each in key)
        table = f'<table class="{CRITERIA}"><tbody>{rows}</tbody></table>'
        self._put(info, (f"{table}\n{block(sample, writing)}", writing))
        self._html(self._sub(self._root, "responsetemplate", format="html"), None)

    def _criterion(self, each: Criterion, writing: Writing) -> str:
        return f"<tr><td>{each.points}</td><td>{block(each.text, writing)}</td></tr>"
