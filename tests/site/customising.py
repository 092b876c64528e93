"""Customising a role as HR does, and opening the files that come of it."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect
from quizzing import button

ROLE = "roles/client-manager/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def open_panel(page: Page) -> None:
    """The panel with every part of it unfolded."""
    button(page, "Customise").click()
    expect(page.locator(".cw-desk")).to_be_visible()
    for folded in page.locator(".cw-group:not([open]) > summary").all()[::-1]:
        folded.click()


def field(page: Page, key: str) -> Any:
    return page.locator(f'.cw-desk [name="{key}"]')


def place(page: Page, key: str) -> Any:
    """Where the page shows what a field says."""
    return page.locator(f'article [data-field="{key}"]')


def fill(page: Page, **values: str) -> None:
    """Values by key, `__` for `.`."""
    for key, value in values.items():
        field(page, key.replace("__", ".")).fill(value)


def add_duty(page: Page, text: str, standard: str, weight: str) -> int:
    button(page, "Add a duty").click()
    number = int(page.locator(".cw-duty").last.get_attribute("data-number") or 0)
    fill(
        page,
        **{
            f"duties__{number}__text": text,
            f"duties__{number}__standard": standard,
            f"duties__{number}__weight": weight,
        },
    )
    return number


def choose_logo(page: Page, content: bytes, name: str = "logo.png") -> None:
    page.locator(".cw-desk input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def download(page: Page, source: str) -> tuple[str, bytes]:
    """Name and content of the file that a button gives."""
    with page.expect_download() as coming:
        button(page, source).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def controls(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Tag, id and text of every content control of the body, the headers and the footers."""
    document = opened(content)
    parts = [
        document.part,
        *(
            rel.target_part
            for rel in document.part.rels.values()
            if rel.reltype.endswith(("/header", "/footer"))
        ),
    ]
    for part in parts:
        for control in part.element.iter(qn("w:sdt")):
            tag, id = (control.find(f"{W}sdtPr/{W}{name}").get(f"{W}val") for name in ("tag", "id"))
            yield tag, id, "".join(text.text or "" for text in control.iter(qn("w:t")))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@contextmanager
def offline(page: Page) -> Iterator[None]:
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)
