"""A form that comes back from Word: what it says, put into the role's source."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.diagnostics import SourceString, errors_in
from coursewright.link import Site
from coursewright.load.source_file import read_source
from coursewright.model.markup import blocks
from coursewright.model.role import Role
from coursewright.press.document import Control, Document, lines_of
from coursewright.press.prose import prose
from coursewright.press.word.package import controls, word
from coursewright.roles.job_description import job_description
from coursewright.roles.returned import difference, filled_data, filled_problems, role_data, role_yaml
from coursewright.roles.stationery import Stationery
from coursewright.words import Words
from trees import ROLE, site_of
from trees import changed as changed_source

Pairs = list[tuple[str, str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory.mktemp("garden"), two_duties())


def two_duties() -> dict[str, str]:
    one = "  - text: Digs the beds\n    standard: Beds are dug\n    weight: 100\n    source: true\n"
    two = (
        one.replace("100", "60")
        + "  - text: Cleans the tools\n    standard: No rust\n    weight: 40\n    source: true\n"
    )
    return changed_source(ROLE, one, two)


@pytest.fixture(scope="module")
def role(site: Site) -> Role:
    return site.roles["gardener"].model


@pytest.fixture(scope="module")
def pairs(site: Site) -> Pairs:
    """Every control of the untouched form with its stored value."""
    return [
        (control.key, control.value)
        for control in controls_of(job_description(site.roles["gardener"], Stationery(site, Words("en"))))
    ]


def controls_of(document: Document) -> list[Control]:
    """The controls of a document in the order of its pages."""
    found: list[Control] = []

    def look(value: object) -> None:
        if isinstance(value, Control):
            found.append(value)
        elif isinstance(value, tuple):
            for part in value:
                look(part)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                look(getattr(value, name))

    look(document.head)
    look(document.blocks)
    return found


def changed(pairs: Pairs, **texts: str) -> Pairs:
    """The form with other texts; `duties__1__text` stands for `duties.1.text`."""
    fresh = {name.replace("__", "."): text for name, text in texts.items()}
    return [(tag, fresh.get(tag, text)) for tag, text in pairs]


def test_untouched_form_changes_nothing(role: Role, pairs: Pairs) -> None:
    assert filled_data(pairs, role) == role_data(role)


MARKED = """\
purpose: |
  Keeps the **whole** garden, see [the book](https://example.com/soil).

  1. beds
  2. paths
"""


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        (None, None),
        ("Keeps a garden.", "Keeps a garden."),
        (
            "Keeps a garden.\n- beds\n2. paths\n\n= *all*",
            "Keeps a garden.\n\n\\- beds\n\n2\\. paths\n\n\\= \\*all\\*",
        ),
    ],
)
def test_a_text_of_blocks_comes_back_as_it_was_or_as_paragraphs(
    tmp_path: Path, text: str | None, purpose: str | None
) -> None:
    site = site_of(tmp_path, changed_source(ROLE, "purpose: Keeps the garden.", MARKED))
    role = site.roles["gardener"].model
    filled = controls(word(job_description(site.roles["gardener"], Stationery(site, Words("en")))))
    found = filled_data([(tag, text if tag == "purpose" and text else said) for tag, said in filled], role)
    assert found["purpose"] == (purpose or role.purpose)
    assert {**found, "purpose": ""} == {**role_data(role), "purpose": ""}
    assert (
        " ".join(lines_of(prose(blocks(found["purpose"])))).split()
        == (text or dict(filled)["purpose"]).split()
    )


def test_every_field_of_the_form_stands_in_the_source(pairs: Pairs) -> None:
    tags = [tag for tag, _ in pairs]

    assert len(tags) == len(set(tags))
    assert {tag.split(".")[0] for tag in tags} <= set(Role.model_fields)


def test_filled_fields_come_back(role: Role, pairs: Pairs) -> None:
    data = filled_data(
        changed(pairs, company="The allotment", kpis__1__target="12", duties__1__weight="60 %"), role
    )

    assert data["company"] == "The allotment"
    assert data["kpis"][0]["target"] == "12"
    assert data["duties"][0]["weight"] == 60


def test_emptied_field_is_left_out(role: Role, pairs: Pairs) -> None:
    assert "conditions" not in filled_data(changed(pairs, conditions=" "), role)


def test_row_deleted_in_word_is_an_entry_less(role: Role, pairs: Pairs) -> None:
    data = filled_data([pair for pair in pairs if not pair[0].startswith("duties.1.")], role)

    assert [duty["text"] for duty in data["duties"]] == [duty.text for duty in role.duties[1:]]


def test_row_copied_in_word_is_an_entry_more(role: Role, pairs: Pairs) -> None:
    at = next(at for at, pair in enumerate(pairs) if pair[0].startswith("duties.2."))
    copy = [
        ("duties.1.text", "Sweep the paths."),
        ("duties.1.standard", "No leaves."),
        ("duties.1.weight", "10"),
    ]

    data = filled_data([*pairs[:at], *copy, *pairs[at:]], role)

    assert [duty["text"] for duty in data["duties"]] == [
        role.duties[0].text,
        "Sweep the paths.",
        *(duty.text for duty in role.duties[1:]),
    ]
    assert "source" not in data["duties"][1]


def test_spaces_and_commas_of_the_source_are_no_difference(role: Role, pairs: Pairs) -> None:
    spaced = role.model_copy(
        update={
            "aliases": ("Digger, first class", "Hand"),
            "department": "Garden\u3000north",
            "purpose": "Keeps\u3000it.",
        }
    )
    same = changed(
        pairs, aliases="Digger, first class, Hand", department="Garden\u3000north", purpose="Keeps\u3000it."
    )

    assert filled_data(same, spaced) == role_data(spaced)


def test_marks_of_markdown_stay_where_the_words_are_the_same(role: Role, pairs: Pairs) -> None:
    marked = role.model_copy(update={"purpose": "Keeps **every** bed in order."})

    assert (
        filled_data(changed(pairs, purpose="Keeps every bed in order."), marked)["purpose"]
        == "Keeps **every** bed in order."
    )


def test_what_was_typed_is_text_and_not_markdown(role: Role, pairs: Pairs) -> None:
    data = filled_data(changed(pairs, purpose="[x](javascript:1) <b>*a*</b>"), role)

    assert data["purpose"] == r"\[x\](javascript:1) \<b\>\*a\*\</b\>"
    assert errors_in(filled_problems("gardener.yml", role_yaml(data), "en")) == 0


def test_names_are_no_markdown_and_stay_as_they_are(role: Role, pairs: Pairs) -> None:
    assert filled_data(changed(pairs, company="A*B* & C_d_"), role)["company"] == "A*B* & C_d_"
    starred = role.model_copy(update={"department": "*Garden*"})
    assert filled_data(changed(pairs, department="*Garden*"), starred)["department"] == "*Garden*"


def test_wrong_sum_is_a_problem_with_its_line(role: Role, pairs: Pairs) -> None:
    problems = filled_problems(
        "gardener.yml", role_yaml(filled_data(changed(pairs, duties__1__weight="99"), role)), "en"
    )

    assert [problem.code for problem in problems] == ["CW0403"]
    assert problems[0].place.source == "duties:"


def test_weight_in_words_is_a_problem(role: Role, pairs: Pairs) -> None:
    problems = filled_problems(
        "gardener.yml", role_yaml(filled_data(changed(pairs, duties__1__weight="half"), role)), "en"
    )

    assert [(problem.code, problem.values["expected"]) for problem in problems] == [
        ("CW0202", SourceString("a whole number"))
    ]


TAGS = [
    "duties.1.text",
    "duties.0.text",
    f"duties.{'9' * 5000}.text",
    "duties.2.weight",
    "aliases",
    "document.version",
    "document.revisions.1.date",
    "kpis.9.name",
    "title",
    "x.y",
    "",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(form=st.lists(st.tuples(st.sampled_from(TAGS), st.text())))
def test_any_form_gives_a_source_or_problems(role: Role, form: Pairs) -> None:
    source = role_yaml(filled_data(form, role))

    document = read_source("gardener.yml", source.encode())
    assert document.usable or filled_problems("gardener.yml", source, "en")


def test_difference_names_both_sides() -> None:
    assert difference("a\nb\n", "a\nc\n", ("source", "form"))[:2] == ["--- source", "+++ form"]
