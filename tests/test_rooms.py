"""The rooms: who may import whom, and what holds for the engine as a whole."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coursewright
from coursewright.model.items.bank import ITEM_TYPES

ENGINE = Path(coursewright.__file__).parent
TESTS = Path(__file__).parent

COLUMNS = 110
LINED = {".py", ".mjs", ".css", ".typ", ".html"}
"""Files of lines that people wrote; catalogs have one entry a line, however long."""

GROUND = {"words", "styles", "diagnostics", "errors", "model"}
"""What any pass may use: words, problems, models and the look, none of which knows a pass."""

PASSES = ("load", "validate", "translate", "link", "render")
"""In the order of the data; a pass sees those before it."""

MAY_IMPORT = {
    "words": set(),
    "styles": set(),
    "press": set(),
    "program": set(),
    "writing": set(),
    "diagnostics": {"words"},
    "errors": {"diagnostics", "words"},
    "model": {"words", "writing"},
    "scoring": {"model", "writing"},
    "load": GROUND,
    "validate": {"load", "press", *GROUND},
    "translate": {"load", "validate", *GROUND},
    "audit": {"link", "scoring", "writing", "validate", "load", *GROUND},
    "link": {"load", "validate", "translate", "press", "program", "writing", *GROUND},
    "render": {"link", "press", "scoring", "writing", *GROUND},
    "roles": {"load", "validate", "edit", "link", "press", "render", *GROUND},
    "exams": {"link", "scoring", "press", "program", "render", *GROUND},
    "exchange": {"load", "validate", "link", "scoring", "writing", "press", "starter", *GROUND},
    "credentials": {"link", "press", "render", "writing", *GROUND},
    "stage": {"errors"},
    "starter": {"errors", "model"},
    "edit": {"load", "validate", "starter", *GROUND},
    "compiler": {*PASSES, "press", "roles", "credentials", *GROUND},
    "host": {*PASSES, "press", "stage", "compiler", *GROUND},
}
"""Room → the rooms it may import. `commands` may import all; nothing may import `commands`."""

DATA = {"browser", "pages", "theme", "__init__", "__main__"}


def imports(file: Path) -> Iterator[str]:
    """First names below `coursewright` that a module imports, wherever in it."""
    package = file.relative_to(ENGINE).parts[:-1]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
            names = [base] if node.module else [[*base[:-1], alias.name] for alias in node.names]
            yield from (next(part for part in name if part) for name in names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coursewright"):
            yield ([*(node.module or "").split("."), *(alias.name for alias in node.names)])[1]
        elif isinstance(node, ast.Import):
            yield from (
                alias.name.split(".")[1] for alias in node.names if alias.name.startswith("coursewright.")
            )


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_stands_below_it(room: str) -> None:
    files = (
        [ENGINE / f"{room}.py"] if (ENGINE / f"{room}.py").exists() else sorted((ENGINE / room).rglob("*.py"))
    )
    assert files
    allowed = {room, *MAY_IMPORT[room]}
    wrong = {str(file.relative_to(ENGINE)): bad for file in files if (bad := set(imports(file)) - allowed)}
    assert wrong == {}


def test_every_room_has_its_rule() -> None:
    rooms = {path.stem for path in ENGINE.iterdir() if path.suffix == ".py" or path.is_dir()} - {
        "__pycache__"
    }
    assert rooms == {*MAY_IMPORT, *DATA, "commands"}


CALLED_OTHERWISE = (
    *(ENGINE / "exchange" / f"{name}.py" for name in ("types", "moodle_xml", "moodle_read")),
    ENGINE / "render" / "xapi.py",
    *(ENGINE / "commands" / "rehearsal").glob("*.py"),  # an author of a bank, for once
)
"""What other programs and standards call them, which may be the same."""


BROUGHT = {"canonize", "noble", "qr"}
"""Folders of the browser with what others wrote, kept as they wrote it."""


def test_only_the_items_know_their_types() -> None:
    """Everyone else knows shapes, so that a new type is one file; messages to authors may name one."""
    types = {
        name: model.__name__ for name, model in ITEM_TYPES.items() if name != "case"
    }  # which is no shape
    named = re.compile(rf"(?<!inputMode: )[\"'](?:{'|'.join(types)})[\"']|\b(?:{'|'.join(types.values())})\b")
    files = [file for ending in ("py", "mjs", "html", "css") for file in ENGINE.rglob(f"*.{ending}")]
    found = {
        file.relative_to(ENGINE).as_posix(): names
        for file in files
        if not {ENGINE / "model" / "items", ENGINE / "diagnostics" / "codes"} & set(file.parents)
        and file not in CALLED_OTHERWISE
        and not BROUGHT & {*file.parts}
        and (names := named.findall(file.read_text("utf-8")))
    }
    assert found == {}


def opens_the_vault(file: Path) -> list[str]:
    """Where a module imports `Vault` or reads a `vault`."""
    found = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            named = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            found += [f"{node.lineno}: import" for name in named if name.lower() == "vault"]
        elif isinstance(node, ast.Import):
            found += [f"{node.lineno}: import" for alias in node.names if alias.name.endswith(".vault")]
        elif isinstance(node, ast.Attribute) and node.attr == "vault":
            found.append(f"{node.lineno}: .vault")
    return found


VAULT_KEEPERS = {"exams", "link", "commands", "compiler"}
"""`link` fills the vault, the compiler carries it to the commands, and they hand it to `exams`."""


def test_only_exams_opens_the_vault() -> None:
    rooms = {file: file.relative_to(ENGINE).parts[0].removesuffix(".py") for file in ENGINE.rglob("*.py")}
    opened = {str(file): lines for file, room in rooms.items() if (lines := opens_the_vault(file))}
    assert {rooms[Path(file)] for file in opened} <= VAULT_KEEPERS, opened
    assert opened, "the test finds those that may"


def test_renderers_do_not_ask_what_an_item_is_for() -> None:
    """An item that they have is for practice, by its type."""
    asking = {
        str(file): found
        for room in ("render", "roles")
        for file in (ENGINE / room).rglob("*.py")
        if (found := re.findall(r".*\.use\b.*", file.read_text("utf-8")))
    }
    assert asking == {}


def test_only_load_opens_sources() -> None:
    readers = re.compile(r"\bopen\(|\.read_text\(|\.read_bytes\(|\.write_text\(|\.write_bytes\(")
    # The engine's own files, and what is in memory.
    allowed = re.compile(r"resources\.|BytesIO|joinpath|file\.read_(text|bytes)\(|package")
    for room in ("model", "validate", "translate", "link", "render", "roles"):
        for file in (ENGINE / room).rglob("*.py"):
            lines = [
                line
                for line in file.read_text("utf-8").splitlines()
                if readers.search(line) and not allowed.search(line)
            ]
            assert lines == [], file


def test_renderers_use_no_clock_and_no_chance() -> None:
    for file in [*(ENGINE / "render").rglob("*.py"), *(ENGINE / "roles").rglob("*.py")]:
        names = {
            alias.name
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        names |= {
            node.module or ""
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom)
        }
        assert not names & {
            "time",
            "datetime",
            "random",
            "secrets",
            "uuid",
            "os",
            "pathlib",
            "urllib.request",
            "socket",
        }, file


def test_a_line_has_at_most_110_columns() -> None:
    own = [file for folder in (ENGINE, TESTS) for file in folder.rglob("*") if file.suffix in LINED]
    long = [
        f"{file}:{number}"
        for file in own
        if file.name != "words.mjs" and not {".coursewright", "snapshots", *BROUGHT} & {*file.parts}
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if len(line) > COLUMNS
    ]
    assert long == []


def test_the_engine_knows_nothing_about_one_course() -> None:
    special = re.compile("银行|客户经理|保险|云州")
    own = [
        file
        for file in ENGINE.rglob("*")
        if file.suffix in {".py", ".html", ".css", ".mjs", ".yml", ".json"}
        and not {"locale", "starter"} & set(file.parts)
    ]
    found = {
        str(file.relative_to(ENGINE)): lines
        for file in own
        if (lines := [line.strip() for line in file.read_text("utf-8").splitlines() if special.search(line)])
    }
    assert found == {}
