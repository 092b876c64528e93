"""Items put into a bank: new ones at its end, known ones in their places with the comments around them."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from ..load.source_file import SourceFile, read_source
from .hand import dumped, rewritten, tree

HEAD = "# yaml-language-server: $schema=../../schema/bank.json\n"
Data = Mapping[str, Any]


def with_items(file: SourceFile | None, items: Sequence[Data]) -> str:
    """The text of a bank with items in it; one whose id it has replaces that of the file.

    `file` is without problems, or None for a bank that is not there yet.
    """
    if file is None:
        return HEAD + "items:\n" + "\n".join(_indented(dumped([item]), 2) for item in items)
    known = {each["id"]: (at, each) for at, each in enumerate(file.data.get("items") or ())}
    given = {
        id: _alike(known[id][1], item) if id in known else item
        for id, item in ((item["id"], dict(item)) for item in items)
    }
    wanted = [given.get(id, each) for id, (_, each) in known.items()]
    wanted += [item for id, item in given.items() if id not in known]
    end = "\r\n" if "\r\n" in file.text else "\n"
    changes = [(at, given[id]) for id, (at, each) in known.items() if given.get(id, each) != each]
    text = _changed(file, changes)
    text = _appended(file, text, wanted[len(known) :])
    if read_source("", text.encode()).data != {**file.data, "items": wanted}:
        text = HEAD + dumped({**file.data, "items": wanted})
    return text.replace("\n", end)


def _alike(old: Any, new: Any) -> Any:
    """The new data with the old texts where they differ in nothing but the spaces around them."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {key: _alike(old.get(key), value) for key, value in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        pairs = zip_longest(old[: len(new)], new)
        return [_alike(before, after) for before, after in pairs]
    is_same = isinstance(old, str) and isinstance(new, str) and old.strip() == new.strip()
    return old if is_same else new


def _changed(file: SourceFile, changes: Sequence[tuple[int, Data]]) -> str:
    """The lines of the file with some of its items changed, from the last to the first."""
    lines = [line.rstrip("\r") for line in file.lines]
    starts = [file.place(("items", at)).line - 1 for at in range(len(file.data.get("items") or ()))]
    if len({*starts}) < len(starts):
        return ""  # several items on one line
    for at, item in sorted(changes, key=lambda change: -change[0]):
        stop = starts[at + 1] if at + 1 < len(starts) else len(lines)
        while stop > starts[at] + 1 and _is_remark(lines[stop - 1]):
            stop -= 1
        lines[starts[at] : stop] = _block(lines[starts[at] : stop], item)
    return "\n".join(lines)


def _is_remark(line: str) -> bool:
    """Blank lines and comments between two items speak of the later one."""
    return not line.strip() or line.lstrip().startswith("#")


def _block(lines: list[str], item: Data) -> list[str]:
    """The lines of one item, saying another; what stands behind its hyphen is a file of its own."""
    head = re.match(r" *- +(?=\S)", lines[0])
    before = head[0] if head else f"{lines[0].partition('-')[0]}- "
    text = "".join(f"{_cut(line, len(before))}\n" for line in lines)
    found = dumped(dict(item))
    if head and read_source("", text.encode()).usable:
        both = rewritten(text, lambda root: _change(root, item))
        found = next((made for made in both if read_source("", made.encode()).data == item), found)
    first, *rest = _indented(found, len(before)).rstrip("\n").split("\n")
    return [before + first[len(before) :], *rest]


def _cut(line: str, columns: int) -> str:
    """A line without its first columns; a comment may begin in one of them."""
    return line.lstrip() if line[:columns].strip(" -") else line[columns:]


def _change(node: Any, data: Data) -> None:
    for key in [key for key in node if key not in data]:
        node.pop(key)
    for at, (key, value) in enumerate(data.items()):
        if key not in node:
            node.insert(min(at, len(node)), key, tree(value))
        elif node[key] != value:
            _set(node, key, value)


def _set(node: Any, key: Any, value: Any) -> None:
    old = node[key]
    if isinstance(old, dict) and isinstance(value, dict):
        _change(old, value)
    elif isinstance(old, list) and isinstance(value, list):
        del old[len(value) :]
        for at, entry in enumerate(value):
            if at >= len(old):
                old.append(tree(entry))
            elif old[at] != entry:
                _set(old, at, entry)
    else:
        node[key] = tree(value)


def _appended(file: SourceFile, text: str, items: Sequence[Data]) -> str:
    """The text with new items behind the last, indented as it is, or behind the key if there are none."""
    if not items:
        return text
    if not file.data.get("items"):
        added = "\n".join(_indented(dumped([item]), 2) for item in items)
        before, after = _parted(text)
        return before + added + after
    line = file.lines[file.place(("items", 0)).line - 1]
    spaces = len(line) - len(line.lstrip())
    opened = "\n" if text.endswith("\n") else "\n\n"
    return text + opened + "\n".join(_indented(dumped([item]), spaces) for item in items)


def _parted(text: str) -> tuple[str, str]:
    """A bank without items up to its list, which is begun if there is none, and what comes after it."""
    found = re.search(r"^items:(?: *\[ *\]| *~| *null)?( *| +#.*)$", text, re.MULTILINE)
    if found:
        return f"{text[: found.start()]}items:{found[1]}\n", text[found.end() :].removeprefix("\n")
    head = text.removesuffix("\n")
    return f"{head}\nitems:\n", ""


def _indented(text: str, spaces: int) -> str:
    return "".join(" " * spaces + line if line.strip() else line for line in text.splitlines(keepends=True))
