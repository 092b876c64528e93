"""The sample as a Word file, a plugin that each test here names."""

import pytest
from sample import DOCUMENT

from coursewright.press.word.package import word


@pytest.fixture(scope="module")
def raw() -> bytes:
    return word(DOCUMENT)
