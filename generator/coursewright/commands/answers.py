"""Files of answers as they are given on the command line → what they hold, whichever kind they are of."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Problem, errors_in, in_order
from ..diagnostics.printable import encodable
from ..errors import SourceProblems
from .given import given
from .terminal import _, report

if TYPE_CHECKING:
    from ..exams.grading.gathering import Roster, Source
    from ..exams.grading.meaning import Style
    from ..exams.grading.taking import Taking
    from ..exams.sitting import Gathered, Way
    from ..exams.store import Kept
    from ..model.candidate import Candidate
    from ..model.filled import Filled

Read = Callable[[str, bytes], "tuple[list[Filled], list[Problem]]"]


@dataclass(frozen=True)
class Kind:
    """Files of one kind: how they are told by their first bytes, and read."""

    way: "Way"
    style: "Style"
    read: Read


def kind_of(raw: bytes) -> Kind:
    from ..exchange.keyed import read_keyed
    from ..exchange.pushes import is_pushes, read_pushes
    from ..exchange.qti_results import read_qti_results
    from ..exchange.xml import is_xml

    if is_xml(raw):
        return Kind("qti", "ids", read_qti_results)
    if is_pushes(raw):
        return Kind("push", "numbers", read_pushes)
    return Kind("table", "letters", lambda name, content: read_keyed(name, content, _))


def gathered(file: Path, taking: "Taking") -> "tuple[Gathered, Source]":
    """What a file holds, and what is on record of it. Raises NoOrdinaryFile."""
    from ..exams.grading.gathering import Source
    from ..exams.sitting import Gathered, Origin

    raw, name = given(file), encodable(str(file))
    digest = sha256(raw).hexdigest()
    kind = kind_of(raw)
    filled, problems = kind.read(name, raw)
    before = len(taking.problems)
    sittings = taking.sittings(filled, Origin(kind.way, name, "", digest), kind.style)
    found = Gathered(sittings, [*problems, *taking.problems[before:]])
    return found, Source(name, digest, kind.way, len(sittings))


def sealed(paths: Sequence[Path], kept: "Kept") -> "tuple[Gathered, list[Source]]":
    """What sealed responses hold, of files and folders. Raises SessionDamaged."""
    from ..exams.sealing.opening import opened

    return _with_sources(opened(paths, kept))


def scanned(kept: "Kept") -> "tuple[Gathered, list[Source]]":
    """What the sheets hold that were scanned; nothing before any was. Raises SessionDamaged."""
    from ..exams.scanning.sittings import gathered as of_sheets

    return _with_sources(of_sheets(kept))


def _with_sources(found: "Gathered") -> "tuple[Gathered, list[Source]]":
    """With the files that sittings are of; what is wrong with others is among the problems."""
    from ..exams.grading.gathering import Source

    files = Counter((each.origin.file, each.origin.digest, each.origin.way) for each in found.sittings)
    return found, [Source(file, digest, way, count) for (file, digest, way), count in sorted(files.items())]


def roster_of(kept: "Kept", file: Path | None) -> "Roster":
    """Who is to sit: of the file, else those for whom answer sheets were printed or codes were made.

    Raises SourceProblems, SessionDamaged.
    """
    from ..exams.grading.gathering import Roster

    assigned = _admitted(kept) | _assigned(kept)
    people = _people(file) if file else {number: person for number, (person, _form) in assigned.items()}
    return Roster(people, {number: form for number, (_person, form) in assigned.items()})


def _assigned(kept: "Kept") -> "dict[str, tuple[Candidate, str]]":
    from ..exams.assigned import assignment_of
    from ..exams.printing import ASSIGNMENT_FILE
    from ..exams.recorded import as_recorded
    from ..exams.shelf import SHEETS
    from ..exams.store import SessionDamaged

    file = kept.folder / SHEETS / ASSIGNMENT_FILE
    if not file.is_file():
        return {}
    try:
        found = assignment_of(as_recorded(kept, file)).candidates
    except ValueError as error:
        raise SessionDamaged(str(file)) from error
    return {each.number: (each.candidate, each.form) for each in found}


def _admitted(kept: "Kept") -> "dict[str, tuple[Candidate, str]]":
    """Those whom the codes let in that were made last; who has a spare one is not known here."""
    from ..exams.sealing.publishing import published
    from ..model.candidate import Candidate

    last = next(published(kept), None)
    own = (each for each in last.admissions.values() if not each.is_spare) if last else ()
    return {
        each.number: (Candidate(each.name, each.number, "", each.room, each.seat, each.extra), each.form)
        for admission in own
        for each in admission.admitted
    }


def _people(file: Path) -> "dict[str, Candidate]":
    from ..exchange.roster import read_roster

    found = read_roster(str(file), given(file), _)
    if errors_in(found.problems):
        raise SourceProblems(found.problems)
    report(in_order(found.problems), "text")
    return {person.number: person for person in found.candidates}
