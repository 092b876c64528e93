"""Browser modules joined into one classic script, for a page that is a single file and has no server.

A browser loads no module from `file:`. Here all modules stand in one scope, as in `chunks.py`, each after
those that it imports; what a module would load later is there from the beginning, and `import("…")` becomes
a promise of its exports, which are read when they are asked for: a name that changes stays one name. As
everything is there at once, what a module does on its way it does at once, in the order of imports.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from .chunks import Program
from .module import Module, Token, read_module

_ENDS = re.compile(r"<(?=/script|!--)", re.I)
"""What would end the script of a page, or begin a comment in it; it can only stand in a text or a pattern."""
_META = "import.meta"


def joined(modules: Mapping[str, str], entry: str) -> str:
    """The script, for a script element of an HTML page. `modules` are by path.

    Raises KeyError for a module that is not there, and ValueError for one that cannot be joined.
    """
    read: dict[str, Module] = {}
    left = [entry]
    while left:
        if (path := left.pop(0)) not in read:
            read[path] = _prepared(read_module(path, modules[path]))
            left += [*read[path].needs, *read[path].loads]
    return _ENDS.sub(r"<\\", f'(()=>{{"use strict";\n{_Whole(read, entry).file(entry, [*read])}}})();\n')


def _prepared(module: Module) -> Module:
    """With a promise where it begins to load another."""
    tokens = list(module.tokens)
    for at, token in enumerate(tokens):
        if token.text == "import" and at + 2 < len(tokens) and tokens[at + 1].text == ".":
            raise ValueError(f"{module.path}: {_META}")
        if token.loads:
            tokens[at - 2] = Token("Promise.resolve().then", tokens[at - 2].gap)
    return replace(module, tokens=tokens)


class _Whole(Program):
    """All modules in the file of the first."""

    def __init__(self, read: Mapping[str, Module], entry: str) -> None:
        super().__init__(read, dict.fromkeys(read, entry), ())

    def said(self, token: Token, name: str, here: str) -> str:
        if not token.loads:
            return super().said(token, name, here)
        exports = self.exports(token.loads)
        return (
            f"()=>({{{','.join(f'get {outside}(){{return {name}}}' for outside, name in exports.items())}}})"
        )
