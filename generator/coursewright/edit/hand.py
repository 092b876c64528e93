"""A YAML file changed in its author's hand: only the lines that say something else are touched.

ruamel.yaml reads and writes a file with its comments and its order. It writes some
lines in its own way, so what it changes is laid over the author's own lines.
"""

import re
from collections.abc import Callable
from io import StringIO
from typing import Any

import yaml as pyyaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ..load.lines import lines_of, usual_end, with_ends
from .laid import laid_over

_STYLES = ((4, 2), (2, 0), (6, 4))
"""Indent of a list's text and of its dash, as editors have them."""
_LONG = 10**9


def rewritten(text: str, change: Callable[[Any], None]) -> tuple[str, str]:
    """A file after a change of its tree: laid over the author's lines, and as ruamel writes it anew.

    Lines end as they do. Which of the two says what it should is for the caller to see.
    """
    lines = with_ends(text, "\n")
    style = min(_STYLES, key=lambda style: _strangers(lines, _written(_read(lines, style), style)))
    root = _read(lines, style)
    old = _written(root, style)
    change(root)
    new = _written(root, style)
    return laid_over(text, _texts(old), _texts(new)), with_ends(new, usual_end(text))


def _texts(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]


def tree(value: Any) -> Any:
    """Plain data as nodes of a tree."""
    if isinstance(value, dict):
        return CommentedMap((key, tree(below)) for key, below in value.items())
    return CommentedSeq(map(tree, value)) if isinstance(value, list) else value


def dumped(data: Any) -> str:
    """Data as a source file says it: blocks, texts of several lines as `|`, keys in their order."""
    return pyyaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_LONG)


def _yaml(style: tuple[int, int]) -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _LONG
    yaml.indent(mapping=2, sequence=style[0], offset=style[1])
    return yaml


def _read(text: str, style: tuple[int, int]) -> Any:
    return _yaml(style).load(text)


def _written(root: Any, style: tuple[int, int]) -> str:
    out = StringIO()
    _yaml(style).dump(root, out)
    return out.getvalue()


def _strangers(text: str, other: str) -> int:
    """Lines that only one of the two has."""
    return len({*_texts(text)} ^ {*_texts(other)})


_PLAIN = re.compile(r"[^\W_][\w ，。、；？！（）《》“”·—.+/%-]*")
_BLANK_END = re.compile(r"(?s)(?:.*[\n\x85\u2028\u2029])?[\n\x85\u2028\u2029]")
_READ_OTHERWISE = re.compile(r"(?:true|false|null|yes|no|on|off|[-+.\d].*)", re.I)


class _Dumper(pyyaml.SafeDumper):
    """Lists indented below their key, as editors do it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _represent_text(dumper: pyyaml.SafeDumper, text: str) -> pyyaml.ScalarNode:
    """In quotation marks wherever a reader of YAML could take it for something else.

    So too what ends with blank lines: as `|+` it would take in the ones that follow, or the end of the file.
    """
    is_plain = _PLAIN.fullmatch(text) and not _READ_OTHERWISE.fullmatch(text) and text == text.strip()
    style = '"' if _BLANK_END.fullmatch(text) else "|" if "\n" in text else None if is_plain else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
