"""QTI 2.1 and 3.0 → items: one item, or a package of them (IMS Content Packaging)."""

import posixpath
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from urllib.parse import unquote

from lxml import etree

from ..diagnostics import Place, Problem
from ..model.items.entry import made_ids
from ..validate.media import MOST_OF_A_PICTURE
from ..words import Words
from .draft import Reading
from .found import Answer, Found
from .graded import graded
from .html_tree import line_of, name_of, words_in
from .hypertext import STIMULUS
from .markdown_of import Fragment
from .package import Package
from .pictures import Brought, Pictures, Shown
from .qti_entry import Entries, mapped_in, right_of, taken_out
from .qti_names import attribute, named, own_id, plain_name
from .qti_package import MANIFEST
from .qti_scoring import EXPLAINED
from .sheet import Unreadable
from .spot import Spot

_ITEM = "assessmentItem"
_MOST_GAPS = 8


class QtiReader:
    """Reads one file; `name` is what it is called in messages."""

    def __init__(self, name: str, words: Words, pictures: Pictures) -> None:
        self._name, self._words, self._pictures = name, words, pictures

    def reading(self, root: etree._Element) -> Reading:
        """The item that a document is. Raises Unreadable."""
        if plain_name(root) != _ITEM:
            raise Unreadable("CW1005")
        return self._read([_Part(self._name, root, [])])

    def package(self, package: Package) -> Reading:
        """The items of a package in the order of its manifest. Raises Unreadable."""
        manifest = package.tree(MANIFEST)
        if manifest is None:
            raise Unreadable("CW1001")
        found, files = [], _Files(package)
        for resource in named(manifest, "resource"):
            path = resource.get("href") or ""
            root = package.tree(path)
            if root is not None and plain_name(root) == _ITEM:
                tags = [words_in(each).strip() for each in named(resource, "keyword")]
                found.append(_Part(f"{self._name}/{path}", root, tags, partial(files.beside, path)))
        return self._read(found)

    def _read(self, parts: Sequence["_Part"]) -> Reading:
        reading = Reading()
        for part in parts:
            found = Found(Spot(Place(part.name, line_of(part.root))), self._words, tags=part.tags)
            _Item(part.root, found, Shown(part.find, self._pictures)).read()
            if "type" in found.data:
                reading.drafts.append(found.draft())
            reading.problems += found.problems
        if not (reading.drafts or reading.problems):
            reading.problems.append(Problem("CW1005", Place(self._name)))
        return reading


@dataclass(frozen=True)
class _Part:
    """An item with what it is called in messages, its keywords, and what finds its pictures."""

    name: str
    root: etree._Element
    tags: Sequence[str]
    find: Callable[[str], Brought | None] = lambda address: None


class _Files:
    """The files of a package, by addresses in its items; nothing is found that is not in it."""

    def __init__(self, package: Package) -> None:
        self._package, self._names = package, {*package.names}
        self._found: dict[str, Brought] = {}

    def beside(self, item: str, address: str) -> Brought | None:
        """The file of an address in the item at a path."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(item), unquote(address)))
        if path not in self._names:
            return None
        read = partial(self._package.begun, path, MOST_OF_A_PICTURE + 1)
        return self._found.setdefault(path, Brought(path, read))


class _Item:
    def __init__(self, root: etree._Element, found: Found, shown: Shown) -> None:
        self._root, self.found, self._shown = root, found, shown
        self._fragment = Fragment(shown)
        self._feedback: dict[str, str] = {}
        self._declared: dict[str, etree._Element] = {}
        self._after: list[str] = []
        """What is shown in the text of the item when it was answered."""

    def read(self) -> None:
        found, body = self.found, next(named(self._root, "itemBody"), None)
        found.id = own_id(attribute(self._root, "identifier"))
        interactions = (
            [] if body is None else [each for each in body.iter() if plain_name(each).endswith("Interaction")]
        )
        kinds = {plain_name(each) for each in interactions}
        is_many = len(interactions) > 1 and kinds != {"textEntryInteraction"}
        if next(named(self._root, "templateDeclaration"), None) is not None:
            kinds.add("templateDeclaration")
        if (
            body is None
            or len(kinds) != 1
            or is_many
            or len(interactions) > _MOST_GAPS
            or not kinds <= {*_READERS}
        ):
            found.tell("CW1053", type=", ".join(sorted(kinds)))
            return
        self._declared = {
            attribute(each, "identifier"): each for each in named(self._root, "responseDeclaration")
        }
        self._feedback = {
            attribute(each, "identifier"): self._fragment.of(_content(each))
            for each in named(self._root, "modalFeedback")
        }
        self._set_apart(body)
        _READERS[kinds.pop()](self, body, interactions)
        if self._fragment.unread:
            found.tell("CW1056", names=", ".join(sorted(self._fragment.unread)))
        self._shown.tell(found)

    # parts

    def _set_apart(self, body: etree._Element) -> None:
        """Take out what is shown only when it is answered; what graders have to read is told."""
        for each in [*named(body, "feedbackBlock")]:
            if not any(plain_name(one).endswith("Interaction") for one in each.iter()):
                self._after.append(self._fragment.of(_content(each)))
                taken_out(each)
        for each in [*named(body, "rubricBlock")]:
            is_shown = "candidate" in attribute(each, "view").split() or not attribute(each, "view")
            if not is_shown and next(named(body, "extendedTextInteraction"), None) is None:
                self._unread(self._fragment.of(_content(each)))
                taken_out(each)
            for one in (each, _content(each)) if is_shown else ():
                one.tag = etree.QName(etree.QName(one).namespace, "div").text

    def _unread(self, text: str) -> None:
        if text:
            self.found.tell("CW1014", column=" ".join(text.split())[:_SHOWN])

    def _explain(self, known: Collection[str]) -> None:
        """What is said of every answer: ours by its name, of others what belongs to no answer.

        There is one explanation; what is said besides is told.
        """
        own = self._feedback.get(EXPLAINED)
        rest = [text for id, text in self._feedback.items() if id not in known and id != EXPLAINED and text]
        said = [*filter(None, [own, "\n\n".join(self._after), *rest])]
        self.found.explanation = said[0] if said else ""
        for text in said[1:]:
            self._unread(text)

    def _stem(self, body: etree._Element, interactions: Sequence[etree._Element]) -> None:
        """The body without what is answered, and what a case has to read above it."""
        prompts = [self._fragment.of(each) for each in named(body, "prompt")]
        for each in interactions:
            taken_out(each)
        children = [*body]
        rule = next((at for at, each in enumerate(children) if each.get("class") == STIMULUS), -1)
        if rule >= 0 and any(tag.startswith("case:") for tag in self.found.tags):
            self.found.material = self._material(children[:rule])
            body.remove(children[rule])
        self.found.stem = "\n\n".join(filter(None, (self._fragment.of(body), *prompts)))

    def _material(self, elements: Sequence[etree._Element]) -> tuple[str, str]:
        whole = etree.Element("div")
        whole.extend(elements)
        title = ""
        if len(whole) and name_of(whole[0]) == "h4":
            title = " ".join(words_in(whole[0]).split())
            whole.remove(whole[0])
        return title, self._fragment.of(whole)

    def _answers(self, interaction: etree._Element, name: str) -> dict[str, Answer]:
        """What can be chosen by its identifier, each with what is said of it."""
        found = {}
        for each in [*named(interaction, name)]:
            id = attribute(each, "identifier")
            inline = [*named(each, "feedbackInline")]
            said = " ".join(self._fragment.of(one) for one in inline)
            for one in inline:
                taken_out(one)
            spot = Spot(Place(self.found.spot.place.file, line_of(each)))
            is_last = attribute(each, "fixed") == "true"
            found[id] = Answer(
                self._fragment.of(each),
                said or self._feedback.get(id, ""),
                spot=spot,
                id=own_id(id),
                last=is_last,
            )
        return found

    # the interactions

    def choice(self, body: etree._Element, interactions: Sequence[etree._Element]) -> None:
        interaction = interactions[0]
        name = attribute(interaction, "responseIdentifier")
        options, right, mapped = (
            self._answers(interaction, "simpleChoice"),
            right_of(self._declared.get(name)),
            mapped_in(self._declared.get(name)),
        )
        declared = self._declared.get(name)
        many = declared is not None and attribute(declared, "cardinality") == "multiple"
        most = sum(value for value in mapped.values() if value > 0)
        others = max(1, len(options) - len(right))
        for id, option in options.items():
            share = Fraction(1, len(right)) if id in right else Fraction(-1, others)
            option.share = (
                mapped.get(id, Fraction(0)) / most
                if many and most
                else share
                if many
                else Fraction(id in right)
            )
        self._explain([*options])
        self._stem(body, interactions)
        answers = [*options.values()]
        shuffle = attribute(interaction, "shuffle") == "true"
        for option in answers[:-1]:
            option.last = False
        if {option.id for option in answers} != {"true", "false"}:
            _without_made(answers)
        self.found.choice(answers, many, shuffle)
        if many and not most:
            self.found.tell("CW1055", found="0 %", own="…")

    def order(self, body: etree._Element, interactions: Sequence[etree._Element]) -> None:
        steps = self._answers(interactions[0], "simpleChoice")
        right = right_of(self._declared.get(attribute(interactions[0], "responseIdentifier")))
        self._explain([*steps])
        self._stem(body, interactions)
        answers = [steps[id] for id in right if id in steps]
        for step in answers:
            step.last = False
        for id in steps.keys() - {*right}:
            self._unread(steps[id].text)
        _without_made(answers)
        self.found.order(answers)

    def match(self, body: etree._Element, interactions: Sequence[etree._Element]) -> None:
        sets = [*named(interactions[0], "simpleMatchSet")]
        things, targets = (self._answers(each, "simpleAssociableChoice") for each in (sets + sets)[:2])
        right = [
            pair.split()
            for pair in right_of(self._declared.get(attribute(interactions[0], "responseIdentifier")))
        ]
        pairs = [
            (things[pair[0]], targets[pair[1]])
            for pair in right
            if len(pair) == 2 and pair[0] in things and pair[1] in targets
        ]
        self._explain([*things, *targets])
        self._stem(body, interactions)
        for target in targets.values():
            target.text = " ".join(target.text.split())
            target.id = target.id.removesuffix("-target")
        used = [target for _thing, target in pairs]
        for id in things.keys() - {pair[0] for pair in right if pair}:
            self._unread(things[id].text)
        _without_made([thing for thing, _target in pairs])
        _without_made([*targets.values()])
        shuffle = attribute(interactions[0], "shuffle") == "true"
        self.found.match(pairs, [each for each in targets.values() if each not in used], shuffle)

    def text_entry(self, body: etree._Element, interactions: Sequence[etree._Element]) -> None:
        entry = Entries(self._root, self._declared, self._feedback, interactions)
        self._explain(entry.reasons)
        self._stem(body, interactions)
        self.found.stem = entry.stem(self.found.stem)
        entry.read(self.found)

    def extended_text(self, body: etree._Element, interactions: Sequence[etree._Element]) -> None:
        self._explain([])
        whole = etree.Element("div")
        for rubric in [*named(body, "rubricBlock")]:
            if "candidate" not in attribute(rubric, "view").split():
                whole.extend([*_content(rubric)])
                taken_out(rubric)
        self._stem(body, interactions)
        self.found.written(*graded(whole, self._fragment))


_SHOWN = 60
"""Characters by which a text is known again."""

_READERS = {
    "choiceInteraction": _Item.choice,
    "orderInteraction": _Item.order,
    "matchInteraction": _Item.match,
    "textEntryInteraction": _Item.text_entry,
    "extendedTextInteraction": _Item.extended_text,
}


def _content(element: etree._Element) -> etree._Element:
    """3.0 has what is shown in an element of its own."""
    return next((each for each in element if plain_name(each) == "contentBody"), element)


def _without_made(answers: Sequence[Answer]) -> None:
    """Ids that would be made of the texts need not be said."""
    if made_ids([None] * len(answers), [each.text for each in answers]) == [each.id for each in answers]:
        for each in answers:
            each.id = ""
