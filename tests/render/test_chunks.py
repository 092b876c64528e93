"""Modules joined into files: the same program, in fewer files, with nothing twice."""

import shutil
import subprocess
from pathlib import Path

import pytest

from coursewright.render.chunks import chunks
from trees import write_tree

MODULES = {
    "main.mjs": """
import { shared } from "./page/shared.mjs";
const load = { one: () => import("./one/one.mjs"), two: () => import("./two/two.mjs") };
shared.push("main");
async function run() {
  const { default: One } = await load.one();
  const { two, three } = await load.two();
  console.log(new One().said(), two(), three, shared.join());
}
run();
""",
    "one/one.mjs": """
import { add as plus, shared } from "../page/shared.mjs";
import words from "./words.mjs";
const own = "one";
export default class One {
  said() {
    shared.push(own);
    return plus(words.hello, own);
  }
}
""",
    "one/words.mjs": 'export default {"hello":"hi $1 \\\\"};',
    "two/two.mjs": """
import { add } from "../page/shared.mjs";
const own = "two";
export function two() {
  return add(own, "!");
}
export const three = 3;
export async function later() {
  return (await import("../one/one.mjs")).default;
}
""",
    "page/shared.mjs": """
import { between } from "./between.mjs";
const own = [];
export const shared = own;
export function add(one, other) {
  return one + between + other;
}
""",
    "page/between.mjs": 'export const between = " ";',
    "page/unused.mjs": "export const unused = 1;",
}


@pytest.fixture
def joined() -> dict[str, str]:
    return chunks(MODULES, "main.mjs")


SAID = "hi $1 \\ one two ! 3 main,one\n"


def ran(folder: Path, files: dict[str, str]) -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    write_tree(folder, files)
    program = [node, str(folder / "main.mjs")]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout


def test_the_program_does_what_it_did(joined: dict[str, str], tmp_path: Path) -> None:
    assert ran(tmp_path / "apart", MODULES) == ran(tmp_path / "joined", joined) == SAID


def test_what_the_same_entries_need_is_one_file_and_entries_stay_where_they_were(
    joined: dict[str, str],
) -> None:
    assert joined.keys() == {"main.mjs", "one/one.mjs", "two/two.mjs", "page/between.mjs"}
    assert sum("=[];" in text for text in joined.values()) == 1


def test_what_stands_alone_imports_nothing_and_takes_nothing_from_the_others(tmp_path: Path) -> None:
    joined = chunks(MODULES, "main.mjs", ["two/two.mjs"])

    assert 'from"' not in joined["two/two.mjs"]
    assert ran(tmp_path, joined) == SAID


def test_folders_that_most_entries_need_are_one_file(tmp_path: Path) -> None:
    joined = chunks(MODULES, "main.mjs", together=[("page/", "two/two.mjs")])

    assert joined.keys() == {"main.mjs", "one/one.mjs", "two/two.mjs"}
    assert 'from"../two/two.mjs"' in joined["one/one.mjs"]
    assert ran(tmp_path, joined) == SAID


def test_a_module_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        chunks({"main.mjs": 'import{a}from"./gone.mjs";\n'}, "main.mjs")


def test_names_are_given_by_turn_so_that_parts_are_alike() -> None:
    module = """
const swapped = (value, key) => [key, key, value];
class Kept {
  #name = 1;
  #after = [this.#name, this.#name];
}
console.log(swapped(1, 2), new Kept());
"""
    text = chunks({"main.mjs": module}, "main.mjs")["main.mjs"]

    assert "(a,b)=>[b,b,a]" in text
    assert "#a=1;#b=[this.#a,this.#a]" in text
