"""What a page would fetch from another host is told; what a reader may follow is not."""

from pathlib import Path

import pytest

from coursewright.validate.outside import fetched
from trees import COURSE, Files, brief, problems_of

AWAY = "//cdn.org/a"

FETCHED = {
    "a.html": [
        f"<script src='https:{AWAY}'></script>",
        f"<script async\n  src={AWAY}></script>",
        f'<SCRIPT TYPE=module SRC="HTTP:{AWAY}"></SCRIPT>',
        f'<link rel="stylesheet" href="https:{AWAY}">',
        f"<link href='{AWAY}' rel=preload>",
        f'<link rel="icon" href="http:{AWAY}">',
        f'<img alt="" srcset="{AWAY} 2x">',
        f'<iframe src="https:{AWAY}">',
        f'<svg><image xlink:href="https:{AWAY}"/></svg>',
        f'<video poster="https:{AWAY}">',
        f'<object data="{AWAY}">',
        f'<p style="background: url( {AWAY} )">',
        f"<style>@import 'https:{AWAY}'</style>",
        f"<script>import('https:{AWAY}')</script>",
        f"<script>s.src = 'https:{AWAY}'</script>",
    ],
    "a.css": [f"@import '{AWAY}'", f'a {{ src: url("https:{AWAY}") }}', f"a {{ b: url(http:{AWAY}) }}"],
    "a.mjs": [
        f'import a from "https:{AWAY}"',
        f"import '{AWAY}'",
        f'export * from "https:{AWAY}"',
        f"fetch(`https:{AWAY}`)",
        f"new WebSocket('wss:{AWAY}')",
        f"navigator.sendBeacon('{AWAY}', 1)",
        f"request.open('GET', 'https:{AWAY}')",
    ],
    "a.svg": [f'<image href="https:{AWAY}"/>', f"<style>a {{ fill: url({AWAY}) }}</style>"],
}

FOLLOWED = {
    "a.html": [
        f'<a href="https:{AWAY}">',
        f'<link rel="canonical" href="https:{AWAY}">',
        f'<link rel=alternate hreflang=de href="{AWAY}">',
        f'<form action="https:{AWAY}">',
        f"<p>https:{AWAY}</p>",
        '<script src="/a//b.js"></script>',
        '<img src="a.png"> <!-- // -->',
        f'<meta property="og:image" content="https:{AWAY}">',
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
    "a.css": [
        f"/* https:{AWAY} */",
        "a { b: url(a//b.png) }",
        'a { b: url("data:image/png;base64,AAAA//AAA") }',
    ],
    "a.mjs": [f"// https:{AWAY}", "import a from './a.mjs'", f"const address = 'https:{AWAY}'"],
    "a.txt": [f"<script src='https:{AWAY}'></script>"],
}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in FETCHED.items() for text in texts]
)
def test_what_is_fetched_is_found_where_it_stands(name: str, text: str) -> None:
    found = list(fetched(name, "\n" + text))
    assert [address.lower().split(":")[-1] for _, address in found] == [AWAY]
    assert all(("\n" + text).startswith(address, at) for at, address in found)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in FOLLOWED.items() for text in texts]
)
def test_what_is_followed_is_nobodys_business(name: str, text: str) -> None:
    assert list(fetched(name, text)) == []


@pytest.mark.parametrize(
    ("setting", "column"),
    [
        ("extra_css: [a.css, 'https://a.org/a.css']", 20),
        ("extra_javascript: [//a.org/a.js]", 20),
        ("extra_javascript: [{path: 'https://a.org/a.js', type: module}]", 20),
        ("extra: {analytics: {provider: google}}", 20),
        ("repo_url: https://github.com/a/b", 11),
        ("repo_url: https://gitlab.bank.example/a/b", 11),
    ],
)
def test_a_setting_that_asks_another_host(tmp_path: Path, setting: str, column: int) -> None:
    files = {"mkdocs.yml": COURSE["mkdocs.yml"] + setting + "\n", "site_overrides/a.css": "a {}"}
    assert brief(problems_of(tmp_path, files)) == [f"CW0620 mkdocs.yml:7:{column}"]


@pytest.mark.parametrize(
    "setting",
    [
        "extra_css: [assets/a.css]",
        "extra: {social: [{icon: material/web, link: 'https://a.org'}]}",
        "site_url: https://a.org/",
        "repo_url: https://code.bank.example/a",
        "copyright: '<a href=\"https://a.org\">A</a>'",
    ],
)
def test_a_setting_that_asks_nobody(tmp_path: Path, setting: str) -> None:
    files = {"mkdocs.yml": COURSE["mkdocs.yml"] + setting + "\n", "site_overrides/assets/a.css": "a {}"}
    assert problems_of(tmp_path, files) == []


def test_a_template_is_told_at_its_line(tmp_path: Path) -> None:
    files: Files = {
        "site_overrides/main.html": f"{{% extends 'base.html' %}}\n\n  <script src='https:{AWAY}'>\n",
        "site_overrides/pages/guide.html": f"<img src='{AWAY}'>",
        "site_overrides/assets/own.css": f"a {{}}\n@import '{AWAY}';",
        "site_overrides/assets/film.bin": b"\xff<script src='https://a.org'>",
    }
    assert brief(problems_of(tmp_path, files)) == [
        "CW0620 site_overrides/assets/own.css:2:10",
        "CW0620 site_overrides/main.html:3:16",
        "CW0620 site_overrides/pages/guide.html:1:11",
    ]
