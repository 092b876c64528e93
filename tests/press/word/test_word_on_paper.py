"""How many pages LibreOffice makes of a Word file."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from sample import typical

from coursewright.press.word.package import word


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_typical_job_description_is_three_pages(tmp_path: Path) -> None:
    (tmp_path / "role.docx").write_bytes(word(typical()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "role.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "role.pdf").read_bytes())) == 3
