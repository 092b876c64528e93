"""What happens to files: slips of the hand, merges gone wrong, broken copies, wrong encodings."""

import random
from collections.abc import Callable

Damage = Callable[[str, random.Random], str]
ODD = [
    "\t",
    "\x00",
    "\x07",
    "\x1b",
    "\x7f",
    "\x85",
    "\ufeff",
    "\u2028",
    "\u200b",
    "\u3000",
    "\xa0",
    "\ufffe",
    "\U0001f600",
    "\r",
    "\n",
    ":",
    ": ",
    "- ",
    "#",
    " #",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!x ",
    "!!python/name:os.system ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "](",
    "[x](term:",
    "[x](",
    "![",
    "\n# ",
    "<b>",
    "{{",
    "~",
    "\\",
]
VALUES = [
    "",
    "null",
    "true",
    "no",
    "0",
    "-1",
    "1e9",
    "99999999999999999999",
    "[]",
    "{}",
    "[[]]",
    "[a, [b]]",
    "{a: {b: c}}",
    "''",
    '" "',
    "x" * 500,
    "a/b",
    "a/b/c",
    "../..",
    "UPPER",
    "好",
    "2026-02-30",
    "|\n  a\n  b",
    "&a [x]",
    "&a {x: y}",
    "*a",
    "!t [x]",
    "[&a [x], y]",
]


def at_line(change: Callable[[list[str], int, random.Random], None]) -> Damage:
    def damage(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)

    return damage


def swap_lines(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def indent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = " " * chance.randrange(9) + lines[at].lstrip()


def outdent_block(lines: list[str], at: int, chance: random.Random) -> None:
    for number in range(at, min(at + chance.randrange(2, 9), len(lines))):
        lines[number] = "  " + lines[number] if chance.random() < 0.5 else lines[number].removeprefix("  ")


def new_value(lines: list[str], at: int, chance: random.Random) -> None:
    key, colon, _ = lines[at].partition(":")
    lines[at] = (
        f"{key}{colon} {chance.choice(VALUES)}"
        if colon
        else f"{lines[at][: len(lines[at]) // 2]}{chance.choice(VALUES)}"
    )


def new_key(lines: list[str], at: int, chance: random.Random) -> None:
    key, colon, value = lines[at].partition(":")
    lines[at] = f"{key}{chance.choice('xsé 1')}{colon}{value}" if colon else lines[at] + ":"


def swap_values(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    (key, colon, value), (key2, colon2, value2) = lines[at].partition(":"), lines[other].partition(":")
    lines[at], lines[other] = key + colon + value2, key2 + colon2 + value


def delete_lines(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at : at + chance.choice((1, 1, 1, 2, 5))]


def repeat_lines(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at:at] = lines[at : at + chance.choice((1, 1, 2, 5))]


def insert_odd(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at:]


def delete_part(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 2, 7, 40)) :]


def cut_short(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


LINE_DAMAGES = (
    swap_lines, indent, outdent_block, new_value, new_key, swap_values, delete_lines, repeat_lines,
)  # fmt: skip
DAMAGES: dict[str, Damage] = {
    **{damage.__name__: at_line(damage) for damage in LINE_DAMAGES},
    **{damage.__name__: damage for damage in (insert_odd, delete_part, cut_short)},
}
"""What happens to a text, by its name."""


def broken_copy(raw: bytes, chance: random.Random) -> bytes:
    """What a broken copy or a wrong encoding does."""
    kind = chance.randrange(4)
    at = chance.randrange(len(raw) + 1)
    if kind == 0:
        return raw[:at]
    if kind == 1:
        return raw[:at] + bytes([chance.randrange(256)]) + raw[at:]
    if kind == 2:
        return raw.decode("utf-8", "replace").encode(
            chance.choice(("gbk", "utf-16", "utf-16-le", "utf-8-sig", "big5")), "replace"
        )
    return raw[:at] + raw[at + 1 :]
