"""Tiny source trees: path → text, written below a folder.

`COURSE` is the small course in `cases/garden/`, with one of every kind of file and no warning.
A test lays its own files over it: a text replaces a file, `None` leaves it out,
bytes are written as they are.
"""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from coursewright.audit import audited
from coursewright.compiler import Checked, check_course, compile_course
from coursewright.diagnostics import Problem, as_text, in_order
from coursewright.errors import SourceProblems
from coursewright.link import Site
from coursewright.model.items.interaction import Choice, Entry, Match, Order
from coursewright.model.items.item import ItemSource
from coursewright.model.walk import spots
from coursewright.render import OutputTree
from coursewright.words import Words

ROOT = Path(__file__).parents[1]
"""The repository."""

Files = Mapping[str, str | bytes | None]

ENGLISH = Words("en")
CHINESE = Words("zh_CN")

SECTION = "content/chapters/soil/layers.yml"
CHAPTER = "content/chapters/soil/chapter.yml"
BANK = "quizzes/bank/soil.yml"
QUIZ = "quizzes/practice/soil.yml"
EXAM = "quizzes/exams/spade.yml"
NOTICE = "quizzes/notices/spring.yml"
ROLE = "content/roles/gardener.yml"
TAXONOMY = "content/taxonomies/soils.yml"
TOOLKIT = "content/toolkits/spade.yml"
GUIDE = "content/guides/start.yml"
GLOSSARY = "content/glossary.yml"
COVERED = "content/topics.yml"
CAST = "content/cast.yml"
FRAMEWORK = "content/competencies.yml"
FAMILIES = "content/roles/families.yml"
ISSUER = "content/issuer.yml"
TOKENS = "site_overrides/tokens.yml"

_GARDEN = Path(__file__).parent / "cases" / "garden"
COURSE = {
    file.relative_to(_GARDEN).as_posix(): file.read_bytes().decode()
    for file in sorted(_GARDEN.rglob("*.yml"))
    if ".coursewright" not in file.parts
}


def write_tree(root: Path, files: Files) -> Path:
    """Write `files` below `root`; a triple-quoted text may be indented with the test."""
    for path, content in files.items():
        if content is None:
            (root / path).unlink(missing_ok=True)
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
    return root


def write_course(root: Path, files: Files | None = None) -> Path:
    """The small course below `root`, with `files` laid over it."""
    return write_tree(root, {**COURSE, **(files or {})})


def changed(path: str, old: str, new: str, *, count: int = 1) -> dict[str, str]:
    """One file of the small course with `old` replaced by `new` in it."""
    assert old in COURSE[path], f"{old!r} is not in {path}"
    return {path: COURSE[path].replace(old, new, count)}


def guide(text: str) -> dict[str, str]:
    """A guide whose body is `text`, from its fifth line on, two columns in."""
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    return {GUIDE: f"title: A\nsummary: B\naudience: hr\nbody: |\n{lines}"}


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder: its path, its bytes."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def site_of(root: Path, files: Files | None = None) -> Site:
    return checked(root, files).site


def checked(root: Path, files: Files | None = None) -> Checked:
    return check_course(write_course(root, files))


def compiled(root: Path, files: Files | None = None) -> OutputTree:
    return compile_course(write_course(root, files))[1]


def entries_of(item: ItemSource) -> tuple[Entry, ...]:
    """What can be chosen, put in order or put somewhere, in whatever shape it is asked."""
    match item.asked(ENGLISH).interaction:
        case Choice(options):
            return options
        case Order(steps):
            return steps
        case Match(things):
            return things
        case _:
            return ()


def words_of(item: ItemSource) -> list[str]:
    """Every text of an item that says what is right, or why."""
    texts = [spot.text for spot in spots(item) if spot.mark.prose]
    return [text for text in texts if text != item.stem]


def problems_of(root: Path, files: Files | None = None) -> list[Problem]:
    """Every problem that `check` tells of the small course with `files` laid over it."""
    return problems_at(write_course(root, files))


def problems_at(root: Path) -> list[Problem]:
    """Every problem of the course at `root`."""
    try:
        checked = compile_course(root)[0]
        return in_order([*checked.warnings, *audited(checked.sources).problems])
    except SourceProblems as error:
        return error.problems


def brief(problems: list[Problem]) -> list[str]:
    """Each problem as `CW0101 file:line:column`."""
    return [
        f"{problem.code} {problem.place.file}:{problem.place.line}:{problem.place.column}"
        for problem in problems
    ]


def report(root: Path, files: Files | None = None) -> str:
    """The whole English report, as the terminal shows it."""
    return as_text(problems_of(root, files), ENGLISH)


ORDERING = f"""\
{COURSE[BANK]}\
  - id: soil-order
    type: ordering
    objective: soil/layers/name
    level: apply
    stem: Which comes first?
    steps:
      - id: mark
        text: Mark the bed
        rationale: You must know where to dig.
      - id: dig
        text: Dig it
        rationale: Roots need loose soil.
      - id: rake
        text: Rake it
        rationale: Seeds need a level bed.
      - id: sow
        text: Sow
        rationale: The bed is ready.
    explanation: Coarse work comes before fine work.
"""
"""The bank with an item whose steps are put in order."""

EVERY_TYPE = f"""\
{ORDERING}\
  - id: soil-words
    type: fill-in
    objective: soil/layers/name
    level: recall
    stem: The top layer is called ___, and below it lies ___.
    blanks:
      - accept: [humus, topsoil]
        rationale: Leaves rot there.
      - accept: [clay]
        rationale: It holds the water.
    hints: [Think of leaves.]
    explanation: Layers lie on one another.
  - id: soil-depth
    type: numeric
    objective: soil/layers/name
    level: apply
    stem: Two spits of 25 cm are dug. How deep is the trench?
    answer:
      value: 50
      tolerance: 1
      unit: cm
      mistakes:
        - value: 25
          rationale: That is one spit.
    rationale: Two times 25 cm.
    explanation: A spit is as deep as the blade of a spade.
  - id: soil-pairs
    type: matching
    objective: soil/layers/name
    level: understand
    stem: What is each of them for?
    pairs:
      - text: Spade
        match: Digging
        rationale: Its blade is flat and sharp.
      - text: Rake
        match: Levelling
        rationale: Its teeth stand in a row.
    others:
      - text: Watering
        rationale: Neither of them holds water.
    explanation: A tool has the form of its work.
  - id: soil-kinds
    type: categorise
    objective: soil/layers/name
    level: apply
    stem: Which of these live, and which do not?
    categories:
      - text: Living
        examples:
          - text: Worm
            rationale: It eats and moves.
      - text: Lifeless
        examples:
          - text: Pebble
            rationale: It is a piece of rock.
          - text: Sand
            rationale: It is rock in grains.
    explanation: Soil is made of both.
  - id: soil-letter
    type: short-answer
    objective: soil/layers/name
    level: apply
    stem: Tell a neighbour why the bed was dug.
    rubric:
      - text: Names the roots.
        points: 2
      - text: Names the water.
    sample: Loose soil lets roots and water down.
    explanation: Digging loosens soil.
  - id: soil-bed
    type: case
    title: A wet bed
    stimulus: |
      Water stands on Ann's bed:

      | day | depth |
      | --- | --- |
      | Monday | 3 cm |
    items:
      - id: soil-bed-cause
        type: true-false
        objective: soil/layers/name
        level: analyse
        stem: Clay may lie below.
        answer: true
        if_true: Clay lets no water through.
        if_false: Something keeps the water up.
        explanation: Water goes down until something stops it.
      - id: soil-bed-cure
        type: single-choice
        objective: soil/layers/name
        level: apply
        stem: What helps?
        options:
          - text: To dig in sand
            key: true
            rationale: Water finds a way between the grains.
          - text: To press the soil down
            rationale: That closes the last gaps.
          - text: Nothing
            rationale: Beds can be drained.
            last: true
        explanation: Open soil drains.
"""
"""The bank with an item of every type that it lacks."""

ITEMS = (
    "soil-top, soil-dark, soil-which, soil-order, soil-words, soil-depth, soil-pairs, soil-kinds, "
    "soil-letter, soil-bed"
)
"""All of its items that are for practice, as a quiz lists them."""


def with_quiz_of(items: str, bank: str) -> dict[str, str]:
    """A bank, and the quiz that asks these items of it."""
    return {BANK: bank, QUIZ: COURSE[QUIZ].replace("soil-top, soil-dark, soil-which", items)}
