"""`coursewright exam letters`: each candidate's letter as a file of its own, to be handed on."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .deed import alone_with, by_option, deed
from .given import refuse_unknown
from .published import refuse_published
from .terminal import Progress, _, course_option, say, turn_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..exams.grading.grading import Graded
    from ..exams.grading.standing import Standing
    from ..exams.store import Kept


@click.command(
    "letters",
    short_help=_("Write each candidate's letter as a PDF of its own."),
    help=_(
        "Write the letter of each candidate of SESSION as a PDF of its own, named by the candidate's number, "
        "into FOLDER, which is new or empty; where candidates have departments, into a folder for each, to "
        "be handed on as they are. Letters say what candidates came to: give each to nobody else. The same "
        "letters lie in results/ in files of 250, to be printed."
    ),
)
@click.argument("name", metavar="SESSION")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--candidate",
    "candidates",
    metavar="NUMBER",
    multiple=True,
    help=_("Only the letter of this candidate; once for each."),
)
@by_option
@course_option
def letters(*, name: str, folder: Path, candidates: tuple[str, ...], by: str, root: Path) -> None:
    from ..exams.store import add
    from .outcomes import results_of

    refuse_published(root, folder, "FOLDER")
    with alone_with(root, name) as kept:
        turn_to(kept.session.language)
        kept.refuse_void()
        kept.refuse_damaged()
        made = results_of(kept)
        chosen = _chosen(kept, made, candidates)
        _write(folder, made, chosen)
        about = {"letters": len(chosen), **({"candidates": [*candidates]} if candidates else {})}
        add(kept, deed(by, "exported", about))
    say(_.plural("{count} letter, in {folder}", "{count} letters, in {folder}", len(chosen), folder=folder))


def _chosen(kept: "Kept", made: "Graded", candidates: tuple[str, ...]) -> "Sequence[Standing]":
    """Raises BadParameter for who has no result, and ClickException while anything is to be marked."""
    if made.unmarked:
        said = _("answers are to be marked first: “coursewright exam mark {name}”")
        raise click.ClickException(said.format(name=kept.folder.name))
    known = {each.candidate: each for each in made.standings}
    for number in candidates:
        refuse_unknown(_("candidate with a result"), number, known, "--candidate")
    return [known[number] for number in dict.fromkeys(candidates)] if candidates else made.standings


def _write(folder: Path, made: "Graded", chosen: "Sequence[Standing]") -> None:
    """One letter after another, however many there are; nobody else may read them."""
    from ..exams.grading.letters import paths, single_letters
    from ..words import Words

    if folder.exists() and any(folder.iterdir()):
        said = _("{folder} is not empty: name a new folder")
        raise click.BadParameter(said.format(folder=folder), param_hint="FOLDER")
    places, words = paths(chosen), Words(made.kept.session.language)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Progress(_("Writing letters …")) as progress:
        contents = single_letters(made, chosen, words)
        for done, (one, content) in enumerate(zip(chosen, contents, strict=True), 1):
            file = folder / places[one.candidate]
            file.parent.mkdir(mode=0o700, exist_ok=True)
            file.touch(mode=0o600)
            file.write_bytes(content)
            progress(_("Writing letters: {done} of {count} …").format(done=done, count=len(chosen)))
