"""A course in another language: what changes, what never does, and what a translator is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from catalogs_of import CATALOG, po

from coursewright.compiler import check_course, compile_course
from coursewright.diagnostics import Problem
from coursewright.errors import SourceProblems
from coursewright.link import Site
from trees import BANK, COURSE, ENGLISH, EVERY_TYPE, SECTION, Files, brief, changed, entries_of, write_course


def german(root: Path, texts: Mapping[str, str], files: Files | None = None) -> tuple[Site, list[Problem]]:
    """The small course with these translations; its problems, without the one that counts what is missing."""
    course = write_course(root, {CATALOG: po(texts), **(files or {})})
    checked = check_course(course, "de")
    return checked.site, [problem for problem in checked.warnings if problem.code != "CW0804"]


def refused(root: Path, files: Files, language: str = "de") -> list[Problem]:
    course = write_course(root, files)
    with pytest.raises(SourceProblems) as caught:
        check_course(course, language)
    return caught.value.problems


def test_prose_is_translated_wherever_it_stands(tmp_path: Path) -> None:
    texts = {"Gardening": "Gartenbau", "Layers": "Schichten", "Rock": "Fels", "Buys seeds": "Kauft Samen"}
    site, problems = german(tmp_path, texts)
    assert (site.course.language, site.course.title, site.config["site_name"]) == (
        "de",
        "Gartenbau",
        "Gartenbau",
    )
    assert site.target("section", "soil/layers").title == "Schichten"
    assert site.roles["gardener"].model.authority == ("Kauft Samen",)
    assert problems == []


def test_what_is_no_prose_stays(tmp_path: Path) -> None:
    """Ids, codes, words from a list and English names, though they read like texts."""
    texts = {word: f"{word}?" for word in ("soil", "ann", "G-01", "specialist", "humus", "single-choice")}
    site, _ = german(tmp_path, texts)
    term = site.terms["humus"]
    assert (term.id, term.term, term.english) == ("humus", "humus?", "humus")
    role = site.roles["gardener"].model
    assert (role.code, role.grade) == ("G-01", "specialist")


def test_a_block_without_a_translation_stands_in_the_language_of_the_source(tmp_path: Path) -> None:
    site, _ = german(tmp_path, {"## Top to bottom": "## Von oben nach unten"})
    body = next(site.sections).model.body
    assert body[0].text == (  # type: ignore[union-attr]
        "## Von oben nach unten\n\nHumus lies on loam, see [loam](node:soils/loam).\n"
    )


def test_an_item_is_the_same_item_in_any_language(tmp_path: Path) -> None:
    texts = {
        "What lies on top?": "Was liegt oben?",
        "Humus": "Humuserde",
        "Rock": "Fels",
        "Humus is dark.": "Humus ist dunkel.",
    }
    theirs, _ = german(tmp_path / "de", texts)
    ours = check_course(write_course(tmp_path / "en")).site
    assert theirs.items["soil-top"].model.stem == "Was liegt oben?"
    for id, item in ours.items.items():
        assert theirs.items[id].identity == item.identity != ""
        assert _entry_ids(theirs, id) == _entry_ids(ours, id)


def _entry_ids(site: Site, item: str) -> list[str]:
    return [entry.id for entry in entries_of(site.items[item].model)]


def test_what_has_no_translation_is_counted_once_and_shown_where_it_begins(tmp_path: Path) -> None:
    course = write_course(tmp_path, {CATALOG: po({"Gardening": "Gartenbau", "Soil": ""})})
    (warning,) = check_course(course, "de").warnings
    total, missing = warning.values["total"], warning.values["missing"]
    assert (warning.code, warning.place.file, warning.place.line) == ("CW0804", CATALOG, 10)
    assert total - missing == 1 < missing


def test_a_translation_in_doubt_is_not_shown_and_counted_apart(tmp_path: Path) -> None:
    text = po({"Gardening": "Gartenbau"}).replace('\nmsgid "Gardening', '\n#, fuzzy\nmsgid "Gardening')
    checked = check_course(write_course(tmp_path, {CATALOG: text}), "de")
    assert checked.site.course.title == "Gardening"
    (warning,) = checked.warnings
    assert (warning.values["fuzzy"], warning.place.line) == (1, 8)


@pytest.mark.parametrize(
    ("source", "own", "code", "column"),
    [
        ("Leaves fall on top.", "Siehe [Lehm](node:soils/lehm).", "CW0301", 22),
        ("Leaves fall on top.", "Siehe [Lehm](lehm.md).", "CW0501", 22),
        ("Leaves fall on top.", "# Laub", "CW0502", 9),
        ("Layers", "Zwei\\nZeilen", "CW0211", 1),
        ("Rock", "Humuserde", "CW0405", 1),
    ],
)
def test_what_is_wrong_with_a_translation_is_told_where_it_stands(
    tmp_path: Path, source: str, own: str, code: str, column: int
) -> None:
    text = po({"Humus": "Humuserde", source: "TEXT"}).replace("TEXT", own)
    problems = refused(tmp_path, {CATALOG: text})
    line = text[: text.rindex(f'msgstr "{own}"')].count("\n") + 1
    assert brief([problem for problem in problems if problem.severity == "error"]) == [
        f"{code} {CATALOG}:{line}:{column}"
    ]


def test_a_warning_about_a_translation_is_a_warning(tmp_path: Path) -> None:
    _, problems = german(tmp_path, {"Leaves fall on top.": "Siehe <b>oben</b>."})
    assert brief(problems) == [f"CW0504 {CATALOG}:7:15"]


def test_a_duty_is_judged_by_the_verbs_of_its_own_language_only(tmp_path: Path) -> None:
    duty = {"Digs the beds": "Beete umgraben"}
    assert german(tmp_path / "de", duty)[1] == []
    chinese = write_course(tmp_path / "zh", {"translations/zh.po": po({"Digs the beds": "苗圃翻土"})})
    warnings = {problem.code: problem.place.file for problem in check_course(chinese, "zh").warnings}
    assert warnings["CW0409"] == "translations/zh.po"


def test_the_place_is_found_in_a_translation_of_many_lines(tmp_path: Path) -> None:
    text = po({}) + '\nmsgid "Leaves fall on top."\nmsgstr ""\n"Siehe\\n"\n"[x](nirgends.md) \\"so\\"."\n'
    problems = refused(tmp_path, {CATALOG: text})
    assert brief([problem for problem in problems if problem.code == "CW0501"]) == [f"CW0501 {CATALOG}:9:6"]


def test_an_error_of_the_source_is_told_at_the_source(tmp_path: Path) -> None:
    files = {CATALOG: po({"Layers": "Schichten"}), **changed(SECTION, "people: [ann]", "people: [anna]")}
    assert f"CW0301 {SECTION}:15:16" in brief(refused(tmp_path, files))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (po({"Layers": "Schichten"}) + "\nmsgid oops\n", 9),
        (po({"Layers": "Schichten"}).replace('msgstr "Sch', "msgstr Sch"), 7),
        ("<html>", 1),
    ],
)
def test_a_broken_catalog_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (problem,) = refused(tmp_path, {CATALOG: text})
    assert (problem.code, problem.place.file, problem.place.line) == ("CW0801", CATALOG, line)
    assert problem.hints(ENGLISH)


def test_a_broken_catalog_is_told_whatever_language_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(SourceProblems) as raised:
        check_course(write_course(tmp_path, {CATALOG: "garbage"}))
    assert [problem.code for problem in raised.value.problems] == ["CW0801"]


def test_what_gettext_reads_is_read(tmp_path: Path) -> None:
    head = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=INTEGER; "\n"plural=EXPRESSION;\\n"\n"PO-Revision-Date: tomorrow\\n"\n'
    )
    site, _ = german(tmp_path, {}, {CATALOG: f'{head}\n#. title\nmsgid"Layers"\nmsgstr"Schichten"\n'})
    assert site.target("section", "soil/layers").title == "Schichten"


def test_a_translation_for_another_context_is_no_translation(tmp_path: Path) -> None:
    entry = 'msgctxt "cake"\nmsgid "Layers"\nmsgstr "Böden"\n'
    site, _ = german(tmp_path, {}, {CATALOG: po({"Layers": "Schichten"}) + f"\n{entry}"})
    assert site.target("section", "soil/layers").title == "Schichten"


def test_a_translation_of_nothing_but_blanks_is_none(tmp_path: Path) -> None:
    site, _ = german(tmp_path, {}, {CATALOG: po({"Layers": " \u3000"})})
    assert site.target("section", "soil/layers").title == "Layers"


def test_a_text_that_is_there_twice_is_told_with_the_line_of_the_first(tmp_path: Path) -> None:
    twice = po({"Layers": "Schichten"}) + '\nmsgid "Layers"\nmsgstr "Lagen"\n'
    (problem,) = refused(tmp_path, {CATALOG: twice})
    assert (problem.code, problem.place.line, problem.values["line"]) == ("CW0805", 9, 6)


def test_a_catalog_in_another_encoding_is_told(tmp_path: Path) -> None:
    raw = po({"Layers": "Schichten für"}).encode("latin-1")
    (problem,) = refused(tmp_path, {CATALOG: raw})
    assert (problem.code, problem.place.line) == ("CW0103", 7)


@pytest.mark.parametrize(
    ("language", "hint"),
    [("fr", "begin one with “coursewright translate extract fr”"), ("dee", "did you mean “de”?")],
)
def test_a_language_without_a_catalog_is_told_how_to_get_one(
    tmp_path: Path, language: str, hint: str
) -> None:
    (problem,) = refused(tmp_path, {CATALOG: po({})}, language)
    assert (problem.code, problem.hints(ENGLISH)[0]) == ("CW0803", hint)


@pytest.mark.parametrize(
    ("name", "near"), [("german", "de"), ("zh_CN", "zh-CN"), ("de.backup", "de"), ("xx", "")]
)
def test_a_catalog_is_named_after_its_language(tmp_path: Path, name: str, near: str) -> None:
    (problem,) = refused(tmp_path, {f"translations/{name}.po": po({})}, "en")
    assert (problem.code, problem.values["near"]) == ("CW0802", near)


def test_other_files_of_translators_are_left_alone(tmp_path: Path) -> None:
    files: Files = {
        "translations/de.mo": b"\xde\x12",
        "translations/messages.pot": "x",
        "translations/README.md": "",
    }
    assert check_course(write_course(tmp_path, files)).warnings == []


@pytest.mark.parametrize("language", ["en", "EN"])
def test_the_course_s_own_language_needs_no_catalog(tmp_path: Path, language: str) -> None:
    checked = check_course(write_course(tmp_path), language)
    assert (checked.site.course.language, checked.warnings) == ("en", [])


def test_no_translation_of_an_exam_item_is_staged(tmp_path: Path) -> None:
    secret = {
        "Zanzibar gravel drains.": "Sansibar-Kies entwässert.",
        "Zanzibar pores.": "Sansibar-Poren.",
        "Zanzibar yes.": "Sansibar ja.",
    }
    course = write_course(tmp_path, {CATALOG: po({**secret, "Humus is dark.": "Humus ist dunkel."})})
    staged = b"".join(dict(compile_course(course, "de")[1]).values())
    assert b"Humus ist dunkel." in staged
    assert b"Sansibar" not in staged
    assert "Zanzibar" in COURSE[BANK]


def test_a_translation_has_no_character_that_no_text_may_have(tmp_path: Path) -> None:
    found = refused(tmp_path, {CATALOG: po({"Gardening": "Garten", "Layers": "Schich\x93ten"})})
    assert brief(found) == [f"CW0115 {CATALOG}:10:1"]
    assert found[0].values == {"character": "U+0093", "near": "“"}


def test_a_translation_in_which_nothing_can_be_seen_is_none(tmp_path: Path) -> None:
    site, _ = german(tmp_path, {"Layers": "\u200b"})
    assert site.target("section", "soil/layers").title == "Layers"


def test_what_was_printed_in_one_language_is_remembered_while_another_is_printed(tmp_path: Path) -> None:
    course = write_course(tmp_path, {CATALOG: po({"Gardening": "Gartenbau"})})
    printed = []
    for language in (None, "de", None):
        _, tree = compile_course(course, language, documents=True)
        printed.append(dict(tree))
        kept = sorted(file for file in (course / ".coursewright" / "documents").rglob("*") if file.is_file())
    assert printed[0] == printed[2]
    assert {file.parent.name for file in kept} == {"en", "de"}


def test_a_translation_that_loses_or_adds_a_gap_is_told_at_its_line(tmp_path: Path) -> None:
    texts = {
        "The top layer is called ___, and below it lies ___.": "Die oberste Schicht heißt ___.",
        "Which comes first?": "Was kommt ___?",
    }
    _, *told = refused(tmp_path, {CATALOG: po(texts), BANK: EVERY_TYPE})
    assert [(problem.code, problem.place.line, problem.values) for problem in told] == [
        ("CW0806", 7, {"source": 2, "own": 1}),
        ("CW0806", 10, {"source": 0, "own": 1}),
    ]


def test_gaps_may_move_within_a_translated_stem(tmp_path: Path) -> None:
    texts = {"The top layer is called ___, and below it lies ___.": "___ heißt sie, darunter liegt ___."}
    german(tmp_path, texts, {BANK: EVERY_TYPE})
