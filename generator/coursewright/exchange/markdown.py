"""Items as one Markdown document (CommonMark with tables), to be read, discussed and kept with other texts.

An author's Markdown stays what it is where it means the same in a document: without links into the course,
and with nothing that a reader who allows HTML would take for it. What would reach beyond its place, such as a
fence that nobody closed, becomes plain text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from markdown_it import MarkdownIt

from ..link.site import SiteItem
from ..model.gap import BLANKS
from ..model.items.interaction import (
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Entry,
    Number,
    Texts,
)
from ..words import Words
from .prose import as_markdown, without_marks
from .spot import letters

_CODE = re.compile(r"((?<!`)(`+)(?!`)[^`].*?(?<!`)\2(?!`))", re.S)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_INNER_LINK = re.compile(r"(?<![!\\])\[([^\[\]]*)\]\((?![a-z]+://|mailto:)[a-z]+:[^()\s]*\)")
_GAP = r"\_\_\_\_"
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_END = "end"


def markdown(title: str, items: Iterable[SiteItem], words: Words) -> str:
    parts = [f"# {_line(title)}"]
    case = None
    for number, item in enumerate(items, 1):
        parts.append(f"## {number}. {_line(item.id)}")
        if item.case and item.case is not case:
            parts += [
                _line(item.case.title or words("Read this first")),
                _quoted(harmless(item.case.stimulus)),
            ]
        case = item.case
        parts += _question(item, words)
    return "\n\n".join(part for part in parts if part) + "\n"


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


def _question(item: SiteItem, words: Words) -> Iterator[str]:
    yield BLANKS.sub(lambda _: _GAP, harmless(item.model.stem))
    shown, answers = _faces(item, words)
    yield _listed(shown)
    yield f"**{words('Answer and reasons')}**"
    yield _listed(answers)
    yield harmless(item.model.explanation)


_Row = tuple[str, str]
"""What marks an entry, and its text."""


def _faces(item: SiteItem, words: Words) -> tuple[list[_Row], list[_Row]]:
    """What can be chosen, and what is right and why."""
    asked = item.model.asked(words)
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
