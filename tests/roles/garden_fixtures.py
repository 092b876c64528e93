"""The garden as a fixture, a plugin that each test module of it names."""

from pathlib import Path

import pytest
from garden import Garden, framework, source

from trees import ROLE, write_course


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(write_course(tmp_path, {ROLE: source(), **framework()}))
