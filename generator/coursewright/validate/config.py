"""The course's mkdocs.yml and its colour tokens."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..diagnostics import Place, Problem, SourceString
from ..diagnostics.nearest import near
from ..load.source_file import SourceFile
from ..load.tree import OVERRIDES
from ..model.settings import BUILDERS, KEYS, OPTIONS, PLUGIN, THEME, THEME_KEYS, plugin_names, plugin_options
from ..styles.tokens import engine_tokens
from .mapping import not_a_mapping
from .media import UNSAFE
from .outside import fetched, fetched_settings, valued
from .unheeded import unheeded_settings
from .vector import unsafe

MADE = ("nav", "hooks", "use_directory_urls", "exclude_docs", "draft_docs")
"""Settings that the engine makes: one that a course sets would be ignored, or leave its pages out."""

UNFIT = ("navigation.expand", "navigation.instant.preview", "toc.integrate")
"""Features of Material that need the whole navigation in every page, or the place of our contents."""

SITE_ADDRESS = re.compile(r"(?:https?://(?:[\w.-]+|\[[0-9A-Fa-f:]+\])(?::\d+)?(?:/[\w./%~+-]*)?)?")
"""Without anything that would end the attribute of a page it is written into."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def config_problems(file: SourceFile) -> Iterator[Problem]:
    for key in MADE:
        if key in file.data:
            yield Problem("CW0602", file.place((key,), key=True), {"key": key})
    yield from _passed_over(file)
    yield from unheeded_settings(file)
    for path in fetched_settings(file.data):
        yield Problem("CW0620", file.place(path), {"found": str(valued(file.data, path))})
    address = file.data.get("site_url")
    if address is not None and not SITE_ADDRESS.fullmatch(str(address)):
        yield Problem("CW0611", file.place(("site_url",)), {"found": address})
    yield from _refused(file)
    if PLUGIN not in plugin_names(file.data):
        yield Problem("CW0605", file.place(("plugins",), key=True))
    for at, options in plugin_options(file.data):
        yield from _option_problems(file, ("plugins", at, PLUGIN), options)


def _passed_over(file: SourceFile) -> Iterator[Problem]:
    """Settings that neither builder knows, and goes without a word past."""
    theme = file.data.get("theme")
    for path, known in (((), KEYS), (("theme",), THEME_KEYS)):
        keys = file.data if not path else theme if isinstance(theme, dict) else {}
        for key in keys.keys() - known:
            values = {"key": ".".join((*path, key)), "near": near(key, known)}
            yield Problem("CW0612", file.place((*path, key), key=True), values)


def _refused(file: SourceFile) -> Iterator[Problem]:
    """Options of the search, which we set, and features that undo what our pages need."""
    for at, plugin in enumerate(_listed(file.data.get("plugins"))):
        options = plugin.get("search") if isinstance(plugin, dict) else None
        for key in options if isinstance(options, dict) else ():
            place = file.place(("plugins", at, "search", key), key=True)
            yield Problem("CW0602", place, {"key": f"search.{key}"})
    theme = file.data.get("theme")
    theme = theme if isinstance(theme, dict) else {"name": theme}
    for key, fixed in THEME.items():
        if theme.get(key) not in (None, fixed):
            path = ("theme", key) if isinstance(file.data.get("theme"), dict) else ("theme",)
            yield Problem("CW0602", file.place(path, key=True), {"key": ".".join(path)})
    for at, feature in enumerate(_listed(theme.get("features"))):
        if feature in UNFIT:
            yield Problem("CW0610", file.place(("theme", "features", at)), {"feature": feature})


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _option_problems(file: SourceFile, path: tuple[str | int, ...], options: Any) -> Iterator[Problem]:
    if not isinstance(options, dict):
        yield not_a_mapping(file, path)
        return
    for key, value in options.items():
        if key not in OPTIONS:
            values = {"key": key, "near": near(str(key), OPTIONS)}
            yield Problem("CW0607", file.place((*path, key), key=True), values)
        elif key == "builder" and value not in BUILDERS:
            yield Problem("CW0608", file.place((*path, key)), {"found": str(value)})


def override_problems(overrides: Mapping[str, bytes]) -> Iterator[Problem]:
    """Templates of the course that are not text, and whatever would ask another host when it is shown."""
    for name, raw in overrides.items():
        file = f"{OVERRIDES}/{name}"
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            if name.endswith(".html"):
                line = raw[: error.start].count(b"\n") + 1
                yield Problem("CW0103", Place(file, line), {"byte": f"0x{raw[error.start]:02X}"})
            continue
        away = [
            Problem("CW0620", _place_at(file, text, at, address), {"found": address})
            for at, address in fetched(name, text)
        ]
        yield from away
        if name.lower().endswith(".svg") and not away and (found := unsafe(raw)):
            reason = {"reason": SourceString(UNSAFE), "found": found.found}
            yield Problem("CW0511", Place(file, found.line), {"name": name, **reason})


def _place_at(file: str, text: str, at: int, words: str) -> Place:
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].split("\n", 1)[0]
    return Place(file, text.count("\n", 0, at) + 1, at - start + 1, len(words), line)


def token_problems(file: SourceFile) -> Iterator[Problem]:
    known = engine_tokens()["light"].keys()
    for scheme, tokens in file.data.items():
        if scheme not in ("light", "dark"):
            yield Problem(
                "CW0603",
                file.place((scheme,), key=True),
                {"key": scheme, "near": near(scheme, ("light", "dark"))},
            )
            continue
        if not isinstance(tokens, dict):
            yield not_a_mapping(file, (scheme,))
            continue
        for name, colour in tokens.items():
            if name not in known:
                yield Problem(
                    "CW0603",
                    file.place((scheme, name), key=True),
                    {"key": name, "near": near(name, known)},
                )
            elif not (isinstance(colour, str) and _COLOUR.fullmatch(colour)):
                yield Problem(
                    "CW0604", file.place((scheme, name)), {"found": _as_written(file, scheme, name)}
                )


def _as_written(file: SourceFile, scheme: str, name: str) -> str:
    """The colour, which is a comment when its sign # is not in quotation marks."""
    place = file.comment_after((scheme, name))
    return place.source[place.column - 1 :].strip() if place else str(file.data[scheme][name])
