"""Settings for every test: English messages, whatever the machine speaks."""

import os

import pytest
from hypothesis import settings

os.environ["LANGUAGE"] = "en"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
settings.register_profile("tests", deadline=None)  # no test measures time
settings.load_profile("tests")


def pytest_configure(config: pytest.Config) -> None:
    # jieba leaves the search dictionary it was given open
    config.addinivalue_line("filterwarnings", "ignore:unclosed file .*search-terms:ResourceWarning")
