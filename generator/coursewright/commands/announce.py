"""`coursewright exam announce`: the public notice of a session, with the commitment to its keys."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import errors_in
from ..errors import SourceProblems
from .deed import by_option, deed
from .terminal import _, course_option, format_option, say

if TYPE_CHECKING:
    from ..exams.store import Kept
    from ..model.notice import Notice


@click.command(
    short_help=_("Write the public notice of a session, with the commitment to its keys."),
    help=_(
        "Write quizzes/notices/SESSION.yml: day, place, and the SHA-256 digest of the file with all keys, by "
        "which anyone can check after the exam that no key was changed. The exam's page shows it with the "
        "next build. Enters into the session's journal that it was published."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option("--date", required=True, metavar="YYYY-MM-DD", help=_("The day of the exam."))
@click.option("--begins", metavar="HH:MM", help=_("When it begins."))
@click.option("--place", metavar="TEXT", help=_("Where it is."))
@click.option("--note", metavar="TEXT", help=_("What else candidates must know."))
@by_option
@course_option
@format_option
def announce(name: str, root: Path, by: str, style: str, **said: str | None) -> None:
    from ..compiler import problems_with
    from ..exams.store import add, in_force
    from ..model.kinds import NOTICE
    from ..stage import write_files

    kept = in_force(root, name)
    path, text = NOTICE.file_of(name), _text(kept, said)
    problems = problems_with(root, path, text)
    if errors_in(problems):
        raise SourceProblems(problems)
    write_files({path: text.encode()}, root)
    about = {"notice": path, "digest": sha256(text.encode()).hexdigest(), "commitment": kept.commitment}
    add(kept, deed(by, "published", about))
    say(_("Written: {file}").format(file=path))
    say(_("Commitment to the keys: {digest}").format(digest=kept.commitment))


def _text(kept: "Kept", said: dict[str, str | None]) -> str:
    import yaml

    session = kept.session
    form = session.forms[0]
    notice: dict[str, Any] = {
        "exam": session.exam,
        "title": f"{session.blueprint.title} {said['date']}",
        **{key: value for key in ("date", "begins", "place") if (value := said[key])},
        "forms": len(session.forms),
        "items": len(form.questions),
        "points": form.points,
        "minutes": session.blueprint.minutes,
        "commitment": kept.commitment,
        "announced": datetime.now(UTC).date().isoformat(),
        **({"note": said["note"]} if said["note"] else {}),
    }
    lines = yaml.safe_dump(notice, allow_unicode=True, sort_keys=False, width=1000)
    return f"# yaml-language-server: $schema=../../schema/notice.json\n{lines}"


def notice_of(root: Path, name: str) -> "Notice | None":
    """What was announced of a session, as it now stands. Raises SourceProblems where it cannot be read."""
    from ..load import load_tree
    from ..model.kinds import NOTICE
    from ..validate import validate_tree

    path = NOTICE.file_of(name)
    if not (root / path).is_file():
        return None
    sources = validate_tree(load_tree(root))
    problems = [each for each in sources.problems if each.place.file == path]
    if errors_in(problems):
        raise SourceProblems(problems)
    loaded = sources.all(NOTICE).get(name)
    return loaded.model if loaded else None
