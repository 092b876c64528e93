"""One record → an item's data: what its columns mean for its type, and what must be guessed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Protocol

from ..diagnostics import Problem, SourceString
from ..diagnostics.nearest import near
from ..load.source_file import read_source
from ..words import Words
from ..words import marked as _
from . import types
from .answers import blanks, chosen, groups, is_numbers, named, twice, verdict
from .columns import OWN
from .content import READERS
from .draft import Data, Draft, Record
from .form_mark import form_of
from .naming import HARDNESS, LEVELS, USES, named_by
from .patch import WAS, digests, patched
from .prose import as_stem, text_of, with_bold
from .spot import Spot, letters, number
from .text_answer import blanked, inside, is_same, unlettered
from .unexplained import is_unexplained


class Known(Protocol):
    """What the banks have of some of the items."""

    def identified(self, records: Sequence[Record]) -> tuple[list[Record], list[Problem]]: ...

    def filled(self, record: Record) -> Record: ...


class Meaning:
    """Reads records; what is wrong with them gathers in `problems`."""

    def __init__(self, words: Words, known: Known | None = None) -> None:
        self.words = words
        self._known = known
        self.problems: list[Problem] = []

    def drafts(self, records: Sequence[Record]) -> Iterator[Draft]:
        """The items of all records of which the type can be told."""
        if self._known:
            records, problems = self._known.identified(records)
            self.problems += problems
        return (draft for record in records if (draft := self.draft(record)))

    def draft(self, record: Record) -> Draft | None:
        """The item of a record, None where not even its type can be told."""
        if not record.is_markdown:
            record = self._bare(record)
        if self._known:
            record = self._known.filled(record)
        draft = Draft({}, record.spot, said=record.said, form=form_of(record.text("form")))
        type = self._type(record, draft)
        if type is None:
            return None
        draft.data |= {"id": record.text("id").strip(), "type": type}
        self._general(record, draft)
        READERS[type](self, record, draft)
        if is_unexplained(draft.data):
            draft.data["unexplained"] = True
            draft.guessed.append("rationales")
        if record.is_markdown:
            self._unused(record, draft)
        self._more(record, draft)
        draft.data = said_of(draft.data)
        return draft

    def problem(self, code: str, spot: Spot, **values: Any) -> None:
        self.problems.append(spot.problem(code, self.words, **values))

    def said(self, name: str) -> str:
        """What a field is called in messages."""
        return self.words(_SAID[name])

    def named(self, type: str) -> str:
        """What a type is called in messages."""
        return types.NAMES[type][self.words.language != "zh_CN"]

    def _bare(self, record: Record) -> Record:
        """The record without letters before its options, and without the answer in its stem.

        An answer there that is not the one of its own field is told, and stays.
        """
        texts = unlettered({letter: spot.text for letter, spot in record.options.items()})
        options = {letter: replace(spot, text=texts[letter]) for letter, spot in record.options.items()}
        found, answer, stem = inside(record.text("stem")), record.text("answer"), record.at("stem")
        if found is None or not answer:
            return replace(record, options=options)
        if not is_same(found[1], answer):
            self.problem("CW1037", stem, found=found[0])
            return replace(record, options=options)
        return replace(
            record, options=options, fields={**record.fields, "stem": replace(stem, text=blanked(found))}
        )

    def _unused(self, record: Record, draft: Draft) -> None:
        """Tell of cells of our own workbook that say nothing of an item of this type."""
        type, data = draft.data["type"], draft.data
        reasoned = {
            types.TRUE_FALSE: {"A", "B"},
            types.GAPS: {letters(at) for at in range(1, len(data.get("blanks", ())) + 1)},
            types.WRITTEN: set[str](),
        }.get(type, {*record.options})
        cells = [spot for letter, spot in record.reasons.items() if letter not in reasoned]
        if type in (types.TRUE_FALSE, types.GAPS):
            cells += record.options.values()
        unread = () if type == types.NUMBER else ("rationale",)
        cells += [record.at(name) for name in unread if record.text(name)]
        if not record.text("case"):
            cells += [record.at(name) for name in ("title", "stimulus") if record.text(name)]
        for spot in cells:
            self.problem("CW1038", spot, type=self.named(type))

    # what every item has

    def _type(self, record: Record, draft: Draft) -> str | None:
        found = record.text("type")
        if not found:
            return self._guessed_type(record, draft)
        if type := types.type_called(found):
            return type
        known = types.known_names(self.words.language)
        values = {"found": found, "near": near(found, known), "known": SourceString(", ".join(known))}
        self.problem("CW1006", record.at("type"), **values)
        return None

    def _guessed_type(self, record: Record, draft: Draft) -> str | None:
        answer = record.text("answer")
        keys = chosen(answer) or named(answer, {at: spot.text for at, spot in record.options.items()})
        if record.options and keys:
            type = types.SINGLE if len({*keys}) == 1 else types.MULTIPLE
        elif not record.options and verdict(answer) is not None:
            type = types.TRUE_FALSE
        elif "__" in record.text("stem"):
            type = types.GAPS
        elif not record.options and answer:
            type = types.WRITTEN
        elif record.options and answer:
            self.problem("CW1009", record.at("answer"), found=answer, expected="A, ABD, A,B,D")
            return None
        elif record.options:
            self.problem("CW1010", record.at("answer"), column=self.said("answer"))
            return None
        else:
            line = record.text("stem") if record.spot.sheet is None else ""
            self.problem("CW1007", record.at("type"), line=" ".join(line.split())[:30])
            return None
        draft.guess_type(type)
        return type

    def _general(self, record: Record, draft: Draft) -> None:
        data = draft.data
        for name in ("objective", "case", "chapter"):
            if record.text(name):
                data[name] = record.text(name).strip()
        data["level"] = named_by(LEVELS, record.text("level")) or self._level(record, draft)
        data["use"] = named_by(USES, record.text("use"))
        data["stem"] = self._stem(record, data["type"])
        data["explanation"] = text_of(record, record.at("explanation")) if record.text("explanation") else ""
        data["hints"] = _lines(record.text("hints"))
        for name in ("nodes", "competencies"):
            data[name] = record.text(name).replace("，", ",").replace("、", ",").replace(",", " ").split()
        for name in ("title", "stimulus"):
            if record.text(name):
                data[name] = record.text(name)
        draft.spots.update({(name,): spot for name, spot in {**record.headers, **record.fields}.items()})

    def _level(self, record: Record, draft: Draft) -> str:
        """The level that stands for how hard an item is; a word that stands for none is told."""
        said = record.text("difficulty").strip()
        level = HARDNESS.get(said.lower(), "")
        if level:
            draft.guessed.append("level")
        elif said:
            self.problem("CW1014", record.at("difficulty"), column=said)
        return level

    def _stem(self, record: Record, type: str) -> str:
        text = self.needed(record, "stem", raw=True)
        if record.is_markdown or record.at("stem").is_kept:
            return text
        gaps = len(blanks(record.text("answer"))) if type == types.GAPS else 0
        return with_bold(record.at("stem"), lambda said: as_stem(said, gaps)) if text else ""

    def needed(self, record: Record, name: str, *, raw: bool = False) -> str:
        text = record.text(name)
        if not text:
            header = self.said(name)
            self.problem("CW1010", record.at(name), column=header)
        return text if raw or not text else text_of(record, record.at(name))

    def _more(self, record: Record, draft: Draft) -> None:
        if not (text := record.text("more")):
            return
        file = read_source("", text.encode())
        try:
            if not file.usable or not isinstance(file.data, dict) or _FIXED & {*file.data}:
                raise ValueError(text)
            said = said_of(draft.data)
            was = file.data.get(WAS, {}).items()
            changed = [name for name, of in was if of not in digests(said.get(name))]
            for name in changed:
                header = OWN.get(name, OWN["answer"])[self.words.language != "zh_CN"]
                self.problem("CW1030", record.at("more"), name=header)
            draft.data = patched(said, {key: value for key, value in file.data.items() if key != WAS})
            if "unexplained" in file.data and "rationales" in draft.guessed:
                draft.guessed.remove("rationales")
        except (ValueError, AttributeError):
            self.problem("CW1023", record.at("more"))

    # options and what is like them

    def entries(self, record: Record, draft: Draft, name: str) -> tuple[list[str], list[Data]]:
        """The letters that have a text, and an entry of each; one that is left out is told."""
        found = sorted(record.options, key=number)
        last = number(found[-1]) if found else 0
        if missing := [each for each in range(1, last) if all(number(one) != each for one in found)]:
            gone = ", ".join(chr(64 + each) for each in missing if each <= 26)
            self.problem("CW1013", record.spot, letters=gone)
        entries = []
        for at, letter in enumerate(found):
            draft.spots[name, at] = record.options[letter]
            entries.append(self.entry(record, letter))
            if letter in record.reasons:
                draft.spots[name, at, "rationale"] = record.reasons[letter]
        return found, entries

    def entry(self, record: Record, letter: str) -> Data:
        data = {"text": text_of(record, record.options[letter])}
        if letter in record.reasons:
            data["rationale"] = text_of(record, record.reasons[letter])
        return data

    def keys(self, record: Record, letters: list[str]) -> list[str]:
        """The letters of the answer; those that no option has are told."""
        text = record.text("answer")
        if not text:
            self.problem("CW1010", record.at("answer"), column=self.said("answer"))
            return []
        keys = chosen(text)
        by_text = named(text, {letter: record.options[letter].text for letter in letters})
        if by_text and not self._is_possible(record, keys, letters):
            return by_text
        put = list[str] if types.type_called(record.text("type")) == types.STEPS else sorted
        if by_text and keys and is_numbers(text) and put(by_text) != put(keys):
            readings = {"numbers": ", ".join(keys), "texts": ", ".join(by_text)}
            self.problem("CW1071", record.at("answer"), found=text, **readings)
            return by_text
        if keys is None:
            self.problem("CW1009", record.at("answer"), found=text, expected="A, ABD, A,B,D")
            return []
        if wrong := [key for key in keys if key not in letters]:
            self.problem("CW1008", record.at("answer"), letters=", ".join(dict.fromkeys(wrong)))
        self._repeated(record, keys)
        return [key for key in dict.fromkeys(keys) if key in letters]

    def _is_possible(self, record: Record, keys: list[str] | None, letters: list[str]) -> bool:
        """Whether an answer may name options by their letters or numbers."""
        is_single = types.type_called(record.text("type")) == types.SINGLE
        return keys is not None and {*keys} <= {*letters} and not (is_single and len({*keys}) > 1)

    def _repeated(self, record: Record, names: list[str]) -> None:
        if names := twice(names):
            self.problem("CW1031", record.at("answer"), letters=", ".join(names))

    def grouped(self, record: Record, letters: list[str]) -> list[tuple[list[str], str]]:
        """The lines of the answer; with `letters`, those that no option has are told."""
        text = record.text("answer")
        found = groups(text)
        if found is None:
            code = "CW1009" if text else "CW1010"
            values = {"found": text, "expected": "A: …", "column": self.said("answer")}
            if letters:
                self.problem(code, record.at("answer"), **values)
            return []
        wrong = [name for names, _ in found for name in names if letters and name not in letters]
        if wrong:
            self.problem("CW1008", record.at("answer"), letters=", ".join(wrong))
        if letters:
            self._repeated(record, [name for names, _ in found for name in names])
        return found


_SAID = {"stem": _("stem"), "answer": _("answer"), "explanation": _("explanation")}


def said_of(data: Data) -> Data:
    """The data without what is empty."""
    return {key: value for key, value in data.items() if value not in ("", [], None)}


_FIXED = {"id", "type", "case", "chapter", "items"}
"""What further settings say nothing of."""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
