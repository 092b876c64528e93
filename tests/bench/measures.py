"""What is measured, one function a question; each returns rows of the table."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from analysis import analyses_of_large_exams
from browsing import add_long_quiz, bytes_by_type, join_long_quiz, long_page_times
from courses import ITEMS, PAGES, item_course, many_items, pages_of, sized_course
from forms import forms_of_pools
from graded import graded_responses
from plain import bare_site
from reference import Reference
from rival import rival_python, rival_site
from rows import Row, compared, sized, timed_at_most
from scanning import scanned_sheets
from sizes import our_code, our_question, their_code, their_question
from timing import Contestant, bare_build, our_build, race, timed

from coursewright.compiler import TEMPLATES, WORK


@dataclass(frozen=True)
class Bench:
    """Where it works, how often it measures, and the course it takes as its pattern."""

    root: Path
    scratch: Path
    rounds: int
    full: bool
    reference: Reference

    def course(self, times: int) -> Path:
        return sized_course(self.reference, times, self.scratch / f"course-{times}")


def reference_course(bench: Bench) -> list[Row]:
    """The whole site against bare MkDocs, and a rebuild after one stem changed against a cold build."""
    ours, bare = _pair(bench, 1)
    bank = next((bench.scratch / "course-1" / "quizzes/bank").glob("*.yml"))
    edits = iter(range(1_000_000))

    def edited() -> None:
        before, stem, after = bank.read_text("utf-8").partition("stem: ")
        bank.write_text(f"{before}{stem}改{next(edits)}{after}", encoding="utf-8")

    again = Contestant("rebuild after one edit", ours.command, edited)
    race([ours, again, bare], bench.rounds)
    return [
        compared("whole site, against bare MkDocs", ours, bare, 2),
        compared("rebuild after one item is edited, against cold", again, ours, 0.2),
    ]


def larger_courses(bench: Bench) -> list[Row]:
    """How time grows with the course, and against bare MkDocs: it takes its time."""
    if not bench.full:
        return []
    pairs = {times: _pair(bench, times) for times in (1, 10)}
    race([contestant for pair in pairs.values() for contestant in pair], bench.rounds)
    pairs[100] = _pair(bench, 100)
    race(pairs[100], 1)
    rows = [
        compared(f"whole site, {times}×, against bare MkDocs", *pairs[times], None) for times in (10, 100)
    ]
    for small, large in pairwise(pairs):
        ours, few = pairs[large][0], pairs[small][0]
        few = Contestant(few.name, few.command, runs=few.runs[-len(ours.runs) :])
        rows.append(compared(f"ten times the content, {large}× against {small}×", ours, few, 11))
    return rows


def _pair(bench: Bench, times: int) -> tuple[Contestant, Contestant]:
    """Our build of a course, and bare MkDocs on the pages it stages; one build first so both are warm."""
    course = bench.course(times)
    timed(our_build(course))
    bare = bare_site(course / ".coursewright" / "stage", bench.scratch / f"bare-{times}")
    return Contestant(f"coursewright {times}×", our_build(course), _cold(course)), Contestant(
        f"bare MkDocs {times}×", bare_build(bare)
    )


def _cold(course: Path) -> Callable[[], None]:
    """Removes what earlier builds left, but what was compiled: bare MkDocs keeps jieba's dictionary too."""

    def remove() -> None:
        work = course / WORK
        for left in (course / "site", *(work.iterdir() if work.is_dir() else ())):
            if left.name != TEMPLATES:
                shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)

    return remove


def many_questions(bench: Bench) -> list[Row]:
    """4,000 items on 80 pages against mkdocs-quiz: time, bytes a question, browser code."""
    items = many_items(bench.reference)
    course = item_course(items, bench.scratch / "items")
    project = rival_site(pages_of(items), bench.scratch / "items-rival")
    ours = Contestant("coursewright, 4,000 items", our_build(course), _cold(course))
    theirs = Contestant(
        "mkdocs-quiz, 4,000 items", bare_build(project, rival_python(bench.scratch / "rival-venv"))
    )
    race([ours, theirs], bench.rounds if bench.full else 1)
    (whole, markup), (their_whole, their_markup) = (
        our_question(course / "site"),
        their_question(project / "site"),
    )
    rows = [
        compared(f"{ITEMS:,} items on {PAGES} pages against mkdocs-quiz", ours, theirs, 0.5),
        sized("HTML a question, with its text", whole, their_whole, None),
        sized("HTML a question, its text left out", markup, their_markup, 1024),
    ]
    code = our_code(course / "site")
    return [
        *rows,
        sized(
            "browser code of a quiz and the scheduler, gzipped",
            code.quiz,
            their_code(project / "site"),
            16384,
        ),
        sized("  what its page has besides, as pages without questions do", code.beside, None, None),
        sized("  what a quiz loads after the first answer or when asked", code.later, None, None),
    ]


def long_page(bench: Bench) -> list[Row]:
    """200 questions on one page, the processor four times slower; and the bytes of a question by type."""
    course = bench.course(1)
    add_long_quiz(bench.reference, course)
    timed(our_build(course))
    join_long_quiz(course / "site")
    run = long_page_times(course / "site")
    return [
        timed_at_most(
            "our script until 200 questions can be answered, CPU ÷ 4, against the theme's",
            run.script,
            50,
            run.theirs,
        ),
        timed_at_most(
            "  feedback on an answer there, painted, against a line that is added",
            run.feedback,
            100,
            run.line,
        ),
        *(
            sized(f"HTML of a question, its text left out: {type}", size, None, 1024)
            for type, size in bytes_by_type(bench.reference, course / "site").items()
        ),
    ]


_COMPILE = """
import gc, json, sys, time
from pathlib import Path
from coursewright.commands.main import FEW_COLLECTIONS
from coursewright.compiler import compile_course
gc.set_threshold(FEW_COLLECTIONS)
times = []
for _ in range(2):
    start = time.perf_counter()
    _, tree = compile_course(Path(sys.argv[1]))
    times.append(time.perf_counter() - start)
print(json.dumps([*times, sum(path.endswith(".md") for path in tree)]))
"""


def compiler(bench: Bench) -> list[Row]:
    """compile_course on the reference course, after imports: a process's first call and its second."""
    command = [sys.executable, "-c", _COMPILE, str(bench.root)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(bench.rounds)
    ]
    first, second, pages = (median(run[at] for run in runs) for at in range(3))
    return [
        Row(
            f"compiler alone, reference course, {pages} pages",
            f"{first:.2f} s, again {second:.2f} s",
            "",
            "",
            "",
            "≤ 0.5 s",
            first <= 0.5,
        )
    ]


_EXPORT = """
import json, sys, time
from pathlib import Path
from coursewright.compiler import check_course
from coursewright.roles.export import Order, export_roles
site = check_course(Path(sys.argv[1])).site
export_roles(site, Order(("docx", "pdf"), roles=(next(iter(site.roles)),)))
start = time.perf_counter()
files = export_roles(site, Order(("docx", "pdf")))
took = time.perf_counter() - start
print(json.dumps([took, {name: len(raw) for name, raw in files.items()}]))
"""


def documents(bench: Bench) -> list[Row]:
    """Every document of every role as Word and PDF, the presses warm: how many a second, how large each."""
    command = [sys.executable, "-c", _EXPORT, str(bench.root)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(bench.rounds if bench.full else 1)
    ]
    sizes: dict[str, int] = runs[0][1]
    took = median(run[0] for run in runs)
    speed = Row(
        f"documents of all roles, {len(sizes)} files",
        f"{len(sizes) / took:.0f} a second",
        "",
        "",
        "",
        "",
        None,
    )
    return [speed, *(sized(f"  {name}", size, None, None) for name, size in sizes.items())]


_PAPERS = """
import json, sys, time
from pathlib import Path
from coursewright.compiler import check_course
from coursewright.exams.paper import pdf
from coursewright.exams.paper.papers import Order, Papers
from coursewright.exams.session import Commission, made
from coursewright.exams.store import Kept
from coursewright.exams.journal import added
from coursewright.model.blueprint import Blueprint
from coursewright.words import Words
checked = check_course(Path(sys.argv[1]))
site, reserved = checked.site, list(checked.vault.items.values())
blueprint = Blueprint.model_validate({
    "title": "试卷", "summary": "排版计时", "minutes": 120, "cut": 60, "reason": "计时", "items": 60,
    "demands": [{"type": "case", "min": 8, "max": 14}, {"type": "short-answer", "max": 3}],
    "forms": {"count": 4, "overlap": 60},
})
words = Words(site.course.language)
session = made(site, blueprint, reserved, Commission("bench", "bench", "1", (), "0", "HiGHS"), words)
first = added([], at="2026-01-01T00:00:00+00:00", by="bench", did="made", version="0", about={})
class Loose(Kept):
    # In no folder, so that there is nothing to compare it with.
    def refuse_damaged(self):
        pass

papers = Papers(Loose(Path(), session, b"", first), words)
times = []

def timed(make):
    def run(*given, **named):
        start = time.perf_counter()
        content = make(*given, **named)
        times.append(time.perf_counter() - start)
        return content
    return run

pdf.pdf = timed(pdf.pdf)
start = time.perf_counter()
files = papers.files(Order(large=True, docx=True))
took = time.perf_counter() - start
print(json.dumps([sorted(times[2::2])[1], took, len(files)]))
"""


def papers(bench: Bench) -> list[Row]:
    """A 60-item paper to PDF, the press warm, and all files of four forms."""
    command = [sys.executable, "-c", _PAPERS, str(bench.root)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(bench.rounds)
    ]
    one, whole, count = (median(run[at] for run in runs) for at in range(3))
    return [
        Row("a paper of 60 items to PDF", f"{one:.2f} s", "", "", "", "≤ 0.15 s", one <= 0.15),
        Row(f"  all {count:.0f} files of four forms", f"{whole:.1f} s", "", "", "", "", None),
    ]


MEASURES: dict[str, Callable[[Bench], list[Row]]] = {
    "compiler": compiler,
    "documents": documents,
    "papers": papers,
    "course": reference_course,
    "items": many_questions,
    "page": long_page,
    "forms": lambda _: forms_of_pools(),
    "grading": lambda _: graded_responses(),
    "analysis": lambda bench: analyses_of_large_exams(bench.scratch),
    "larger": larger_courses,
    "scan": lambda bench: scanned_sheets(bench.scratch / "scan"),
}
