"""A real record store for statements: ralph, in an environment of its own (`bootstrap.sh lrs`)."""

import base64
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from output import ROOT

RALPH = ROOT / ".venv" / "lrs" / "bin" / "ralph"
AUTH = "Basic " + base64.b64encode(b"site:secret").decode()
_USERS = [
    {
        "agent": {"mbox": "mailto:site@garden.example", "objectType": "Agent"},
        "scopes": ["all"],
        "hash": "$2b$04$M2FoyZWKvy7JEUKP90d74e0yLPc6sB0PEx9kfYFeIBXzuJ0adZ99K",
        "username": "site",
    }
]
"""Whose password is `secret`; hashed in few rounds, for every request is checked."""

_APPENDING = """\
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND
"""
"""The file that ralph 5.1 keeps statements in is created by the first request, and refuses all later ones."""


@dataclass(frozen=True)
class RecordStore:
    """`address` is what statements are sent below; what the server says is in `said`."""

    address: str
    port: int
    server: "subprocess.Popen[bytes]"
    said: Path

    def wait(self) -> None:
        """Until it takes requests."""
        for _ in range(300):
            if self.server.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        pytest.fail(f"the record store did not start:\n{self.said.read_text('utf-8')}")

    def statements(self, actor: dict[str, Any]) -> list[dict[str, Any]]:
        """What the store has of an actor, read back over HTTP, the first one first."""
        query = urllib.parse.urlencode({"agent": json.dumps(actor), "limit": 100})
        found: list[dict[str, Any]] = json.loads(self._asked(f"statements?{query}")[2])["statements"]
        return sorted(found, key=lambda statement: str(statement["timestamp"]))

    def gateway(self, path: str, body: bytes) -> tuple[int, str, bytes]:
        """Passes on what a site sends, with the password that a site must not have."""
        return self._asked(path, body)

    def _asked(self, path: str, body: bytes | None = None) -> tuple[int, str, bytes]:
        headers = {
            "Authorization": AUTH,
            "Content-Type": "application/json",
            "X-Experience-API-Version": "1.0.3",
        }
        request = urllib.request.Request(self.address + path, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as response:
                return response.status, "application/json", response.read()
        except urllib.error.HTTPError as error:
            return error.code, "application/json", error.read()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def record_store(folder: Path, origin: str) -> Iterator[RecordStore]:
    """A store that lets pages of `origin` send to it, still on its way. Where CI is set it must be there."""
    if not RALPH.exists():
        missing = "no record store on this machine: ./bootstrap.sh lrs requirements-lrs.lock"
        pytest.fail(missing) if "CI" in os.environ else pytest.skip(missing)
    folder.mkdir()
    (folder / "auth.json").write_text(json.dumps(_USERS), encoding="utf-8")
    (folder / "sitecustomize.py").write_text(_APPENDING, encoding="utf-8")
    settings = {
        "PYTHONPATH": str(folder),
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_RUNSERVER_CORS_ALLOW_ORIGINS": json.dumps([origin]),
    }
    port = free_port()
    place = ["--fs-default-directory-path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "said.log").open("wb") as said:
        server = subprocess.Popen(
            [RALPH, "runserver", "--backend", "fs", *place],
            env={**os.environ, **settings},
            stdout=said,
            stderr=said,
            cwd=folder,
        )
        try:
            yield RecordStore(f"http://127.0.0.1:{port}/xAPI/", port, server, folder / "said.log")
        finally:
            server.terminate()
            server.wait(10)
