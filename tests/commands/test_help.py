"""What every command says of itself, in both languages of the interface."""

import json
import shlex
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from coursewright.commands.main import main
from coursewright.commands.wrapping import columns, pieces
from snapshots import assert_kept
from test_readme import FOLDERS, GUIDES, HAN

PROGRAM = """
import io, json
from contextlib import redirect_stdout
from coursewright.commands.main import main, run

def helps(command, *names):
    with redirect_stdout(io.StringIO()) as said:
        run([*names, "--help"])
    yield "-".join(("coursewright", *names)), said.getvalue()
    for name, below in getattr(command, "commands", {}).items():
        yield from helps(below, *names, name)

print(json.dumps(dict(helps(main))))
"""
"""A process of its own, for what a command says is settled when it is imported."""


def helps(language: str) -> dict[str, str]:
    command = [sys.executable, "-c", PROGRAM]
    environment = {"LANGUAGE": language, "COLUMNS": "80"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def commands(
    command: click.Command = main, names: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Each with its names."""
    yield names, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*names, name))


COMMANDS = dict(commands())
EXAMPLES = [
    line.strip()
    for command in COMMANDS.values()
    for line in (command.epilog or "").splitlines()
    if line.startswith("  ")
]
CERTIFYING = [names for names in COMMANDS if names[:1] in (("exam",), ("issuer",), ("credential",))]


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_has_options_that_there_are(line: str) -> None:
    program, *words = shlex.split(line)
    names = next(tuple(words[:count]) for count in (2, 1) if tuple(words[:count]) in COMMANDS)
    command = COMMANDS[names]
    assert program == "coursewright"
    with click.Context(command, **main.context_settings) as context:
        command.make_parser(context).parse_args(words[len(names) :])


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize("names", CERTIFYING)
def test_every_option_of_a_certification_is_in_a_guide(names: tuple[str, ...], language: str) -> None:
    guides = "".join(text for name, text in GUIDES.items() if name.startswith(language))
    options = (each for each in COMMANDS[names].params if isinstance(each, click.Option))
    long = {name for option in options for name in option.opts if name.startswith("--")}
    assert {name for name in long - {"--course", "--format", "--by"} if name not in guides} == set()


def test_chinese_help_fits_a_terminal_and_no_line_begins_with_a_comma() -> None:
    lines = [line for said in helps("zh_CN").values() for line in said.splitlines()]
    assert [line for line in lines if HAN.search(line) and columns(line) > 80] == []
    assert [line for line in lines if line.strip()[:1] in set("，。、；：）”")] == []


def test_a_word_is_taken_apart_without_loss() -> None:
    assert pieces("放在private/里（.xlsx），“好”。") == [
        "放", "在", "private/", "里", "（.xlsx），", "“好”。",
    ]  # fmt: skip
    assert pieces("“coursewright”)") == ["“coursewright”)"]


def test_the_help_of_every_command() -> None:
    made = {language: helps(language) for language in ("en", "zh_CN")}
    assert_kept(
        "commands/help",
        {f"{language}/{name}.txt": text for language, said in made.items() for name, text in said.items()},
    )
