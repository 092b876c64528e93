"""Modules with short names say what they said: to node, to their own tests, for any mixture of quotes."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import coursewright
from coursewright.render.chunks import Program, chunks
from coursewright.render.module import read_module

ENGINE = Path(coursewright.__file__).parent
BROWSER = ENGINE / "browser"
TESTS = Path(__file__).parents[1] / "browser"
NODE = Path(sys.executable).with_name("node")
MODULES = sorted(file.relative_to(BROWSER).as_posix() for file in BROWSER.rglob("*.mjs"))


def node(*arguments: str | Path) -> str:
    ran = subprocess.run([NODE, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def shortened(text: str) -> str:
    return chunks({"main.mjs": text}, "main.mjs")["main.mjs"]


@pytest.fixture(scope="module")
def stripped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree in which the browser's tests find short modules in the places of ours, each a file."""
    root = tmp_path_factory.mktemp("stripped")
    for name in ("browser", "vectors", "snapshots/render/xapi"):
        # words.test.mjs reads what is written, not what it does.
        ignored = shutil.ignore_patterns("words.test.mjs")
        shutil.copytree(TESTS.parent / name, root / "tests" / name, ignore=ignored)
    # jose is another opinion on what we seal.
    (root / "node_modules").symlink_to(TESTS.parents[1] / "node_modules")
    shutil.copytree(BROWSER, root / "generator" / "coursewright" / "browser")
    folder = root / "generator" / "coursewright" / "browser"
    read = {name: read_module(name, (folder / name).read_text("utf-8")) for name in MODULES}
    program = Program(read, {name: name for name in MODULES}, MODULES)
    for name in MODULES:
        (folder / name).write_text(program.file(name, [name]), encoding="utf-8")
    return root


def test_no_comment_is_left(stripped: Path) -> None:
    assert [
        name
        for name in MODULES
        if re.search(r"@param|@type|^\s+\S", (stripped / "generator/coursewright/browser" / name).read_text())
    ] == []


PARSED = """
const { readFileSync } = await import("node:fs"), { SourceTextModule } = await import("node:vm");
for (const path of process.argv.slice(1))
  try {
    new SourceTextModule(readFileSync(path, "utf-8"));
  } catch (error) {
    console.log(path, error.message);
  }
"""


def test_every_stripped_module_is_a_module(stripped: Path) -> None:
    files = [stripped / "generator/coursewright/browser" / name for name in MODULES]
    parse = ("--experimental-vm-modules", "--no-warnings", "--input-type=module", "-e", PARSED)
    broken = stripped / "broken.mjs"
    broken.write_text("export const a = ;", "utf-8")
    assert node(*parse, *files) == ""
    assert "broken.mjs" in node(*parse, broken)


def test_stripped_modules_pass_the_tests_of_the_browser(stripped: Path) -> None:
    node("--test", f"{stripped.as_posix()}/tests/browser/**/*.test.mjs")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a // b\nc", "a\nc"),
        ("a in /* b */ c", "a in c"),
        ("a; /* b\n */ c", "a;c"),
        ("() => { return // why\n  a }", "()=>{return\na}"),
        ("\"// no\" + '/* no */' // yes", "\"// no\"+'/* no */'"),
        (r"'\'// no' /* yes */", r"'\'// no'"),
        ("`a // ${ b /* yes */ } // no`", "`a // ${b} // no`"),
        ("`${ {a: `}  // no`} }` // yes", "`${{a:`}  // no`}}`"),
        (r"`\`  // no ${1}\${`", r"`\`  // no ${1}\${`"),
        ("a = b / c // d /  e", "a=b/c"),
        (r"a = /[/*]  \/\/ '/g // yes", r"a=/[/*]  \/\/ '/g"),
        ("() => /a  b/", "()=>/a  b/"),
        ("() => { return /a  b/ }", "()=>{return/a  b/}"),
        ("if (a) /b  '/.test(c)", "if(a)/b  '/.test(c)"),
        ("f(a) / 2 / '//'", "f(a)/2/'//'"),
        ("a[0] / b / '  '", "a[0]/b/'  '"),
        ("a.of /  2", "a.of/2"),
        ("/** @type {X} */ (a)", "a"),
        ("a ? .5 : b", "a? .5:b"),
        ("a = + b - -c", "a=+b- -c"),
        ("f({ a }, b, [1, 2])", "f({a},b,[1,2])"),
        ("() => { return [a] }", "()=>{return[a]}"),
        ("a in b", "a in b"),
        ("(/** @type {X} */ (a)).b = (c[0]);", "a.b=c[0];"),
        ("(a?.b).c; new (a())(); (a, b); if ((a)) b;", "(a?.b).c;new(a())();(a,b);if(a)b;"),
        ("() => ({}.a); (class {}.a); (await a).b;", "()=>({}.a);(class{}.a);(await a).b;"),
        ("{ a; { ; } } for (;;) { }", "{a;{;}}for(;;){}"),
        ("for (let a = 0; a < 1; ) a += 1;", "for(let a=0;a<1;)a+=1;"),
        ("class A { b = 1; c() { return; } }", "class A{b=1;c(){return}}"),
        ("f(a, ); [a, ]; [, ]; [a, , ]; ({ a, });", "f(a);[a];[,];[a,,];({a});"),
        ("a * /b/", "a* /b/"),
        ('() => { return "a" in b ^ c }', '()=>{return"a"in b^c}'),
        ("class A { get a() { return `b` } }", "class A{get a(){return`b`}}"),
        (
            "() => { const a = () => 1; let b; /* c */ const d = a; e; let f }",
            "()=>{let a=()=>1,b,c=a;e;let d}",
        ),
        ("for (let a = 1; ; ) { let b; }", "for(let a=1;;){let a}"),
        ("() => { let a\nlet b; let c; }", "()=>{let a\nlet b,c}"),
        ("/*! whose */ // no\na", "/*! whose */\na"),
    ],
)
def test_what_is_left_of_a_module(text: str, left: str) -> None:
    assert shortened(text) == left + "\n"


@pytest.mark.parametrize(
    "text", ["if (", "a++ / b /'", "`a", "`${`", "export { a };", "export const { a } = b;"]
)
def test_what_is_no_module_of_ours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^main\.mjs"):
        shortened(text)


MANY = "".join(f"const name{at} = {at}; " for at in range(120))
WITHIN = ", ".join(f"name{at}" for at in range(80))


@pytest.mark.parametrize(
    "program",
    [
        Path(__file__).with_name("programs.mjs").read_text("utf-8"),
        f"{MANY} console.log({' + '.join(f'name{at}' for at in range(120))});",
        f"{MANY} console.log((({WITHIN}) => name1 + name79)({','.join(map(str, range(80)))}), name90);",
    ],
    ids=["kinds of names", "more names than letters", "more names within than letters"],
)
def test_short_names_change_no_meaning(program: str) -> None:
    said = [node("--input-type=module", "-e", code) for code in (program, shortened(program))]
    assert said[0] == said[1] != ""


SIGNS = st.text("/*'\"` \\n${}a[]", max_size=6)
GAPS = st.sampled_from(["", " ", "\n", "  \n ", "/* ' */", "/** ` */", '// " ${\n', "/* \n // */", "//\n"])


def literals() -> st.SearchStrategy[str]:
    """Literals of every kind whose text looks like a comment, a quote or a pattern."""
    texts = SIGNS.map(json.dumps)
    single = SIGNS.map(
        lambda text: "'" + json.dumps(text)[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"
    )
    plain = SIGNS.map(lambda text: re.sub(r"[`\\$]", "", text))
    template = st.recursive(
        plain.map(lambda text: f"`{text}`"),
        lambda inner: st.tuples(plain, GAPS, inner, GAPS, plain).map(
            lambda parts: "`{}${{{}{}{}}}{}`".format(*parts)
        ),
        max_leaves=3,
    )
    pattern = st.text("/'\"`* a", min_size=1, max_size=5).map(
        lambda text: f"/{re.escape(text).replace('/', chr(92) + '/')}[/'\"]*/g.source"
    )
    return st.one_of(
        texts, single, template, pattern, st.sampled_from(["1", "8 / 2 / 2", "(4) / 2", "[6][0] / 3"])
    )


DIFFERENT = "console.log(JSON.stringify(pairs.filter(([one, other]) => says(one) !== says(other))));"


@given(
    st.lists(st.lists(st.tuples(GAPS, literals(), GAPS), min_size=1, max_size=6), min_size=40, max_size=40)
)
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)
def test_any_module_says_what_it_said(modules: list[list[tuple[str, str, str]]]) -> None:
    sources = [
        "[" + ",".join(before + literal + after for before, literal, after in each) + "]" for each in modules
    ]
    pairs = json.dumps([[source, shortened(f"({source})")] for source in sources])
    said = node(
        "-e", f"const says = (code) => JSON.stringify(eval(code)); const pairs = {pairs};" + DIFFERENT
    )
    assert json.loads(said) == []
