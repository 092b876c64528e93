"""A tiny platform of cmi5 with its store: it launches a package, and keeps in order what it is told."""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from zipfile import ZipFile

ACTOR = {"objectType": "Agent", "account": {"homePage": "https://hr.example", "name": "A-17"}, "name": "Ann"}
REGISTRATION = "6c4f9f0e-3b5e-4f8e-9a53-0d7d6f0b8a11"
UNIT = "https://lms.example/units/17"
TOKEN = "QTpi"
FLAWS = """
import { createRequire } from "node:module";
const { default: flaws } = createRequire(process.cwd() + "/")("@learninglocker/xapi-validation");
let text = "";
for await (const part of process.stdin) text += part;
console.log(JSON.stringify(JSON.parse(text).map((each) => flaws(each).map(String))));
"""


class Cmi5Platform:
    """`statements` as they arrived, `states` by id; `refused` are requests against the rules."""

    def __init__(self, address: str, launch: dict[str, Any]) -> None:
        self.address = address
        self.statements: list[dict[str, Any]] = []
        self.states: dict[str, Any] = {}
        self.refused: list[str] = []
        self.profiles = 0
        self.is_down = False
        self._launch = launch
        self._session = 0
        self._tokens: set[str] = set()

    def launch(self) -> str:
        """The address of a new session of the same registration."""
        self._session += 1
        self._tokens.add(f"{self._session}")
        self.states["LMS.LaunchData"] = {
            "contextTemplate": {
                "contextActivities": {"grouping": [{"id": "https://garden.example/au"}]},
                "extensions": {
                    "https://w3id.org/xapi/cmi5/context/extensions/sessionid": f"session-{self._session}"
                },
            },
            "launchMode": "Normal",
            "moveOn": "Passed",
            **self._launch,
        }
        asked = {
            "endpoint": f"{self.address}/xapi",
            "fetch": f"{self.address}/fetch?session={self._session}",
            "actor": json.dumps(ACTOR),
            "registration": REGISTRATION,
            "activityId": UNIT,
        }
        return f"{self.address}/package/index.html?{urlencode(asked)}"

    def token(self, session: str) -> dict[str, str]:
        if session not in self._tokens:
            return {"error-code": "1", "error-text": "The token was taken already."}
        self._tokens.remove(session)
        return {"auth-token": TOKEN}

    def verbs(self) -> list[str]:
        return [each["verb"]["id"].rpartition("/")[2] for each in self.statements]


class _Handler(SimpleHTTPRequestHandler):
    platform: Cmi5Platform

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        if not self.path.startswith("/xapi/"):
            return super().do_GET()
        path, asked = self._asked()
        if path.endswith("agents/profile"):
            self.platform.profiles += 1
            return self._say(None)
        return self._say(self.platform.states.get(asked.get("stateId", "")))

    def do_PUT(self) -> None:
        _, asked = self._asked()
        body = self._body()
        if not self._is_allowed():
            return
        self.platform.states[asked["stateId"]] = body
        self._say({})

    def do_POST(self) -> None:
        path, asked = self._asked()
        body = self._body()
        if path == "/fetch":
            return self._say(self.platform.token(asked["session"]))
        if self._is_allowed():
            known = {each["id"] for each in self.platform.statements}
            self.platform.statements += [each for each in body if each["id"] not in known]
            self._say([each["id"] for each in body])
        return None

    def _asked(self) -> tuple[str, dict[str, str]]:
        found = urlsplit(self.path)
        return found.path, {name: values[0] for name, values in parse_qs(found.query).items()}

    def _is_allowed(self) -> bool:
        headers = {"Authorization": f"Basic {TOKEN}", "X-Experience-API-Version": "1.0.3"}
        wrong = [name for name, value in headers.items() if self.headers.get(name) != value]
        if wrong:
            self.platform.refused.append(f"{self.path}: {wrong}")
        if wrong or self.platform.is_down:
            self._say({}, 503)
        return not (wrong or self.platform.is_down)

    def _body(self) -> Any:
        text = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        return json.loads(text) if text else None

    def _say(self, data: Any, status: int = 200) -> None:
        content = json.dumps(data).encode()
        self.send_response(404 if data is None else status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def cmi5_platform(folder: Path, package: bytes, **launch: Any) -> Iterator[Cmi5Platform]:
    """`launch` is what LMS.LaunchData says besides."""
    with ZipFile(BytesIO(package)) as archive:
        archive.extractall(folder / "package")

    class Handler(_Handler):
        pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
    Handler.platform = platform = Cmi5Platform(f"http://127.0.0.1:{server.server_port}", launch)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield platform
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def flaws(statements: list[dict[str, Any]]) -> list[list[str]]:
    """What npm `@learninglocker/xapi-validation` finds of each."""
    done = subprocess.run(
        ["node", "--input-type=module", "-e", FLAWS],
        input=json.dumps(statements),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found
