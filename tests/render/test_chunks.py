"""Modules joined into files: the same program, in fewer files, with nothing twice."""

import shutil
import subprocess
from pathlib import Path

import pytest

from coursewright.render.chunks import chunks
from coursewright.render.stripped import stripped_module
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
    return chunks({path: stripped_module(text) for path, text in MODULES.items()}, "main.mjs")


def test_the_program_does_what_it_did(joined: dict[str, str], tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    said = []
    for name, files in (("apart", MODULES), ("joined", joined)):
        write_tree(tmp_path / name, files)
        done = subprocess.run(
            [node, str(tmp_path / name / "main.mjs")], capture_output=True, text=True, check=True
        )
        said.append(done.stdout)

    assert said[0] == said[1] == "hi $1 \\ one two ! 3 main,one\n"


def test_what_the_same_entries_need_is_one_file_and_entries_stay_where_they_were(
    joined: dict[str, str],
) -> None:
    assert joined.keys() == {"main.mjs", "one/one.mjs", "two/two.mjs", "page/between.mjs"}
    assert sum("const own=[]" in text for text in joined.values()) == 1


def test_what_stands_alone_imports_nothing_and_takes_nothing_from_the_others(tmp_path: Path) -> None:
    modules = {path: stripped_module(text) for path, text in MODULES.items()}
    joined = chunks(modules, "main.mjs", ["two/two.mjs"])
    write_tree(tmp_path, joined)
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    done = subprocess.run([node, str(tmp_path / "main.mjs")], capture_output=True, text=True, check=True)

    assert 'from"' not in joined["two/two.mjs"]
    assert done.stdout == "hi $1 \\ one two ! 3 main,one\n"


def test_a_module_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        chunks({"main.mjs": 'import{a}from"./gone.mjs";\n'}, "main.mjs")
