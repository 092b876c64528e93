"""`coursewright exam`: from a blueprint to a session, and whether a session is still what was made."""

import secrets
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from ..errors import SourceProblems
from ..words import Words
from .announce import announce
from .carrying import say_capacity
from .deed import alone, by_option, deed
from .earlier import earlier
from .exam_analyse import analyse
from .exam_compare import compare
from .exam_grade import grade
from .exam_letters import letters
from .exam_list import list_sessions
from .exam_mark import mark
from .exam_print import print_papers
from .exam_publish import publish
from .exam_regrade import regrade
from .exam_scan import scan
from .exam_sheets import sheets
from .exam_verify import print_proof, solver, verify
from .exam_void import void
from .example import example
from .given import refuse_unknown
from .sources import is_id, refusal, refuse_unfit
from .terminal import Progress, _, check_course, course_option, format_option, report, say
from .titles import a_line

if TYPE_CHECKING:
    from ..compiler import Checked
    from ..exams.exposure import Exposure
    from ..exams.session import Session
    from ..exams.store import Kept
    from ..exams.unit import Traits
    from ..model.blueprint import Blueprint


@click.group(
    short_help=_("Exam sets: parallel forms from a blueprint, kept as a session."),
    help=_(
        "Make the forms of an exam from the items that are reserved for exams, and keep them as a session: "
        "items, keys, seed and journal, in private/sessions/ of the course's folder, which git ignores and "
        "nobody else may read. Nothing of it reaches the site."
    ),
)
def exam() -> None:
    pass


@exam.command(
    "check",
    epilog=example("exam check rm-foundation"),
    short_help=_("Say whether an exam's forms can be made of the bank."),
    help=_(
        "Say whether the forms of EXAM can be made of the items that are reserved. If not, name the fewest "
        "rules of its blueprint that cannot hold together, with what the bank has of each. Says how many "
        "more sessions the bank carries at most. Nothing is written."
    ),
)
@click.argument("id", metavar="EXAM")
@course_option
@format_option
def check_exam(id: str, root: Path, style: str) -> None:
    from ..exams.plan import plan_of
    from ..exams.target import target
    from ..exams.unit import Traits, units

    checked = check_course(root)
    blueprint = _blueprint(checked, id)
    pool = units(checked.vault.items.values(), blueprint)
    with Progress(_("Looking for forms …")):
        uses = earlier(root).uses
        plan = plan_of(blueprint, pool, uses)
        _refuse_conflict(checked, id, blueprint, plan)
    aim = target(plan)
    _tell_time(checked, id, blueprint, Traits(*map(round, aim.traits)) if aim else None, style)
    unsaid = [
        item.id for unit in pool for item in unit.items if checked.vault.items[item.id].model.facility is None
    ]
    forms = blueprint.forms.count if blueprint.forms else 0
    say(
        _.plural(
            "Fine: {count} form of {items} items can be made of {reserved} reserved ones",
            "Fine: {count} forms of {items} items can be made of {reserved} reserved ones",
            forms,
            items=blueprint.items,
            reserved=sum(unit.size for unit in pool),
        )
    )
    say_capacity(checked, id, blueprint, uses)
    if unsaid:
        said = _("{count} of them say no facility; what their level leads one to expect is taken")
        say(said.format(count=len(unsaid)))


def _blueprint(checked: "Checked", id: str) -> "Blueprint":
    """The exam's blueprint, with rules for forms."""
    from ..diagnostics import Problem
    from ..model.kinds import EXAM

    exams = checked.sources.all(EXAM)
    refuse_unknown(_("exam"), id, exams, "EXAM")
    loaded = exams[id]
    if loaded.model.forms is None:
        place = loaded.file.place(("title",), key=True)
        raise SourceProblems([Problem("CW1118", place)], checked.site.course.language)
    return checked.vault.all(EXAM)[id]


def _refuse_conflict(checked: "Checked", id: str, blueprint: "Blueprint", plan: Any) -> None:
    from ..exams.checking import conflict_problems
    from ..model.kinds import EXAM

    file = checked.sources.all(EXAM)[id].file
    if problems := conflict_problems(file.place, blueprint, plan):
        raise SourceProblems(problems, checked.site.course.language)


def _tell_time(
    checked: "Checked", id: str, blueprint: "Blueprint", aim: "Traits | None", style: str = "text"
) -> None:
    """Warn of forms that take longer than the exam."""
    from ..exams.checking import time_problems
    from ..model.kinds import EXAM

    if aim:
        place = checked.sources.all(EXAM)[id].file.place
        report(time_problems(place, blueprint, aim.seconds), style)


def _a_session(context: click.Context, _parameter: click.Parameter, name: str) -> str:
    """The callback of a new session's name, which its folder and its notice have too."""
    from ..model.kinds import NOTICE

    if not is_id(name, 1):
        today = date.today().isoformat()
        own = f"{context.params.get('id')}-{today}"
        raise click.BadParameter(refusal(name, 1, own if is_id(own, 1) else f"exam-{today}"))
    refuse_unfit(NOTICE, name)
    return name


@exam.command(
    "make",
    epilog=example("exam make rm-foundation 2027-spring"),
    short_help=_("Make the forms of an exam, and keep them as a session."),
    help=_(
        "Make parallel forms of EXAM of the items that are reserved, and keep them as the session NAME: "
        "items whole, keys, seed, and a journal. The same bank, earlier sessions and seed give the same "
        "forms. A later edit of the bank changes nothing of it."
    ),
)
@click.argument("id", metavar="EXAM")
@click.argument("name", metavar="NAME", callback=_a_session)
@click.option(
    "--seed",
    metavar="TEXT",
    callback=a_line,
    help=_("What the draw begins at; drawn by chance, and kept, if left out."),
)
@by_option
@course_option
def make(id: str, name: str, seed: str | None, by: str, root: Path) -> None:
    from ..exams.exposure import exposure
    from ..exams.store import SessionTaken, make_private, names

    if name in names(root):
        raise SessionTaken(name)
    checked = check_course(root)
    blueprint = _blueprint(checked, id)
    make_private(root)
    with alone(root):
        # Another command may have made it while this one waited.
        if name in names(root):
            raise SessionTaken(name)
        kept = _made(root, checked, blueprint, (id, name, seed or secrets.token_hex(16)), by)
    print_proof(kept)
    say(_("The session is in {folder}").format(folder=kept.folder))
    say_capacity(checked, id, blueprint, exposure(root).uses)


def _made(
    root: Path, checked: "Checked", blueprint: "Blueprint", asked: tuple[str, str, str], by: str
) -> "Kept":
    """Made of an exam, with a name and a seed."""
    from ..exams.assembly import Assembly
    from ..exams.plan import plan_of
    from ..exams.session import Commission, made
    from ..exams.unit import units

    id, name, seed = asked
    before = earlier(root)
    commission = Commission(name, id, seed, before.uses, __version__, solver())
    reserved = list(checked.vault.items.values())
    with Progress(_("Making forms …")):
        session = made(checked.site, blueprint, reserved, commission, Words(checked.site.course.language))
        if isinstance(session, Assembly):
            _refuse_conflict(
                checked, id, blueprint, plan_of(blueprint, units(reserved, blueprint), before.uses)
            )
            raise click.ClickException(_("no way to make the forms was found"))
        kept = _put(root, session, deed(by, "made", _uncounted(before)), _media(root, checked, session))
    _tell_time(checked, id, blueprint, session.aim)
    return kept


def _uncounted(before: "Exposure") -> dict[str, list[str]]:
    """What an auditor must know of how the forms were drawn."""
    return {"uncounted": [*before.unknown]} if before.unknown else {}


def _media(root: Path, checked: "Checked", session: "Session") -> dict[str, bytes]:
    """The files that the session's items show, as they are now."""
    from ..exams.store import MEDIA
    from ..link.links import media_in

    shown = {name for item in session.items.values() for name in media_in(item.model)}
    cases = {item.case.id: item.case for item in checked.vault.items.values() if item.case}
    shown |= {name for id in session.cases for name in media_in(cases[id])}
    return {f"{MEDIA}/{name}": (root / "content/media" / name).read_bytes() for name in sorted(shown)}


def _put(root: Path, session: "Session", entry: dict[str, Any], media: Mapping[str, bytes]) -> "Kept":
    from hashlib import sha256

    from ..exams import journal
    from ..exams.proof_page import proof_pages
    from ..exams.session import as_json, keys, session_bytes
    from ..exams.store import JOURNAL_FILE, KEYS_FILE, SESSION_FILE, get, put

    own = Words(session.language)
    files = {
        SESSION_FILE: session_bytes(session),
        KEYS_FILE: as_json(keys(session, secrets.token_hex(32), own)),
        **proof_pages(session, entry["at"][:10], entry["by"], own),
        **media,
    }
    digests = {path: sha256(content).hexdigest() for path, content in files.items()}
    first = journal.added([], **{**entry, "about": {**entry["about"], "files": digests}})
    put(root, session.name, {**files, JOURNAL_FILE: journal.written(first)})
    return get(root, session.name)


for command in (
    analyse,
    announce,
    compare,
    grade,
    letters,
    list_sessions,
    mark,
    print_papers,
    publish,
    regrade,
    scan,
    sheets,
    verify,
    void,
):
    exam.add_command(command)
