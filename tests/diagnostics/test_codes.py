"""Every diagnostic code: one smallest course that gets it, at the file and line it is about."""

import builtins
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from banks import MORE, bank, choice, many, statement
from coursewright.diagnostics import as_text
from coursewright.diagnostics.codes import RULES
from coursewright.program import Solution
from pictures import png
from snapshots import assert_kept
from trees import (
    BANK,
    CAST,
    CHAPTER,
    CHINESE,
    COURSE,
    COVERED,
    ENGLISH,
    EVERY_TYPE,
    EXAM,
    FAMILIES,
    GUIDE,
    ISSUER,
    ITEMS,
    NOTICE,
    QUIZ,
    ROLE,
    SECTION,
    TAXONOMY,
    TOKENS,
    TOOLKIT,
    Files,
    changed,
    problems_at,
    problems_of,
    with_quiz_of,
    write_course,
)

C = "content/course.yml"
EMPLOYERS = "employers: [{id: owner, title: Owner}, {id: guest, title: Guests}]\n"
TEXT = COURSE[C]
REPORTING = "xapi:\n  recipient: HR\n  activities: https://garden.example/course/\n"


def link_out(root: Path, _patch: pytest.MonkeyPatch) -> None:
    (root / "content/guides/link.yml").symlink_to(root / C)


def refuse_reading(root: Path, patch: pytest.MonkeyPatch) -> None:
    """Reading the section fails as it does for a user without the right to; root may read all."""
    real = builtins.open

    def guarded(file: Any, *rest: Any, **options: Any) -> Any:
        if Path(file) == root / SECTION:
            raise PermissionError(13, "Permission denied", str(file))
        return real(file, *rest, **options)

    patch.setattr(builtins, "open", guarded)


KEYLESS = {
    BANK: COURSE[BANK]
    .replace("Clay\n        key: true", "Clay")
    .replace("sponge", "s")
    .replace("Humus\n        key: true\n        rationale: Like", "Humus\n        rationale: Like")
}

M = "mkdocs.yml"
MEDIA = "content/media/"


def pictured(name: str) -> dict[str, str]:
    return changed(GUIDE, "Read", f"![A plan](picture:{name}) Read")


LIVING = """\
      - text: Living
        examples:
          - text: Worm
            rationale: It eats and moves.
"""


def typed(*changes: str) -> dict[str, str]:
    """The course with items of every type, in which texts are replaced by others, in pairs."""
    files = with_quiz_of(ITEMS, EVERY_TYPE)
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in files[BANK]
        files[BANK] = files[BANK].replace(old, new, 1)
    return files


def making(content: str, stem: str = "What is {definition}") -> dict[str, str]:
    """The course with items that are made, which its quiz asks."""
    head = f"made:\n  - id: soil-made\n    objective: soil/layers/name\n    stem: '{stem}'\n"
    return with_quiz_of("soil-top, soil-dark, soil-which, soil-made", COURSE[BANK] + head + content)


ALIKE = "Which of them holds the most water after a long rain in May?"

LOW = bank(*(statement(f"s{n}", f"Claim {n}.", holds=n % 2 == 0) for n in range(8)))
LOW[BANK] = COURSE[BANK].replace("level: apply", "level: recall")

SITUATION = "Ann finds 35 worms under the old pear tree behind the shed and wonders what they mean"
TOLD = {
    **bank(
        choice(
            "a",
            f"{SITUATION}. What do they mean?",
            ["Rich humus", "Poor sand"],
            level="apply",
            use="practice",
        )
    ),
    SECTION: COURSE[SECTION]
    .replace(
        "Ann digs.",
        "Behind the shed Ann finds 35 worms under the old pear tree, and wonders what they mean, "
        "which is rich humus.",
    )
    .replace("check: [soil-top]", "check: [soil-top, a]"),
}
LEAKED = {
    **bank(choice("a", f"{SITUATION}. What?", ["Rich humus", "Poor sand"])),
    SECTION: COURSE[SECTION].replace("Ann digs.", f"{SITUATION}, as ever."),
}
SPLIT = {
    **LEAKED,
    SECTION: COURSE[SECTION]
    .replace("Ann digs.", f"{SITUATION[: len(SITUATION) // 2]}, as ever.")
    .replace("Humus is dark.", f"So it is, {SITUATION[len(SITUATION) // 2 :]}"),
}

ODD = ("What?", "Who?", "Where?", "When?", "Why?")
GUESSED = bank(
    *(
        many(f"m{n}", stem, [f"{word}{n}" for word in ("Ape", "Bee", "Cod", "Dog")], [1])
        for n, stem in enumerate(ODD)
    )
)

Case = tuple[str, Files, str]

CASES: list[Case] = [
    ("CW0101", changed(C, "[soil]", "- soil"), f"{C}:7"),
    ("CW0102", {C: TEXT.encode("utf-16")}, f"{C}:1"),
    ("CW0103", {C: TEXT.encode().replace(b"allotment", b"\xff")}, f"{C}:6"),
    ("CW0104", changed(C, " [soil]", "\n\t- soil"), f"{C}:8"),
    ("CW0105", {"content/extra.yml": "a: b"}, "content/extra.yml:1"),
    ("CW0106", {}, "content/guides/link.yml:1"),
    ("CW0107", {C: TEXT + "#" * 5_000_000}, f"{C}:1"),
    ("CW0108", changed(C, "owner: The", "owner: &x The *x"), f"{C}:6"),
    ("CW0109", {SECTION: ""}, f"{SECTION}:1"),
    ("CW0110", {C: TEXT + "---\na: b\n"}, f"{C}:8"),
    ("CW0111", changed(C, "[soil]", "[" * 50 + "]" * 50), f"{C}:7"),
    ("CW0112", changed(C, "owner: The", "owner: !!str The"), f"{C}:6"),
    ("CW0113", {C: TEXT + "title: again\n"}, f"{C}:8"),
    ("CW0114", {C: TEXT + "[a]: b\n"}, f"{C}:8"),
    ("CW0115", changed(C, "The allotment", "The \x0ballotment"), f"{C}:6"),
    ("CW0116", changed(CHAPTER, "[layers]", "[layers, more]"), f"{CHAPTER}:6"),
    ("CW0117", {}, f"{SECTION}:1"),
    ("CW0118", {"content/guides/Start.yml": "a: b"}, "content/guides/Start.yml:1"),
    ("CW0119", {"content/roles/compare.yml": COURSE[ROLE]}, "content/roles/compare.yml:1"),
    ("CW0120", changed(C, "owner: The", "owner：The"), f"{C}:6"),
    ("CW0121", changed(C, "owner: The", "owner:The"), f"{C}:6"),
    ("CW0122", changed(C, "owner: The", "\u3000owner: The"), f"{C}:6"),
    ("CW0123", changed(C, "owner:", "<<<<<<< HEAD\nowner: We\n=======\nowner:"), f"{C}:6"),
    ("CW0124", changed(C, "[soil]", "[soil，more]"), f"{C}:7"),
    ("CW0125", changed(C, '"2026-01-31"', "“2026-01-31”"), f"{C}:5"),
    ("CW0126", changed(C, "The allotment", "Window #3"), f"{C}:6"),
    ("CW0127", changed(GUIDE, "  Read", "Read"), f"{GUIDE}:7"),
    ("CW0128", changed(C, "owner: The", "owner: The: new"), f"{C}:6"),
    ("CW0129", changed(C, "owner: The", " owner: The"), f"{C}:6"),
    ("CW0130", {"content/guides/aux.yml": COURSE[GUIDE]}, "content/guides/aux.yml:1"),
    ("CW0131", {"site_overrides/bank.yml": COURSE[BANK]}, "site_overrides/bank.yml:1"),
    ("CW0132", changed(C, "[soil]", "\n  － soil"), f"{C}:8"),
    ("CW0133", changed(C, "owner: The allotment", "owner: ｜\n  The allotment"), f"{C}:6"),
    ("CW0134", changed(C, "[soil]", "\n  -soil"), f"{C}:8"),
    ("CW0135", changed(C, "owner: The", 'owner: "The'), f"{C}:6"),
    ("CW0136", changed(C, "id: gardening", "＃ a note\nid: gardening"), f"{C}:1"),
    ("CW0137", changed(C, "[soil]", "[soil]；"), f"{C}:7"),
    ("CW0138", {"translations/de.po": b"#" * 21_000_000}, "translations/de.po:1"),
    ("CW0139", changed(C, "The allotment", r'"The \frac"'), f"{C}:6"),
    ("CW0201", changed(C, "owner: The allotment\n", ""), f"{C}:1"),
    ("CW0202", changed(C, "The allotment", "5"), f"{C}:6"),
    ("CW0203", {C: TEXT + "extra: a\n"}, f"{C}:8"),
    ("CW0204", changed(SECTION, "kind: key", "kind: keys"), f"{SECTION}:18"),
    ("CW0205", changed(C, "The allotment", '""'), f"{C}:6"),
    ("CW0206", changed(C, "The allotment", "x" * 401), f"{C}:6"),
    ("CW0207", changed(C, "id: gardening", "id: Gardening"), f"{C}:1"),
    ("CW0208", changed(C, "[soil]", "[]"), f"{C}:7"),
    ("CW0209", changed(SECTION, "[soil-top]", "[a, b, c, d, e, f, g]"), f"{SECTION}:27"),
    ("CW0210", changed(QUIZ, "cut: 70", "cut: 101"), f"{QUIZ}:5"),
    ("CW0211", changed(C, "The allotment", "|\n  The\n  allotment"), f"{C}:6"),
    ("CW0212", changed(SECTION, "- note:", "- nota:"), f"{SECTION}:17"),
    ("CW0213", changed(C, "language: en", "language: plain English"), f"{C}:4"),
    ("CW0214", {C: f"{TEXT}xapi:\n"}, f"{C}:{len(TEXT.splitlines()) + 1}"),
    ("CW0301", changed(SECTION, "people: [ann]", "people: [anna]"), f"{SECTION}:15"),
    (
        "CW0302",
        {CAST: COURSE[CAST] + "  - {id: ann, name: A, side: colleague, position: b, summary: c}\n"},
        f"{CAST}:10",
    ),
    (
        "CW0303",
        {"content/roles/head.yml": COURSE["content/roles/head.yml"] + "reports_to: gardener\n"},
        f"{ROLE}:8",
    ),
    ("CW0304", {"content/chapters/soil/more.yml": COURSE[SECTION]}, "content/chapters/soil/more.yml:1"),
    ("CW0305", changed(QUIZ, "soil-dark", "soil-top"), f"{QUIZ}:6"),
    ("CW0306", changed(QUIZ, "soil-dark", "soil-secret"), f"{QUIZ}:6"),
    ("CW0307", with_quiz_of(ITEMS.replace("soil-bed", "soil-bed-cure"), EVERY_TYPE), f"{QUIZ}:6"),
    ("CW0401", changed(BANK, "        key: true\n", ""), f"{BANK}:9"),
    ("CW0402", KEYLESS, f"{BANK}:30"),
    ("CW0403", changed(ROLE, "weight: 100", "weight: 90"), f"{ROLE}:14"),
    ("CW0404", changed(TAXONOMY, "[dark, brown]", "[dark]"), f"{TAXONOMY}:26"),
    ("CW0405", changed(BANK, "text: Rock", "text: Humus"), f"{BANK}:13"),
    ("CW0406", changed(SECTION, "competencies:", "  - {id: dig, text: Dig}\ncompetencies:"), f"{SECTION}:7"),
    ("CW0407", changed(QUIZ, ", soil-which", ""), f"{BANK}:25"),
    ("CW0408", changed(C, "2026-01-31", "2026-02-30"), f"{C}:5"),
    ("CW0409", changed(ROLE, "text: Digs the beds", "text: The beds"), f"{ROLE}:15"),
    ("CW0410", changed(C, "language: en", "language: xx"), f"{C}:4"),
    ("CW0411", changed(TOOLKIT, "{id: spade, text: spade}", "spade"), f"{TOOLKIT}:10"),
    ("CW0412", changed(C, "language: en", "language: zh-TW"), f"{C}:4"),
    (
        "CW0413",
        typed("text: To dig in sand\n", "text: To dig in sand\n            last: true\n"),
        f"{BANK}:165",
    ),
    ("CW0414", typed(LIVING, "      - text: Living\n"), f"{BANK}:116"),
    ("CW0415", typed("and below it lies ___.", "and below it lies clay."), f"{BANK}:73"),
    (
        "CW0416",
        typed("        rationale: It holds", "        number: {value: 1}\n        rationale: It holds"),
        f"{BANK}:77",
    ),
    (
        "CW0417",
        typed("accept: [clay]", "number: {value: 1}", "hints:", "any_order: true\n    hints:"),
        f"{BANK}:77",
    ),
    ("CW0418", typed("        - value: 25", "        - value: 50.5"), f"{BANK}:91"),
    ("CW0419", typed("id: soil-bed-cure", "id: soil-bed-cure\n        use: exam"), f"{BANK}:159"),
    ("CW0420", changed(BANK, "    if_true: It is.\n", "    unexplained: true\n"), f"{BANK}:22"),
    ("CW0421", making("    make: examples\n    nodes: [soils/loam]\n    explanation: e\n"), f"{BANK}:55"),
    ("CW0422", making("    make: terms\n    terms: [humus]\n", stem="Which term?"), f"{BANK}:53"),
    ("CW0423", making("    make: terms\n    terms: [humus]\n    use: exam\n"), f"{BANK}:56"),
    ("CW0424", typed("        rationale: Its blade is flat and sharp.\n", ""), f"{BANK}:101"),
    ("CW0425", changed(GUIDE, "## First", "## ✎ First"), f"{GUIDE}:5"),
    ("CW0426", typed("[humus, topsoil]", "[humus，topsoil]"), f"{BANK}:75"),
    ("CW0427", bank(choice("kept", "What lies **on top**？", ["Rock", "Humus"], [1])), f"{BANK}:8"),
    ("CW0428", LEAKED, f"{SECTION}:16"),
    ("CW0429", SPLIT, f"{SECTION}:19"),
    ("CW0430", typed("    explanation: Coarse work comes before fine work.\n", ""), f"{BANK}:50"),
    ("CW0431", changed(NOTICE, "'09:00'", "'25:00'"), f"{NOTICE}:4"),
    ("CW0432", changed(ROLE, "reports_to: head", "reports_to: head\nsuperior: The owner"), f"{ROLE}:9"),
    (
        "CW0433",
        changed(FAMILIES, "families:", f"{EMPLOYERS}families:")
        | changed("content/roles/head.yml", "grade:", "employer: owner\ngrade:"),
        f"{ROLE}:2",
    ),
    ("CW0434", {COVERED: COURSE[COVERED] + "  - {id: G, title: Tools}\n"}, f"{COVERED}:3"),
    ("CW0435", changed(SECTION, '["1.1"]', '["1.1", "1.2"]'), f"{SECTION}:3"),
    ("CW0501", changed(GUIDE, "section:soil/layers", "layers.md"), f"{GUIDE}:7"),
    ("CW0502", changed(GUIDE, "## First", "# First"), f"{GUIDE}:5"),
    ("CW0503", changed(GUIDE, "Read [", "Read !["), f"{GUIDE}:7"),
    ("CW0504", changed(GUIDE, "Read", "<b>Read</b>"), f"{GUIDE}:7"),
    (
        "CW0505",
        {GUIDE: "title: A\nsummary: B\naudience: hr\nbody: |\n  Look **here。**there\n"},
        f"{GUIDE}:5",
    ),
    ("CW0506", changed(C, "owner: The allotment", "owner: The **allotment**"), f"{C}:6"),
    ("CW0507", changed(GUIDE, "Read", "| a | b |\n  | --- |\n\n  Read"), f"{GUIDE}:8"),
    ("CW0508", changed(GUIDE, "Read", r"Read $\frac12$"), f"{GUIDE}:7"),
    ("CW0509", changed(GUIDE, "Read", "【x】（section：soil/layers）"), f"{GUIDE}:7"),
    ("CW0510", changed(GUIDE, "Read", "![](document:head)"), f"{GUIDE}:7"),
    ("CW0511", {f"{MEDIA}a.png": b"no picture", **pictured("a.png")}, f"{MEDIA}a.png:1"),
    ("CW0512", {f"{MEDIA}a.png": b"\0" * 3_000_000, **pictured("a.png")}, f"{MEDIA}a.png:1"),
    ("CW0513", {f"{MEDIA}a.png": png(3001, 2), **pictured("a.png")}, f"{MEDIA}a.png:1"),
    ("CW0514", {f"{MEDIA}my plan.png": png(3, 2)}, f"{MEDIA}my plan.png:1"),
    ("CW0515", {f"{MEDIA}a.png": png(3, 2)}, f"{MEDIA}a.png:1"),
    ("CW0516", changed(GUIDE, "section:soil/layers", "section:soil%2Flayers"), f"{GUIDE}:7"),
    (
        "CW0517",
        {f"{MEDIA}a.png": png(3, 2), **changed(GUIDE, "Read", "![Image 1](picture:a.png)")},
        f"{GUIDE}:7",
    ),
    ("CW0518", changed(GUIDE, "Read", "<<<<<<< HEAD\n  Read"), f"{GUIDE}:7"),
    ("CW0519", changed(GUIDE, "## First", "##First"), f"{GUIDE}:5"),
    ("CW0520", changed(GUIDE, "Read [", "Read [](section:soil/layers) ["), f"{GUIDE}:7"),
    ("CW0521", changed(GUIDE, "Read", "[x](https://a.com/a b)"), f"{GUIDE}:7"),
    ("CW0522", changed(GUIDE, "Read", "Read[^1]"), f"{GUIDE}:7"),
    ("CW0523", changed(GUIDE, "section:soil/layers", "section:soil/layers#no"), f"{GUIDE}:7"),
    ("CW0524", changed(BANK, "text: Clay", "text: '-'"), f"{BANK}:31"),
    ("CW0601", {C: None}, f"{C}:1"),
    ("CW0602", {"mkdocs.yml": COURSE["mkdocs.yml"] + "nav: []\n"}, "mkdocs.yml:7"),
    ("CW0603", {TOKENS: 'light:\n  primry: "#000000"\n'}, f"{TOKENS}:2"),
    ("CW0604", {TOKENS: "light:\n  primary: blue\n"}, f"{TOKENS}:2"),
    ("CW0605", {"mkdocs.yml": "site_name: Gardening\n"}, "mkdocs.yml:1"),
    (
        "CW0606",
        {"site_overrides/pages/guide.html": "own\n{{ nothing_here }}"},
        "site_overrides/pages/guide.html:2",
    ),
    (
        "CW0607",
        {"mkdocs.yml": "site_name: Gardening\nplugins:\n  - coursewright:\n      bilder: zensical\n"},
        "mkdocs.yml:4",
    ),
    (
        "CW0608",
        {"mkdocs.yml": "site_name: Gardening\nplugins:\n  - coursewright:\n      builder: hugo\n"},
        "mkdocs.yml:4",
    ),
    ("CW0609", changed("mkdocs.yml", "material", "material\n  logo: assets/logo.svg"), "mkdocs.yml:5"),
    (
        "CW0610",
        changed("mkdocs.yml", "material", "material\n  features: [navigation.expand]"),
        "mkdocs.yml:5",
    ),
    (
        "CW0611",
        {"mkdocs.yml": COURSE["mkdocs.yml"] + 'site_url: https://a.org/"><b>/\n'},
        "mkdocs.yml:7",
    ),
    ("CW0612", {"mkdocs.yml": COURSE["mkdocs.yml"] + "site_nmae: x\n"}, "mkdocs.yml:7"),
    ("CW0613", {M: COURSE[M] + "site_dir: public\n"}, f"{M}:7"),
    ("CW0614", changed(M, "material", "material\n  features: [navigation.instnat]"), f"{M}:5"),
    ("CW0615", changed(M, "material", "material\n  palette: {primary: 红}"), f"{M}:5"),
    ("CW0620", {"mkdocs.yml": COURSE["mkdocs.yml"] + "extra_css: [//a.org/a.css]\n"}, "mkdocs.yml:7"),
    ("CW0630", {C: f"{TEXT}{REPORTING}"}, f"{C}:8"),
    ("CW0631", {C: f"{TEXT}{REPORTING}  launch: [http://lrs.example.com/]\n"}, f"{C}:11"),
    ("CW0632", {C: f"{TEXT}{REPORTING}  launch: [https://lrs.example/xapi/statements]\n"}, f"{C}:11"),
]

CASES += [
    (
        "CW0901",
        bank(choice("a", "What does clay do?", ["It holds water", "It never dries", "It is red"])),
        f"{MORE}:12",
    ),
    ("CW0902", bank(choice("a", "What holds?", ["Clay", "Sand", "All of the above"])), f"{MORE}:14"),
    ("CW0903", bank(choice("a", "Which is not a soil?", ["Glass", "Sand", "Clay"])), f"{MORE}:7"),
    ("CW0904", bank(statement("a", "It is not uncommon for clay to dry.", holds=True)), f"{MORE}:7"),
    (
        "CW0905",
        bank(choice("a", "What holds?", ["Clay with very fine grains in it", "Sand", "Glass"])),
        f"{MORE}:9",
    ),
    (
        "CW0906",
        bank(
            choice(
                "a",
                "Where do earthworms live?",
                ["Where earthworms find leaves", "On rock that is very wet", "In ice that is not too old"],
            )
        ),
        f"{MORE}:9",
    ),
    ("CW0907", bank(choice("a", "How deep?", ["1-3 cm", "3-5 cm", "6-9 cm"])), f"{MORE}:12"),
    ("CW0908", bank(choice("a", "What holds?", ["Clay.", "Sand", "Glass"])), f"{MORE}:9"),
    ("CW0909", bank(choice("a", "How deep?", ["5 cm", "9 cm", "2 cm"])), f"{MORE}:9"),
    ("CW0910", bank(*(choice(id, ALIKE, ["Clay", "Sand", "Glass"]) for id in "ab")), f"{MORE}:22"),
    (
        "CW0911",
        bank(
            choice(
                "a",
                "What does lime do?",
                [
                    "Lifts acid clay towards neutral values",
                    "It rots the leaves and the roots of all",
                    "It burns what has been laid on top",
                ],
            ),
            statement("b", "Lime lifts acid clay towards neutral values.", holds=True),
        ),
        f"{MORE}:9",
    ),
    (
        "CW0912",
        bank(*(statement(id, f"Claim {id}.", holds=False) for id in ("u", "v", "w", "x"))),
        f"{MORE}:1",
    ),
    ("CW0913", LOW, f"{CHAPTER}:1"),
    ("CW0914", TOLD, f"{MORE}:7"),
    ("CW0915", GUESSED, f"{MORE}:1"),
    (
        "CW0916",
        bank(statement("a", "It is so.", holds=True, waive="[{rule: longest-kye, reason: R}]")),
        f"{MORE}:7",
    ),
    (
        "CW0917",
        bank(statement("a", "It is so.", holds=True, waive="[{rule: longest-key, reason: R}]")),
        f"{MORE}:7",
    ),
    (
        "CW0918",
        bank(statement("a", "It is so.", holds=True, waive="[{rule: guessable, reason: R}]")),
        f"{MORE}:7",
    ),
    ("CW0919", typed("[humus, topsoil]", "[humus, Humus]"), f"{BANK}:75"),
]

DEMAND = "{chapter: soil, min: 1}"


def demanding(demand: str) -> dict[str, str]:
    """The course with another demand in the place of its blueprint's first."""
    return changed(EXAM, DEMAND, demand)


def tire(_root: Path, patch: pytest.MonkeyPatch) -> None:
    """A search ends after its first step, and the solver finds nothing and proves nothing."""
    patch.setattr("coursewright.link.drawing.MOST_STEPS", 1)
    patch.setattr("coursewright.link.drawing.Program.solved", lambda _program: Solution("undecided"))


CASES += [
    ("CW1101", demanding("{level: recall, items: 1, max: 2}"), f"{EXAM}:10"),
    ("CW1102", demanding("{level: recall, min: 2, max: 1}"), f"{EXAM}:10"),
    ("CW1103", demanding("{items: 1}"), f"{EXAM}:10"),
    ("CW1104", demanding("{level: apply, min: 2}"), f"{EXAM}:10"),
    ("CW1105", demanding("{competency: digging, min: 1}\n  - {level: apply, min: 1}"), f"{EXAM}:11"),
    ("CW1106", demanding("{level: recall, max: 0}\n  - {level: apply, max: 0}"), f"{EXAM}:11"),
    ("CW1107", {}, f"{EXAM}:11"),
]


def formed(forms: str, demand: str = DEMAND) -> dict[str, str]:
    """The course with rules for the forms of its exam."""
    files = demanding(demand)
    return {**files, EXAM: f"{files[EXAM]}forms: {forms}\n", BANK: SECRETS}


SECRETS = f"""{COURSE[BANK]}\
  - id: soil-silent
    type: true-false
    objective: soil/layers/name
    level: recall
    use: exam
    stem: Gravel is heavy.
    answer: true
    if_true: It is.
    if_false: Lift it.
    explanation: Stones are heavy.
"""

CASES += [
    ("CW1108", demanding("{chapter: soil, min_points: 2, max_points: 1}"), f"{EXAM}:10"),
    ("CW1109", formed("{anchors: [soil-secret], banned: [soil-secret]}"), f"{EXAM}:12"),
    ("CW1110", formed("{anchors: [soil-secret], pinned: [soil-secret]}"), f"{EXAM}:12"),
    (
        "CW1111",
        formed("{anchors: [soil-secret, soil-silent], enemies: [[soil-secret, soil-silent]]}"),
        f"{EXAM}:12",
    ),
    ("CW1112", formed("{anchors: [soil-top]}"), f"{EXAM}:12"),
    (
        "CW1113",
        {**with_quiz_of(ITEMS, EVERY_TYPE), EXAM: f"{COURSE[EXAM]}forms: {{anchors: [soil-bed-cause]}}\n"},
        f"{EXAM}:12",
    ),
    ("CW1128", demanding("{level: recall, min: 1}\n  - {level: apply, min: 1}"), f"{EXAM}:10"),
    ("CW1129", {EXAM: demanding("{level: apply, min: 2}")[EXAM] + "forms: {count: 1}\n"}, f"{EXAM}:10"),
    ("CW1130", {EXAM: COURSE[EXAM] + "minimum: {practice: 4}\n"}, f"{SECTION}:5"),
    ("CW1131", {EXAM: COURSE[EXAM] + "minimum: {reserved: 2}\n"}, f"{SECTION}:5"),
    (
        "CW1701",
        changed(ISSUER, "00Z'\n  - id", "00Z'\n    until: '2025-12-31T00:00:00Z'\n  - id"),
        f"{ISSUER}:13",
    ),
    ("CW1702", changed(ISSUER, "since: '2026-01-01", "since: '2026-02-30"), f"{ISSUER}:12"),
    ("CW1703", changed(ISSUER, "kty: EC", "kty: OKP"), f"{ISSUER}:7"),
    ("CW1704", changed(ISSUER, "#ed25519-1'", "#es256-1'"), f"{ISSUER}:13"),
]

PREPARED = {"CW0106": link_out, "CW0117": refuse_reading, "CW1107": tire}
"""What text alone cannot make."""


def test_every_code_has_a_case() -> None:
    """Those of documents handed in have theirs in test_role_commands.py, of translations in test_apply.py.

    Those of files of items are in test_exchange_codes.py, of rosters in test_roster.py; what a builder
    refuses has its in test_trial.py; what no forms can be made of has its in test_checking.py; a notice
    that is unlike its session has its in test_sealing.py. Those of sealed responses are in test_opening.py
    and test_arriving.py, of scanned sheets in test_exam_scan.py and test_scan_refused.py, of answers in
    test_gathering.py, of results in test_analysing.py and test_observed.py.
    """
    beyond = tuple(f"CW11{number}" for number in range(14, 28))
    elsewhere = ("CW07", "CW08", "CW10", "CW12", "CW13", "CW14", "CW15", "CW16", "CW0621", *beyond)
    assert [code for code, _, _ in CASES] == [code for code in RULES if not code.startswith(elsewhere)]


@pytest.mark.parametrize(("code", "files", "place"), CASES, ids=[code for code, _, _ in CASES])
def test_a_code_appears_alone_where_it_belongs(
    tmp_path: Path, code: str, files: Files, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_course(tmp_path, files)
    if prepare := PREPARED.get(code):
        prepare(root, monkeypatch)
    found = [(problem.code, f"{problem.place.file}:{problem.place.line}") for problem in problems_at(root)]
    assert found == [(code, place)]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_written_in_both_languages_with_the_same_placeholders(code: str) -> None:
    for source in (RULES[code].message, *RULES[code].hints):
        chinese = CHINESE(source)
        assert chinese != source, "no Chinese words"
        assert placeholders(chinese) == placeholders(source)
        assert ENGLISH(source) == source


def test_the_report_of_every_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {}
    for code, files, _ in CASES:
        root = write_course(tmp_path / code, files)
        with monkeypatch.context() as patch:
            if prepare := PREPARED.get(code):
                prepare(root, patch)
            problems = problems_at(root)
        for words in (ENGLISH, CHINESE):
            made[f"{words.language}/{code}.txt"] = as_text(problems, words)
    assert_kept("diagnostics/codes", made)


def test_every_rule_says_what_helps() -> None:
    assert [code for code, rule in RULES.items() if not rule.hints] == ["CW0117"]


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize(("code", "files", "place"), CASES, ids=[code for code, _, _ in CASES])
def test_a_message_fills_its_placeholders_in_both_languages(
    tmp_path: Path, code: str, files: Files, place: str
) -> None:
    for problem in problems_of(tmp_path, files):
        for words in (ENGLISH, CHINESE):
            for text in (problem.message(words), *problem.hints(words)):
                assert text.strip()
                assert "None" not in text
                assert "(?:" not in text, "a regular expression is no help to an author"
