"""Splicing: a site whose questions alone changed is mended without a build, however they are nested."""

from coursewright.host.splice import mended, splice

PAGE = "docs/learn/a.md"
BUILT = "learn/a/index.html"


def question(id: str, text: str, *inner: str) -> str:
    return f'<fieldset class="cw-q" id="q-{id}">{text}{"".join(inner)}</fieldset>\n'


def changes(before: str, after: str) -> list[tuple[bytes, bytes]] | None:
    mend = splice({PAGE: before.encode()}, {PAGE: after.encode()})
    if mend is None:
        return None
    found = mend.get(BUILT, [])
    assert isinstance(found, list)
    return found


def test_only_the_question_that_changed_is_replaced() -> None:
    before = f"Text.\n{question('a', 'old')}between\n{question('b', 'same')}"
    after = before.replace("old", "new")
    assert changes(before, after) == [
        (question("a", "old").strip().encode(), question("a", "new").strip().encode())
    ]


def test_a_question_with_fieldsets_of_its_own_is_replaced_whole() -> None:
    rows = [f"<fieldset><legend>{row}</legend></fieldset>" for row in ("one", "two")]
    before = f"Text.\n{question('a', 'stem', *rows)}after"
    after = before.replace("two", "three")
    found = changes(before, after)
    assert found is not None
    ((old, new),) = found
    assert old.endswith(b"two</legend></fieldset></fieldset>")
    assert mended(before.encode(), found) == after.encode()
    assert new.count(b"<fieldset") == 3


def test_a_question_within_a_question_is_replaced_with_it() -> None:
    before = question("case", "scene", question("one", "old"), question("two", "same"))
    found = changes(before, before.replace("old", "new"))
    assert found is not None
    assert len(found) == 1
    assert mended(before.encode(), found) == before.replace("old", "new").encode()


def test_a_question_in_a_fieldset_of_something_else_is_replaced_alone() -> None:
    before = f"<fieldset><legend>case</legend>{question('one', 'old')}{question('two', 'same')}</fieldset>"
    found = changes(before, before.replace("old", "new"))
    assert found is not None
    assert len(found) == 1


def test_anything_else_that_changed_needs_a_build() -> None:
    before = f"Text.\n{question('a', 'same')}"
    assert changes(before, before.replace("Text", "Other")) is None
    assert changes(before, before.replace("q-a", "q-b")) is None
    assert changes(before, before + question("c", "more")) is None
    assert changes(before + "<p>tail</p>", before) is None
    assert changes(before, before) == []


def row(id: str, stem: str) -> str:
    return f'<tr class="cw-row" id="b-{id}" data-level="apply">\n<td>{stem}</td></tr>\n'


def test_a_row_of_the_bank_is_replaced_alone_beside_questions() -> None:
    before = f"<tbody>\n{row('a', 'old')}{row('b', 'same')}</tbody>\n{question('c', 'same')}"
    found = changes(before, before.replace("old", "new"))
    assert found is not None
    assert len(found) == 1
    assert mended(before.encode(), found) == before.replace("old", "new").encode()
    assert changes(before, before.replace("b-b", "b-d")) is None
