"""One item as a QTI assessment item: what is declared, what is shown, what it earns, what is said of it."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import assert_never

from lxml import etree

from ..model.gap import BLANKS
from ..model.items.interaction import (
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Entry,
    Gap,
    Number,
    Target,
    Texts,
)
from ..words import marked as _
from .filling import MARK, fill
from .hypertext import CRITERIA, Writing, block, line, stem
from .posed import Left, Note, Posed, is_truth
from .qti_names import LANGUAGE, Version, identifier
from .qti_scoring import (
    EXPLAINED,
    FEEDBACK,
    RAW,
    RESPONSE,
    SCORE,
    Processing,
    mistake_of,
    name_of_gap,
    reach,
    worth_of,
)
from .wordings import READINGS, listed

Element = etree._Element
ANSWER, UNIT = "answer", "unit"
"""Classes of the line to answer on where the stem has no gap, and of the unit behind a field."""


class QtiItem:
    """Writes one item. `address` gives the place of a picture by its name; `pictures` are those shown."""

    def __init__(self, posed: Posed, version: Version, note: Note, address: Callable[[str], str]) -> None:
        self._posed, self._version, self._note = posed, version, note
        self._make = version.make
        self._writing = Writing(note, address)
        self._processing = Processing(version)
        self._declared: list[Element] = []
        self._said: list[tuple[str, str]] = []
        self._mistakes: dict[str, tuple[str, str]] = {}
        self._units: dict[str, str] = {}

    @property
    def pictures(self) -> list[str]:
        return [*dict.fromkeys(self._writing.pictures)]

    def element(self, language: str) -> Element:
        """The whole item. Raises Left."""
        item = self._posed.item
        if item.hints:
            self._note(_("hints"))
        body = self._make("itemBody", *self._asked())
        if not self._version.is_kebab and any(each.get("class") == "line-through" for each in body.iter()):
            raise Left(_("struck-out text"))
        is_chosen = isinstance(self._posed.asked, AskedChoice)
        always = [id for id, text in self._said if text and not is_chosen and id not in self._mistakes]
        self._processing.say(always, is_chosen, self._mistakes)
        element = self._make(
            "assessmentItem",
            *self._declared,
            *self._outcomes(),
            body,
            self._make("responseProcessing", *self._processing.rules),
            *(self._feedback(id, text) for id, text in (*self._said, (EXPLAINED, item.explanation)) if text),
            identifier=identifier(item.id),
            title=item.id,
            adaptive="false",
            timeDependent="false",
        )
        element.set(LANGUAGE, language)
        return element

    def _outcomes(self) -> Iterator[Element]:
        is_written = isinstance(self._posed.asked, AskedWritten)
        human = {"externalScored": "human"} if is_written and self._version.is_kebab else {}
        yield self._outcome(SCORE, "0", **human)
        yield self._outcome("MAXSCORE", str(self._posed.worth))
        for name in (RAW, *self._processing.outcomes):
            yield self._outcome(name, "0")
        asked = self._posed.asked
        is_one = isinstance(asked, AskedChoice) and not asked.interaction.many
        yield self._named(FEEDBACK, "single" if is_one else "multiple")
        for name in (EXPLAINED, *dict.fromkeys(mistake_of(gap) for gap, _value in self._mistakes.values())):
            yield self._named(name, "single")

    def _named(self, name: str, cardinality: str) -> Element:
        return self._make(
            "outcomeDeclaration", identifier=name, cardinality=cardinality, baseType="identifier"
        )

    def _outcome(self, name: str, value: str, **more: str) -> Element:
        default = self._make("defaultValue", self._make("value", value))
        return self._make(
            "outcomeDeclaration", default, identifier=name, cardinality="single", baseType="float", **more
        )

    def _feedback(self, id: str, text: str) -> Element:
        html = self._version.html(block(text, self._writing))
        body = [self._make("contentBody", *html)] if self._version.is_kebab else html
        outcome = EXPLAINED if id == EXPLAINED else FEEDBACK
        if id in self._mistakes:
            outcome = mistake_of(self._mistakes[id][0])
        return self._make("modalFeedback", *body, outcomeIdentifier=outcome, identifier=id, showHide="show")

    # the shapes

    def _asked(self) -> list[Element]:
        asked, worth = self._posed.asked, self._posed.worth
        match asked:
            case AskedChoice():
                self._processing.choice(asked, worth)
                return [*self._stem(), self._choice(asked)]
            case AskedOrder():
                self._processing.order(asked, worth)
                return [*self._stem(), self._order(asked)]
            case AskedMatch():
                self._processing.match(asked, worth)
                return [*self._stem(), self._match(asked)]
            case AskedGaps():
                self._processing.gaps(asked, worth)
                return self._gaps(asked)
            case AskedWritten():
                return [*self._stem(), *self._written(asked)]
            case unknown:
                assert_never(unknown)

    def _stem(self) -> list[Element]:
        return self._version.html(stem(self._posed.item.stem, self._posed.material, self._writing))

    def _respond(self, name: str, cardinality: str, type: str, right: Sequence[str], *more: Element) -> None:
        values = [self._make("value", value) for value in right]
        correct = [self._make("correctResponse", *values)] if values else []
        self._declared.append(
            self._make(
                "responseDeclaration",
                *correct,
                *more,
                identifier=name,
                cardinality=cardinality,
                baseType=type,
            )
        )

    def _mapping(self, entries: Sequence[tuple[str, int]], **more: str) -> Element:
        made = [self._make("mapEntry", mapKey=key, mappedValue=str(value), **more) for key, value in entries]
        return self._make("mapping", *made, defaultValue="0", lowerBound="0")

    def _say(self, entries: Sequence[Entry]) -> None:
        self._said += [(identifier(each.id), each.rationale or "") for each in entries]

    def _choice(self, asked: AskedChoice) -> Element:
        options, many = asked.interaction.options, asked.interaction.many
        self._say(options)
        right = [identifier(option.id) for option in options if option.id in asked.key]
        entries = [(identifier(id), points) for id, points in worth_of(asked)]
        mapping = [self._mapping(entries)] if many else []
        self._respond(RESPONSE, "multiple" if many else "single", "identifier", right, *mapping)
        return self._make(
            "choiceInteraction",
            *(self._option(option, is_truth(asked), asked.last) for option in options),
            responseIdentifier=RESPONSE,
            shuffle=str(not (asked.fixed or self._posed.is_laid)).lower(),
            maxChoices="0" if many else "1",
        )

    def _option(self, option: Entry, is_plain: bool, last: str | None = None) -> Element:
        html = f"<p>{escape(option.text)}</p>" if is_plain else block(option.text, self._writing)
        fixed = {"fixed": "true"} if option.id == last else {}
        return self._make(
            "simpleChoice", *self._version.html(html), identifier=identifier(option.id), **fixed
        )

    def _order(self, asked: AskedOrder) -> Element:
        self._say(asked.interaction.steps)
        self._respond(RESPONSE, "ordered", "identifier", [*map(identifier, asked.key)])
        return self._make(
            "orderInteraction",
            *(self._option(step, False) for step in asked.interaction.steps),
            responseIdentifier=RESPONSE,
            shuffle="false",
        )

    def _match(self, asked: AskedMatch) -> Element:
        self._say(asked.interaction.things)
        targets = asked.interaction.targets
        self._said += [
            (identifier(f"{target.id}-target"), target.rationale) for target in targets if target.rationale
        ]
        added, _most = reach(asked)
        entries = [(self._pair(*pair), points) for pair, points in added.items()]
        right = [self._pair(*pair) for pair in asked.key.items()]
        self._respond(RESPONSE, "multiple", "directedPair", right, self._mapping(entries))
        things = [self._associable(thing, "1") for thing in asked.interaction.things]
        places = [self._associable(target, "0") for target in targets]
        return self._make(
            "matchInteraction",
            self._make("simpleMatchSet", *things),
            self._make("simpleMatchSet", *places),
            responseIdentifier=RESPONSE,
            shuffle=str(not (asked.fixed or self._posed.is_laid)).lower(),
            maxAssociations="0",
        )

    def _pair(self, thing: str, target: str) -> str:
        return f"{identifier(thing)} {identifier(f'{target}-target')}"

    def _associable(self, each: Entry | Target, most: str) -> Element:
        is_target = isinstance(each, Target)
        html = f"<p>{line(each.text, self._writing)}</p>" if is_target else block(each.text, self._writing)
        name = identifier(f"{each.id}-target" if is_target else each.id)
        return self._make("simpleAssociableChoice", *self._version.html(html), identifier=name, matchMax=most)

    def _gaps(self, asked: AskedGaps) -> list[Element]:
        self._note(READINGS)
        fields = [self._field(gap, asked.key[gap.id], at) for at, gap in enumerate(asked.interaction.gaps, 1)]
        text = stem(BLANKS.sub(MARK, self._posed.item.stem), self._posed.material, self._writing)
        blocks = self._version.html(text)
        for root in blocks:
            fill(root, fields)
        for field in fields:
            paragraph = self._version.html(f'<p class="{ANSWER}"></p>')[0]
            paragraph.append(field)
            blocks.append(paragraph)
        for root in blocks:
            self._measure(root)
        return blocks

    def _measure(self, root: Element) -> None:
        """Put units behind their fields."""
        for field in [*root.iter(self._version.tag("textEntryInteraction"))]:
            name = str(field.get("response-identifier") or field.get("responseIdentifier"))
            parent = field.getparent()
            if parent is not None and name in self._units:
                unit = self._version.html(f'<span class="{UNIT}">{escape(self._units[name])}</span>')[0]
                unit.tail, field.tail = field.tail, " "
                parent.insert(parent.index(field) + 1, unit)

    def _field(self, gap: Gap, expected: Texts | Number, number: int) -> Element:
        name = name_of_gap(number)
        self._said.append((f"WHY_{number}", gap.rationale or ""))
        field = self._make("textEntryInteraction", responseIdentifier=name, expectedLength="20")
        if isinstance(expected, Texts):
            texts = listed(expected)
            mapping = self._mapping([(text, 1) for text in texts], caseSensitive="false")
            self._respond(name, "single", "string", texts[:1], mapping)
            return field
        self._respond(name, "single", "float", [expected.value])
        for at, mistake in enumerate(expected.mistakes, 1):
            id = f"MISTAKE_{number}_{at}"
            self._mistakes[id] = name, mistake.value
            self._said.append((id, mistake.rationale))
        if gap.unit:
            self._units[name] = gap.unit
        return field

    def _written(self, asked: AskedWritten) -> list[Element]:
        self._respond(RESPONSE, "single", "string", [])
        rows = "".join(
            f"<tr><td>{each.points}</td><td>{block(each.text, self._writing)}</td></tr>" for each in asked.key
        )
        html = f'<table class="{CRITERIA}"><tbody>{rows}</tbody></table>{block(asked.sample, self._writing)}'
        used = {"use": "scoring"} if self._version.is_kebab else {}
        blocks = self._version.html(html)
        inner = [self._make("contentBody", *blocks)] if self._version.is_kebab else blocks
        rubric = self._make("rubricBlock", *inner, view="scorer", **used)
        return [
            self._make("extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="10"),
            rubric,
        ]
