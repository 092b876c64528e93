"""A garden and its documents, a plugin that the tests of both directions name."""

from pathlib import Path

import pytest

from coursewright.commands.main import run
from trees import write_course


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_course(tmp_path_factory.mktemp("garden"))


@pytest.fixture(scope="session")
def exported(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything there is, once."""
    folder = tmp_path_factory.mktemp("papers")
    assert (
        run(["roles", "export", "--course", str(course), "--format", "docx,pdf,zip", "--out", str(folder)])
        == 0
    )
    return folder
