"""The page that sums a chapter up: where it leads from, what is on it, and a course without one."""

from pathlib import Path

from trees import CHAPTER, COURSE, Files, changed, compiled

PAGE = "docs/learn/soil/recap.md"
LINK = 'href="site:/learn/soil/recap/"'
WITHOUT = {CHAPTER: COURSE[CHAPTER].split("recap:")[0]}


def pages(root: Path, files: Files | None = None) -> dict[str, str]:
    tree = compiled(root, files or {})
    return {path: tree[path].decode() for path in dict(tree) if path.endswith((".md", ".yml"))}


def test_it_has_the_author_s_words_with_headings_that_search_finds(tmp_path: Path) -> None:
    page = pages(tmp_path)[PAGE]
    assert 'title: "One-page summary: Soil"' in page
    assert "\n## The layers {" in page
    assert "<td>grows</td>" in page
    assert "<cw-print hidden></cw-print>" in page


def test_its_chapter_and_the_last_section_lead_to_it(tmp_path: Path) -> None:
    made = pages(tmp_path)
    assert LINK in made["docs/learn/soil/index.md"]
    assert LINK in made["docs/learn/soil/layers.md"]


def test_it_stands_between_the_last_section_and_the_quiz(tmp_path: Path) -> None:
    nav = pages(tmp_path)["mkdocs.yml"]
    assert nav.index("learn/soil/layers.md") < nav.index("learn/soil/recap.md") < nav.index("quizzes/soil.md")


def test_a_chapter_without_one_has_neither_page_nor_links(tmp_path: Path) -> None:
    made = pages(tmp_path, WITHOUT)
    assert PAGE not in made
    assert not [path for path, page in made.items() if "recap" in page]


def test_what_an_author_writes_is_text(tmp_path: Path) -> None:
    page = pages(tmp_path, changed(CHAPTER, "Dig from the top.", "Dig <script>alert(1)</script>."))[PAGE]
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
