"""The page of a sealed exam: a folder for a web server, and one single file that needs none.

Both say themselves what a browser may load for them (Content-Security-Policy): their own code and style,
pictures that are in a form, and the drop box. A browser loads no module from `file:`, so in the single file
all of the code is one classic script, of which the policy has the digest, as of its style.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader

from ...render.code import page_modules, page_script, page_style
from ...styles.tokens import preferred_css
from ...words import Language, Words
from .package import Package, as_bytes, digest_of

ENTRY = "sealed/page.mjs"
INDEX, PACKAGE = "index.html", "sealed.json"
_STYLE = "exam.css"


@dataclass(frozen=True)
class ExamPage:
    """Of one package; `course` is the title of what it belongs to. The same package gives the same bytes."""

    package: Package
    course: str
    words: Words

    def folder(self) -> dict[str, bytes]:
        """Path → bytes. Code lies in a folder that is named by what is in it, for browsers keep it."""
        code = {**page_modules(self.words.language, ENTRY), _STYLE: _style().encode()}
        folder = f"app-{_folded(code)}"
        html = self._html(
            policy=self._policy("'self'", "'self'", "'self'"),
            folder=folder,
            entry=ENTRY.replace(".mjs", ".js"),
            address=f"{PACKAGE}?{digest_of(self.package)[:16]}",
            waiting=self.words(
                "If this stays here, the browser is too old, or the page was opened from a folder: it needs "
                "a web server. The single file of this exam does not."
            ),
        )
        return {
            INDEX: html,
            PACKAGE: as_bytes(self.package),
            **{f"{folder}/{path}": content for path, content in code.items()},
        }

    def single(self) -> bytes:
        """The page with everything in it."""
        script, style = page_script(self.words.language, ENTRY), _style()
        package = as_bytes(self.package).decode().replace("<", "\\u003c")
        return self._html(
            policy=self._policy(_hash(script), _hash(style), ""),
            style=style,
            script=script,
            package=package,
            waiting=self.words(
                "If this stays here, the browser is too old: open the file with a current one."
            ),
        )

    def _html(self, **values: str) -> bytes:
        named = {"folder": "", "entry": "", "address": "", "style": "", "script": "", "package": "", **values}
        page = _pages().get_template("page.html")
        return page.render(
            language=Language(self.package["language"]),
            title=self.package["title"],
            session=self.words("Session {name}").format(name=self.package["session"]),
            course=self.course,
            loading=self.words("The exam is being loaded …"),
            scripted=self.words("This exam needs JavaScript: allow it, then load the page again."),
            **named,
        ).encode()

    def _policy(self, script: str, style: str, own: str) -> str:
        drop = f"{str(self.package['drop']).rstrip('/')}/" if self.package["drop"] else ""
        reached = " ".join(filter(None, (own, drop))) or "'none'"
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src {script}",
                f"style-src {style}",
                "img-src data: blob:",
                f"connect-src {reached}",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )


@cache
def _pages() -> Environment:
    return Environment(
        loader=PackageLoader("coursewright.exams.sealing", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    return page_style().decode() + preferred_css({})


def _folded(files: Mapping[str, bytes]) -> str:
    digest = sha256()
    for path, content in sorted(files.items()):
        digest.update(f"{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:12]


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
