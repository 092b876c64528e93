"""A sealed exam as it is published, made of a small course: what its page needs, and who opens responses.

The page has the browser's modules and the engine's styles; the package is made by joserfc.
"""

import base64
import json
import re
import threading
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from joserfc import jwe
from joserfc.jwk import ECKey, OctKey

from coursewright.link.site import Site, SiteItem
from coursewright.model.items.interaction import AskedMatch
from coursewright.render.code import page_modules, page_style
from coursewright.render.questions.fieldset import question
from coursewright.render.rendering import Rendering
from coursewright.styles.tokens import tokens_css
from trees import ENGLISH, EVERY_TYPE, ITEMS, site_of, with_quiz_of

ANN, BEN = ("1001", "张三·Ann"), ("1002", "Ben")
TICKET, ROOM = "K7M", "R22"
OTHERS = ("3AC", "822", "29A")
"""A name that is a number comes first in any object of JavaScript, whatever the order of the others."""
CODE = f"{TICKET}2-3456-7ACD-EFHJ"
ROOM_CODE = f"{ROOM}2-3456-7ACD-EFHJ"
PASSWORD, DIRECT = "PBES2-HS512+A256KW", "dir"
_TEACHING = re.compile(r'<details class="cw-(?:hint|a)">.*?</details>(?=<details|</fieldset|\n)', re.S)
_KNOWING = re.compile(r' data-variants="[^"]*"')
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass
class Exam:
    """A published exam, with the key that opens what candidates hand in."""

    package: dict[str, Any]
    key: ECKey
    items: tuple[SiteItem, ...]
    put: dict[str, str] = field(default_factory=dict)
    """What came into its drop box, by the names of files."""
    answers: list[int] = field(default_factory=list)
    """Statuses that the drop box answers with at first."""

    def opened(self, text: str) -> dict[str, Any]:
        kind, sealed = text.split(".", 1)
        assert kind == "CWR1"
        algorithms = ["ECDH-ES", "A256GCM", "DEF"]
        plain = jwe.decrypt_compact(sealed, self.key, algorithms=algorithms).plaintext
        assert plain is not None
        found: dict[str, Any] = json.loads(plain)
        return found


def sealed_exam(root: Path, *, minutes: int = 30, extra: int = 0, rounds: int = 100_000, **more: Any) -> Exam:
    """One ticket of a candidate and one of a room with two; `more` is laid over what is public."""
    site = site_of(root, with_quiz_of(ITEMS, EVERY_TYPE))
    items = _items(site)
    key = ECKey.generate_key("P-256")
    kid = key.thumbprint()
    public = {**key.as_dict(private=False), "kid": kid}
    secret = bytes(range(32))
    form = json.dumps(_form(site, items, minutes), ensure_ascii=False)
    alone = [_candidate(ANN, TICKET, extra)]
    room = [_candidate(who, ROOM, extra) for who in (ANN, BEN)]
    package = {
        "format": 1,
        "session": "spring",
        "exam": "spade",
        "title": "Spade exam",
        "language": "zh-CN",
        "minutes": minutes,
        "opens": None,
        "closes": None,
        "drop": None,
        "commitment": "0" * 64,
        "journal": "0" * 64,
        "key": public,
        "tickets": {
            name: _locked({"candidates": who, "keys": {"A": _text(secret)}}, rounds)
            for name, who in ((TICKET, alone), (ROOM, room), *((name, alone) for name in OTHERS))
        },
        "forms": {"A": _sealed(form, {"alg": DIRECT, "enc": "A256GCM"}, secret)},
    }
    return Exam({**package, **more}, key, items)


def _items(site: Site) -> tuple[SiteItem, ...]:
    return tuple(item for quiz in site.quizzes.values() for item in quiz.items)


def _candidate(who: tuple[str, str], ticket: str, extra: int) -> dict[str, Any]:
    number, name = who
    return {
        "number": number,
        "name": name,
        "form": "A",
        "extra": extra,
        "ticket": ticket,
        "proof": f"opened {ticket}",
    }


def _form(site: Site, items: Sequence[SiteItem], minutes: int) -> dict[str, Any]:
    reading = replace(Rendering(site).reading("exam.md"), linked=False)
    numbers = list(range(1, len(items) + 1))
    cases = {item.case.id: item.case for item in items if item.case}
    return {
        "form": "A",
        "minutes": minutes,
        "points": len(items),
        "rules": ["Work alone.", "Phones away <b>now</b>."],
        "parts": [
            {"title": "Part one", "questions": numbers[:5]},
            {"title": "Part two", "questions": numbers[5:]},
        ],
        "questions": [
            {
                "number": number,
                "item": item.id,
                "points": 1,
                "type": item.model.model_dump()["type"],
                "case": item.case.id if item.case else None,
                "html": _bare(item, question(item, number, reading, ENGLISH, link_back=False)),
            }
            for number, item in enumerate(items, 1)
        ],
        "cases": {id: {"title": case.title, "html": f"<p>{case.stimulus}</p>"} for id, case in cases.items()},
        "media": {},
    }


def _bare(item: SiteItem, html: str) -> str:
    """A question without all that teaches or scores."""
    html = _KNOWING.sub("", _TEACHING.sub("", html))
    asked = item.model.asked(ENGLISH)
    if isinstance(asked, AskedMatch):
        before, things = html.split('<ol class="cw-things">')
        for thing in asked.interaction.things:
            things = things.replace("<li>", f'<li data-id="{thing.id}">', 1)
        html = f'{before}<ol class="cw-things">{things}'
    return html


def _locked(plain: Mapping[str, Any], rounds: int) -> str:
    header = {"alg": PASSWORD, "enc": "A256GCM", "p2c": rounds, "p2s": _text(bytes(16))}
    return _sealed(json.dumps(plain, ensure_ascii=False), header, _SECRET)


_SECRET = CODE.replace("-", "")[3:].encode()


def _sealed(plain: str, header: dict[str, Any], key: bytes) -> str:
    algorithms = [header["alg"], "A256GCM"]
    with warnings.catch_warnings():
        # A code of 61 random bits is less than a key that is no password would need.
        warnings.simplefilter("ignore")
        return jwe.encrypt_compact(header, plain, OctKey.import_key(key), algorithms=algorithms)


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def write_page(folder: Path, exam: Exam, entry: str = "sealed/page.mjs") -> None:
    """The page, its modules and styles, with the package beside it."""
    made = {
        "sealed.json": json.dumps(exam.package, ensure_ascii=False).encode(),
        "tokens.css": tokens_css({}, "").encode(),
        "coursewright.css": page_style(),
        **page_modules("zh_CN", entry),
        "index.html": _page(exam, entry.replace(".mjs", ".js")).encode(),
    }
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _page(exam: Exam, entry: str) -> str:
    return f"""<!doctype html>
<html lang="zh-CN" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{exam.package["title"]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="tokens.css">
<link rel="stylesheet" href="coursewright.css">
<script type="module" src="{entry}"></script>
</head>
<body>
<main class="md-typeset cw-package cw-sealed-page">
<h1>{exam.package["title"]}</h1>
<cw-sealed data-package="sealed.json"></cw-sealed>
</main>
</body>
</html>
"""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, exam: Exam, **named: Any) -> None:
        self._exam = exam
        super().__init__(*arguments, **named)

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        status = self._exam.answers.pop(0) if self._exam.answers else 201
        if status < 300:
            self._exam.put[self.path.rsplit("/", 1)[1]] = body
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments: Any) -> None:
        pass


@contextmanager
def hosting(folder: Path, exam: Exam) -> Iterator[str]:
    """The address of a server with the page, and a drop box at drop/."""
    handler = partial(_Handler, directory=str(folder), exam=exam)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
