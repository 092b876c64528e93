"""One record → an item's data: what its columns mean for its type, and what must be guessed."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from ..diagnostics import Problem
from ..diagnostics.nearest import near
from ..load.source_file import read_source
from ..words import Words
from ..words import marked as _
from . import types
from .answers import amount, blanks, chosen, groups, verdict
from .draft import Data, Draft, Record
from .patch import patched
from .prose import as_line, as_markdown, as_stem
from .spot import Spot, number

LEVELS = {"recall": "记住", "understand": "理解", "apply": "运用", "analyse": "分析"}
USES = {"practice": "练习", "exam": "考试"}


class Meaning:
    """Reads records; what is wrong with them gathers in `problems`."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.problems: list[Problem] = []

    def draft(self, record: Record) -> Draft | None:
        """The item of a record, None where not even its type can be told."""
        draft = Draft({}, record.spot)
        type = self._type(record, draft)
        if type is None:
            return None
        draft.data = {"id": record.text("id").strip(), "type": type}
        self._general(record, draft)
        _READERS[type](self, record, draft)
        if not _is_explained(draft.data):
            draft.data["unexplained"] = True
            draft.guessed.append("rationales")
        self._more(record, draft)
        draft.data = said_of(draft.data)
        return draft

    def problem(self, code: str, spot: Spot, **values: Any) -> None:
        self.problems.append(spot.problem(code, self._words, **values))

    # what every item has

    def _type(self, record: Record, draft: Draft) -> str | None:
        found = record.text("type")
        if not found:
            return self._guessed_type(record, draft)
        if type := types.type_called(found):
            return type
        known = types.known_names(self._words.language)
        values = {"found": found, "near": near(found, known), "known": ", ".join(known)}
        self.problem("CW0906", record.at("type"), **values)
        return None

    def _guessed_type(self, record: Record, draft: Draft) -> str | None:
        answer = record.text("answer")
        keys = chosen(answer)
        if record.options and keys:
            type = types.SINGLE if len(keys) == 1 else types.MULTIPLE
        elif not record.options and verdict(answer) is not None:
            type = types.TRUE_FALSE
        elif "__" in record.text("stem"):
            type = types.GAPS
        elif not record.options and answer:
            type = types.WRITTEN
        else:
            self.problem("CW0907", record.at("type"))
            return None
        draft.guessed.append("type")
        return type

    def _general(self, record: Record, draft: Draft) -> None:
        data = draft.data
        for name in ("objective", "case", "chapter"):
            if record.text(name):
                data[name] = record.text(name).strip()
        data["level"] = _named(LEVELS, record.text("level"))
        data["use"] = _named(USES, record.text("use"))
        data["stem"] = self._stem(record)
        data["explanation"] = self._needed(record, "explanation")
        data["hints"] = _lines(record.text("hints"))
        for name in ("nodes", "competencies"):
            data[name] = record.text(name).replace("，", ",").replace("、", ",").replace(",", " ").split()
        for name in ("title", "stimulus"):
            if record.text(name):
                data[name] = record.text(name)
        draft.spots.update({(name,): spot for name, spot in {**record.headers, **record.fields}.items()})

    def _stem(self, record: Record) -> str:
        text = self._needed(record, "stem", raw=True)
        if record.is_markdown:
            return text
        is_gapped = types.type_called(record.text("type")) in (types.GAPS, None) and not record.options
        return as_stem(text, len(blanks(record.text("answer"))) if is_gapped else 0)

    def _needed(self, record: Record, name: str, *, raw: bool = False) -> str:
        text = record.text(name)
        if not text:
            header = self._words(_SAID[name])
            self.problem("CW0910", record.at(name), column=header)
        return text if raw or record.is_markdown else as_markdown(text)

    def _more(self, record: Record, draft: Draft) -> None:
        if not (text := record.text("more")):
            return
        file = read_source("", text.encode())
        try:
            if not file.usable or not isinstance(file.data, dict) or _FIXED & {*file.data}:
                raise ValueError(text)
            said = said_of(draft.data)
            changed = [name for name, of in file.data.get(WAS, {}).items() if digest(said.get(name)) != of]
            for name in changed:
                self.problem("CW0930", record.at("more"), name=name)
            draft.data = patched(said, {key: value for key, value in file.data.items() if key != WAS})
        except (ValueError, AttributeError):
            self.problem("CW0923", record.at("more"))

    # options and what is like them

    def entries(self, record: Record, draft: Draft, name: str) -> tuple[list[str], list[Data]]:
        """The letters that have a text, and an entry of each; one that is left out is told."""
        found = sorted(record.options, key=number)
        last = number(found[-1]) if found else 0
        if missing := [each for each in range(1, last) if all(number(one) != each for one in found)]:
            gone = ", ".join(chr(64 + each) for each in missing if each <= 26)
            self.problem("CW0913", record.spot, letters=gone)
        entries = []
        for at, letter in enumerate(found):
            draft.spots[name, at] = record.options[letter]
            entries.append(self.entry(record, letter))
            if letter in record.reasons:
                draft.spots[name, at, "rationale"] = record.reasons[letter]
        return found, entries

    def entry(self, record: Record, letter: str) -> Data:
        data = {"text": _text(record, record.options[letter].text)}
        if letter in record.reasons:
            data["rationale"] = _text(record, record.reasons[letter].text)
        return data

    def keys(self, record: Record, letters: list[str]) -> list[str]:
        """The letters of the answer; those that no option has are told."""
        text = record.text("answer")
        if not text:
            self.problem("CW0910", record.at("answer"), column=self._words(_SAID["answer"]))
            return []
        keys = chosen(text)
        by_text = [letter for letter in letters if record.options[letter].text == text]
        if by_text and (keys is None or not set(keys) <= set(letters)):
            return by_text
        if keys is None:
            self.problem("CW0909", record.at("answer"), found=text, expected="A, ABD, A,B,D")
            return []
        if wrong := [key for key in keys if key not in letters]:
            self.problem("CW0908", record.at("answer"), letters=", ".join(wrong))
        return [key for key in keys if key in letters]

    def choices(self, record: Record, draft: Draft) -> None:
        letters, options = self.entries(record, draft, "options")
        keys = self.keys(record, letters)
        for letter, option in zip(letters, options, strict=True):
            if letter in keys:
                option["key"] = True
        draft.data["options"] = options
        draft.spots["options",] = record.at("answer")
        if draft.data["type"] == types.SINGLE and len(keys) > 1:
            self.problem("CW0909", record.at("answer"), found=record.text("answer"), expected="A")

    def truth(self, record: Record, draft: Draft) -> None:
        text = record.text("answer")
        keys = chosen(text) or []
        said = record.options[keys[0]].text if len(keys) == 1 and keys[0] in record.options else text
        found = verdict(said)
        if found is None and text.strip().upper() in ("A", "B") and not record.options:
            found = text.strip().upper() == "A"
        if not text:
            self.problem("CW0910", record.at("answer"), column=self._words(_SAID["answer"]))
        elif found is None:
            self.problem("CW0909", record.at("answer"), found=text, expected=self._words("True, False"))
        draft.data["answer"] = bool(found)
        for name, letter in (("if_true", "A"), ("if_false", "B")):
            if letter in record.reasons:
                draft.data[name] = _text(record, record.reasons[letter].text)
                draft.spots[name,] = record.reasons[letter]

    def steps(self, record: Record, draft: Draft) -> None:
        letters, steps = self.entries(record, draft, "steps")
        keys = self.keys(record, letters)
        if record.text("answer") and set(keys) != set(letters):
            self.problem(
                "CW0909", record.at("answer"), found=record.text("answer"), expected="".join(letters)
            )
        order = [letters.index(key) for key in keys] or list(range(len(letters)))
        draft.data["steps"] = [steps[at] for at in order]
        spots = {path: spot for path, spot in draft.spots.items() if path[0] == "steps"}
        for path, spot in spots.items():
            if int(path[1]) in order:
                draft.spots["steps", order.index(int(path[1])), *path[2:]] = spot

    def gaps(self, record: Record, draft: Draft) -> None:
        answer = self._needed(record, "answer", raw=True)
        draft.data["blanks"] = [
            {"accept": accepted, **self._reason(record, at)} for at, accepted in enumerate(blanks(answer))
        ]
        draft.spots["blanks",] = record.at("answer")

    def _reason(self, record: Record, at: int) -> Data:
        reasons = {number(letter) - 1: spot.text for letter, spot in record.reasons.items()}
        return {"rationale": _text(record, reasons[at])} if at in reasons else {}

    def quantity(self, record: Record, draft: Draft) -> None:
        text = self._needed(record, "answer", raw=True)
        found = amount(text)
        if found is None and not record.is_markdown:
            draft.data["type"] = types.WRITTEN
            draft.guessed.append("type")
            self.written(record, draft)
            return
        if found is None:
            if text:
                self.problem("CW0909", record.at("answer"), found=text, expected="50 ± 1 cm")
            return
        data: Data = {"value": found.value}
        if found.tolerance:
            data["tolerance"] = found.tolerance
        if found.unit:
            data["unit"] = found.unit
        if mistakes := list(self._mistakes(record, draft)):
            data["mistakes"] = mistakes
        draft.data["answer"] = data
        if record.text("rationale"):
            draft.data["rationale"] = _text(record, record.text("rationale"))

    def _mistakes(self, record: Record, draft: Draft) -> Iterator[Data]:
        for at, (letter, spot) in enumerate(sorted(record.options.items(), key=lambda one: number(one[0]))):
            draft.spots["answer", "mistakes", at] = spot
            found = amount(spot.text)
            if found is None or found.unit or found.tolerance:
                self.problem("CW0909", spot, found=spot.text, expected="25")
                continue
            reason = record.reasons[letter].text if letter in record.reasons else ""
            yield (
                {"value": found.value, "rationale": _text(record, reason)}
                if reason
                else {"value": found.value}
            )

    def written(self, record: Record, draft: Draft) -> None:
        sample = self._needed(record, "answer")
        letters, criteria = self.entries(record, draft, "rubric")
        draft.data["rubric"] = [{"text": each["text"]} for each in criteria]
        if not letters and sample:
            draft.data["rubric"] = [{"text": sample}]
            draft.guessed.append("rubric")
        draft.data["sample"] = sample
        draft.spots["sample",] = record.at("answer")

    def pairs(self, record: Record, draft: Draft) -> None:
        letters, entries = self.entries(record, draft, "pairs")
        matches = {letter: text for names, text in self.grouped(record, letters) for letter in names}
        pairs, others = [], []
        for letter, entry in zip(letters, entries, strict=True):
            if letter in matches:
                pairs.append({**entry, "match": _line(record, matches[letter])})
            else:
                others.append(entry)
        draft.data["pairs"], draft.data["others"] = pairs, others

    def categories(self, record: Record, draft: Draft) -> None:
        letters, entries = self.entries(record, draft, "examples")
        found = dict(zip(letters, entries, strict=True))
        categories = []
        for names, text in self.grouped(record, letters):
            category: Data = {"text": _line(record, text)}
            if examples := [found[name] for name in names if name in found]:
                category["examples"] = examples
            categories.append(category)
        draft.data["categories"] = categories
        named = {name for names, _ in self.grouped(record, []) for name in names}
        for letter in letters:
            if letter not in named and categories:
                self.problem("CW0924", record.options[letter], letter=letter)

    def grouped(self, record: Record, letters: list[str]) -> list[tuple[list[str], str]]:
        """The lines of the answer; with `letters`, those that no option has are told."""
        text = record.text("answer")
        found = groups(text)
        if found is None:
            code = "CW0909" if text else "CW0910"
            values = {"found": text, "expected": "A: …", "column": self._words(_SAID["answer"])}
            if letters:
                self.problem(code, record.at("answer"), **values)
            return []
        wrong = [name for names, _ in found for name in names if letters and name not in letters]
        if wrong:
            self.problem("CW0908", record.at("answer"), letters=", ".join(wrong))
        return found


_SAID = {"stem": _("stem"), "answer": _("answer"), "explanation": _("explanation")}

_READERS: dict[str, Callable[[Meaning, Record, Draft], None]] = {
    types.SINGLE: Meaning.choices,
    types.MULTIPLE: Meaning.choices,
    types.TRUE_FALSE: Meaning.truth,
    types.GAPS: Meaning.gaps,
    types.NUMBER: Meaning.quantity,
    types.WRITTEN: Meaning.written,
    types.PAIRS: Meaning.pairs,
    types.CATEGORIES: Meaning.categories,
    types.STEPS: Meaning.steps,
}

_ENTRIES = ("options", "steps", "pairs", "others", "blanks")


def _is_explained(data: Data) -> bool:
    """Whether everything that wants a rationale has one."""
    entries = [entry for name in _ENTRIES for entry in data.get(name) or ()]
    entries += [entry for category in data.get("categories", ()) for entry in category.get("examples", ())]
    if data["type"] == types.TRUE_FALSE:
        entries += [{"rationale": data.get(name)} for name in ("if_true", "if_false")]
    if data["type"] == types.NUMBER:
        entries.append(data)
    return all(entry.get("rationale") for entry in entries)


def said_of(data: Data) -> Data:
    """The data without what is empty."""
    return {key: value for key, value in data.items() if value not in ("", [], None)}


_FIXED = {"id", "type", "case", "chapter", "items"}
"""What further settings say nothing of."""

WAS = "was"
"""In further settings: of what they replace, the digest of what the columns said when they were written."""


def digest(value: Any) -> str:
    """Eight hex digits of a value."""
    return sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]


def _named(names: dict[str, str], text: str) -> str:
    """What a word of either language names; what is none stays, and validation tells of it."""
    bare = text.strip().lower()
    return next((name for name, chinese in names.items() if bare in (name, chinese)), text.strip())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _text(record: Record, text: str) -> str:
    return text if record.is_markdown else as_markdown(text)


def _line(record: Record, text: str) -> str:
    return text if record.is_markdown else as_line(text)
