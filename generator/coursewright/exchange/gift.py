r"""GIFT, Moodle's text format (docs.moodle.org, “GIFT format”): written so that every reader agrees.

`\ ~ = # { } :` carry a backslash, and a line ends with `\n`, because an empty line ends a question.
A question whose texts have no marks is `[markdown]`; any other is `[html]`, for Moodle's Markdown is not
CommonMark and lets HTML through. What is typed, and what things are put to, is plain in GIFT.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import assert_never

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
    Texts,
)
from ..model.walk import spots
from ..words import Words
from ..words import marked as _
from .hypertext import Writing, block, stem
from .posed import Ledger, Left, Note, Parcel, Posed, Sent, is_truth, written
from .shares import decided, percent
from .wordings import COUNTING, POINTS, READINGS, listed, plain_targets

_RESERVED = re.compile(r"[\\~=#{}:]")
_MARKED = re.compile(
    r"[\\`*_\[\]<>&|\t]|~~|^[-+=#:]|^[0-9]+[.)]|(?<=\S)\n(?=\S)| {2}|^[ \u3000]|[ \u3000]$", re.M
)
_MARK = "\ufdd0"
"""Stands for a gap: no source may have this character."""
_TAG_OR_MARK = re.compile(f"<[^>]*>|{_MARK}")
_FORMAT = re.compile(r"\[(?:html|markdown|moodle|plain)\]")
_END = "\n"


def gift(parcel: Parcel, words: Words) -> Sent:
    """Questions below their categories, with an empty line between."""
    ledger = Ledger()
    texts = list(written(parcel.posed, question, ledger))
    parts: list[str] = []
    for place, group in groupby(texts, key=lambda pair: pair[0].place):
        parts.append(f"$CATEGORY: $course$/top/{place}")
        parts += [f"{_comment(posed)}\n{text}" for posed, text in group]
    return Sent("".join(f"{part}\n\n" for part in parts).encode(), len(texts), ledger)


def _comment(posed: Posed) -> str:
    """The line before a question that gives Moodle its id and its tags."""
    return f"// [id:{posed.id}]" + "".join(f" [tag:{tag}]" for tag in posed.tags)


def question(posed: Posed, note: Note) -> str:
    """One question from its title to its brace. Raises Left."""
    return _Question(posed, note).text()


def escaped(text: str) -> str:
    return _RESERVED.sub(r"\\\g<0>", text).replace("\n", "\\n")


class _Question:
    def __init__(self, posed: Posed, note: Note) -> None:
        self._posed, self._note = posed, note
        self._writing = Writing(note)
        texts = [spot.text.strip("\n") for spot in spots(posed.item) if spot.mark.markdown]
        is_marked = any(_MARKED.search(BLANKS.sub("", text)) for text in texts)
        self._is_plain = not (posed.material or is_marked or BLANKS.match(posed.item.stem.lstrip()))

    def text(self) -> str:
        if self._posed.item.hints:
            self._note(_("hints"))
        if self._posed.worth != 1:
            self._note(POINTS)
        format = "markdown" if self._is_plain else "html"
        return f"::{escaped(self._posed.id)}::[{format}]{self._asked()}"

    def _asked(self) -> str:
        asked, stem = self._posed.asked, self._stem(self._posed.item.stem)
        match asked:
            case AskedChoice(interaction, key) if is_truth(asked):
                return f"{stem} {{{self._truth(interaction.options, 'true' in key)}{self._explained()}}}"
            case AskedChoice():
                return f"{stem} {{\n{self._choice(asked)}{self._explained(_END)}}}"
            case AskedGaps():
                return self._gap(asked)
            case AskedMatch():
                return f"{stem} {{\n{self._match(asked)}{self._explained(_END)}}}"
            case AskedOrder():
                raise Left(_("steps to put in order"))
            case AskedWritten():
                self._note(_("criteria and the sample answer"))
                return f"{stem} {{{self._explained()}}}"
            case unknown:
                assert_never(unknown)

    def _stem(self, text: str) -> str:
        material = self._posed.material
        return escaped(text.strip() if self._is_plain else stem(text, material, self._writing))

    def _prose(self, text: str) -> str:
        return escaped(text.strip() if self._is_plain else block(text, self._writing))

    def _explained(self, end: str = "") -> str:
        """What is said of every answer, after what is said of one; then comes the brace."""
        text = self._posed.item.explanation
        return f"####{self._prose(text)}{end}" if text else ""

    def _said(self, rationale: str | None) -> str:
        return f"#{self._prose(rationale)}" if rationale else ""

    # the shapes

    def _truth(self, options: tuple[Entry, ...], holds: bool) -> str:
        """First what is said of the wrong answer, then what of the right one."""
        right, wrong = (option.rationale for option in (options if holds else options[::-1]))
        said = self._said(wrong) or ("#" if right else "")
        return f"{'TRUE' if holds else 'FALSE'}{said}{self._said(right)}"

    def _choice(self, asked: AskedChoice) -> str:
        if asked.fixed or asked.last:
            self._note(_("options that keep their place"))
        signs = _weights(asked) if asked.interaction.many else dict.fromkeys(asked.key, "=")
        return "".join(
            self._option(option, signs.get(option.id, "~")) for option in asked.interaction.options
        )

    def _option(self, option: Entry, sign: str) -> str:
        text = self._prose(option.text)
        if text.startswith("%") and "%" not in sign:
            sign += "%100%" if sign == "=" else "%0%"
        return f"{sign}{text}{self._said(option.rationale)}\n"

    def _match(self, asked: AskedMatch) -> str:
        self._note(COUNTING)
        found = plain_targets(asked.interaction.targets, self._writing)
        targets = {id: escaped(text) for id, text in found.items()}
        if any(thing.rationale for thing in asked.interaction.things):
            self._note(_("rationales of what is matched"))
        pairs = [
            (self._prose(thing.text), targets[asked.key[thing.id]]) for thing in asked.interaction.things
        ]
        unused = [text for id, text in targets.items() if id not in asked.key.values()]
        return "".join(f"={thing} -> {text}\n" for thing, text in (*pairs, *(("", text) for text in unused)))

    def _gap(self, asked: AskedGaps) -> str:
        if len(asked.interaction.gaps) > 1:
            raise Left(_("several gaps in one question"))
        gap = asked.interaction.gaps[0]
        expected = asked.key[gap.id]
        answers = self._texts(gap, expected) if isinstance(expected, Texts) else self._number(gap, expected)
        before, is_within, after = _parted(self._stem(BLANKS.sub(_MARK, self._posed.item.stem)))
        start = before if is_within else f"{before}\n"
        return f"{start}{{{answers}{self._explained(_END)}}}{self._unit(gap)}{after}"

    def _unit(self, gap: Gap) -> str:
        if not gap.unit:
            return ""
        self._note(_("units: they stand behind the gap as text"))
        return f" {escaped(gap.unit if self._is_plain else escape(gap.unit))}"

    def _texts(self, gap: Gap, expected: Texts) -> str:
        self._note(READINGS)
        texts = listed(expected)
        if any(_FORMAT.match(text) or "->" in text for text in texts):
            raise Left(_("an answer that looks like a sign of the format"))
        signs = ("=%100%" if text.startswith("%") else "=" for text in texts)
        said = self._said(gap.rationale)
        pairs = zip(signs, map(_literal, texts), strict=True)
        return _END + "".join(f"{sign}{text}{said}\n" for sign, text in pairs)

    def _number(self, gap: Gap, expected: Number) -> str:
        self._note(READINGS)
        first = f"={expected.value}:{expected.tolerance}{self._said(gap.rationale)}\n"
        return f"#\n{first}{''.join(self._mistakes(expected))}"

    def _mistakes(self, expected: Number) -> Iterator[str]:
        for mistake in expected.mistakes:
            yield f"=%0%{mistake.value}:0{self._said(mistake.rationale)}\n"


def _literal(text: str) -> str:
    """What is typed: a star would stand for anything."""
    return escaped(text.strip().replace("*", "\\*"))


def _weights(asked: AskedChoice) -> dict[str, str]:
    """Moodle takes a choice for one of many when no option has `=`, even where one alone is right."""
    return {id: f"~%{percent(share)}%" for id, share in decided(asked).items()}


def _parted(stem: str) -> tuple[str, bool, str]:
    """What stands before the gap and behind it; whether there is one that is no part of an address."""
    found = next((each for each in _TAG_OR_MARK.finditer(stem) if each[0] == _MARK), None)
    if found is None:
        return stem.replace(_MARK, "___"), False, ""
    return stem[: found.start()].replace(_MARK, "___"), True, stem[found.end() :].replace(_MARK, "___")
