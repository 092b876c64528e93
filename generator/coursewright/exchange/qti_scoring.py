"""Response processing (QTI 2.1 and 3.0, “Response Processing”) that comes to the points of `scoring/`.

RAW counts whole points as our rules do; SCORE is RAW of as many as can be reached, times what the item is
worth, by one division, so that no share is rounded on the way.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from math import lcm

from lxml import etree

from ..model.items.interaction import AskedChoice, AskedGaps, AskedMatch, AskedOrder, Number, Texts
from .qti_names import Version, identifier
from .wordings import listed

Element = etree._Element
RESPONSE, RAW, SCORE, FEEDBACK, EXPLAINED = "RESPONSE", "RAW", "SCORE", "FEEDBACK", "EXPLANATION"


class Processing:
    """The rules of one item; `outcomes` are the variables that they count in, beside those of every item."""

    def __init__(self, version: Version) -> None:
        self._make = version.make
        self.outcomes: list[str] = []
        self.rules: list[Element] = []

    # expressions

    def _value(self, value: str, type: str = "float") -> Element:
        return self._make("baseValue", value, baseType=type)

    def _of(self, name: str) -> Element:
        return self._make("variable", identifier=name)

    def _is_there(self, name: str) -> Element:
        return self._make("not", self._make("isNull", self._of(name)))

    def _set(self, name: str, expression: Element) -> Element:
        return self._make("setOutcomeValue", expression, identifier=name)

    def _when(self, condition: Element, *rules: Element) -> None:
        self.rules.append(self._make("responseCondition", self._make("responseIf", condition, *rules)))

    def _more(self, points: Element) -> Element:
        return self._set(RAW, self._make("sum", self._of(RAW), points))

    def _share(self, of: int, worth: int) -> None:
        """SCORE from RAW, which may be below 0."""
        raw = self._make("max", self._of(RAW), self._value("0"))
        product = self._make("product", raw, self._value(str(worth)))
        self.rules.append(self._set(SCORE, self._make("divide", product, self._value(str(of)))))

    # the shapes

    def choice(self, asked: AskedChoice, worth: int) -> None:
        if not asked.interaction.many:
            right = self._make("match", self._of(RESPONSE), self._make("correct", identifier=RESPONSE))
            self._when(right, self._set(RAW, self._value("1")))
            self._share(1, worth)
            return
        self._mapped()
        self._share(whole(asked), worth)

    def match(self, asked: AskedMatch, worth: int) -> None:
        self._mapped()
        self._share(reach(asked)[1], worth)

    def _mapped(self) -> None:
        points = self._make("mapResponse", identifier=RESPONSE)
        self._when(self._is_there(RESPONSE), self._set(RAW, points))

    def order(self, asked: AskedOrder, worth: int) -> None:
        """Pairs in the right order, less those that are not: of every step the place is found first."""
        places = {id: f"PLACE_{at}" for at, id in enumerate(asked.key, 1)}
        self.outcomes += places.values()
        for at in range(1, len(places) + 1):
            for id, place in places.items():
                found = self._make("index", self._of(RESPONSE), n=str(at))
                here = self._make("match", found, self._value(identifier(id), "identifier"))
                self._when(here, self._set(place, self._value(str(at))))
        pairs = [*combinations(asked.key, 2)]
        for first, second in pairs:
            before = self._make("lt", self._of(places[first]), self._of(places[second]))
            whole = [self._make("gt", self._of(each), self._value("0")) for each in places.values()]
            self._when(self._make("and", before, *whole), self._more(self._value("2")))
        self.rules.append(self._more(self._value(str(-len(pairs)))))
        self._share(len(pairs), worth)

    def gaps(self, asked: AskedGaps, worth: int) -> None:
        names = [name_of_gap(at) for at in range(1, len(asked.interaction.gaps) + 1)]
        for name, gap in zip(names, asked.interaction.gaps, strict=True):
            expected = asked.key[gap.id]
            if isinstance(expected, Number):
                self._when(self._within(name, expected), self._more(self._value("1")))
            elif asked.interaction.any_order:
                self._anywhere(names, f"HIT_{name}", expected)
            else:
                self._when(self._is_there(name), self._more(self._make("mapResponse", identifier=name)))
        self._share(len(names), worth)

    def _within(self, name: str, expected: Number) -> Element:
        """Between two bounds that are exact decimals: a sum of two floats may lie just beside them."""
        value, tolerance = Decimal(expected.value), Decimal(expected.tolerance)
        low, high = (self._value(format(bound, "f")) for bound in (value - tolerance, value + tolerance))
        least = self._make("gte", self._of(name), low)
        most = self._make("lte", self._of(name), high)
        return self._make("and", self._is_there(name), least, most)

    def _anywhere(self, names: Sequence[str], hit: str, expected: Texts) -> None:
        """A point if one of some gaps has one of the texts; an empty gap is compared with nothing."""
        self.outcomes.append(hit)
        for name in names:
            found = [
                self._make("stringMatch", self._of(name), self._value(text, "string"), caseSensitive="false")
                for text in listed(expected)
            ]
            rule = self._make("responseIf", self._make("or", *found), self._set(hit, self._value("1")))
            self._when(self._is_there(name), self._make("responseCondition", rule))
        self.rules.append(self._more(self._of(hit)))

    # what is said of the answers

    def say(self, always: Sequence[str], chosen: bool, mistakes: Mapping[str, tuple[str, str]]) -> None:
        """Identifiers of feedback that is always shown, that of what is chosen, and of wrong numbers.

        `mistakes` has, by identifier, the gap and the number. No container holds a container, for readers
        take that for one value.
        """
        self.rules.append(self._set(EXPLAINED, self._value(EXPLAINED, "identifier")))
        if chosen:
            self._when(self._is_there(RESPONSE), self._set(FEEDBACK, self._of(RESPONSE)))
        elif always:
            said = [self._value(id, "identifier") for id in always]
            self.rules.append(self._set(FEEDBACK, self._make("multiple", *said)))
        for id, (gap, value) in mistakes.items():
            same = self._make("equal", self._of(gap), self._value(value), toleranceMode="exact")
            rule = self._set(mistake_of(gap), self._value(id, "identifier"))
            self._when(self._make("and", self._is_there(gap), same), rule)


def mistake_of(gap: str) -> str:
    """The outcome that names the mistake in a gap."""
    return f"MISTAKE_{gap}"


def name_of_gap(number: int) -> str:
    return f"GAP_{number}"


def whole(asked: AskedChoice) -> int:
    """As many points as a choice of many has, in whole numbers (`scoring/choice.py`)."""
    return lcm(len(asked.key), len(asked.interaction.options) - len(asked.key) or 1)


def worth_of(asked: AskedChoice) -> Iterator[tuple[str, int]]:
    """What each option adds."""
    others = len(asked.interaction.options) - len(asked.key) or 1
    for option in asked.interaction.options:
        yield (
            option.id,
            whole(asked) // len(asked.key) if option.id in asked.key else -(whole(asked) // others),
        )


def reach(asked: AskedMatch) -> tuple[dict[tuple[str, str], int], int]:
    """What every thing adds at every target, and as many points as there are (`scoring/match.py`)."""
    sizes = Counter(asked.key.values())
    others = max(len(sizes) - 1, 1)
    points = lcm(*sizes.values())
    added = {
        (thing.id, target.id): points
        // sizes[asked.key[thing.id]]
        * (others if target.id == asked.key[thing.id] else -1)
        for thing in asked.interaction.things
        for target in asked.interaction.targets
    }
    return added, points * len(sizes) * others
