"""Items as a Markdown document and as CSV: all of them, harmless whatever they say, and CSV comes back."""

import csv
from io import StringIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coursewright.commands.main import run
from coursewright.exchange.encoding import unguarded
from coursewright.exchange.markdown import harmless
from coursewright.press.cells import shielded
from pictures import png
from trees import BANK, EVERY_TYPE, ITEMS, Files, with_quiz_of, write_course

HTML = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SIGNS = "a<>!/?bi \\`*_[](){}#|~-=+.1&;:\"'\n\t根"
PIECES = [
    "<script>",
    "</p>",
    "<!--",
    "```",
    "~~~",
    "`",
    "[a]: http://x",
    "<http://a.b>",
    "- ",
    "> ",
    "# ",
    "    ",
]
texts = st.lists(st.sampled_from(PIECES) | st.text(SIGNS, max_size=6), max_size=8).map("".join)


def written(tmp_path: Path, format: str, files: Files | None = None, *options: str) -> str:
    root = write_course(tmp_path / "course", files or with_quiz_of(ITEMS, EVERY_TYPE))
    file = tmp_path / f"soil.{format}"
    asked = options or ("--quiz", "soil")
    assert run(["export", format, str(file), *asked, "--course", str(root)]) == 0
    return file.read_text("utf-8-sig")


def test_the_document_has_every_question_with_its_answer(tmp_path: Path) -> None:
    text = written(tmp_path, "markdown")
    titles = [line for line in text.splitlines() if line.startswith("#")]
    assert titles[:2] == ["# Soil quiz", "## 1. soil-top"]
    assert len(titles) == 12
    for said in (
        "- **✗ B** It lies below.",
        "called \\_\\_\\_\\_, and below it lies \\_\\_\\_\\_.",
        "- **1 humus / topsoil** Leaves rot there.",
        "- **1 50 ± 1 cm** Two times 25 cm.",
        "> | Monday | 3 cm |",
        "nothing belongs to it",
    ):
        assert said in text, (said, text)


@given(texts)
def test_whatever_an_author_wrote_ends_where_it_ends_and_is_no_html(text: str) -> None:
    safe = harmless(text)
    tokens = HTML.parse(f"{safe}\n\n## After\n\n{safe}\n\n## Last")
    inner = [child for token in tokens for child in token.children or ()]
    assert [token.type for token in [*tokens, *inner] if token.type.startswith("html")] == []
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings[-1] == "Last"
    assert "After" in headings


@given(texts)
def test_the_same_holds_within_an_entry_of_a_list(text: str) -> None:
    from coursewright.exchange.markdown import _listed

    tokens = HTML.parse(f"{_listed([('A', text), ('', text)])}\n\n## Last")
    inner = [child for token in tokens for child in token.children or ()]
    assert [token.type for token in [*tokens, *inner] if token.type.startswith("html")] == []
    assert (tokens[-2].content, tokens[-1].type) == ("Last", "heading_close")


def test_code_keeps_its_signs_and_links_into_the_course_their_words() -> None:
    assert harmless("Write `<b>` and <b>") == "Write `<b>` and &lt;b>"
    assert harmless("See [layers](section:soil/layers) here") == "See layers here"
    assert harmless("See [there](https://a.example)") == "See [there](https://a.example)"


def test_a_picture_cannot_travel_in_a_text(tmp_path: Path) -> None:
    bank = EVERY_TYPE.replace("What lies on top?", '"![A bed](picture:bed.png) Top?"')
    files: Files = {**with_quiz_of(ITEMS, bank), "content/media/bed.png": png(4, 4)}
    root = write_course(tmp_path / "course", files)
    asked = ["--quiz", "soil", "--course", str(root)]
    assert run(["export", "markdown", str(tmp_path / "a.md"), *asked]) == 1
    assert run(["export", "markdown", str(tmp_path / "a.md"), *asked, "--skip"]) == 0
    assert "soil-top" not in (tmp_path / "a.md").read_text("utf-8")


def test_the_table_has_a_row_a_question_in_the_order_of_the_quiz(tmp_path: Path) -> None:
    rows = list(csv.reader(StringIO(written(tmp_path, "csv"))))
    assert rows[0][:4] == ["id", "type", "objective", "level"]
    assert [row[0] for row in rows[1:]] == ITEMS.replace("soil-bed", "soil-bed-cause, soil-bed-cure").split(
        ", "
    )


def test_the_table_comes_back_as_it_went(tmp_path: Path) -> None:
    written(tmp_path, "csv", None, "--chapter", "soil")
    root, file = tmp_path / "course", tmp_path / "soil.csv"
    before = (root / BANK).read_bytes()
    assert run(["items", "import", str(file), "--update", "--course", str(root)]) == 0
    assert (root / BANK).read_bytes() == before


@given(st.text("-=+@;\n a1|根", max_size=12))
def test_a_cell_that_was_made_safe_is_read_as_it_was(text: str) -> None:
    assert unguarded(shielded(text)) == text


def test_numbers_below_nought_come_back(tmp_path: Path) -> None:
    below = EVERY_TYPE.replace("value: 25\n", "value: -25\n").replace("Coarse work", "- Coarse work")
    below = below.replace(
        "explanation: - Coarse work comes before fine work.", 'explanation: "- Coarse work."'
    )
    written(tmp_path, "csv", with_quiz_of(ITEMS, below), "--chapter", "soil")
    root = tmp_path / "course"
    before = (root / BANK).read_bytes()
    assert run(["items", "import", str(tmp_path / "soil.csv"), "--update", "--course", str(root)]) == 0
    assert (root / BANK).read_bytes() == before


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    hostile = EVERY_TYPE.replace("What lies on top?", '"=HYPERLINK(1)"').replace(
        "text: Rock", 'text: "@SUM(1)"'
    )
    rows = list(csv.reader(StringIO(written(tmp_path, "csv", with_quiz_of(ITEMS, hostile)))))
    cells = [cell for row in rows for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert "'@SUM(1)" in cells
    assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")] == []


def test_items_reserved_for_exams_are_in_neither(tmp_path: Path) -> None:
    bank = EVERY_TYPE.replace("- id: soil-depth\n", "- id: soil-depth\n    use: exam\n", 1)
    files = with_quiz_of(ITEMS.replace("soil-depth, ", ""), bank)
    for format in ("markdown", "csv"):
        assert "spits" not in written(tmp_path / format, format, files, "--chapter", "soil")
