"""An ES module as a parser reads it: its tokens without what only authors read, and whose its names are.

Ends of lines stay ends of lines where an automatic semicolon could fall there (ECMA-262, 12.10).
"""

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Tree

from .punctuation import SHORTER, between, closes, continues, ends, is_bare, is_continued, is_single

_DEFAULT = "$default"
_NOTICE = "/*!"
"""How a comment begins that says whose work it is, on what terms: it goes wherever the code goes."""
_WHOLE = {"string", "regex", "comment"}
_FUNCTIONS = {
    "function_declaration",
    "generator_function_declaration",
    "function_expression",
    "generator_function",
    "arrow_function",
    "method_definition",
}
_SCOPES = {
    *_FUNCTIONS,
    "statement_block",
    "switch_body",
    "class_static_block",
    "class",
    "for_statement",
    "for_in_statement",
    "catch_clause",
}
_DECLARING = {
    "variable_declarator",
    "function_declaration",
    "generator_function_declaration",
    "class_declaration",
}
_NAMED_INSIDE = {"function_expression", "generator_function", "class"}
_PAIRS = {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}
_NAMES = {"identifier", *_PAIRS}
_KEPT = {"const", "let"}
_PRIVATE = "private_property_identifier"


class Token(NamedTuple):
    """`is_pair` is a name that stands for a key as well: `{a}` is `{a: a}`."""

    text: str
    gap: str
    is_name: bool = False
    is_pair: bool = False
    is_private: bool = False
    loads: str = ""


@dataclass
class Scope:
    """Names of a part of a module: with the places of all tokens that mean them, those that it declares in
    the order of their use, and those of somebody around it that are used in it."""

    declared: set[str] = field(default_factory=set)
    own: dict[str, list[int]] = field(default_factory=dict)
    free: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def close(self) -> None:
        self.own = {name: self.free.pop(name) for name in [*self.free] if name in self.declared}


@dataclass
class Module:
    """`top` are the names that the module has for all of it, imported ones among them; `foreign` are those of
    nobody here, such as `document`; `scopes` are the parts that have names of their own, each behind the one
    around it.

    `imports` are name outside, name inside by the module that they are of; `exports` the same of itself.
    """

    path: str
    tokens: list[Token] = field(default_factory=list)
    imports: list[tuple[str, str, str]] = field(default_factory=list)
    exports: list[tuple[str, str]] = field(default_factory=list)
    top: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    scopes: list[Scope] = field(default_factory=list)

    @property
    def needs(self) -> Iterator[str]:
        """Modules that it imports, in its order."""
        return iter(dict.fromkeys(path for path, _, _ in self.imports))

    @property
    def loads(self) -> Iterator[str]:
        """Modules that it loads later."""
        return (token.loads for token in self.tokens if token.loads)


def read_module(path: str, text: str) -> Module:
    """Raises ValueError for what is no module of the kind that is written here."""
    tree = _parser().parse(text.encode())
    if tree.root_node.has_error:
        raise ValueError(f"{path} is no module")
    return _Reader(path, tree, text.encode()).read()


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


class _Reader:
    def __init__(self, path: str, tree: Tree, source: bytes) -> None:
        self._root = tree.root_node
        self._source = source
        self._module = Module(path)
        self._end = 0
        """Where the last token ended."""
        self._is_end = False
        self._is_closed = False
        """Whether that was the semicolon of a statement, or a brace behind which one is over."""

    def read(self) -> Module:
        module, scope = self._module, Scope()
        self._below(self._root, scope)
        module.top = scope.declared
        module.foreign = scope.free.keys() - scope.declared
        module.scopes.reverse()
        return module

    def _read(self, node: Node, scope: Scope) -> None:
        kind = node.type
        if kind == "comment" and not self._text(node).startswith(_NOTICE):
            return
        if is_bare(node) or is_single(node):
            for child in node.named_children:
                self._read(child, scope)
        elif kind in _KEPT and continues(node.parent):
            self._end = node.end_byte
        elif kind == "import_statement":
            self._import(node, scope)
        elif kind == "export_statement":
            self._export(node, scope)
        elif kind in _WHOLE or not node.child_count:
            self._token(node, scope)
        else:
            self._declare(node, scope)
            self._within(node, scope)

    def _within(self, node: Node, scope: Scope) -> None:
        """What is in the node, in a scope of its own where it makes one."""
        # A block may have no name that the parameters before it have.
        is_body = node.parent is not None and node.parent.type in {*_FUNCTIONS, "catch_clause"}
        if node.type not in _SCOPES or (is_body and node.type == "statement_block"):
            return self._below(node, scope)
        own = Scope()
        self._enter(node, own)
        named = node.child_by_field_name("name") if node.type in _DECLARING else None
        for child in node.children:
            # What a declaration is called stands around it: a parameter of that name is another.
            self._read(child, scope if child == named else own)
        own.close()
        self._module.scopes.append(own)
        for name, places in own.free.items():
            scope.free[name] += places
        return None

    def _below(self, node: Node, scope: Scope) -> None:
        for child in node.children:
            self._read(child, scope)

    def _declare(self, node: Node, scope: Scope) -> None:
        """What the node declares around itself."""
        if node.type in _DECLARING:
            self._bind(node.child_by_field_name("name"), scope)

    def _enter(self, node: Node, scope: Scope) -> None:
        """What the node declares for what is in it."""
        fields = ["parameter", "parameters"] if node.type in _FUNCTIONS else []
        if node.type in _NAMED_INSIDE:
            fields = [*fields, "name"]
        elif node.type == "catch_clause":
            fields = ["parameter"]
        elif node.type == "for_in_statement" and node.child_by_field_name("kind"):
            fields = ["left"]
        for name in fields:
            self._bind(node.child_by_field_name(name), scope)

    def _bind(self, node: Node | None, scope: Scope) -> None:
        """The names in a pattern."""
        if node is None:
            return
        if node.type in _NAMES:
            scope.declared.add(self._text(node))
        elif node.type in ("assignment_pattern", "object_assignment_pattern"):
            self._bind(node.child_by_field_name("left"), scope)
        elif node.type == "pair_pattern":
            self._bind(node.child_by_field_name("value"), scope)
        else:
            for child in node.named_children:
                self._bind(child, scope)

    def _import(self, node: Node, scope: Scope) -> None:
        to = self._at(node.child_by_field_name("source"))
        for clause in (each for child in node.named_children for each in child.named_children):
            if clause.type == "identifier":
                self._imported(to, "default", self._text(clause), scope)
            for one in clause.named_children if clause.type == "named_imports" else ():
                names = [self._text(name) for name in one.named_children]
                self._imported(to, names[0], names[-1], scope)

    def _imported(self, to: str, outside: str, inside: str, scope: Scope) -> None:
        self._module.imports.append((to, outside, inside))
        scope.declared.add(inside)

    def _export(self, node: Node, scope: Scope) -> None:
        is_default = any(child.type == "default" for child in node.children)
        if value := node.child_by_field_name("value"):
            self._exported("default", _DEFAULT, scope)
            self._put(Token("const", "\n"))
            self._put(Token(_DEFAULT, " ", is_name=True))
            self._put(Token("=", ""))
            self._end = value.start_byte
            return self._read(value, scope)
        declaration = node.child_by_field_name("declaration")
        if declaration is None:
            raise ValueError(f"{self._module.path}: {self._text(node)}")
        named = declaration.child_by_field_name("name")
        names = [named] if named else [one.child_by_field_name("name") for one in declaration.named_children]
        for name in names:
            if name is None or name.type != "identifier":
                raise ValueError(f"{self._module.path}: {self._text(node)}")
            self._exported("default" if is_default else self._text(name), self._text(name), scope)
        return self._read(declaration, scope)

    def _exported(self, outside: str, inside: str, scope: Scope) -> None:
        self._module.exports.append((outside, inside))
        scope.declared.add(inside)

    def _token(self, node: Node, scope: Scope) -> None:
        text, kind = SHORTER.get(node.type, self._text(node)), node.type
        if text == ";" and is_continued(node.parent):
            text = ","
        if text in (")", "]", "}"):
            self._drop_end(text)
        gap = self._gap(node, text)
        self._is_end, self._is_closed = ends(node), closes(node)
        if kind in _NAMES:
            scope.free[text].append(len(self._module.tokens))
        self._put(
            Token(
                text,
                gap,
                is_name=kind in _NAMES,
                is_pair=kind in _PAIRS,
                is_private=kind == _PRIVATE,
                loads=self._loaded(node) if kind == "string" else "",
            )
        )
        self._end = node.end_byte

    def _drop_end(self, bracket: str) -> None:
        """A brace ends a statement, and any bracket what stands last in a list."""
        *_, before, last = ("", "", *(token.text for token in self._module.tokens[-2:]))
        if (self._is_end and bracket == "}") or (last == "," and before not in ("", ",", "[")):
            self._module.tokens.pop()

    def _put(self, token: Token) -> None:
        self._module.tokens.append(token)

    def _gap(self, node: Node, text: str) -> str:
        """What must stand before a token."""
        if node.start_byte == self._end:
            return ""
        space = self._source[self._end : node.start_byte].decode()
        parent = node.parent
        if parent and parent.type == "template_string" and node.start_byte > parent.start_byte:
            return space
        left = ";" if self._is_closed else self._module.tokens[-1].text if self._module.tokens else ""
        return between(left, space, text)

    def _loaded(self, node: Node) -> str:
        """The module that `import(…)` names with a literal."""
        call = node.parent and node.parent.parent
        if call is None or call.type != "call_expression":
            return ""
        function = call.child_by_field_name("function")
        return self._at(node) if function and function.type == "import" else ""

    def _at(self, node: Node | None) -> str:
        to = json.loads(self._text(node)) if node else ""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._module.path), to))

    def _text(self, node: Node) -> str:
        return self._source[node.start_byte : node.end_byte].decode()
