"""A lock: one holds it, whoever else waits, and the end of a process gives it back."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from coursewright.stage import lock, lock_of, locked, taken

HOLDER = """
import sys, time
from pathlib import Path
from coursewright.stage import lock_of, taken
print(taken(lock_of(Path(sys.argv[1]))), flush=True)
time.sleep(60)
"""


def test_another_waits_and_says_so_once(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def wait() -> None:
        order.append("waits")
        waiting.set()

    def second() -> None:
        with locked(tmp_path / "lock", wait):
            order.append("second")

    with locked(tmp_path / "lock", lambda: order.append("first waits")):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["waits", "first", "second"]


def test_nobody_waits_for_a_lock_that_was_given_back(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"):
        pass
    with locked(tmp_path / "lock", lambda: pytest.fail("waits")):
        pass


def test_a_process_that_is_killed_gives_its_lock_back(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        file = lock_of(tmp_path / "lock")
        assert not taken(file)
        holder.kill()
        holder.wait()
    assert taken(file)
    os.close(file)


@pytest.mark.skipif(os.name == "nt", reason="Windows locks no folders")
def test_a_folder_can_be_locked_and_nothing_is_put_into_it(tmp_path: Path) -> None:
    with locked(tmp_path):
        other = lock_of(tmp_path)
        assert not taken(other)
        os.close(other)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_locks_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_file: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "_take", unsupported)
    with locked(tmp_path / "lock", lambda: pytest.fail("waits")):
        pass
