"""For every test: English messages, whatever the machine speaks, and sites that are built once a run."""

import os

import pytest
from hypothesis import settings

from sites import Sites, run_folder

os.environ["LANGUAGE"] = "en"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
# No test measures time; and whether a change lands is for the change to say, not for chance.
settings.register_profile("tests", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("tests")


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return Sites(run_folder(tmp_path_factory) / "sites")
