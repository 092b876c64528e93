"""The tokens of the look, the course's own over the engine's, as CSS variables."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

SMALL = "font-size: 8pt; color: #56646C;"
Tokens = Mapping[str, Mapping[str, str]]


@cache
def engine_tokens() -> Tokens:
    """`light` and `dark`, each token → colour."""
    text = resources.files("coursewright").joinpath("styles", "tokens.yml").read_text("utf-8")
    tokens: Tokens = yaml.safe_load(text)
    return tokens


def light_tokens(own: Mapping[str, Any]) -> Mapping[str, str]:
    """The colours by day, the course's own among them."""
    return _merged("light", own)


def tokens_css(own: Mapping[str, Any], title: str) -> str:
    """Variables on the element with Material's colour scheme; print is always light, with a running head."""
    light, dark = (_merged(scheme, own) for scheme in ("light", "dark"))
    return (
        f":root, [data-md-color-scheme] {{\n{_variables(light)}}}\n"
        f'[data-md-color-scheme="slate"] {{\n{_variables(dark)}}}\n'
        f"@media print {{\n:root, [data-md-color-scheme] {{\n{_variables(light)}}}\n}}\n"
        f"@page {{\n  @top-left {{ content: {_quoted(title)}; {SMALL} }}\n"
        f'  @bottom-right {{ content: counter(page) " / " counter(pages); {SMALL} }}\n}}\n'
    )


def preferred_css(own: Mapping[str, Any]) -> str:
    """Variables in the scheme that the reader's device prefers, for a page without Material's switch."""
    light, dark = (_merged(scheme, own) for scheme in ("light", "dark"))
    return (
        f":root {{\n  color-scheme: light;\n{_variables(light)}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n"
        f":root {{\n  color-scheme: dark;\n{_variables(dark)}}}\n}}\n"
    )


def _quoted(text: str) -> str:
    """A CSS string; everything but letters and digits as an escape, so that nothing ends it."""
    return (
        '"' + "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in text) + '"'
    )


def _merged(scheme: str, own: Mapping[str, Any]) -> dict[str, str]:
    return {**engine_tokens()[scheme], **(own.get(scheme) or {})}


def _variables(tokens: Mapping[str, str]) -> str:
    return "".join(f"  --cw-{name}: {colour};\n" for name, colour in tokens.items())
