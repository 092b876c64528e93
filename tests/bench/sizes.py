"""Bytes: of a question's markup, and of the code that a page with questions loads.

`python tests/bench/sizes.py site` says how much code the quizzes of a built site load.
"""

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

_OURS = re.compile(r'<fieldset class="cw-q".*?</fieldset>', re.S)
_THEIRS = re.compile(r'(?:<!-- mkdocs-quiz-source.*?-->\n)?<div class="quiz".*?</section>\s*</div>', re.S)
_INLINED = re.compile(r'<style type="text/css">.*?</style>|<script type="text/javascript".*?</script>', re.S)
_IMPORT = re.compile(r"""\bfrom\s*["'](\.[\w./-]+)["']""")
_LOADED = re.compile(r"""\bimport\(["'](\.[\w./-]+)["']""")
_PRELOADED = re.compile(r"""<link rel="modulepreload" href="([^"]+)">""")
_QUIZ = "assets/coursewright/*/quiz/quiz.mjs"


def our_question(site: Path) -> tuple[float, float]:
    """Average bytes of a question in a built site of ours: whole, and without its text."""
    return _averages(_found(site.glob("quizzes/page-*/index.html"), _OURS))


def question_at(html: str, id: str) -> str | None:
    """The field of an item in a page."""
    found = re.search(rf'<fieldset class="cw-q" id="q-{re.escape(id)}".*?</fieldset>', html, re.S)
    return found[0] if found else None


def markup_bytes(question: str) -> int:
    """Bytes without those of its text."""
    return len(question.encode()) - _text_bytes(question)


def their_question(site: Path) -> tuple[float, float]:
    return _averages(_found(site.glob("page-*/index.html"), _THEIRS))


def _found(pages: Iterator[Path], pattern: re.Pattern[str]) -> list[str]:
    return [question for page in pages for question in pattern.findall(page.read_text("utf-8"))]


def _averages(questions: list[str]) -> tuple[float, float]:
    whole = sum(len(question.encode()) for question in questions)
    text = sum(_text_bytes(question) for question in questions)
    return whole / len(questions), (whole - text) / len(questions)


class _Text(HTMLParser):
    size = 0

    def handle_data(self, data: str) -> None:
        self.size += len(data.strip().encode())


def _text_bytes(html: str) -> int:
    parser = _Text()
    parser.feed(html)
    parser.close()
    return parser.size


class Code(NamedTuple):
    """Gzipped bytes of the modules of ours that a page with questions has, each file as a server sends it."""

    quiz: int
    """The quiz with all that it imports: every type, its record and the scheduler."""
    beside: int
    """What the page begins with besides, as pages without questions do: the search box, the last result."""
    later: int
    """What the quiz loads after the first answer, or when somebody asks for it."""


def our_code(site: Path) -> Code:
    (quiz,) = site.glob(_QUIZ)
    at_once = _imported([quiz])
    later = _imported(_named(quiz, _LOADED)) - at_once
    return Code(_sent(at_once), _sent(_preloaded(site) - at_once), _sent(later))


def _preloaded(site: Path) -> set[Path]:
    """What a page with questions says that it needs."""
    pages = sorted(site.glob("quizzes/*/index.html"))
    page = next(page for page in pages if "<cw-quiz" in page.read_text("utf-8"))
    return {(page.parent / address).resolve() for address in _PRELOADED.findall(page.read_text("utf-8"))}


def _imported(wanted: Iterable[Path]) -> set[Path]:
    left, found = [file.resolve() for file in wanted], set[Path]()
    while left:
        if (file := left.pop()) not in found:
            found.add(file)
            left += _named(file, _IMPORT)
    return found


def _named(file: Path, pattern: re.Pattern[str]) -> list[Path]:
    return [(file.parent / address).resolve() for address in pattern.findall(file.read_text("utf-8"))]


def _sent(files: Iterable[Path]) -> int:
    return sum(len(_gzipped(file.read_bytes())) for file in files)


def their_code(site: Path) -> int:
    """Gzipped bytes of the styles and scripts that mkdocs-quiz writes into one page."""
    page = (site / "page-1" / "index.html").read_text("utf-8")
    return len(_gzipped("".join(_INLINED.findall(page)).encode()))


def _gzipped(raw: bytes) -> bytes:
    return gzip.compress(raw, 9, mtime=0)


if __name__ == "__main__":
    print("{} bytes, {} of what its page has besides, and {} later".format(*our_code(Path(sys.argv[1]))))
