"""A bank whose every text says what would run where it is not taken as text."""

from pathlib import Path
from typing import Any

import yaml

SAID = """</script><img src=x onerror="hacked=1">{{ 7*7 }}"'&amp;<b onclick='hacked=1'>"""
_PROSE = {"stem", "text", "rationale", "explanation", "match", "hints", "sample", "stimulus", "title"}
_PROSE |= {"if_true", "if_false", "accept"}


def make_hostile(bank: Path) -> None:
    """Put it before every text of the banks in a folder."""
    for file in bank.glob("*.yml"):
        data = _hostile(yaml.safe_load(file.read_text("utf-8")))
        file.write_text(yaml.safe_dump(data, allow_unicode=True, width=1000), "utf-8")


def _hostile(data: Any, key: str = "") -> Any:
    if isinstance(data, dict):
        return {name: _hostile(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_hostile(each, key) for each in data]
    return SAID + data if key in _PROSE and isinstance(data, str) else data
