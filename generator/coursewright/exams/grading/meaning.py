"""What somebody wrote down for an answer → a response, by the letters and numbers that the form prints.

Options by letters (`B`, `ABD`), steps in their order (`DBAC`), things with what they are put to (`1-B 2-A`,
or `BA` in the order of the things), gaps in columns of their own or with `;` between. A form service has
the numbers of options instead of letters, and a QTI report ids.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, assert_never
from unicodedata import normalize

from ...model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
)
from ..form import Question
from ..key import lettered

Style = Literal["letters", "numbers", "ids"]
BETWEEN = "\x1f"
"""Between several values of a report."""
_SEPARATED = re.compile(r"[\s,，、;；/|.。┋\x1f]+")
_PAIR = re.compile(r"([0-9]{1,2})[-—:：=→>!]*([A-Z])")
_GAPS = re.compile(r"[;；|｜\x1f┋]")
_TRUE = {"对", "正确", "是", "√", "✓", "✔", "T", "TRUE", "Y", "YES"}
_FALSE = {"错", "错误", "否", "×", "✗", "✘", "X", "F", "FALSE", "N", "NO"}
_NOTHING = {"", "-", "--", "—", "——", "/", "\\", "空", "空白", "未答", "未作答", "NULL", "(空)", "(跳过)"}
"""What people key in where nothing was answered; a form service says (跳过)."""


class Unclear(Exception):
    """A text that is no answer to its question: `text` is what was written, `wanted` what would be one."""

    def __init__(self, text: str, wanted: str) -> None:
        super().__init__(text)
        self.text = text
        self.wanted = wanted


class Twofold(Unclear):
    """More than one answer where there can be one: nobody may choose between them."""


def response_of(question: Question, asked: Asked, texts: Mapping[str, str], style: Style) -> object:
    """The response in `texts`, which are by the numbers of parts, `""` for all of the question.

    None where nothing was answered. Raises Unclear, and Twofold for answers that contradict each other: in
    whole and in parts, or two where there can be one.
    """
    said = {part: text for part, text in texts.items() if _plain(text) not in _NOTHING}
    if not said:
        return None
    if "" in said and len(said) > 1 and not isinstance(asked, AskedWritten):
        raise Twofold("; ".join(said.values()), "")
    match asked:
        case AskedChoice(interaction):
            ids = _Marked(question.entries, style).chosen(" ".join(said.values()))
            if len(ids) > 1 and not interaction.many:
                raise Twofold(" ".join(said.values()), "A")
            return ids
        case AskedOrder():
            return _Marked(question.entries, style).chosen(" ".join(said[part] for part in _sorted(said)))
        case AskedMatch():
            return _matched(question, said, style)
        case AskedGaps(interaction):
            return _filled([gap.id for gap in interaction.gaps], said)
        case AskedWritten():
            return {"text": "\n".join(said[part] for part in _sorted(said))}
        case unknown:
            assert_never(unknown)


class _Marked:
    """Entries in the order of the form, by what stands before them."""

    def __init__(self, entries: Sequence[str], style: Style) -> None:
        self._letters = lettered(entries)
        self._style = style
        self._named: dict[str, str] = dict(self._letters)
        if style == "numbers":
            self._named = {str(at): id for at, id in enumerate(entries, 1)}
        if style == "ids":
            self._named = {name: id for id in entries for name in (id, f"_{id}", f"{id}-target")}
            self._named |= {f"_{id}-target": id for id in entries}

    @property
    def wanted(self) -> str:
        last = [*self._letters][-1] if self._style != "numbers" else str(len(self._letters))
        return f"A–{last}" if self._style == "letters" else f"1–{last}" if self._style == "numbers" else "id"

    def chosen(self, text: str) -> list[str]:
        """Ids that are named, each once. Raises Unclear for a name of nothing, or a name twice."""
        ids = [self.one(name, text) for name in self._names(text)]
        if not ids or len({*ids}) < len(ids):
            raise Unclear(text, self.wanted)
        return ids

    def one(self, name: str, text: str) -> str:
        id = self._named.get(name) or self._truth(name)
        if id is None:
            raise Unclear(text, self.wanted)
        return id

    def _names(self, text: str) -> list[str]:
        if self._style == "ids":
            return [part for part in text.split(BETWEEN) if part]
        plain = _plain(text)
        if self._truth(plain) is not None:
            return [plain]
        parts = [part for part in _SEPARATED.split(plain) if part]
        return parts if self._style == "numbers" else [*"".join(parts)]

    def _truth(self, name: str) -> str | None:
        """Right or wrong, where that is what is to be chosen."""
        if {*self._letters.values()} != {"true", "false"}:
            return None
        return "true" if name in _TRUE else "false" if name in _FALSE else None


def _matched(question: Question, said: Mapping[str, str], style: Style) -> dict[str, str]:
    targets = _Marked(question.targets, style)
    put: dict[str, str] = {}
    own = _Marked(question.entries, style)
    for thing, target in _pairs(question, said, targets, style):
        place = own.one(thing, thing) if style == "ids" else thing
        if put.setdefault(place, target) != target:
            raise Twofold("; ".join(said.values()), f"{thing}-…")
    things = {str(at): id for at, id in enumerate(question.entries, 1)}
    if style == "ids":
        return put
    if not put or not put.keys() <= things.keys():
        raise Unclear(" ".join(said.values()), f"1–{len(things)}, {targets.wanted}")
    return {things[thing]: target for thing, target in put.items()}


def _pairs(
    question: Question, said: Mapping[str, str], targets: _Marked, style: Style
) -> Iterator[tuple[str, str]]:
    """Number of a thing, or its id in a report, with the id of its target."""
    for part, text in said.items():
        plain = _plain(text)
        if style == "ids":
            for pair in text.split(BETWEEN):
                thing, _space, target = pair.strip().partition(" ")
                yield thing, targets.one(target, text)
        elif part:
            yield part, targets.one(plain, text)
        elif re.fullmatch(rf"(?:{_PAIR.pattern}[\s,，、;；]*)+", plain):
            for thing, letter in _PAIR.findall(plain):
                yield str(int(thing)), targets.one(letter, text)
        else:
            letters = "".join(_SEPARATED.split(plain))
            if len(letters) != len(question.entries):
                raise Unclear(text, " ".join(f"{at}-…" for at, _ in enumerate(question.entries, 1)))
            for at, letter in enumerate(letters, 1):
                yield str(at), targets.one(letter, text)


def _filled(gaps: Sequence[str], said: Mapping[str, str]) -> dict[str, str]:
    """By gaps in the order of the stem; of one gap alone nothing is split, for a text may have any sign."""
    found: dict[str, str] = {}
    for part, text in said.items():
        number = _number(part)
        if not number and len(gaps) > 1:
            texts = _GAPS.split(text)
            if len(texts) > len(gaps):
                raise Unclear(text, " ; ".join("…" for _ in gaps))
            found |= {gap: each.strip() for gap, each in zip(gaps, texts, strict=False) if each.strip()}
        elif (number or 1) <= len(gaps):
            gap = gaps[(number or 1) - 1]
            if found.setdefault(gap, text) != text:
                raise Twofold(f"{found[gap]}; {text}", f"{number or 1}: …")
        else:
            raise Unclear(text, f"1–{len(gaps)}")
    return found


def _number(part: str) -> int:
    """Of a gap: 2 of `2`, `RESPONSE_2`; 0 where it names none."""
    digits = re.search(r"[0-9]+$", part)
    return int(digits[0][:3]) if digits else 0


def _sorted(parts: Mapping[str, str]) -> list[str]:
    return sorted(parts, key=lambda part: (_number(part), part))


def _plain(text: str) -> str:
    return normalize("NFKC", text).strip().upper()
