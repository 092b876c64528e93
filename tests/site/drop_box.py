"""nginx as the guide sets it up for candidates' answers: the text that people copy is what is tested."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import coursewright

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_TLS = re.compile(r"^ *ssl_certificate.*\n", re.M)


def configuration(language: str) -> str:
    """The one block of nginx in the guide of a language."""
    guide = (
        Path(coursewright.__file__).parent / "starter" / language / "content/guides/certification.yml"
    ).read_text("utf-8")
    (block,) = re.findall(r"^  ```nginx\n(.*?)^  ```$", guide, re.M | re.S)
    return re.sub("^  ", "", block, flags=re.M)


def needed() -> str:
    if NGINX is None:
        if os.environ.get("CI"):
            pytest.fail("nginx is missing: .ci/run installs it")
        pytest.skip("no nginx on this machine")
    return NGINX


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@dataclass
class DropBox:
    """A web server in a folder of its own, with the exam in `site/`; it is down until it is started."""

    folder: Path
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def received(self) -> dict[str, str]:
        return {file.name: file.read_text("ascii") for file in sorted((self.folder / "drop").iterdir())}

    def start(self) -> "DropBox":
        for name in ("site", "drop", "incoming", "other"):
            (self.folder / name).mkdir(exist_ok=True)
        (self.folder / "nginx.conf").write_text(self._configuration(), "utf-8")
        command = [needed(), "-p", str(self.folder), "-c", "nginx.conf", "-e", "stderr"]
        self._process = subprocess.Popen(command)
        self._wait()
        return self

    def stop(self) -> None:
        if self._process:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(10)
            self._process = None

    def _configuration(self) -> str:
        """As in the guide, but for the port, the folder and the certificate of this machine."""
        text, count = _TLS.subn("", configuration("en"))
        assert count == 2
        for given, ours in (("listen 443 ssl", f"listen 127.0.0.1:{self.port}"),):
            assert text.count(given) == 1
            text = text.replace(given, ours)
        text = text.replace("/srv/exam", str(self.folder))
        other = [f"{name}_temp_path other;" for name in ("proxy", "fastcgi", "uwsgi", "scgi")]
        rights = "user root;" if os.geteuid() == 0 else ""
        main = f"{rights} daemon off; pid nginx.pid; worker_processes 1; events {{}}"
        http = "include /etc/nginx/mime.types; access_log off; client_body_temp_path other;"
        return f"{main}\nhttp {{\n{http}\n{' '.join(other)}\n{text}\n}}\n"

    def _wait(self) -> None:
        ending = time.monotonic() + 10
        while time.monotonic() < ending:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("nginx did not start")
