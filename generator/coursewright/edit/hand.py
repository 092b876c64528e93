"""A YAML file changed in its author's hand: only the lines that say something else are touched.

ruamel.yaml reads and writes a file with its comments and its order. It writes some
lines in its own way, so what it changes is laid over the author's own lines.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

import yaml as pyyaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

_STYLES = ((4, 2), (2, 0), (6, 4))
"""Indent of a list's text and of its dash, as editors have them."""
_LONG = 10**9


def rewritten(text: str, change: Callable[[Any], None]) -> tuple[str, str]:
    """A file after a change of its tree: laid over the author's lines, and as ruamel writes it anew.

    Lines end with `\\n`. Which of the two says what it should is for the caller to see.
    """
    style = min(_STYLES, key=lambda style: _strangers(text, _written(_read(text, style), style)))
    root = _read(text, style)
    old = _written(root, style)
    change(root)
    new = _written(root, style)
    return _laid_over(text.splitlines(), old.splitlines(), new.splitlines()), new


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
    return len({*text.splitlines()} ^ {*other.splitlines()})


def _laid_over(own: list[str], old: list[str], new: list[str]) -> str:
    """The author's `own` lines, which are `old` in another hand, with what is other in `new`."""
    same = dict(_matches(old, own))
    out: list[str] = []
    done = 0
    for first, last, start, end in _hunks(old, new, same):
        head = same[first - 1] + 1 if first else 0
        tail = same.get(last, len(own))
        out += own[done:head] + new[start:end] + _remarks(own[head:tail], new[start:end])
        done = tail
    return "\n".join([*out, *own[done:]]) + "\n"


def _matches(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    for at, to, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        yield from ((at + n, to + n) for n in range(size))


def _hunks(old: list[str], new: list[str], same: Mapping[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of `old` that are others in `new`, from and to lines that are the author's own too."""
    done = -1
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        before = next(at for at in range(first, -1, -1) if not at or at - 1 in same)
        behind = next(at for at in range(last, len(old) + 1) if at == len(old) or at in same)
        if before >= done:
            yield before, behind, start - (first - before), end + (behind - last)
            done = behind


def _remarks(gone: list[str], there: list[str]) -> list[str]:
    """Comments at the end of what goes: they speak of what follows."""
    at = len(gone)
    while at and (not gone[at - 1].strip() or gone[at - 1].lstrip().startswith("#")):
        at -= 1
    kept = gone[at:]
    return kept if any(line.strip() for line in kept) and not {*kept} & {*there} else []


_PLAIN = re.compile(r"[^\W_][\w ，。、；？！（）《》“”·—.+/%-]*")
_READ_OTHERWISE = re.compile(r"(?:true|false|null|yes|no|on|off|[-+.\d].*)", re.I)


class _Dumper(pyyaml.SafeDumper):
    """Lists indented below their key, as editors do it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _represent_text(dumper: pyyaml.SafeDumper, text: str) -> pyyaml.ScalarNode:
    """In quotation marks wherever a reader of YAML could take it for something else."""
    is_plain = _PLAIN.fullmatch(text) and not _READ_OTHERWISE.fullmatch(text) and text == text.strip()
    style = "|" if "\n" in text else None if is_plain else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
