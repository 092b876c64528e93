"""The rows of our template that show how: what they say, and how they are known again."""

from collections.abc import Iterator, Sequence
from functools import cache

from ..load.source_file import read_source
from ..model.items.bank import Bank
from ..starter import starter_files
from ..words import LANGUAGES, Words
from .carried import Row, rows
from .plain import plain_items

_ID = "example-"
_FOREIGN = ("objective", "nodes", "competencies")
"""What a row says of the course that it is of."""


def examples(words: Words, objectives: Sequence[str]) -> Iterator[Row]:
    """Rows of every type, with ids that say what they are and the objectives of a course by turns."""
    for at, row in enumerate(rows(plain_items(_bank(words)), words)):
        own = {"id": f"{_ID}{at + 1:02}"}
        if "case" in row:
            own["case"] = "example-case"
        if objectives:
            own["objective"] = objectives[at % len(objectives)]
        yield {**{name: text for name, text in row.items() if name not in _FOREIGN}, **own}


def is_example(id: str, stem: str, answer: str) -> bool:
    """Whether a row says what one of the template's says, in whatever sheet it stands."""
    return id.startswith(_ID) and (id.strip(), _flat(stem), _flat(answer)) in _known()


@cache
def _known() -> frozenset[tuple[str, str, str]]:
    all = [row for language in LANGUAGES for row in examples(Words(language), ())]
    return frozenset((row["id"], _flat(row["stem"]), _flat(row["answer"])) for row in all)


def _flat(text: str) -> str:
    """A text without what a spreadsheet does to its spaces and ends of lines."""
    return " ".join(text.split())


def _bank(words: Words) -> Bank:
    """An item of every type, those of the starter."""
    files = starter_files("zh-CN" if words.language == "zh_CN" else "en")
    source = read_source("", files["quizzes/bank/basics.yml"])
    return Bank.model_validate(source.data)
