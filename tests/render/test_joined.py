"""Modules joined into one classic script: the same program, from a file that loads nothing."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from test_chunks import MODULES, SAID

from coursewright.render.joined import joined

CYCLE = {
    "main.mjs": 'import { even } from "./even.mjs";\nconsole.log(even(7), even(10));\n',
    "even.mjs": """
import { odd } from "./odd.mjs";
export function even(count) {
  return count === 0 || odd(count - 1);
}
""",
    "odd.mjs": """
import { even } from "./even.mjs";
export function odd(count) {
  return count > 0 && even(count - 1);
}
""",
}
LIVE = {
    "main.mjs": """
import { count, more } from "./count.mjs";
more();
const late = import("./count.mjs");
late.then((module) => {
  const before = module.count;
  more();
  console.log(count, before, module.count);
});
""",
    "count.mjs": """
export let count = 0;
export function more() {
  count += 1;
}
""",
}
LATE_FIRST = {
    "main.mjs": """
const loaded = import("./late.mjs");
loaded.then(({ default: Late }) => console.log(new Late().said));
""",
    "late.mjs": """
import { Early } from "./early.mjs";
export default class extends Early {}
""",
    "early.mjs": """
import { main } from "./names.mjs";
export class Early {
  said = main;
}
""",
    "names.mjs": 'export const main = "early";',
}
ENDS = {"main.mjs": 'console.log("</script><!-- </SCRIPT>".length);'}


def ran(folder: Path, script: str) -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    (folder / "script.cjs").write_text(script, "utf-8")
    return subprocess.run(
        [node, str(folder / "script.cjs")], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        pytest.param(MODULES, SAID, id="default and named exports, and parts that come later"),
        pytest.param(CYCLE, "false true\n", id="modules that import each other"),
        pytest.param(LIVE, "2 1 2\n", id="names that change"),
        pytest.param(LATE_FIRST, "early\n", id="what a later part needs is there before it"),
        pytest.param(ENDS, "23\n", id="what would end a script element"),
    ],
)
def test_the_program_does_what_it_did(modules: dict[str, str], said: str, tmp_path: Path) -> None:
    script = joined(modules, "main.mjs")
    assert ran(tmp_path, script) == said
    assert not re.search(r"\bexport\b|\bimport\b|</script|<!--", script, re.I)


def test_what_nothing_needs_is_left_out() -> None:
    assert "unused" not in joined(MODULES, "main.mjs")


@pytest.mark.parametrize(
    "modules",
    [
        pytest.param(
            {"main.mjs": "console.log(import.meta.url);"}, id="its own address, which a script has not"
        ),
        pytest.param({"main.mjs": "const ="}, id="no module"),
    ],
)
def test_what_cannot_be_joined_is_an_error(modules: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"main\.mjs"):
        joined(modules, "main.mjs")


def test_a_module_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        joined({"main.mjs": 'import{a}from"./gone.mjs";\n'}, "main.mjs")
