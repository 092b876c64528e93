"""A form of an exam's session as it goes out: its items in its order, with its points."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .choosing import Chosen, flat, names_of
from .deed import alone, deed
from .given import refuse_unknown
from .terminal import _

if TYPE_CHECKING:
    from ..exams.form import Question
    from ..exams.session import Session
    from ..exams.store import Kept
    from ..exchange.posed import Posed
    from ..link import Site
    from ..model.medium import Medium
    from ..words import Words


def of_form(root: Path, site: "Site", name: str, words: "Words") -> Chosen:
    """The form `SESSION/FORM`. Raises NoSession, SessionVoid, or BadParameter for a code of none."""
    from ..exams.store import in_force
    from ..exchange.posed import Parcel

    id, _slash, code = name.partition("/")
    kept = in_force(root, id)
    session = kept.session
    refuse_unknown(_("form"), code, [form.code for form in session.forms], "--form")
    form = next(form for form in session.forms if form.code == code)
    posed = [_posed(session, name, question, words) for question in form.questions]
    title = f"{session.blueprint.title} {code}"
    parcel = Parcel(f"{id}-{code.lower()}", title, posed, names_of(site), _media(kept), name)
    return Chosen(parcel, kept=kept, code=code)


def _posed(session: "Session", form: str, question: "Question", words: "Words") -> "Posed":
    from ..exchange.posed import Material, Posed, laid

    item = session.items[question.item]
    asked = laid(item.model.asked(words), question.entries, question.targets)
    case = session.cases.get(item.case or "")
    material = Material(item.case or "", case.title or "", case.text) if case else None
    place = "/".join(map(flat, (session.chapters.get(item.chapter, item.chapter), item.section_title)))
    return Posed(item.model, asked, place, material, question.worth, form)


def _media(kept: "Kept") -> "dict[str, Medium]":
    from ..exams.store import MEDIA
    from ..model.medium import Medium

    folder = kept.folder / MEDIA
    files = folder.iterdir() if folder.is_dir() else ()
    return {file.name: Medium(name=file.name, content=file.read_bytes()) for file in files}


def refuse_public(root: Path, file: Path) -> None:
    """What is reserved goes nowhere but below the folder that neither git nor anyone else reads.

    There, what is kept of sessions is written by their own commands alone.
    """
    from ..exams.store import PRIVATE, SESSIONS

    place, private = file.resolve(), (root / PRIVATE).resolve()
    if not place.is_relative_to(private):
        said = _("what is reserved for exams is written below {folder}/ only").format(folder=root / PRIVATE)
        raise click.BadParameter(said, param_hint="FILE")
    if place.is_relative_to((root / SESSIONS).resolve()):
        said = _("{folder} has what is kept of sessions; choose another folder in {private}")
        said = said.format(folder=root / SESSIONS, private=root / PRIVATE)
        raise click.BadParameter(said, param_hint="FILE")


def enter(root: Path, found: Chosen, by: str, format: str, file: Path) -> None:
    """The session's journal says what went out, and by which digest it is known."""
    from ..exams.store import add

    assert found.kept
    name = file.resolve().relative_to(root.resolve()).as_posix()
    digest = sha256(file.read_bytes()).hexdigest()
    about = {"form": found.code, "format": format, "file": name, "digest": digest}
    with alone(root):
        add(found.kept, deed(by, "exported", about))
