"""Bytes: of a question's markup, and of the code that a page with questions loads.

`python tests/bench/sizes.py site` says how much code the quizzes of a built site load.
"""

import gzip
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_OURS = re.compile(r'<fieldset class="cw-q".*?</fieldset>', re.S)
_THEIRS = re.compile(r'(?:<!-- mkdocs-quiz-source.*?-->\n)?<div class="quiz".*?</section>\s*</div>', re.S)
_INLINED = re.compile(r'<style type="text/css">.*?</style>|<script type="text/javascript".*?</script>', re.S)
_IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*["'](\.[\w./-]+)["']""")
_ENTRY = "assets/coursewright/*/quiz/quiz.mjs"


def our_question(site: Path) -> tuple[float, float]:
    """Average bytes of a question in a built site of ours: whole, and without its text."""
    return _averages(_found(site.glob("quizzes/page-*/index.html"), _OURS))


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


def our_code(site: Path) -> tuple[int, int]:
    """Gzipped bytes of the quiz module with all it imports, each file as a server sends it; and how many."""
    wanted, found = [file.resolve() for file in site.glob(_ENTRY)], dict[Path, bytes]()
    while wanted:
        file = wanted.pop()
        if file not in found:
            found[file] = file.read_bytes()
            wanted += [(file.parent / address).resolve() for address in _IMPORT.findall(found[file].decode())]
    return sum(len(_gzipped(code)) for code in found.values()), len(found)


def their_code(site: Path) -> int:
    """Gzipped bytes of the styles and scripts that mkdocs-quiz writes into one page."""
    page = (site / "page-1" / "index.html").read_text("utf-8")
    return len(_gzipped("".join(_INLINED.findall(page)).encode()))


def _gzipped(raw: bytes) -> bytes:
    return gzip.compress(raw, 9, mtime=0)


if __name__ == "__main__":
    print("{} bytes in {} files".format(*our_code(Path(sys.argv[1]))))
