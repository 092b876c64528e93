"""What the browser says is sent where it is asked for, or by letters that it is asked for by."""

import re

from coursewright.render.spoken import by_letters

SAID = {"one/words.mjs": {"hello": 'hi "you"', "days": {"language": "en", "one": "{count} day"}}}


def made(**texts: str) -> dict[str, str]:
    modules = {f"one/{name}.mjs": f'import words from "./words.mjs";\n{text}' for name, text in texts.items()}
    return dict(by_letters(modules, SAID))


def test_keys_become_letters_where_they_are_and_where_they_are_asked_for() -> None:
    files = made(greet="say(words.days.one, other.days);", again="say(words.days);")
    assert files["one/words.mjs"] == 'export default {a:{"language":"en","one":"{count} day"}};\n'
    assert "say(words.a.one, other.days);" in files["one/greet.mjs"]
    assert "say(words.a);" in files["one/again.mjs"]


def test_a_text_is_where_it_is_asked_for() -> None:
    files = made(greet="say(words.hello, words.days.one);", again="say(words.hello);")
    assert 'say("hi \\"you\\"", words.a.one);' in files["one/greet.mjs"]
    assert files["one/again.mjs"].strip() == 'say("hi \\"you\\"");', "what it does not need any more"


def test_keys_stay_where_one_of_the_modules_chooses_while_it_runs() -> None:
    files = made(greet="say(words.hello);", choose="say(words[name]);")
    assert 'hello:"hi' in files["one/words.mjs"]
    assert "words.hello" in files["one/greet.mjs"]


def test_words_of_another_folder_and_of_nobody_are_left_alone() -> None:
    text = 'import words from "../two/words.mjs";\nsay(words.hello);'
    files = by_letters({"one/a.mjs": text, "one/b.mjs": "say(words.hello);"}, {**SAID, "two/words.mjs": {}})
    assert re.findall(r"words\.hello", files["one/a.mjs"] + files["one/b.mjs"]) == ["words.hello"] * 2
