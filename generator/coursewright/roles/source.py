"""A role's source file with other values in it: only the lines that say something else are touched.

ruamel.yaml reads and writes the file with its comments and its order. It writes some
lines in its own way, so what it changes is laid over the author's own lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

import yaml as pyyaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ..load.source_file import read_source
from ..model.role import DocumentControl, Role
from .rows import LISTS, Data, Rows, Side, place_of

SCHEMA = "# yaml-language-server: $schema=../../schema/role.json\n"

_STYLES = ((4, 2), (2, 0), (6, 4))
"""Indent of a list's text and of its dash, as editors have them."""
_LONG = 10**9


def new_source(data: Data) -> str:
    """The source file of a role that has none yet."""
    ordered = {name: data[name] for name in Role.model_fields if name in data}
    return SCHEMA + pyyaml.dump(ordered, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_LONG)


def changed_source(text: str, before: Side, after: Side) -> str:
    """The file `text`, which says `before`, saying `after`.

    Where its lines cannot be laid over the author's, the file is written anew, and without comments
    if even so it would say something else.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n")
    style = min(_STYLES, key=lambda style: _strangers(lines, _written(_read(lines, style), style)))
    root = _read(lines, style)
    old = _written(root, style)
    _change_all(root, before, after)
    new = _written(root, style)
    laid = _laid_over(lines.splitlines(), old.splitlines(), new.splitlines())
    found = next((made for made in (laid, new) if _says(made, before, after)), new_source(after.data))
    return found.replace("\n", end)


def _says(text: str, before: Side, after: Side) -> bool:
    """Whether a file says what it should, whatever it says besides of what may be left out."""
    file = read_source("", text.encode())
    gone = {*before.data} - {*after.data}
    return file.usable and not gone & {*file.data} and _holds(file.data, after.data)


def _holds(data: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return isinstance(data, dict) and all(
            key in data and _holds(data[key], value) for key, value in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(data, list) and len(data) == len(wanted) and all(map(_holds, data, wanted))
    return bool(data == wanted) or (isinstance(data, str) and str(wanted).strip() == data.strip())


def _change_all(root: CommentedMap, before: Side, after: Side) -> None:
    _change(root, before.fields, after.fields, Role)
    for name in LISTS:
        owner, key = place_of(root, name)
        changed = before.lists[name] != after.lists[name] or _is_moved(before, after, name)
        if owner is not None and changed:
            _change_rows(owner, key, before.lists[name], after.lists[name])


def _is_moved(before: Side, after: Side, name: str) -> bool:
    return list(before.lists[name]) != list(after.lists[name])


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


# the tree


def _change(node: CommentedMap, before: Mapping[str, Any], after: Mapping[str, Any], model: Any) -> None:
    order = list(model.model_fields) if model else list(after)
    for key in [key for key in before if key not in after]:
        node.pop(key, None)
    for key, value in after.items():
        if isinstance(value, dict) and isinstance(node.get(key), CommentedMap):
            _change(node[key], before.get(key, {}), value, DocumentControl if key == "document" else None)
        elif key not in before or before[key] != value:
            _set(node, key, value, order)


def _set(node: Any, key: str, value: Any, order: Sequence[str]) -> None:
    """In its own place if it is new: behind what the model has before it."""
    if key in node and isinstance(node[key], CommentedSeq) and isinstance(value, list):
        _change_words(node[key], value)
    elif key in node:
        node[key] = _tree(value)
    else:
        earlier = set(order[: order.index(key)]) if key in order else set(node)
        at = max((at for at, name in enumerate(node, 1) if name in earlier), default=0)
        node.insert(at, key, _tree(value))


def _change_words(node: CommentedSeq, words: list[Any]) -> None:
    for at in reversed(range(len(node))):
        if node[at] not in words:
            del node[at]
    for at, word in enumerate(words):
        if at >= len(node) or node[at] != word:
            node.insert(at, word)
    del node[len(words) :]


def _change_rows(owner: Data, key: str, before: Rows, after: Rows) -> None:
    if not after:
        owner.pop(key, None)
        return
    if key not in owner:
        order = list(Role.model_fields) if key in Role.model_fields else list(DocumentControl.model_fields)
        _set(owner, key, list(after.values()), order)
        return
    node, names = owner[key], list(before)
    for at in reversed(range(len(names))):
        if names[at] not in after:
            del node[at], names[at]
    moved = [name for name in after if name in names]
    for at, row in enumerate([node[names.index(name)] for name in moved]):
        node[at] = row
    names = moved
    for at, (name, row) in enumerate(after.items()):
        if at >= len(names) or names[at] != name:
            names.insert(at, name)
            node.insert(at, _tree(row))
        elif isinstance(row, dict):
            _change(node[at], before[name], row, None)
        elif row != before[name]:
            node[at] = row


def _tree(value: Any) -> Any:
    if isinstance(value, dict):
        return CommentedMap((key, _tree(below)) for key, below in value.items())
    return CommentedSeq(map(_tree, value)) if isinstance(value, list) else value


# the lines


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


class _Dumper(pyyaml.SafeDumper):
    """Lists indented below their key, as editors do it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)
