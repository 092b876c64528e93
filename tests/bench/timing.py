"""Whole processes timed side by side: A B A B, so that a busy machine slows both."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Run:
    """What one process took: seconds on the clock, seconds of processor, megabytes at its peak."""

    wall: float
    cpu: float
    peak: float


@dataclass
class Contestant:
    """A command, what makes it ready before each run (not timed), and its runs so far."""

    name: str
    command: Sequence[str]
    ready: Callable[[], object] = lambda: None
    runs: list[Run] = field(default_factory=list)

    @property
    def wall(self) -> float:
        return median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        return median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        return median(run.peak for run in self.runs)


def race(contestants: Sequence[Contestant], rounds: int) -> None:
    """Run all of them in turn, `rounds` times."""
    for number in range(rounds):
        for contestant in contestants:
            print(f"  round {number + 1}/{rounds}: {contestant.name}", file=sys.stderr, flush=True)
            contestant.ready()
            contestant.runs.append(timed(contestant.command))


def ratios(ours: Contestant, baseline: Contestant) -> tuple[float, float]:
    """Medians of the pairwise ratios, by clock and by processor."""
    pairs = list(zip(ours.runs, baseline.runs, strict=True))
    return median(a.wall / b.wall for a, b in pairs), median(a.cpu / b.cpu for a, b in pairs)


def timed(command: Sequence[str]) -> Run:
    """Run a process to its end. Raises RuntimeError with what it said when it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode()[-3000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def our_build(course: Path) -> list[str]:
    return [sys.executable, "-m", "coursewright", "build", "--course", str(course)]


def bare_build(project: Path, python: Path | str = sys.executable) -> list[str]:
    return [str(python), "-m", "mkdocs", "build", "--quiet", "--config-file", str(project / "mkdocs.yml")]
