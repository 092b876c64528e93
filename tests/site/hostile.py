"""A bank whose every text says what would run where it is not taken as text, or more than a line takes."""

from pathlib import Path
from typing import Any

import yaml

SAID = """</script><img src=x onerror="hacked=1">{{ 7*7 }}"'&amp;<b onclick='hacked=1'>"""
LONG = f"在两个工作日以内用书面的形式答复客人并登记在投诉登记簿上{'W' * 80}"
_PROSE = {"stem", "text", "rationale", "explanation", "match", "hints", "sample", "stimulus", "title"}
_PROSE |= {"if_true", "if_false", "accept"}


def say_first(said: str, bank: Path) -> None:
    """Put it before every text of the banks in a folder; what is reserved for exams is on no page."""
    for file in bank.glob("*.yml"):
        data = _saying(said, yaml.safe_load(file.read_text("utf-8")))
        file.write_text(yaml.safe_dump(data, allow_unicode=True, width=1000), "utf-8")


def _saying(said: str, data: Any, key: str = "") -> Any:
    if isinstance(data, dict) and data.get("use") != "exam":
        return {name: _saying(said, value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_saying(said, each, key) for each in data]
    return said + data if key in _PROSE and isinstance(data, str) else data
