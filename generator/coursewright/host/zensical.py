"""Zensical, the successor of MkDocs with Material, which is installed as an extra.

A build runs in a process of its own: Zensical ends the process it runs in when
it fails. Its configuration stands beside the staged tree, for it builds only
what lies below that file, and only to a folder below it.
"""

import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from ..errors import BuilderMissing, SiteFailed

MADE = "zensical"
INDEX = "search.json"
"""Of the search that our pages have none of."""
CONFIG = """\
INHERIT: {staged}/mkdocs.yml
docs_dir: {staged}/docs
site_dir: {made}
validation: false
theme:
  custom_dir: {staged}/overrides
"""
"""Links are checked where they are written, in our own pass `link`, which takes less time."""

_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_ERROR = re.compile(r"^\w*(?:Error|Exception): ", re.M)


class Zensical:
    """See `builder.Builder`. Raises BuilderMissing when it is not installed."""

    name = "zensical"

    def __init__(self) -> None:
        if find_spec("zensical") is None:
            raise BuilderMissing

    def tools(self) -> list[str]:
        return [f"zensical {version('zensical')}"]

    def build(self, staged: Path, destination: Path) -> None:
        made = staged.with_name(MADE)
        shutil.rmtree(made, ignore_errors=True)
        command = [sys.executable, "-m", "zensical", "build", "--clean", "-f", str(_configured(staged))]
        done = subprocess.run(  # noqa: S603  our own interpreter, without a shell
            command, capture_output=True, text=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise SiteFailed("Zensical", _reason(done.stderr or done.stdout))
        (made / INDEX).unlink(missing_ok=True)
        shutil.move(made, destination)


def _configured(staged: Path) -> Path:
    config = staged.with_name("zensical.yml")
    config.write_text(CONFIG.format(staged=staged.name, made=MADE), "utf-8")
    return config


def _reason(said: str) -> str:
    """What went wrong, of all that a process said before it ended."""
    plain = _COLOUR.sub("", said).strip()
    found = _ERROR.search(plain)
    return plain[found.end() :].split("\nTraceback")[0].strip() if found else plain.rsplit("\n", 1)[-1]
