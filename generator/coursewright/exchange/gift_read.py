r"""GIFT → items. An empty line ends a question; `\` before a sign takes its meaning away.

After Moodle's own reader (`question/format/gift/format.php`), and by its words: `//` begins a line that is
no part of a question, but for `[id:…]` and `[tag:…]`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from html import unescape

from ..diagnostics import Place, Problem
from ..words import Words
from .draft import Reading
from .found import Amount, Answer, Found
from .markdown_of import Fragment
from .pictures import Pictures, Shown
from .prose import as_markdown
from .spot import Spot
from .stimulus import parted
from .units import unit_of

_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_STANDINS = dict(zip("\\~=#{}:n", "\ufdd9\ufdda\ufddb\ufddc\ufddd\ufdde\ufddf\ufde0", strict=True))
_MEANT = str.maketrans({sign: char if char != "n" else "\n" for char, sign in _STANDINS.items()})
_ID = re.compile(r"\[id:([^\x00-\x1f\x7f\]]+)\]")
_TAG = re.compile(r"\[tag:([^\x00-\x1f\x7f\]]+)\]")
_TITLE = re.compile(r"\s*::(.*?)::", re.S)
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")
_WEIGHT = re.compile(r"%(-?[0-9.]{1,12})%")
_TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#(.*))?\Z", re.S)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARK, _INSIDE = "\ufde1", "\ufdd8"
"""Stand for a gap, before and after its text is read. No source may have these, and files lose them."""
_OURS = re.compile("[\ufdd0-\ufdef]")


@dataclass
class _Block:
    """Lines of one question, without comments; `line` is that of the first."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    id: str = ""
    tags: list[str] = field(default_factory=list)


def is_gift(text: str) -> bool:
    """Whether a text looks like GIFT: a title, or a category, or an answer in braces."""
    return re.search(r"(?m)^\s*::[^:\n]|^\$CATEGORY:|(?<!\\)\{\s*[=~#TF}]", text) is not None


class GiftReader:
    """Reads one file; `name` is what it is called in messages."""

    def __init__(self, name: str, words: Words) -> None:
        self._name, self._words = name, words
        self._category = ""

    def reading(self, text: str) -> Reading:
        reading = Reading()
        for block in _blocks(text):
            if block.lines[0].startswith("$CATEGORY:"):
                self._category = path_of(block.lines[0].partition(":")[2])
                continue
            question = _Question(block, Spot(Place(self._name, block.line)), self._words, self._category)
            found = question.found()
            if found is None:
                continue
            if "type" in found.data:
                reading.drafts.append(found.draft())
            reading.problems += found.problems
        if not (reading.drafts or reading.problems):
            reading.problems.append(Problem("CW1005", Place(self._name)))
        return reading


class _Question:
    def __init__(self, block: _Block, spot: Spot, words: Words, category: str) -> None:
        self._found = Found(spot, words, id=block.id, tags=block.tags, category=category)
        self._text = _ESCAPED.sub(lambda found: _STANDINS[found[1]], "\n".join(block.lines))
        self._shown = Shown(lambda address: None, Pictures({}))
        self._fragment = Fragment(self._shown)
        self._format = "moodle"

    def found(self) -> Found | None:
        """The question; None of a description, which asks nothing."""
        title = _TITLE.match(self._text)
        body = self._text[title.end() :] if title else self._text
        start, end = body.find("{"), body.rfind("}")
        if start < 0 and end < 0:
            return None
        found = self._found
        found.id = found.id or (_meant(title[1]).strip() if title else "")
        if not 0 <= start < end:
            found.tell("CW1058")
            return found
        if form := _FORMAT.match(body[:start]):
            self._format, body, start, end = form[1], body[form.end() :], start - form.end(), end - form.end()
        answers, _, general = body[start + 1 : end].partition("####")
        found.explanation = self._prose(general)
        self._asked(answers.strip(), body[:start], body[end + 1 :])
        if self._fragment.unread:
            found.tell("CW1056", names=", ".join(sorted(self._fragment.unread)))
        self._shown.tell(found)
        return found

    def _asked(self, answers: str, before: str, after: str) -> None:
        truth = _TRUTH.match(answers)
        if not answers:
            self._stem(before + after)
            self._found.written("", ())
        elif answers.startswith("#"):
            self._numbers(answers[1:], before, after)
        elif "~" in answers:
            self._stem(f"{before}{_MARK}{after}" if _TAGS.sub("", after).strip() else before + after)
            self._choice(answers)
        elif "=" in answers and "->" in answers:
            self._stem(before + after)
            self._match(answers)
        elif truth:
            self._stem(before + after)
            self._truth(truth[1].startswith("T"), truth[2] or "")
        else:
            self._texts(answers, before, after)

    # texts

    def _prose(self, text: str, form: str = "") -> str:
        own = _FORMAT.match(text)
        form, text = (own[1], text[own.end() :]) if own else (form or self._format, text)
        said = _meant(text).strip(" " if form == "markdown" else None).strip("\n")
        if form == "markdown":
            return said
        if form == "html" or (form == "moodle" and _TAGS.search(said)):
            return self._fragment.of_text(said)
        return as_markdown(said if form == "plain" else said.replace("\n", "\n\n"))

    def _stem(self, text: str) -> None:
        """The stem with `___` for a gap, and what a case has to read above it."""
        html, found = _meant(text), self._found
        if self._format == "html" and any(tag.startswith("case:") for tag in found.tags):
            found.material, html = parted(html, self._fragment)
        if self._format == "html":
            found.stem = _gapped(self._fragment.of_text(html.replace(_MARK, _INSIDE)))
        else:
            found.stem = _gapped(self._prose(text.replace(_MARK, _INSIDE)))

    def _gapped_stem(self, before: str, after: str) -> None:
        """A stem with its gap; a line's end before a brace that ends it says that it has none."""
        rest = after.strip()
        if not rest and before.rstrip(" ").endswith("\n"):
            self._stem(before)
            return
        self._stem(f"{before}{_MARK}{after}")

    # the shapes

    def _choice(self, answers: str) -> None:
        options = [*self._answers(answers)]
        self._found.choice(options, many="=" not in answers)

    def _answers(self, answers: str) -> Iterator[Answer]:
        for sign, whole in re.findall(r"([=~])\s*([^=~]*)", answers):
            weight = _WEIGHT.match(whole)
            share = _share(weight[1]) if weight else Fraction(sign == "=")
            said, _, feedback = whole[weight.end() if weight else 0 :].partition("#")
            yield Answer(self._prose(said), self._prose(feedback), share)

    def _truth(self, holds: bool, feedback: str) -> None:
        """First what is said of the wrong answer, then what of the right one."""
        wrong, _, right = feedback.partition("#")
        said = {holds: self._prose(right), not holds: self._prose(wrong)}
        self._found.truth(holds, said[True], said[False])

    def _match(self, answers: str) -> None:
        pairs: list[tuple[Answer, Answer]] = []
        others: list[Answer] = []
        for text in filter(None, (each.strip() for each in answers.split("="))):
            thing, _, target = text.partition("->")
            answer = Answer(as_markdown(" ".join(_meant(target).split())))
            if thing.strip():
                pairs.append((Answer(self._prose(thing)), answer))
            else:
                others.append(answer)
        self._found.has -= {"reasons"}
        self._found.match(pairs, others)

    def _texts(self, answers: str, before: str, after: str) -> None:
        self._gapped_stem(before, after)
        if not _GAP.search(self._found.stem):
            self._found.stem += "\n\n___"
        found = [*self._typed(answers if answers.startswith("=") else f"={answers}")]
        best = max((each.share for each in found), default=Fraction(1))
        right = [each for each in found if each.share == best]
        for each in found:
            if not each.share and each.rationale:
                self._found.tell("CW1014", column=f"{each.text}: {each.rationale}")
            elif each.share and (each not in right or best != 1):
                own = "100 %" if each in right else "0 %"
                self._found.tell("CW1055", found=f"{each.text}: {float(each.share * 100):.7g} %", own=own)
        reasons = [*dict.fromkeys(each.rationale for each in right if each.rationale)]
        self._found.texts([[each.text for each in right]], reasons[:1] or [""])
        for reason in reasons[1:]:
            self._found.tell("CW1014", column=reason)

    def _typed(self, answers: str) -> Iterator[Answer]:
        """What is accepted: it is no Markdown, and a star in it has a backslash."""
        for part in filter(None, (each.strip() for each in answers.split("="))):
            weight = _WEIGHT.match(part)
            said, _, feedback = (part[weight.end() :] if weight else part).partition("#")
            own = _FORMAT.match(said)
            text = re.sub(r"\\\*", "*", " ".join(_meant(said[own.end() :] if own else said).split()))
            yield Answer(text, self._prose(feedback), _share(weight[1]) if weight else Fraction(1))

    def _numbers(self, answers: str, before: str, after: str) -> None:
        amounts = [*self._amounts(answers)]
        unit, rest = unit_of(unescape(_meant(_TAGS.sub("", after))))
        tail = after
        if unit and not rest:
            tail = "".join(_TAGS.findall(after))
        elif unit in after and unit:
            tail = after.replace(unit, "", 1).lstrip(" ")
        self._gapped_stem(before, tail)
        self._found.number(amounts, unit if tail != after else "")

    def _amounts(self, answers: str) -> Iterator[Amount]:
        wanted, _, wrong = answers.partition("~")
        for part in filter(None, (each.strip() for each in wanted.split("="))):
            weight = _WEIGHT.match(part)
            said, _, feedback = (part[weight.end() :] if weight else part).partition("#")
            value, tolerance = _range(said)
            share = _share(weight[1]) if weight else Fraction(1)
            yield Amount(value, tolerance, self._prose(feedback), share)
        if wrong.strip():
            self._found.tell("CW1014", column=_meant(wrong).strip())


_GAP = re.compile("_{3,}")


def _gapped(text: str) -> str:
    """Only the gap is one: other underscores that look like gaps are text."""
    if _INSIDE not in text:
        return text
    return _GAP.sub(lambda found: "\\_" * len(found[0]), text).replace(_INSIDE, "___")


def _range(text: str) -> tuple[str, str]:
    """Value and tolerance of `50:1`, of `49..51`, of 50."""
    text = _meant(text)
    if ".." in text:
        try:
            low, high = (Fraction(each.strip()) for each in text.split("..", 1))
        except (ValueError, ZeroDivisionError):
            return text, "0"
        return str(float((low + high) / 2)), str(float((high - low) / 2))
    value, _, tolerance = text.partition(":")
    return value.strip(), tolerance.strip() or "0"


def _share(text: str) -> Fraction:
    try:
        return Fraction(text) / 100
    except (ValueError, ZeroDivisionError):
        return Fraction(0)


def _meant(text: str) -> str:
    """A text with the signs that had a backslash."""
    return text.translate(_MEANT)


def path_of(category: str) -> str:
    """The names of a category, without what Moodle puts before them."""
    parts = [part.strip() for part in category.strip().split("/")]
    return "/".join(part for part in parts if part and part != "top" and not part.startswith("$"))


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block()
    lines = _OURS.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate([*lines, ""], 1):
        if line.lstrip().startswith("//"):
            block.tags += _TAG.findall(line)
            block.id = next(iter(_ID.findall(line)), block.id).strip()
        elif line.strip() and line.startswith("$CATEGORY:"):
            if block.lines:
                yield block
            yield _Block(number, [line])
            block = _Block()
        elif line.strip():
            block.line = block.line or number
            block.lines.append(line)
        elif block.lines:
            yield block
            block = _Block()
