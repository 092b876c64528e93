"""`serve`: where the site is, what was rebuilt, what is wrong, and addresses that cannot be had, in words."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from coursewright.commands.main import run
from coursewright.commands.serve import Address, an_address
from trees import BANK, SECTION, changed, write_course

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1:8000", ("127.0.0.1", 8000)),
        ("8001", ("127.0.0.1", 8001)),
        (":8001", ("127.0.0.1", 8001)),
        ("localhost:0", ("localhost", 0)),
        ("[::1]:8000", ("::1", 8000)),
    ],
)
def test_an_address(text: str, address: tuple[str, int]) -> None:
    assert an_address(None, None, text) == address  # type: ignore[arg-type]  # neither is read
    assert str(Address("::1", 80)) == "[::1]:80"


@pytest.mark.parametrize(
    "text",
    ["127.0.0.1:99999", "127.0.0.1", "here", "127.0.0.1:", "a:b:c", "80.5", "１２３", "[::1", "[::1]]:80"],
)
def test_what_is_no_address_is_wrong_usage(text: str, tmp_path: Path, capsys: Captured) -> None:
    assert run(["serve", "--course", str(write_course(tmp_path)), "--address", text]) == 2
    assert f"“{text}” is no address; write 127.0.0.1:8000" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("text", ["9" * 5000, f"{'例' * 70}:8000", "a..b:80", f"{'a' * 64}:80", "a\0b:80"])
def test_what_no_host_and_no_port_can_be_is_wrong_usage(text: str, tmp_path: Path, capsys: Captured) -> None:
    assert run(["serve", "--course", str(write_course(tmp_path)), "--address", text]) == 2
    assert "is no address; write 127.0.0.1:8000" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("text", ["::1", "fe80::1", "::"])
def test_an_address_with_colons_is_shown_in_brackets(text: str, tmp_path: Path, capsys: Captured) -> None:
    assert run(["serve", "--course", str(write_course(tmp_path)), "--address", text]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert f"“{text}” has no brackets" in said
    assert f"[{text}]:8000" in said


def test_an_address_is_shown_with_what_cannot_be_seen_in_it(tmp_path: Path, capsys: Captured) -> None:
    assert run(["serve", "--course", str(write_course(tmp_path)), "--address", "a\u202eb:8000"]) == 2
    assert "“a\\u202eb:8000” is no address; write 127.0.0.1:8000" in " ".join(capsys.readouterr().err.split())


def test_a_port_that_is_taken_is_said_with_one_that_is_free(tmp_path: Path, capsys: Captured) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert run(["serve", "--course", str(write_course(tmp_path)), "--address", f"127.0.0.1:{port}"]) == 1
    said = capsys.readouterr().err
    assert f"another program serves on port {port} already" in said
    assert "choose another: coursewright serve --address 127.0.0.1:" in said
    assert "Errno" not in said


@pytest.mark.parametrize("host", ["192.0.2.7", "no-such-host.invalid"])
def test_an_address_of_another_machine_is_said(host: str, tmp_path: Path, capsys: Captured) -> None:
    assert run(["serve", "--course", str(write_course(tmp_path)), "--address", f"{host}:8000"]) == 1
    assert f"{host} is no address of this machine" in capsys.readouterr().err


def test_where_there_is_no_course_nothing_is_served(tmp_path: Path, capsys: Captured) -> None:
    assert run(["serve", "--course", str(tmp_path), "--address", "0"]) == 1
    assert "there is no course here" in capsys.readouterr().err


@contextmanager
def served(root: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "coursewright", "serve", "--builder", "zensical", "--address", "0"]
    with subprocess.Popen(
        [*command, "--course", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Where tests run in the background it is ignored, and what they start would ignore it too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said_until(process: "subprocess.Popen[str]", word: str) -> str:
    """What is said up to a line with the word in it."""
    assert process.stdout
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if word in line:
            return "".join(lines)
    pytest.fail("".join(lines))


def test_it_says_where_what_changed_what_is_wrong_and_ends_in_good_order(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    section = root / SECTION
    text = section.read_text("utf-8")
    with served(root) as process:
        address = said_until(process, "http://").split()[-1]
        said_until(process, "Ctrl+C ends it.")
        with urlopen(f"{address}learn/soil/layers/", timeout=60) as page:
            assert "cw-objectives" in page.read().decode()

        section.write_text("title: [", "utf-8")
        said = said_until(process, "The last good site stays")
        assert said.startswith(f"Changed: {SECTION}\nerror[CW0101]: ")

        section.write_text(text.replace("title: Layers", "title: Layers and layers", 1), "utf-8")
        said = said_until(process, "Rebuilt in ")
        assert said.startswith(f"Changed: {SECTION}\nRebuilt in ")
        with urlopen(f"{address}learn/soil/layers/", timeout=60) as page:
            assert "Layers and layers" in page.read().decode()

        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0


def test_a_course_that_is_wrong_from_the_start_is_waited_for(tmp_path: Path) -> None:
    root = write_course(tmp_path, changed(BANK, "level: recall", "level: recal"))
    with served(root) as process:
        said = said_until(process, "http://")
        assert said.startswith("error[CW0204]: ")
        assert "When the problems are mended" in said
        said_until(process, "Ctrl+C ends it.")
        time.sleep(0.1)
        write_course(root)
        assert said_until(process, "Rebuilt in ").startswith("Changed: ")
