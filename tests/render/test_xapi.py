"""What a site says for statements about its learners, and that it says nothing where nobody asked for it."""

import json
from pathlib import Path

import pytest

from coursewright.host.policy import content_security_policy
from coursewright.render.xapi import FILE, STORES
from reporting import BY_ACCOUNT, XAPI, reporting
from snapshots import assert_kept
from trees import BANK, EVERY_TYPE, compiled, write_tree


def told(root: Path, block: str = BY_ACCOUNT, bank: str = EVERY_TYPE) -> str:
    return compiled(root, reporting(block, bank))[FILE].decode()


def test_what_statements_name_is_kept(tmp_path: Path) -> None:
    text = json.dumps(json.loads(told(tmp_path)), ensure_ascii=False, indent=1)

    assert_kept("render/xapi", {"xapi.json": f"{text}\n"})


def test_course_that_tells_nobody_has_nothing_of_it(tmp_path: Path) -> None:
    tree = compiled(tmp_path)

    assert FILE not in tree
    pages = [path for path in tree if path.endswith((".md", ".yml"))]
    assert [path for path in pages if b"xapi" in tree[path] or b"cw-reporting" in tree[path]] == []


def test_every_page_of_one_that_does_loads_what_asks_and_the_record_shows_it(tmp_path: Path) -> None:
    tree = compiled(tmp_path, reporting())

    assert STORES in tree["mkdocs.yml"].decode()
    shown = ["docs/learn/index.md", "docs/my/index.md"]
    assert [path for path in shown if b"<cw-reporting" not in tree[path]] == []
    codes = {
        path: tree[path].decode().split("\ncode: ")[1].split("\n")[0] for path in tree if path[-3:] == ".md"
    }
    assert [path for path, code in codes.items() if "xapi/xapi.mjs" not in code] == []
    assert sorted(path for path, code in codes.items() if "xapi/reporting.mjs" in code) == shown


def test_stem_of_several_blocks_is_told_in_words(tmp_path: Path) -> None:
    stem = "stem: |\n      Which *lies* on top?\n\n      | a | b |\n      | - | - |\n      | 1 | 2 |\n"
    bank = EVERY_TYPE.replace("stem: What lies on top?\n", f"{stem}\n      ```\n      dig()\n      ```\n")

    assert json.loads(told(tmp_path, bank=bank))["items"]["soil-top"][2] == "Which lies on top? a b 1 2 dig()"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("answer: true", "answer: false"),
        ("accept: [clay]", "accept: [sand]"),
        ("value: 50", "value: 60"),
        ("text: To dig in sand\n            key: true\n", "text: To dig in sand\n"),
    ],
)
def test_what_is_right_is_not_told(right: str, wrong: str, tmp_path: Path) -> None:
    other = EVERY_TYPE.replace(right, wrong)
    if "key" in right:
        other = other.replace("the soil down\n", "the soil down\n            key: true\n")

    assert other != EVERY_TYPE
    assert told(tmp_path / "right") == told(tmp_path / "wrong", bank=other)


def test_items_for_exams_are_not_told(tmp_path: Path) -> None:
    secret = EVERY_TYPE.replace("  - id: soil-depth\n", "  - id: soil-depth\n    use: exam\n")
    files = {**reporting(bank=secret), BANK: secret}
    quiz = next(path for path in files if path.startswith("quizzes/practice"))
    files[quiz] = str(files[quiz]).replace("soil-depth, ", "")
    tree = compiled(tmp_path, files)

    assert "soil-pairs" in tree[FILE].decode()
    assert "soil-depth" not in tree[FILE].decode()


def test_policy_lets_statements_go_where_the_course_says_and_nowhere_else(tmp_path: Path) -> None:
    block = f"{XAPI}  launch: [https://lms.example:8443/lrs/, https://b.example]\n"
    write_tree(tmp_path / "site", {STORES: told(tmp_path / "course", block)})

    policy = content_security_policy(tmp_path / "site").split("; ")
    assert "connect-src 'self' https://b.example https://lms.example:8443" in policy
    assert "connect-src 'self'" in content_security_policy(tmp_path / "course").split("; ")
