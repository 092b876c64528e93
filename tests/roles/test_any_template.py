"""Whatever a file holds, it gives a source and problems, and never a traceback."""

from pathlib import Path

import pytest
from garden import Garden, framework, source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.compiler import problems_with
from coursewright.load.source_file import read_source
from coursewright.press.word.package import Filled, Held, Strip, filled
from coursewright.roles.edition import edition_in
from coursewright.roles.importing import Importer
from trees import ROLE, write_course

TAGS = """
code title aliases kind career proposals notes document document.version document.revisions
document.revisions.1 document.revisions.1.date document.revisions.7.change document.effective
document.confirmations.1.by revisions revisions.1 purpose statement company reports_to
duties duties.1 duties.1.text duties.2.weight duties.0.text duties.99.standard duties.1.source duties.1.nope
authority authority.1 authority.2.text redlines.9 internal.1.partner internal.1.purpose required.1.text
competencies competencies.digging competencies.digging.level competencies.sowing.competency
competencies.flying.level training.soil.day training.soil.chapter kpis.1.target kpis.1.period
confirm.all confirm.kpis confirm.duties.2 confirmation.by confirmation.date signature-date.1 tick.1 x x.y .
""".split()
TEXTS = st.one_of(
    st.sampled_from(
        ["", " ", "settled", "open", "5", "100", "true", "false", "2026-12-01", "a\nb", "-", "nope"]
    ),
    st.text(max_size=12),
)
HELD = st.builds(Held, st.sampled_from([*TAGS, ""]), st.sampled_from(["Duty", "Weight", "", "x"]), TEXTS)
STRIPS = st.lists(st.builds(Strip, st.lists(HELD, max_size=6), TEXTS), max_size=8)


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return Garden(write_course(tmp_path_factory.mktemp("any"), {ROLE: source(), **framework()}))


@pytest.fixture(scope="module")
def printed(garden: Garden) -> Filled:
    return filled(garden.printed())


@pytest.fixture(scope="module")
def importer(garden: Garden) -> Importer:
    return Importer(garden.site, "form.docx")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(strips=STRIPS, at=st.integers(0, 20))
def test_any_template_gives_a_source_or_problems(
    garden: Garden, importer: Importer, printed: Filled, strips: list[Strip], at: int
) -> None:
    body = (*printed.body[:at], *strips, *printed.body[at + 2 :])
    text = (garden.root / ROLE).read_text("utf-8")
    found = Filled(body, printed.heads, printed.source)
    done = importer.imported(found, "gardener", text, lambda file, new: problems_with(garden.root, file, new))

    assert done.problems or read_source(done.file, done.after.encode()).usable


@given(st.text())
def test_what_is_kept_in_a_file_may_be_anything(text: str) -> None:
    assert edition_in(text) is None


@pytest.mark.parametrize(
    "kept", ["[]", "{}", "null", '{"kind": 1, "role": [], "language": {}, "data": 7}', "[" * 9999]
)
def test_what_was_kept_by_somebody_else_is_no_edition(kept: str, tmp_path: Path) -> None:
    assert edition_in(kept) is None
