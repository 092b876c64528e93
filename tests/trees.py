"""Tiny source trees: path → text, written below a folder.

`COURSE` is a small valid course with one of every kind of file and no warning.
A test lays its own files over it: a text replaces a file, `None` leaves it out,
bytes are written as they are.
"""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from coursewright.compiler import Checked, check_course, compile_course
from coursewright.diagnostics import Problem, as_text
from coursewright.errors import SourceProblems
from coursewright.link import Site
from coursewright.model.items.interaction import Choice, Entry
from coursewright.model.items.item import ItemSource
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
ROLE = "content/roles/gardener.yml"
TAXONOMY = "content/taxonomies/soils.yml"
TOOLKIT = "content/toolkits/spade.yml"
GUIDE = "content/guides/start.yml"
GLOSSARY = "content/glossary.yml"
CAST = "content/cast.yml"
FRAMEWORK = "content/competencies.yml"
FAMILIES = "content/roles/families.yml"
TOKENS = "site_overrides/tokens.yml"

COURSE: dict[str, str] = {
    "mkdocs.yml": """\
site_name: Gardening
docs_dir: content
theme:
  name: material
plugins:
  - coursewright
""",
    "content/course.yml": """\
id: gardening
title: Gardening
sentence: From a bare plot to a harvest.
language: en
date: "2026-01-31"
owner: The allotment
chapters: [soil]
""",
    CHAPTER: """\
title: Soil
summary: What plants stand in.
opening: Everything begins below.
objectives:
  - Tell soils apart
sections: [layers]
cases:
  - id: wet-plot
    title: The wet plot
    people: [ann]
    text: Ann digs and finds water.
    questions:
      - question: What now?
        answer: Drain it.
""",
    SECTION: """\
title: Layers
summary: Three layers, three uses.
topics: ["1.1"]
objectives:
  - id: name
    text: Name the layers
competencies: [digging]
body:
  - text: |
      ## Top to bottom

      Humus lies on loam, see [loam](node:soils/loam).
  - scene:
      title: A spade
      people: [ann]
      text: Ann digs.
  - note:
      kind: key
      text: Humus is dark.
  - tool:
      kind: checklist
      title: Before digging
      text: |
        - spade
        - boots
  - figure: soils
  - check: [soil-top]
""",
    BANK: """\
items:
  - id: soil-top
    type: single-choice
    objective: soil/layers/name
    level: recall
    nodes: [soils/humus]
    competencies: [digging]
    stem: What lies on top?
    options:
      - text: Humus
        key: true
        rationale: It is made of leaves.
      - text: Rock
        rationale: It lies below.
    explanation: Leaves fall on top.
  - id: soil-dark
    type: true-false
    objective: soil/layers/name
    level: recall
    stem: Humus is dark.
    answer: true
    if_true: It is.
    if_false: Look again.
    explanation: Carbon is dark.
  - id: soil-which
    type: multiple-choice
    objective: soil/layers/name
    level: apply
    stem: Which hold water?
    options:
      - text: Clay
        key: true
        rationale: Fine grains.
      - text: Humus
        key: true
        rationale: Like a sponge.
      - text: Gravel
        rationale: It drains.
    explanation: Fine pores hold water.
  - id: soil-secret
    type: true-false
    objective: soil/layers/name
    level: recall
    use: exam
    stem: Zanzibar gravel drains.
    answer: true
    if_true: Zanzibar yes.
    if_false: Zanzibar no.
    explanation: Zanzibar pores.
""",
    QUIZ: """\
title: Soil quiz
summary: All about soil.
chapter: soil
taxonomy: soils
cut: 70
items: [soil-top, soil-dark, soil-which]
""",
    CAST: """\
people:
  - id: ann
    name: Ann
    side: customer
    position: gardener
    summary: Ann has a plot.
    facts:
      - name: Plot
        value: 200 m²
""",
    GLOSSARY: """\
terms:
  - id: humus
    term: humus
    english: humus
    aliases: [leaf mould]
    definition: Dark matter of old leaves.
    section: soil/layers
  - id: loam
    term: loam
    english: loam
    definition: Sand, silt and clay.
    see: [humus]
""",
    FRAMEWORK: """\
title: What a gardener can do
introduction: Read the criteria.
levels:
  - {name: knows, description: Says it.}
  - {name: helped, description: Does it with help.}
  - {name: alone, description: Does it alone.}
  - {name: teaches, description: Teaches it.}
groups:
  - id: craft
    title: Craft
    summary: With the hands.
    competencies:
      - id: digging
        title: Digging
        definition: Turns the soil.
        criteria: [Names the spade, Digs when shown, Digs a bed, Shows others]
""",
    FAMILIES: """\
families:
  - id: garden
    title: Garden
    summary: Whoever works outside.
""",
    ROLE: """\
code: G-01
title: Gardener
aliases: [Digger]
family: garden
grade: specialist
employment: full-time
department: Garden
reports_to: head
second_line: The owner
headcount: "2"
location: The plot
conditions: Outdoors
purpose: Keeps the garden.
duties:
  - text: Digs the beds
    standard: Beds are dug
    weight: 100
    source: true
authority:
  - Buys seeds
internal:
  - {partner: Head, purpose: Plans}
external:
  - {partner: Shop, purpose: Seeds}
required:
  - {kind: skill, text: Digs}
preferred:
  - {kind: quality, text: Patient, proposed: true}
competencies:
  - {competency: digging, level: 3}
kpis:
  - {name: Beds, formula: Beds a day, weight: 100, period: month, data: The book}
redlines:
  - No poison
training:
  - {chapter: soil, when: First month, day: 30}
career: [head]
statement: This may change.
proposals: [kpis]
notes:
  - Ask about boots
document:
  version: "1.0"
  prepared: Owner
  reviewed: Ann
  approved: Ben
  effective: May
  review: yearly
  revisions:
    - {version: "1.0", date: "2026-01-31", change: First}
""",
    "content/roles/head.yml": """\
code: G-02
title: Head gardener
family: garden
grade: manager
department: Garden
purpose: Plans the garden.
duties:
  - {text: Plans, standard: A plan, weight: 100}
document: {version: "1.0", prepared: Owner, review: yearly}
""",
    TAXONOMY: """\
title: Soils
summary: Kinds of soil.
kind: classification
introduction: Feel it.
nodes:
  - id: humus
    title: Humus
    english: humus
    definition: Old leaves.
    signals: [It is dark]
    example: Under an oak.
    action: Keep it.
    section: soil/layers
    children:
      - id: mor
        title: Mor
        definition: Sour humus.
  - id: loam
    title: Loam
    definition: A mixture.
comparison:
  title: Side by side
  columns: [humus, loam]
  rows:
    - label: Colour
      cells: [dark, brown]
""",
    TOOLKIT: """\
title: Spade sheet
summary: Before digging.
kind: worksheet
code: T-1
sections: [soil/layers]
parts:
  - text: Fill it in.
  - checklist:
      title: Take along
      entries: [{id: spade, text: spade}]
  - fields:
      - {id: name, label: Name, hint: In full}
      - {id: remarks, label: Remarks, rows: 3}
  - id: beds
    sheet:
      title: Beds
      columns: [{id: bed, title: Bed}, {id: depth, title: Depth}]
      rows:
        - {id: a, cells: [A, ""]}
      blank: 1
  - steps:
      - {title: Dig, text: Turn it, who: Ann, result: A bed}
      - {title: Rake, text: Level it}
  - figure: soils
  - signatures: [Gardener]
""",
    GUIDE: """\
title: Begin
summary: Where to begin.
audience: learner
body: |
  ## First

  Read [the section](section:soil/layers).
""",
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
    """What can be chosen or put in order, in whatever shape it is asked."""
    asked = item.asked(ENGLISH).interaction
    return asked.options if isinstance(asked, Choice) else asked.steps


def problems_of(root: Path, files: Files | None = None) -> list[Problem]:
    """Every problem of the small course with `files` laid over it, warnings included."""
    return problems_at(write_course(root, files))


def problems_at(root: Path) -> list[Problem]:
    """Every problem of the course at `root`."""
    try:
        return compile_course(root)[0].warnings
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
