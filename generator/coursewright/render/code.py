"""The code of a site as it is sent: browser modules with their words, styles, tokens."""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from ..link.site import Site
from ..press.press import Memory
from ..styles.tokens import tokens_css
from ..words import Words
from .chunks import chunks
from .joined import joined
from .module import read_module
from .spoken import Said, by_letters
from .stripped import stripped_style

DOCS = "docs/"
ASSETS = f"{DOCS}assets/coursewright"
WORDS = "words.json"
MAIN = "main.mjs"
ALONE = ("quiz/keylist/keylist.mjs", "search/dialog.mjs")
"""Had again at the next press when it did not come."""
_TOTALS = ("questions", "response", "scoring", "whole")
"""What counts results that were scored before."""
TOGETHER = (
    ("page/", "record/", "review/fsrs.mjs", *(f"scoring/{each}.mjs" for each in _TOTALS)),
    ("quiz/", "scoring/", "quiz/quiz.mjs"),
    ("learn/passed.mjs", "learn/recordview.mjs", "learn/words.mjs"),
)
"""What nearly every page needs, every one with questions, and most that show the record: three files compress
better than ten."""

_IMPORT = re.compile(r"""^(?:import|export)\b[^'"()]*?["'](\.[^"']+)["']""", re.M)
_ELEMENT = re.compile(r""""(cw-[\w-]+)":\s*\(\)\s*=>\s*import\("\./([^"]+)"\)""")
_CUSTOM = re.compile(r"<(cw-[\w-]+)")
_NAMED = re.compile(r"\.mjs(?=[\"`$])")
"""The end of a module's address, where another one imports it."""


_MAKERS = ("code.py", "chunks.py", "module.py", "spoken.py")
_MODULES: dict[str, Mapping[str, bytes]] = {}
"""By the language of their words, for as long as the process runs."""


@dataclass(frozen=True)
class Code:
    """Modules and styles as they are sent, by their path below `folder`.

    The folder is named after what is in it: a module that a browser has kept of
    another build never meets one of this.
    """

    folder: str
    files: Mapping[str, bytes]

    def address(self, path: str) -> str:
        """From the root of the site."""
        return f"{self.folder}/{path}"

    def entries(self, html: str) -> tuple[str, ...]:
        """What `main.mjs` loads for the elements in some HTML."""
        elements = dict(_ELEMENT.findall(self.files[MAIN].decode()))
        tags = {tag for tag in _CUSTOM.findall(html) if tag in elements}
        return tuple(sorted(elements[tag] for tag in tags))

    def needed_by(self, entries: Sequence[str]) -> list[str]:
        """Addresses of these files, of `main.mjs`, and of what they import.

        A page names them, so that none waits until the one that asks for it has come.
        """
        wanted, found = [MAIN, *entries], dict[str, None]()
        while wanted:
            path = wanted.pop(0)
            if path not in found:
                found[path] = None
                imported = _IMPORT.findall(self.files[path].decode())
                wanted += [posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) for to in imported]
        return [self.address(path) for path in found]


def code_of(site: Site, words: Words, memory: Memory | None = None) -> Code:
    """`memory` remembers the modules as they are sent, for making them takes a while."""
    files = {
        **_modules(words.language, memory),
        "coursewright.css": _style(),
        "tokens.css": tokens_css(site.tokens, site.course.title).encode(),
    }
    return Code(f"{ASSETS.removeprefix(DOCS)}/{_digest(files)}", files)


@cache
def page_modules(language: str, entry: str) -> Mapping[str, bytes]:
    """The modules that a page by itself is sent: one with all that it begins with, and what comes later.

    They end in .js: who sends them may not know what .mjs is, and browsers run nothing of unknown kind.
    """
    made = chunks(_page_sources(language, entry), entry)
    return {path.replace(".mjs", ".js"): _NAMED.sub(".js", text).encode() for path, text in made.items()}


@cache
def page_script(language: str, entry: str) -> str:
    """The same as one classic script, for a page that is a single file."""
    return joined(_page_sources(language, entry), entry)


def _page_sources(language: str, entry: str) -> Mapping[str, str]:
    needed = dict(_reached(_sources(), entry))
    return by_letters(needed, {path: words for path, words in _words(Words(language)) if path in needed})


def page_style() -> bytes:
    """The styles of a page by itself: the site's, and what its theme would do."""
    own = _folder("theme").joinpath("package.css").read_text("utf-8")
    return stripped_style(own).encode() + _style()


def _reached(sources: Mapping[str, str], entry: str) -> Iterator[tuple[str, str]]:
    """The modules that one needs or loads, at whatever remove."""
    found, left = set[str](), [entry]
    while left:
        if (path := left.pop()) not in found:
            found.add(path)
            module = read_module(path, sources[path])
            left += [*module.needs, *module.loads]
            yield path, sources[path]


def _digest(files: Mapping[str, bytes]) -> str:
    digest = sha256()
    for path, content in files.items():
        digest.update(f"{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:12]


def _modules(language: str, memory: Memory | None) -> Mapping[str, bytes]:
    """The modules as they are sent, with words in one language."""
    if language not in _MODULES:
        sources = _sources()
        said = dict(_words(Words(language)))
        key = _key({**sources, **{path: json.dumps(words) for path, words in said.items()}})
        kept = memory.get(key) if memory else None
        if kept is None:
            kept = json.dumps(_made(sources, said), ensure_ascii=False).encode()
            if memory:
                memory.put(key, kept)
        _MODULES[language] = {path: text.encode() for path, text in json.loads(kept).items()}
    return _MODULES[language]


def _sources() -> dict[str, str]:
    """The modules as their authors wrote them, by their paths."""
    written = {path: file for path, file in files_below(_folder("browser")) if path.endswith(".mjs")}
    return {path: file.read_text("utf-8") for path, file in written.items()}


def _key(modules: Mapping[str, str]) -> str:
    """Of everything that makes them what they are, our own code among it."""
    makers = {name: _folder("render").joinpath(name).read_bytes() for name in _MAKERS}
    return f"modules-{_digest({**makers, **{path: text.encode() for path, text in modules.items()}})}"


def _made(sources: Mapping[str, str], said: Mapping[str, Said]) -> Mapping[str, str]:
    return chunks(by_letters(sources, said), MAIN, ALONE, TOGETHER)


@cache
def _style() -> bytes:
    sheets = (
        file.read_text("utf-8") for path, file in files_below(_folder("styles")) if path.endswith(".css")
    )
    return stripped_style("".join(sheets)).encode()


def _folder(name: str) -> Traversable:
    return resources.files("coursewright").joinpath(name)


def _words(words: Words) -> Iterator[tuple[str, Said]]:
    """What each folder of the browser says in the course's language, by the module that has it."""
    for path, file in files_below(_folder("browser")):
        if path.endswith(WORDS):
            listed = json.loads(file.read_text("utf-8"))
            yield path.replace(".json", ".mjs"), {key: _said(text, words) for key, text in listed.items()}


def files_below(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """Every file below a folder with its path from there."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from files_below(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry


def _said(source: str | dict[str, str], words: Words) -> str | dict[str, str]:
    """A word, or the forms of one that goes with a count."""
    return words(source) if isinstance(source, str) else words.plurals(source["one"], source["other"])
