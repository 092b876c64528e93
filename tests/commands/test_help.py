"""What every command says of itself, in both languages of the interface."""

import json
import subprocess
import sys

from snapshots import assert_kept

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


def test_the_help_of_every_command() -> None:
    made = {language: helps(language) for language in ("en", "zh_CN")}
    assert_kept(
        "commands/help",
        {f"{language}/{name}.txt": text for language, said in made.items() for name, text in said.items()},
    )
