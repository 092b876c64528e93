"""The documents of roles: which there are, what they say, and what they are called."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from coursewright.compiler import compile_course
from coursewright.link import Site
from coursewright.press.document import Document, Item, Listing, Paragraph, Passage, Table, Together, lines_of
from coursewright.press.line import Control, Mark, Run
from coursewright.roles.documents import blank_document, role_documents
from coursewright.roles.stationery import Stationery, ascii_name, file_name
from coursewright.words import Words
from trees import FRAMEWORK, ROLE, Files, changed, site_of, write_course

QUESTIONS = changed(
    FRAMEWORK,
    "criteria: [Names the spade",
    "questions: [Tell of a bed you dug.]\n        criteria: [Names the spade",
)
HOSTILE = "../<w:p>&\"'=1+1#{sys}\\u0000"


def documents(site: Site) -> dict[str, Document]:
    return {
        paper.key: paper.document
        for paper in role_documents(Stationery(site, Words("en")), site.roles.values())
    }


def texts(value: object) -> Iterator[str]:
    """Everything that a reader of a document sees, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Control):
        yield value.shown
    elif isinstance(value, Run | Mark):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))


def said(document: Document) -> str:
    return " ".join(texts(document.blocks))


def test_a_role_has_the_documents_that_its_source_allows(tmp_path: Path) -> None:
    assert list(documents(site_of(tmp_path, QUESTIONS))) == [
        "gardener",
        "gardener.interview",
        "gardener.onboarding",
        "gardener.appraisal",
        "head",
    ]


def test_a_department_has_its_charter_alone(tmp_path: Path) -> None:
    site = site_of(tmp_path, changed(ROLE, "family: garden", "family: garden\nkind: charter"))

    assert [key for key in documents(site) if key.startswith("gardener")] == ["gardener"]
    assert documents(site)["gardener"].title == "Gardener: department charter"


PURPOSE = "purpose: Keeps the garden."
LONG_PURPOSE = """\
purpose: |
  Keeps the *whole* garden,
  see [the book](https://example.com/soil).

  - beds
    - roses
  - paths
"""


def test_an_authors_text_keeps_its_blocks(tmp_path: Path) -> None:
    made = documents(site_of(tmp_path, changed(ROLE, PURPOSE, LONG_PURPOSE)))
    (passage,) = (block for block in made["gardener"].blocks if isinstance(block, Passage))
    paragraph, listing = passage.blocks

    assert passage.key == "purpose"
    assert isinstance(paragraph, Paragraph)
    assert Run("whole", emphasis=True) in paragraph.line
    assert listing == Listing((Item(("beds",), (Listing((("roses",),)),)), ("paths",)))
    assert (
        next(block for block in made["gardener.onboarding"].blocks if isinstance(block, Listing)) == listing
    )
    assert "see the book (https://example.com/soil)." in " ".join(
        lines_of(made["gardener.onboarding"].blocks)
    )


def test_a_text_of_one_paragraph_is_a_control_in_its_line(tmp_path: Path) -> None:
    made = documents(site_of(tmp_path, changed(ROLE, PURPOSE, "purpose: Keeps the *whole* garden.")))
    control = next(control for control in _controls(made["gardener"].blocks) if control.key == "purpose")

    assert control.value == "Keeps the whole garden."
    assert control.line == ("Keeps the ", Run("whole", emphasis=True), " garden.")
    assert not [block for block in made["gardener"].blocks if isinstance(block, Passage)]


def test_a_mark_stays_with_a_statement_of_several_paragraphs(tmp_path: Path) -> None:
    files = changed(
        ROLE,
        "statement: This may change.\nproposals: [kpis]",
        "statement: |\n  One.\n\n  Two.\nproposals: [kpis, statement]",
    )
    signed = documents(site_of(tmp_path, files))["gardener"].blocks[-1]
    assert isinstance(signed, Together)
    blocks = signed.blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Passage))

    assert list(lines_of((blocks[at],))) == ["One.", "Two."]
    assert isinstance(marked := blocks[at + 1], Paragraph)
    assert any(isinstance(span, Mark) for span in marked.line)


def test_interview_asks_and_scores_by_the_criteria(tmp_path: Path) -> None:
    text = said(documents(site_of(tmp_path, QUESTIONS))["gardener.interview"])

    assert "Tell of a bed you dug." in text
    assert all(
        criterion in text
        for criterion in ("Names the spade", "Digs when shown", "Digs a bed", "Shows others")
    )


def test_an_interview_is_internal_has_a_choice_of_questions_minutes_and_room_for_evidence(
    tmp_path: Path,
) -> None:
    made = documents(site_of(tmp_path, QUESTIONS))["gardener.interview"]
    (asked,) = (
        block for block in made.blocks if isinstance(block, Together) and "bed you dug" in _all(block)
    )
    evidence = asked.blocks[-1]

    assert made.head[1] == "Internal · G-01 · version 1.0"
    assert "about 6 minutes each, 6 in all" in said(made)
    assert [block.marker for block in asked.blocks if isinstance(block, Listing)] == ["tick"]
    assert isinstance(evidence, Table)
    assert evidence.tall >= 20


def _all(block: Together) -> str:
    return " ".join(lines_of((block,)))


def test_onboarding_names_chapters_by_their_day(tmp_path: Path) -> None:
    text = said(documents(site_of(tmp_path))["gardener.onboarding"])

    assert "First month (day 30)" in text
    assert "Ch. 1 Soil" in text
    assert "70%" in text
    assert "No poison" in text


def test_appraisal_has_every_indicator_with_its_weight(tmp_path: Path) -> None:
    text = said(documents(site_of(tmp_path))["gardener.appraisal"])

    assert "Beds a day (month; The book; higher is better, 0–100 points)" in text
    assert "100%" in text
    assert "higher is better, actual ÷ target × 100, the target above 0" in text
    assert "lower is better, (2 − actual ÷ target) × 100" in text
    assert "divided by 0" in text
    assert "Weighted = score × weight" in text
    titles = {
        control.title
        for control in _controls(documents(site_of(tmp_path / "again"))["gardener.appraisal"].blocks)
    }
    assert {"Employee number", "Grade", "Overall score"} <= titles


def test_what_the_source_did_not_say_is_marked(tmp_path: Path) -> None:
    document = documents(site_of(tmp_path))["gardener"]
    headings = {
        " ".join(texts(block.line))
        for block in document.blocks
        if hasattr(block, "line") and hasattr(block, "level")
    }

    assert any(
        heading.startswith("Key performance indicators") and heading.endswith("Proposal")
        for heading in headings
    )
    assert "Authority" in headings


def test_blank_form_says_nothing_of_any_role(tmp_path: Path) -> None:
    document = blank_document(Stationery(site_of(tmp_path), Words("en"))).document
    controls = [value for value in _controls(document.blocks) if value.value]

    assert {control.key.rpartition(".")[2] for control in controls} == {"essential"}
    assert "Proposal" not in said(document)


def _controls(value: object) -> Iterator[Control]:
    if isinstance(value, Control):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _controls(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _controls(getattr(value, name))


LONG = st.one_of(
    st.text(),
    st.builds(lambda text, times: text * times, st.text(min_size=1, max_size=4), st.integers(50, 100)),
)


@given(code=LONG, title=LONG, suffix=st.text(max_size=12), version=LONG)
def test_any_name_of_a_file_is_safe(code: str, title: str, suffix: str, version: str) -> None:
    name = file_name(code, title, suffix, version)

    assert name
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', name)
    assert name not in (".", "..")
    assert name == name.strip(" .")
    assert len(f"{name}.docx".encode(errors="replace")) <= 255


@pytest.mark.parametrize("code", ["AUX.1", "con", "NUL", "lpt1.x", "Com9"])
def test_a_code_that_is_a_device_to_windows_names_no_device(code: str) -> None:
    for title in ("", ".x"):
        name = file_name(code, title, "", "")
        assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", f"{name}.docx")
    assert file_name("AUXILIARY", "a", "", "") == "AUXILIARY-a"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a role whose every word is hostile."""
    words: Files = changed(ROLE, "title: Gardener", f"title: '{HOSTILE.replace(chr(39), chr(39) * 2)}'")
    source = (
        str(words[ROLE])
        .replace("Digs the beds", 'Digs "</w:t>" & <script>')
        .replace("code: G-01", "code: ../../G")
    )
    root = write_course(
        tmp_path_factory.mktemp("hostile"),
        {
            ROLE: source.replace(
                '  - text: Digs "</w:t>" & <script>', "  - text: 'Digs \"</w:t>\" & <script>'"
            )
        },
    )
    tree = compile_course(root, documents=True)[1]
    return {path: tree[path] for path in tree if path.startswith("docs/roles/files/")}


def test_hostile_words_break_no_document(hostile: dict[str, bytes]) -> None:
    for path, raw in hostile.items():
        if path.endswith(".docx"):
            with zipfile.ZipFile(BytesIO(raw)) as parts:
                for name in parts.namelist():
                    if name.endswith((".xml", ".rels")):
                        etree.fromstring(parts.read(name))
        assert raw.startswith(
            {"docx": b"PK", "zip": b"PK", "pdf": b"%PDF", "json": b"{"}[path.rsplit(".", 1)[-1]]
        )


def test_hostile_names_stay_in_the_archive(hostile: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(hostile["docs/roles/files/roles.zip"])) as archive:
        names = archive.namelist()
        manifest = archive.read("manifest.csv").decode("utf-8-sig")

    assert all(".." not in name.split("/") and not name.startswith("/") for name in names)
    assert "\r\n=" not in manifest
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", ["NUL.x", "nul", "AUX.1", "com1", "LPT9.a b", "CON"])
def test_no_file_has_the_name_of_a_device(code: str, tmp_path: Path) -> None:
    assert file_name(code, "", "", "").startswith("_")
    assert file_name(code, "Gardener", "", "").startswith("_") == ("." in code)
    role = site_of(tmp_path, changed(ROLE, "code: G-01", f"code: {code}")).roles["gardener"]
    assert ascii_name(role, "").startswith("_") == ("." in code)


def test_a_plain_name_is_cut_as_the_other_is(tmp_path: Path) -> None:
    files = changed(ROLE, "code: G-01", f"code: W-01 {'x' * 380}")
    tree = compile_course(write_course(tmp_path, files), documents=True)[1]
    with zipfile.ZipFile(BytesIO(tree["docs/roles/files/roles.zip"])) as archive:
        names = archive.namelist()
        manifest = archive.read("manifest.csv").decode("utf-8-sig")
    assert max(len(name.rpartition("/")[2].encode()) for name in names) <= 255
    assert all(name.rpartition("/")[2] in manifest for name in names if name.startswith("ascii/"))
    assert len(names) == len(set(names))
