"""What must be confirmed before use stands at the head of every paper that is used, in Word and in PDF."""

from pathlib import Path

import pytest
from garden import Garden, codes, data
from garden_fixtures import garden
from pdfparts import texts
from wordhand import fill
from wordparts import root_of, text_of

from coursewright.compiler import compile_course
from trees import ROLE, changed, write_course

__all__ = ["garden"]

RESERVED = "Ask compliance about ladders"
FILES = changed(ROLE, "\nnotes:", f"\nreservations:\n  - {RESERVED}\nnotes:")
PAPERS = ["gardener", "gardener.onboarding", "gardener.appraisal"]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    tree = compile_course(write_course(tmp_path_factory.mktemp("reserved"), FILES), documents=True)[1]
    folder = "docs/roles/files/"
    return {path.removeprefix(folder): tree[path] for path in tree if path.startswith(folder)}


@pytest.mark.parametrize("paper", PAPERS)
def test_it_stands_at_the_head_in_word(paper: str, papers: dict[str, bytes]) -> None:
    said = text_of(root_of(papers[f"{paper}.docx"]))

    assert "Confirm before use" in said
    assert said.index(RESERVED) < said.index("Digs the beds")


@pytest.mark.parametrize("paper", PAPERS)
def test_it_stands_on_the_first_page_in_pdf(paper: str, papers: dict[str, bytes]) -> None:
    first = texts(papers[f"{paper}.pdf"])[0]

    assert "Confirmbeforeuse" in first
    assert RESERVED.replace(" ", "") in first


@pytest.mark.parametrize("paper", PAPERS[1:])
def test_other_notes_stay_in_the_description(paper: str, papers: dict[str, bytes]) -> None:
    assert "Ask about boots" not in text_of(root_of(papers[f"{paper}.docx"]))
    assert "Ask about boots" in text_of(root_of(papers["gardener.docx"]))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_role_without_any_has_no_place_for_them(paper: str, tmp_path: Path) -> None:
    tree = compile_course(write_course(tmp_path), documents=True)[1]

    assert "Confirm before use" not in text_of(root_of(tree[f"docs/roles/files/{paper}.docx"]))


def test_what_hr_strikes_out_in_word_is_gone_from_the_source(garden: Garden) -> None:
    garden.rewrite(("notes:", f"reservations:\n  - {RESERVED}\nnotes:"))
    printed = garden.printed(fill("reservations.1", "Compliance agreed"))

    assert data(garden.back(printed))["reservations"] == ["Compliance agreed"]
    done = garden.back(garden.printed(fill("reservations.1", "")))
    assert "reservations" not in data(done)
    assert codes(done) == []
