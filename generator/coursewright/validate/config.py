"""The course's mkdocs.yml and its colour tokens."""

import re
from collections.abc import Iterator

from ..diagnostics import Problem
from ..load.document import Document
from ..nearest import nearest
from ..tokens import engine_tokens

MADE = ("nav", "hooks", "use_directory_urls")
"""Settings that the engine makes; a course that sets them expects something that will not happen."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def config_problems(document: Document) -> Iterator[Problem]:
    if not isinstance(document.data, dict):
        yield Problem("CW0299", document.place(), {"problem": "site_name: …"})
        return
    for key in MADE:
        if key in document.data:
            yield Problem("CW0602", document.place((key,), key=True), {"key": key})
    plugins = document.data.get("plugins")
    names = [name for plugin in plugins for name in ([plugin] if isinstance(plugin, str) else plugin)] if isinstance(plugins, list) else []
    if "coursewright" not in names:
        yield Problem("CW0605", document.place(("plugins",), key=True))


def token_problems(document: Document) -> Iterator[Problem]:
    known = engine_tokens()["light"].keys()
    data = document.data if isinstance(document.data, dict) else {}
    for scheme, tokens in data.items():
        if scheme not in ("light", "dark") or not isinstance(tokens, dict):
            yield Problem("CW0603", document.place((scheme,), key=True), {"key": scheme, "near": nearest(scheme, ("light", "dark"))})
            continue
        for name, colour in tokens.items():
            if name not in known:
                yield Problem("CW0603", document.place((scheme, name), key=True), {"key": name, "near": nearest(name, known)})
            elif not (isinstance(colour, str) and _COLOUR.fullmatch(colour)):
                yield Problem("CW0604", document.place((scheme, name)), {"found": colour})
