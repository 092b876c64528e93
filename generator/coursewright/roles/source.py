"""A role's source file with other values in it: only the lines that say something else are touched."""

from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ..edit.hand import dumped, rewritten, tree
from ..load.lines import usual_end, with_ends
from ..load.source_file import read_source
from ..model.role import DocumentControl, Role
from .rows import LISTS, Data, Rows, Side, place_of

BOM = "\ufeff"
SCHEMA = "# yaml-language-server: $schema=../../schema/role.json\n"


def new_source(data: Data) -> str:
    """The source file of a role that has none yet."""
    ordered = {name: data[name] for name in Role.model_fields if name in data}
    return SCHEMA + dumped(ordered)


def changed_source(text: str, before: Side, after: Side) -> str:
    """The file `text`, which says `before`, saying `after`.

    Where its lines cannot be laid over the author's, the file is written anew, and without comments
    if even so it would say something else. A byte order mark and the ends of lines stay as they are.
    """
    mark, text = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    laid, anew = rewritten(text, lambda root: _change_all(root, before, after))
    bare = with_ends(new_source(after.data), usual_end(text))
    return mark + next((made for made in (laid, anew) if _says(made, before, after)), bare)


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
        node[key] = tree(value)
    else:
        earlier = set(order[: order.index(key)]) if key in order else set(node)
        at = max((at for at, name in enumerate(node, 1) if name in earlier), default=0)
        node.insert(at, key, tree(value))


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
    if owner.get(key) is None:
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
            node.insert(at, tree(row))
        elif isinstance(row, dict):
            _change(node[at], before[name], row, None)
        elif row != before[name]:
            node[at] = row
