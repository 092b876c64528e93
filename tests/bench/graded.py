"""Results of large exams: how long it takes to grade and to write them, and how much memory."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from rows import Row

from coursewright.exams.form import Question

sys.path.extend(str(Path(__file__).parents[1] / name) for name in ("", "exams"))  # the sessions of the tests

SIZES = ((100_000, 60, 10.0, None), (420_000, 100, None, 8192.0))
"""Candidates, items, seconds at most, and MiB at most."""
ANSWERS = 12
"""Different responses to an item, right and wrong ones."""


def graded_responses() -> list[Row]:
    """Each in a process of its own, whose peak is its own."""
    return [_measured(*size) for size in SIZES]


def _measured(candidates: int, items: int, seconds: float | None, most: float | None) -> Row:
    command = [sys.executable, __file__, str(candidates), str(items)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
    took, peak = json.loads(said)
    held = (seconds is None or took <= seconds) and (most is None or peak <= most)
    target = f"≤ {seconds:g} s" if seconds else f"≤ {most:g} MB"
    what = f"{candidates:,} × {items} responses gathered, graded and written"
    return Row(what, f"{took:.1f} s, {peak:,.0f} MB", "", "", "", target, held)


def _response(chance: Random, question: Question) -> object:
    """Of the question's shape, by chance."""
    if question.targets:
        return {thing: chance.choice(question.targets) for thing in question.entries}
    if question.entries:
        return chance.sample(question.entries, chance.randint(1, len(question.entries)))
    return {"answer": str(chance.randint(45, 55))}


def main(candidates: int, items: int) -> None:
    """Prints seconds and the peak in MiB."""
    from sessions import session

    from coursewright.exams.form import Form
    from coursewright.exams.grading.gathering import Gatherer, Roster
    from coursewright.exams.grading.results import write
    from coursewright.exams.grading.scorer import Scorer
    from coursewright.exams.grading.tables import Filling, Tables
    from coursewright.exams.sitting import Gathered, Origin, Sitting
    from coursewright.model.candidate import Candidate
    from coursewright.words import Words

    with tempfile.TemporaryDirectory() as name:
        small = session(Path(name))
        patterns = [item for item in small.items.values() if item.model.type != "short-answer"]
        own = {
            f"item-{at}": replace(pattern, model=pattern.model.model_copy(update={"id": f"item-{at}"}))
            for at in range(items)
            for pattern in [patterns[at % len(patterns)]]
        }
        old = {id: frozen.model.id for id, frozen in zip(own, patterns * items, strict=False)}
        shown = {question.item: question for question in small.forms[0].questions}
        questions = [replace(shown[old[id]], item=id) for id in own]
        forms = (Form("A", tuple(questions)), Form("B", tuple(reversed(questions))))
        large = replace(small, items=own, forms=forms)
        asked = large.asked(Words("en"))
        chance = Random(1)
        responses = {
            id: [_response(chance, question) for _ in range(ANSWERS)]
            for id, question in zip(own, questions, strict=True)
        }
        roster = Roster(
            {f"{at:07}": Candidate(f"Name {at}", f"{at:07}", f"Unit {at % 50}") for at in range(candidates)},
            {},
        )

        def sat() -> Iterator[Sitting]:
            draw = chance.random
            for at in range(candidates):
                answers = {id: given[int(draw() * ANSWERS)] for id, given in responses.items()}
                yield Sitting(
                    f"{at:07}", "AB"[at % 2], answers, Origin("table", "answers.csv", str(at + 2), "0" * 64)
                )

        sittings = [*sat()]
        start = time.perf_counter()
        found = Gatherer(large, asked, roster).gathering([Gathered(sittings, [])], [])
        with Tables(Path(name)) as tables:
            Filling(tables, large, roster.people).fill(found.counted)
            write(tables, large, Scorer(asked, {}), Path(name))
        took = time.perf_counter() - start
    print(json.dumps([took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
