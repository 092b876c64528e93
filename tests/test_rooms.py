"""The stages: who may import whom, what staging writes, what a failure leaves alone."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import coursewright
from coursewright.commands.main import run
from coursewright.compiler import RENDERERS, compile_course
from coursewright.errors import ForeignFolder
from coursewright.model.items.bank import ITEM_TYPES
from coursewright.render import OutputTree, render_site
from coursewright.stage import replace_folder, stage_tree
from coursewright.stage.folder import MARKER
from trees import CHAPTER, COURSE, QUIZ, SECTION, changed, compiled, site_of, write_course, write_tree

ENGINE = Path(coursewright.__file__).parent
TESTS = Path(__file__).parent

COLUMNS = 110
LINED = {".py", ".mjs", ".css", ".typ"}
"""Files of lines that people wrote; catalogs have one entry a line, however long."""

GROUND = {"words", "styles", "diagnostics", "errors", "model"}
"""What any pass may use: words, problems, models and the look, none of which knows a pass."""

PASSES = ("load", "validate", "translate", "link", "render")
"""In the order of the data; a pass sees those before it."""

MAY_IMPORT = {
    "words": set(),
    "styles": set(),
    "press": set(),
    "diagnostics": {"words"},
    "errors": {"diagnostics", "words"},
    "model": {"words"},
    "scoring": {"model"},
    "load": GROUND,
    "validate": {"load", *GROUND},
    "translate": {"load", "validate", *GROUND},
    "link": {"load", "validate", "translate", *GROUND},
    "render": {"link", "press", *GROUND},
    "roles": {"load", "validate", "link", "press", "render", *GROUND},
    "exams": {"link", "press", "render", *GROUND},
    "exchange": {"link", *GROUND},
    "credentials": GROUND,
    "stage": {"errors"},
    "starter": {"errors", "model"},
    "compiler": {*PASSES, "press", "roles", *GROUND},
    "host": {*PASSES, "stage", "compiler", *GROUND},
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


def test_only_the_items_know_their_types() -> None:
    """Everyone else knows shapes, so that a new type is one file; messages to authors may name one."""
    types = {*ITEM_TYPES, *(model.__name__ for model in ITEM_TYPES.values())}
    named = re.compile("|".join(sorted(types)))
    files = [file for ending in ("py", "mjs", "html", "css") for file in ENGINE.rglob(f"*.{ending}")]
    found = {
        file.relative_to(ENGINE).as_posix(): names
        for file in files
        if not {ENGINE / "model" / "items", ENGINE / "diagnostics" / "codes"} & set(file.parents)
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
    allowed = re.compile(r"resources\.|joinpath|file\.read_(text|bytes)\(|package")  # the engine's own files
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
        if file.name != "words.mjs" and ".coursewright" not in file.parts
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


# the output tree


def test_a_path_is_written_once() -> None:
    tree = OutputTree()
    tree.add("a.md", "text")
    with pytest.raises(ValueError, match=r"two renderers write a\.md"):
        tree.add("a.md", b"text")
    assert dict(tree) == {"a.md": b"text"}


def test_rendering_twice_gives_the_same_tree(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert dict(render_site(site, RENDERERS)) == dict(render_site(site, RENDERERS))


def test_rendering_writes_nothing(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    before = snapshot(root)
    compile_course(root)
    assert snapshot(root) == before


@pytest.mark.parametrize(
    "path",
    [
        "questions/soil.html",
        "main.html",
        "quiz.html",
        "assets/own.css",
        "partials/footer.html",
        "pages/guide.html",
    ],
)
def test_a_course_may_lay_any_file_over_the_theme(tmp_path: Path, path: str) -> None:
    tree = compiled(tmp_path, {f"site_overrides/{path}": "<p>own</p>"})
    if path.startswith("pages/"):
        assert b"<p>own</p>" in tree["docs/guides/start.md"]
    else:
        assert tree[f"overrides/{path}"] == b"<p>own</p>"


@pytest.mark.parametrize(
    "template", [b"\xff", b"{% if %}", b"{{ nothing_here }}", b"{{ guide.model.nothing }}", b"{{ 1/0 }}"]
)
def test_a_broken_page_template_of_the_course_is_told_not_a_bug(
    tmp_path: Path, template: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_course(tmp_path, {"site_overrides/pages/guide.html": template})
    assert run(["stage", str(tmp_path / "out"), "--course", str(root)]) == 1
    said = "".join(capsys.readouterr())
    assert "Traceback" not in said
    assert "site_overrides/pages/guide.html" in said


# staging


def snapshot(folder: Path) -> Mapping[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_folder_holds_exactly_the_tree(tmp_path: Path) -> None:
    staged = stage_tree({"a.md": b"1", "b/c.md": b"2"}, tmp_path / "out")
    assert snapshot(tmp_path / "out") == {MARKER: b"", "a.md": b"1", "b/c.md": b"2"}
    assert (set(staged.written), staged.deleted) == ({"a.md", "b/c.md"}, ())


def test_only_what_changed_is_written_and_what_is_stale_is_deleted(tmp_path: Path) -> None:
    out = tmp_path / "out"
    stage_tree({"same.md": b"1", "changed.md": b"1", "old/stale.md": b"1"}, out)
    before = (out / "same.md").stat()
    staged = stage_tree({"same.md": b"1", "changed.md": b"2", "new.md": b"1"}, out)
    assert (set(staged.written), staged.deleted) == ({"changed.md", "new.md"}, ("old/stale.md",))
    assert ((out / "same.md").stat().st_mtime_ns, (out / "same.md").stat().st_ino) == (
        before.st_mtime_ns,
        before.st_ino,
    )
    assert not (out / "old").exists()
    assert snapshot(out) == {MARKER: b"", "same.md": b"1", "changed.md": b"2", "new.md": b"1"}


@pytest.mark.parametrize(("first", "second"), [({"a": b"1"}, {"a/b": b"1"}), ({"a/b": b"1"}, {"a": b"1"})])
def test_a_file_may_become_a_folder_and_back(
    tmp_path: Path, first: dict[str, bytes], second: dict[str, bytes]
) -> None:
    stage_tree(first, tmp_path / "out")
    stage_tree(second, tmp_path / "out")
    assert snapshot(tmp_path / "out") == {MARKER: b"", **second}


def test_what_an_interrupted_run_left_is_cleared(tmp_path: Path) -> None:
    stage_tree({"a.md": b"1"}, tmp_path / "out")
    (tmp_path / "out/.a.md.new").write_bytes(b"half")
    stage_tree({"a.md": b"1"}, tmp_path / "out")
    assert snapshot(tmp_path / "out") == {MARKER: b"", "a.md": b"1"}


def test_a_folder_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    write_tree(tmp_path / "theirs", {"letter.txt": "dear"})
    with pytest.raises(ForeignFolder):
        stage_tree({"a.md": b"1"}, tmp_path / "theirs")
    assert snapshot(tmp_path / "theirs") == {"letter.txt": b"dear"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert stage_tree({"a.md": b"1"}, tmp_path / "out").written == ("a.md",)


# replacing


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    write_tree(tmp_path, {"new/a": "1", "old/b": "2"})
    replace_folder(tmp_path / "new", tmp_path / "old")
    assert snapshot(tmp_path) == {"old/a": b"1"}


def test_a_folder_is_put_where_none_was(tmp_path: Path) -> None:
    write_tree(tmp_path, {"new/a": "1"})
    replace_folder(tmp_path / "new", tmp_path / "old")
    assert snapshot(tmp_path) == {"old/a": b"1"}


def test_the_old_folder_comes_back_when_the_new_one_cannot_be_put_there(tmp_path: Path) -> None:
    write_tree(tmp_path, {"old/b": "2"})
    with pytest.raises(FileNotFoundError):
        replace_folder(tmp_path / "missing", tmp_path / "old")
    assert snapshot(tmp_path) == {"old/b": b"2"}


# a failed build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_course(tmp_path_factory.mktemp("built"))
    assert run(["build", "--course", str(root)]) == 0
    return root


def test_the_site_is_built_beside_the_sources(built: Path) -> None:
    site = snapshot(built / "site")
    assert {
        "index.html",
        "learn/soil/layers/index.html",
        "quizzes/soil/index.html",
        "content-security-policy.txt",
    } <= site.keys()
    assert not [path for path, raw in site.items() if b"anzibar" in raw or b"soil-secret" in raw]


@pytest.mark.parametrize(
    "broken",
    [
        {QUIZ: "a: ["},
        {SECTION: None},
        changed(CHAPTER, "title: Soil", "titel: Soil"),
        {"content/course.yml": None},
    ],
)
def test_a_failed_build_leaves_the_last_good_site(
    built: Path, broken: dict[str, str | None], capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(built / "site")
    write_tree(built, broken)
    try:
        assert run(["build", "--course", str(built)]) == 1
    finally:
        write_tree(built, COURSE)
    assert snapshot(built / "site") == before
    assert "Nothing was written." in capsys.readouterr().err


@pytest.mark.parametrize(
    "settings",
    [
        "plugins: [coursewright, no-such-plugin]\n",
        "plugins: [coursewright]\nextra_css: 5\n",
        "plugins: [coursewright]\nsite_url: 5\n",
        "plugins: [coursewright]\ntheme: {name: material, palette: 5, features: 5}\n",
        "plugins: [coursewright]\nmarkdown_extensions: 5\n",
        "plugins: 5\n",
    ],
)
def test_settings_that_mkdocs_refuses_are_told_not_a_bug(
    built: Path, settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(built / "site")
    write_tree(built, {"mkdocs.yml": "site_name: A\n" + settings})
    try:
        code = run(["build", "--course", str(built), "--site", str(built / "other")])
    finally:
        write_tree(built, COURSE)
    said = "".join(capsys.readouterr())
    assert code in (0, 1)
    assert "Traceback" not in said
    assert snapshot(built / "site") == before


def test_a_broken_theme_template_of_the_course_is_told_not_a_bug(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(built / "site")
    write_tree(built, {"site_overrides/main.html": "{% extends 'base.html' %}{% block %}"})
    try:
        code = run(["build", "--course", str(built)])
    finally:
        (built / "site_overrides/main.html").unlink()
    said = "".join(capsys.readouterr())
    assert code == 1
    assert "Traceback" not in said
    assert snapshot(built / "site") == before


def test_a_site_folder_with_someone_elses_files_is_refused(built: Path, tmp_path: Path) -> None:
    write_tree(tmp_path, {"theirs/letter.txt": "dear"})
    assert run(["build", "--course", str(built), "--site", str(tmp_path / "theirs")]) in (1, 2)
    assert snapshot(tmp_path) == {"theirs/letter.txt": b"dear"}


@pytest.mark.parametrize("inside", ["", "content", "quizzes/bank"])
def test_a_site_folder_that_holds_the_sources_is_refused(tmp_path: Path, inside: str) -> None:
    root = write_course(tmp_path / "course")
    before = snapshot(root)
    assert run(["build", "--course", str(root), "--site", str(root / inside)]) in (1, 2)
    after = {path: raw for path, raw in snapshot(root).items() if not path.startswith(".coursewright/")}
    assert after == before
