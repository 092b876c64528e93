"""How many pages LibreOffice makes of a Word file."""

import re
import shutil
from pathlib import Path

import pytest
from sample import typical
from wordparts import by_libreoffice

from coursewright.press.word.package import word


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_typical_job_description_is_three_pages(tmp_path: Path) -> None:
    made = by_libreoffice(word(typical()), tmp_path)
    assert len(re.findall(rb"/Type\s*/Page\b", made)) == 3
