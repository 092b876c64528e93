"""Items as one Markdown document (CommonMark with tables), to be read, discussed and kept with other texts.

An author's Markdown stays what it is where it means the same in a document: without links into the course,
and with nothing that a reader who allows HTML would take for it. What would reach beyond its place, such as a
fence that nobody closed, becomes plain text.
"""

import re
from collections.abc import Iterable
from typing import Any, assert_never

from markdown_it import MarkdownIt

from ..model.gap import BLANKS
from ..model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Entry,
    Number,
    Texts,
)
from ..model.walk import spots
from ..words import Words
from .hypertext import Writing, block
from .posed import Ledger, Note, Parcel, Posed, Sent, written
from .prose import as_markdown, without_marks
from .spot import letters

_CODE = re.compile(r"((?<!`)(`+)(?!`)[^`].*?(?<!`)\2(?!`))", re.S)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_INNER_LINK = re.compile(r"(?<![!\\])\[([^\[\]]*)\]\((?![a-z]+://|mailto:)[a-z]+:[^()\s]*\)")
_GAP = r"\_\_\_\_"
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_END = "end"


def markdown(parcel: Parcel, words: Words) -> Sent:
    """The title, and below it every question with what is right and why; of a form also its points."""
    ledger = Ledger()
    parts, case = [f"# {_line(parcel.title)}"], ""
    found = [*written(parcel.posed, lambda each, note: _question(each, note, words), ledger)]
    for number, (posed, question) in enumerate(found, 1):
        parts.append(f"## {number}. {_line(posed.id)}{_points(posed, words)}")
        material = posed.material
        if material and material.id != case:
            parts += [_line(material.title or words("Read this first")), _quoted(harmless(material.text))]
        case = material.id if material else ""
        parts += question
    text = "\n\n".join(part for part in parts if part) + "\n"
    return Sent(text.encode(), len(found), ledger)


def _points(posed: Posed, words: Words) -> str:
    said = words.plural("{count} point", "{count} points", posed.worth)
    return f" ({said})" if posed.is_laid else ""


def harmless(text: str) -> str:
    """An author's Markdown for a place in somebody's document."""
    linked = _INNER_LINK.sub(r"\1", text.strip())
    pieces = _CODE.split(linked)
    # A match gives three pieces: what is before it, all of it, its quotation marks.
    guarded = "".join(
        _TAG.sub("&lt;", piece) if at % 3 == 0 else piece if at % 3 == 1 else ""
        for at, piece in enumerate(pieces)
    )
    return guarded if _stays(guarded) else as_markdown(without_marks(text))


def _stays(text: str) -> bool:
    """Whether it ends where it ends, defines nothing for others, and has no HTML."""
    env: dict[str, Any] = {}
    tokens = _READER.parse(f"{text}\n\n{_END}", env)
    inner = [child for token in tokens for child in token.children or ()]
    has_html = any(token.type.startswith("html") for token in [*tokens, *inner])
    last = tokens[-2] if len(tokens) > 1 else tokens[-1]
    ends = last.type == "inline" and last.content == _END and tokens[-1].level == 0
    return ends and not has_html and not env.get("references")


def _question(posed: Posed, note: Note, words: Words) -> list[str]:
    """What is asked, what is right and why. Raises Left for a picture: a text takes none along."""
    texts = [*(spot.text for spot in spots(posed.item) if spot.mark.markdown), *_above(posed)]
    for text in texts:
        block(text, Writing(note))
    shown, answers = _faces(posed.asked, words)
    return [
        BLANKS.sub(lambda _: _GAP, harmless(posed.item.stem)),
        _listed(shown),
        f"**{words('Answer and reasons')}**",
        _listed(answers),
        harmless(posed.item.explanation or ""),
    ]


def _above(posed: Posed) -> list[str]:
    return [posed.material.text] if posed.material else []


_Row = tuple[str, str]
"""What marks an entry, and its text."""


def _faces(asked: Asked, words: Words) -> tuple[list[_Row], list[_Row]]:
    """What can be chosen, and what is right and why."""
    match asked:
        case AskedChoice(interaction, key):
            options = [(letters(at), each) for at, each in enumerate(interaction.options, 1)]
            signed = [(f"{'✓' if each.id in key else '✗'} {name}", _why(each)) for name, each in options]
            return [(name, each.text) for name, each in options], signed
        case AskedOrder(interaction, key):
            steps = {step.id: step for step in interaction.steps}
            right = [(str(at), _reasoned(steps[id])) for at, id in enumerate(key, 1)]
            return [("", step.text) for step in interaction.steps], right
        case AskedMatch():
            return _match(asked, words)
        case AskedGaps(interaction, accepted):
            filled = [
                (f"{at} {_line(_accepted(accepted[gap.id], gap.unit))}", gap.rationale or "")
                for at, gap in enumerate(interaction.gaps, 1)
            ]
            return [], filled
        case AskedWritten(_, criteria, sample):
            return [], [("", sample), *((f"{each.points}", each.text) for each in criteria)]
        case unknown:
            assert_never(unknown)


def _match(asked: AskedMatch, words: Words) -> tuple[list[_Row], list[_Row]]:
    targets = {each.id: (letters(at), each) for at, each in enumerate(asked.interaction.targets, 1)}
    things = [("", thing.text) for thing in asked.interaction.things]
    shown = [*things, *((name, each.text) for name, each in targets.values())]
    pairs = [(f"→ {targets[asked.key[thing.id]][0]}", _reasoned(thing)) for thing in asked.interaction.things]
    used = {*asked.key.values()}
    left = [
        (f"{name}: {words('nothing belongs to it')}", each.rationale or "")
        for name, each in targets.values()
        if each.id not in used
    ]
    return shown, [*pairs, *left]


def _accepted(expected: Texts | Number, unit: str) -> str:
    if isinstance(expected, Texts):
        return " / ".join(expected.accepted)
    within = f" ± {expected.tolerance}" if expected.tolerance != "0" else ""
    return f"{expected.value}{within} {unit}".strip()


def _why(entry: Entry) -> str:
    return entry.rationale or ""


def _reasoned(entry: Entry) -> str:
    return f"{entry.text}\n\n{entry.rationale or ''}".strip()


def _line(text: str) -> str:
    return as_markdown(" ".join(text.split()))


def _listed(rows: Iterable[_Row]) -> str:
    """A list of entries, each a block of its own where it has more than a line."""
    return "\n".join(_entry(f"**{mark}** " if mark else "", harmless(text)) for mark, text in rows)


def _entry(mark: str, text: str) -> str:
    lines = text.split("\n")
    if len(lines) == 1:
        return f"- {mark}{text}".rstrip()
    inner = "\n".join(f"  {line}".rstrip() for line in lines)
    return f"- {mark.rstrip()}\n\n{inner}" if mark else f"-{inner[1:]}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
