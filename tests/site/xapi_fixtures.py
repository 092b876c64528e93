"""A site that sends, and a real record store: a plugin as site_fixtures is."""

import uuid
from collections.abc import Iterator

import pytest
from output import BEHIND, serving
from stores import RecordStore, free_port, record_store
from telling import HOME

from coursewright.commands.main import run
from reporting import XAPI, reporting
from trees import write_course


@pytest.fixture(scope="session")
def telling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, RecordStore]]:
    """A site that sends through a gateway on its own host, or where a platform says; and its store."""
    folder, port = tmp_path_factory.mktemp("telling"), free_port()
    address = f"http://127.0.0.1:{port}"
    with record_store(folder / "store", address) as store:
        ways = f"  endpoint: {BEHIND}\n  home_page: {HOME}\n  launch: [{store.address}]\n"
        root = write_course(folder / "course", reporting(XAPI + ways))
        assert run(["build", "--course", str(root), "--site", str(root / "site")]) == 0
        store.wait()
        with serving(root / "site", port=port, gateway=store.gateway) as origin:
            yield origin, store


@pytest.fixture
def store(telling: tuple[str, RecordStore]) -> RecordStore:
    return telling[1]


@pytest.fixture
def number() -> str:
    """An employee whom the store does not know yet."""
    return f"A-{uuid.uuid4().hex[:8]}"
