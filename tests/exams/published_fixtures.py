"""One published session for all tests of a module: making it takes a while, and no test changes it."""

import pytest
from published import Exam
from published import exam as made


@pytest.fixture(scope="module")
def exam(tmp_path_factory: pytest.TempPathFactory) -> Exam:
    return made(tmp_path_factory.mktemp("published") / "course")
