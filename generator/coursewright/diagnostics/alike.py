"""Problems that say the same: a slip made five hundred times is shown a few times and then counted."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..words import Words
from .problem import Problem

IN_A_FILE, IN_ALL = 3, 12
"""How often the same is shown of one file, and of all files together."""


@dataclass(frozen=True)
class More:
    """Further problems of a file that say what is shown already, in the order of their lines."""

    problems: tuple[Problem, ...]

    @property
    def lines(self) -> list[int]:
        return list(dict.fromkeys(problem.place.line for problem in self.problems))


def told(problems: list[Problem], words: Words) -> Iterator[Problem | More]:
    """Problems in their order, which is by file; after those of a file what of it is only counted."""
    times: Counter[tuple[str, str]] = Counter()
    for _, here in groupby(problems, lambda problem: problem.place.file):
        yield from _of_a_file(here, words, times)


def _of_a_file(
    problems: Iterator[Problem], words: Words, times: Counter[tuple[str, str]]
) -> Iterator[Problem | More]:
    here: Counter[tuple[str, str]] = Counter()
    more: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        said = problem.code, problem.message(words)
        if here[said] < IN_A_FILE and times[said] < IN_ALL:
            here[said] += 1
            times[said] += 1
            yield problem
        else:
            more[said].append(problem)
    yield from (More(tuple(alike)) for alike in more.values())
