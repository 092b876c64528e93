"""What a PDF says of itself, and what is on its pages as poppler's tools read them where installed."""

import re
import shutil
import subprocess

import pytest


def pages(made: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", made))


def tool(name: str, made: bytes, *options: str) -> str:
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    arguments = [name, *options, "-", *(["-"] if name == "pdftotext" else [])]
    return subprocess.run(arguments, input=made, capture_output=True, check=True).stdout.decode()


def texts(made: bytes) -> list[str]:
    """The text of each page without spaces, and without what only allows a break."""
    return [re.sub(r"[\s\u200b]", "", page) for page in tool("pdftotext", made, "-raw").split("\f")[:-1]]
