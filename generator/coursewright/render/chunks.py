"""Browser modules joined into as few files as pages need, so that a page asks for ten and not for forty.

Modules that the same entries need go into one file; an entry is what is imported while a page is open:
`main.mjs` and what it loads. Nothing of these is twice on a page, so what a module keeps to itself stays one.
What is to come again after it failed once stands alone, with everything it needs: a browser remembers of
a file that it did not come, and would not ask again for what it imports. Each module is a function of its
own that returns what it exports, so no two names can meet; none of them awaits anything on its way.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_IMPORT = re.compile(r'^import\s*(?:(\w+) |\{([^}]*)\})from\s*"(\.[^"]+)";\n?', re.M)
_LOADED = re.compile(r'\bimport\("(\.[^"]+)"\)')
_EXPORT = re.compile(r"^export (?:(default)\s*)?((?:async )?function|class|const|\{)\s*(\w*)", re.M)

Names = Sequence[tuple[str, str]]
"""Name outside → name inside."""


@dataclass(frozen=True)
class _Module:
    """`imports` are clauses by the module that they are of; `body` is what is left without them."""

    path: str
    imports: Sequence[tuple[str, str]]
    exports: Names
    body: str


def chunks(modules: Mapping[str, str], first: str, alone: Sequence[str] = ()) -> dict[str, str]:
    """Path → text, for modules that are needed from `first` on; entries keep their paths and exports.

    `modules` are by path, as `stripped_module` leaves them; `alone` are the entries that import no file.
    Raises KeyError for a module that is not there.
    """
    read = {path: _module(path, text) for path, text in modules.items()}
    names = {path: f"${at}" for at, path in enumerate(sorted(read))}
    loaded = {_at(path, to) for path, text in modules.items() for to in _LOADED.findall(text)}
    apart = {entry: _apart(entry, read, names) for entry in alone}
    return _shared(sorted({first, *loaded} - {*alone}), read, names) | apart


def _apart(entry: str, read: Mapping[str, _Module], names: Mapping[str, str]) -> str:
    paths = sorted(_reached(entry, read))
    return _chunk(_in_turn(paths, read), read, dict.fromkeys(paths, entry), names, [entry])


def _shared(entries: Sequence[str], read: Mapping[str, _Module], names: Mapping[str, str]) -> dict[str, str]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for path in _reached(entry, read):
            owners[path].add(entry)
    together: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for path in sorted(owners):
        together[frozenset(owners[path])].append(path)
    home = {path: _named(paths, entries) for paths in together.values() for path in paths}
    return {
        home[paths[0]]: _chunk(_in_turn(paths, read), read, home, names, entries)
        for paths in together.values()
    }


def _module(path: str, text: str) -> _Module:
    imports = [
        (_at(path, to), f"{{default:{one}}}" if one else "{" + names.replace(" as ", ":") + "}")
        for one, names, to in _IMPORT.findall(text)
    ]
    exports = [
        ("default" if default else name, name if name else "$default")
        for default, _, name in _EXPORT.findall(text)
    ]
    body = _EXPORT.sub(_declared, _IMPORT.sub("", text))
    return _Module(path, imports, exports, body.strip())


def _declared(export: re.Match[str]) -> str:
    return "const $default={" if export[2] == "{" else f"{export[2]} {export[3]}"


def _at(path: str, to: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), to))


def _from(path: str, to: str) -> str:
    found = posixpath.relpath(to, posixpath.dirname(path) or ".")
    return found if found.startswith(".") else f"./{found}"


def _reached(entry: str, read: Mapping[str, _Module]) -> set[str]:
    found, left = set[str](), [entry]
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += [to for to, _ in read[path].imports]
    return found


def _named(paths: Sequence[str], entries: Sequence[str]) -> str:
    """An entry is found where it was; what entries share, where the first of it was."""
    return next((path for path in paths if path in entries), paths[0])


def _in_turn(paths: Sequence[str], read: Mapping[str, _Module]) -> list[str]:
    """The modules, each after those that it imports."""
    done: dict[str, None] = {}

    def visit(path: str) -> None:
        if path in paths and path not in done:
            for to, _ in read[path].imports:
                visit(to)
            done[path] = None

    for path in paths:
        visit(path)
    return list(done)


def _chunk(
    paths: Sequence[str],
    read: Mapping[str, _Module],
    home: Mapping[str, str],
    names: Mapping[str, str],
    entries: Sequence[str],
) -> str:
    here = home[paths[0]]
    parts = [*_brought(here, (read[path] for path in paths), home, names)]
    for path in paths:
        module = read[path]
        parts.append(f"export const {names[path]}=(()=>{{")
        parts += [f"const{clause}={names[to]};" for to, clause in module.imports]
        parts.append(_moved(module, here))
        parts.append(f"return{{{','.join(_pair(*pair) for pair in module.exports)}}}}})();")
        parts += _exported(module, names[path]) if path in entries else ()
    return "\n".join(parts) + "\n"


def _moved(module: _Module, here: str) -> str:
    """The body with what it loads later addressed from the file that it stands in."""
    return _LOADED.sub(lambda to: f'import("{_from(here, _at(module.path, to[1]))}")', module.body)


def _brought(
    here: str, modules: Iterable[_Module], home: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[str]:
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for module in modules:
        for to, _ in module.imports:
            if home[to] != here:
                wanted[home[to]].add(names[to])
    for file in sorted(wanted):
        yield f'import{{{",".join(sorted(wanted[file]))}}}from"{_from(here, file)}";'


def _pair(outside: str, inside: str) -> str:
    return inside if outside == inside else f"{outside}:{inside}"


def _exported(module: _Module, name: str) -> Iterator[str]:
    for outside, _ in module.exports:
        yield (
            f"export default {name}.default;"
            if outside == "default"
            else f"export const {{{outside}}}={name};"
        )
