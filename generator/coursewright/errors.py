"""What a command may end with: one hierarchy, caught in one place (`commands/main.py`).

Exit codes: 0 fine, 1 problems in what was handed in, 2 wrong usage, 70 a bug of ours.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from .diagnostics import Problem, in_order
from .words import Words
from .words import marked as _

PROBLEMS, USAGE, BUG = 1, 2, 70


class CoursewrightError(Exception):
    """`message` is a source string of the catalogs; `{detail}` in it is what the exception was made with."""

    exit_code: ClassVar[int] = PROBLEMS
    message: ClassVar[str] = "{detail}"

    def said(self, words: Words) -> str:
        """What to tell the person at the terminal."""
        return words(self.message).format(detail=self)


class SourceProblems(CoursewrightError):
    """The sources cannot be built; carries every problem, warnings included, and the course's language.

    What is wrong with the file `first` is told before the rest.
    """

    def __init__(self, problems: Iterable[Problem], language: str | None = None, first: str = "") -> None:
        self.problems = sorted(in_order(problems), key=lambda problem: problem.place.file != first)
        self.language = language
        super().__init__(f"{len(self.problems)} problems in the sources")


class SiteFailed(CoursewrightError):
    """The site builder could not build the staged tree; the site is as it was."""

    message = _("{builder} stopped: {detail}")

    def __init__(self, builder: str, detail: str) -> None:
        super().__init__(detail)
        self.builder = builder

    def said(self, words: Words) -> str:
        return words(self.message).format(builder=self.builder, detail=self)


class SiteIncomplete(CoursewrightError):
    """The site builder made a site without some of the staged pages and files; the old site is as it was."""

    message = _(
        "{builder} left out {count} of the site's pages and files, such as {detail}: "
        "a plugin or a setting in mkdocs.yml makes it do so"
    )

    def __init__(self, builder: str, missing: Sequence[str]) -> None:
        super().__init__(missing[0])
        self.builder = builder
        self.count = len(missing)

    def said(self, words: Words) -> str:
        return words(self.message).format(builder=self.builder, count=self.count, detail=self)


class NoOrdinaryFile(CoursewrightError):
    """What was named on the command line is a pipe, a device, or larger than anything that is read."""

    message = _("{detail} is no file that can be read: it is a pipe or a device, or much too large")


class BuilderMissing(CoursewrightError):
    """The site builder that was asked for is not installed."""

    message = _('Zensical is not installed. Install it with: pip install "coursewright[zensical]"')


class ForeignFolder(CoursewrightError):
    """The folder holds files that were not written by us; nothing in it was touched."""

    exit_code = USAGE
    message = _("{detail} holds files that coursewright did not write; choose an empty folder")


class ForeignFiles(CoursewrightError):
    """A site of ours in which somebody put files of their own; nothing in it was touched."""

    exit_code = USAGE
    message = _(
        "{folder} holds what coursewright did not make, and a build replaces the whole folder. "
        "Move it elsewhere: {detail}"
    )

    def __init__(self, folder: str, files: Sequence[str]) -> None:
        super().__init__(", ".join((*files[:3], *("…" for _ in files[3:4]))))
        self.folder = folder

    def said(self, words: Words) -> str:
        return words(self.message).format(folder=self.folder, detail=self)


class FolderTaken(CoursewrightError):
    """The folder exists and is not empty; nothing in it was touched."""

    exit_code = USAGE
    message = _("{detail} exists and is not empty")
