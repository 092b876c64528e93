"""Browser modules joined into as few files as pages need, so that a page asks for ten and not for forty.

Modules that the same entries need go into one file, and so does what most of them need of a folder; an entry
is what is imported while a page is open: `main.mjs` and what it loads. Nothing of these is twice on a page,
so what a module keeps to itself stays one. What is to come again after it failed once stands alone, with
everything it needs: a browser remembers of a file that it did not come, and would not ask again for what it
imports. The modules of a file stand in one scope, with short names of which no two meet: what a module
exports has the same name in all files, what else it has for all of itself is of its file, and each other name
is of its module. None of the modules awaits anything on its way.
"""

import posixpath
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import count, product
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from typing import TypeVar

from .module import Module, Token, read_module

Owned = tuple[str, str]
"""The module of a name, and the name inside it."""
Together = tuple[str, ...]
"""Folders, each with its /, of which a file has what several entries need; and entries that are in it too."""

Name = TypeVar("Name", str, Owned)

_RESERVED = {"as", "do", "if", "in", "of", "for", "get", "let", "new", "set", "try", "var"}


def chunks(
    modules: Mapping[str, str],
    first: str,
    alone: Collection[str] = (),
    together: Sequence[Together] = (),
) -> dict[str, str]:
    """Path → text, for modules that are needed from `first` on; entries keep their paths and exports.

    `modules` are by path; `alone` are the entries that import no file.
    Raises KeyError for a module that is not there, and ValueError for one that cannot be read.
    """
    read = _read(modules, [first, *alone])
    loaded = {to for module in read.values() for to in module.loads}
    apart = {entry: _apart(entry, read) for entry in alone}
    return _shared(sorted({first, *loaded} - {*alone}), read, together) | apart


def _read(modules: Mapping[str, str], entries: Sequence[str]) -> dict[str, Module]:
    """What the entries need or load, at whatever remove: there may be modules that only other pages have."""
    read, left = dict[str, Module](), [*entries]
    while left:
        if (path := left.pop()) not in read:
            read[path] = module = read_module(path, modules[path])
            left += [*module.needs, *module.loads]
    return read


def _apart(entry: str, read: Mapping[str, Module]) -> str:
    paths = sorted(_reached(entry, read))
    return Program(read, dict.fromkeys(paths, entry), [entry]).file(entry, paths)


def _shared(
    entries: Sequence[str], read: Mapping[str, Module], together: Sequence[Together]
) -> dict[str, str]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for path in _reached(entry, read):
            owners[path].add(entry)
    groups: defaultdict[Hashable, list[str]] = defaultdict(list)
    for path in sorted(owners):
        groups[_group(path, owners[path], together)].append(path)
    home = {path: _named(paths, entries) for paths in groups.values() for path in paths}
    program = Program(read, home, entries)
    return {home[paths[0]]: program.file(home[paths[0]], paths) for paths in groups.values()}


def _group(path: str, owners: Set[str], together: Sequence[Together]) -> Hashable:
    for group in together:
        if owners <= {*group} or (len(owners) > 1 and path.startswith(group)):
            return group
    return frozenset(owners)


def _reached(entry: str, read: Mapping[str, Module]) -> set[str]:
    found, left = set[str](), [entry]
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += read[path].needs
    return found


def _named(paths: Sequence[str], entries: Sequence[str]) -> str:
    """An entry is found where it was; what entries share, where the first of it was."""
    return next((path for path in paths if path in entries), paths[0])


def _in_turn(paths: Sequence[str], read: Mapping[str, Module]) -> list[str]:
    """The modules, each after those that it imports."""
    done: dict[str, None] = {}
    begun: set[str] = set()

    def visit(path: str) -> None:
        if path in paths and path not in begun:
            begun.add(path)
            for to in read[path].needs:
                visit(to)
            done[path] = None

    for path in paths:
        visit(path)
    return list(done)


class Program:
    """Modules with the file of each; `entries` are those that are also asked for by their names outside."""

    def __init__(self, read: Mapping[str, Module], home: Mapping[str, str], entries: Collection[str]) -> None:
        self._read = read
        self._home = home
        self._entries = entries
        self._owned = {path: dict(_owned(read[path], read)) for path in home}
        self._foreign = set[str]().union(*(read[path].foreign for path in home))
        self._exported = self._named_everywhere()

    def file(self, here: str, paths: Sequence[str]) -> str:
        modules = [self._read[path] for path in _in_turn(paths, self._read)]
        names = self._names(modules)
        parts = [*self._brought(here, modules), *(self._body(here, module, names) for module in modules)]
        return "\n".join([*parts, *self._given(here, modules)]) + "\n"

    def _named_everywhere(self) -> dict[Owned, str]:
        exported = {(path, inside) for path in self._home for _, inside in self._read[path].exports}
        uses = self._uses(self._read[path] for path in self._home)
        outside = {name for path in self._home for name, _ in self._read[path].exports}
        most = _most_used({owned: uses[owned] for owned in exported})
        return _shortest(most, ascii_uppercase, self._foreign | outside)

    def _uses(self, modules: Iterable[Module]) -> Counter[Owned]:
        return Counter(
            self._owned[module.path][token.text]
            for module in modules
            for token in module.tokens
            if token.is_name and token.text in module.top
        )

    def _names(self, modules: Sequence[Module]) -> Mapping[Owned, str]:
        """Of what the modules of a file have for all of themselves."""
        uses = self._uses(modules)
        known = {owned: name for owned, name in self._exported.items() if owned in uses}
        others = {owned: times for owned, times in uses.items() if owned not in known}
        return known | _shortest(_most_used(others), ascii_uppercase, self._foreign | {*known.values()})

    def _body(self, here: str, module: Module, names: Mapping[Owned, str]) -> str:
        own = {name: names[owned] for name, owned in self._owned[module.path].items() if owned in names}
        private = dict.fromkeys(token.text for token in module.tokens if token.is_private)
        short = own | {
            name: f"#{short}" for name, short in _shortest(private, ascii_lowercase, set()).items()
        }
        inner = _inner(module, own)
        said = (
            token.gap + self.said(token, inner.get(at) or short.get(token.text, token.text), here)
            for at, token in enumerate(module.tokens)
        )
        return "".join(said).strip()

    def said(self, token: Token, name: str, here: str) -> str:
        """A token in the file `here`; `name` is what it is called there."""
        if token.loads:
            return f'"{_from(here, token.loads)}"'
        if not (token.is_name or token.is_private):
            return token.text
        return f"{token.text}:{name}" if token.is_pair and name != token.text else name

    def exports(self, path: str) -> dict[str, str]:
        """What a module exports, by what others ask for: the names that all files have for it."""
        return {outside: self._exported[path, inside] for outside, inside in self._read[path].exports}

    def _brought(self, here: str, modules: Sequence[Module]) -> Iterator[str]:
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for owned in self._imported(modules):
            wanted[self._home[owned[0]]].add(self._exported[owned])
        for file in sorted(wanted.keys() - {here}):
            yield f'import{{{",".join(sorted(wanted[file]))}}}from"{_from(here, file)}";'

    def _given(self, here: str, modules: Sequence[Module]) -> Iterator[str]:
        """What other files import, and what entries are asked for."""
        elsewhere = [self._read[path] for path, file in self._home.items() if file != here]
        wanted = {owned for owned in self._imported(elsewhere) if self._home[owned[0]] == here}
        given = [self._exported[owned] for owned in wanted]
        given += [
            f"{self._exported[module.path, inside]} as {outside}"
            for module in modules
            if module.path in self._entries
            for outside, inside in module.exports
        ]
        if given:
            yield f"export{{{','.join(sorted(given))}}};"

    def _imported(self, modules: Iterable[Module]) -> Iterator[Owned]:
        for module in modules:
            for _, _, inside in module.imports:
                yield self._owned[module.path][inside]


def _owned(module: Module, read: Mapping[str, Module]) -> Iterator[tuple[str, Owned]]:
    """Each name that a module has for all of itself, with whose it is."""
    for name in module.top:
        yield name, (module.path, name)
    for path, outside, inside in module.imports:
        yield inside, (path, dict(read[path].exports)[outside])


def _inner(module: Module, own: Mapping[str, str]) -> dict[int, str]:
    """The names of parts of a module, by the places of their tokens: a part may have a name that another one
    has, if it does not use that of the other.

    Names of one letter are enough for nearly every part. Given by turn they make parts alike, such as
    `(a,b)=>` of all that take two, and what is alike is sent in few bytes.
    """
    found: dict[int, str] = {}
    for scope in module.scopes:
        around = {found.get(places[0]) or own.get(name, name) for name, places in scope.free.items()}
        for name, short in _shortest(scope.own, ascii_lowercase, around).items():
            found |= dict.fromkeys(scope.own[name], short)
    return found


def _most_used(uses: Mapping[Owned, int]) -> Sequence[Owned]:
    return sorted(uses, key=lambda owned: (-uses[owned], owned))


def _shortest(names: Iterable[Name], first: str, taken: Set[str]) -> dict[Name, str]:
    """The shortest names for those that come first; those of one letter are of `first`."""
    return dict(zip(names, (name for name in _all_names(first) if name not in taken), strict=False))


def _all_names(first: str) -> Iterator[str]:
    yield from first
    for length in count(1):
        for start, *rest in product(ascii_letters, *[ascii_letters + digits] * length):
            if (name := "".join([start, *rest])) not in _RESERVED:
                yield name


def _from(path: str, to: str) -> str:
    found = posixpath.relpath(to, posixpath.dirname(path) or ".")
    return found if found.startswith(".") else f"./{found}"
