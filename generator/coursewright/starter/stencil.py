"""A new source file of a kind to begin with, in the language of its course."""

import re
from importlib import resources

_PLAIN = re.compile(r"[^\W_][\w ，。、：；（）·—.+/-]*")
_READ_OTHERWISE = re.compile(r"(?:true|false|null|[-+.\d].*)", re.I)


def stencil(name: str, language: str, **values: str | int) -> str:
    """The stencil of this name with its values filled in; Chinese for a Chinese course, else English."""
    folder = "zh-CN" if language.partition("-")[0].lower() == "zh" else "en"
    file = resources.files(__package__).joinpath("stencils", folder, f"{name}.yml")
    return re.sub(r"@(\w+)@", lambda match: scalar(values[match[1]]), file.read_text("utf-8"))


def scalar(text: str | int) -> str:
    """A text as a value in YAML, in quotation marks where it needs them; or a number."""
    if isinstance(text, int):
        return str(text)
    if _PLAIN.fullmatch(text) and not _READ_OTHERWISE.fullmatch(text) and text == text.strip():
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
