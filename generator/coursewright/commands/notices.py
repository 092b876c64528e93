"""Public notices of sessions as files: read by themselves, written over what their author said, compared."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..diagnostics import Problem
from ..errors import CoursewrightError, SourceProblems
from .given import given
from .terminal import _

if TYPE_CHECKING:
    from ..exams.store import Kept
    from ..load.source_file import SourceFile
    from ..model.notice import Notice
    from ..validate.sources import Sources

HEAD = "# yaml-language-server: $schema=../../schema/notice.json\n"


@dataclass(frozen=True)
class NoticeFile:
    """A notice, whatever else is in the course."""

    file: "SourceFile"
    notice: "Notice"


def notice_file(root: Path, name: str) -> NoticeFile | None:
    """The notice of a session, if there is one. Raises SourceProblems, NoOrdinaryFile."""
    from ..model.kinds import NOTICE

    path = NOTICE.file_of(name)
    return read_notice(path, given(root / path)) if (root / path).exists() else None


def read_notice(path: str, content: bytes) -> NoticeFile:
    """Raises SourceProblems."""
    from ..load.source_file import read_source
    from ..model.notice import Notice
    from ..validate.shape import validated

    file = read_source(path, content)
    result = validated(file, Notice) if file.usable else None
    if result is None or result.model is None:
        raise SourceProblems([*file.problems, *(result.problems if result else ())])
    return NoticeFile(file, result.model)


def notice_text(old: NoticeFile | None, said: Mapping[str, Any]) -> str:
    """A notice that says so; what else an earlier one says stays in its author's hand."""
    from ..edit.hand import dumped, rewritten
    from ..load.source_file import read_source

    if old is None:
        return HEAD + dumped(dict(said))
    wanted = {**old.file.data, **said}
    found = (*rewritten(old.file.text, lambda tree: tree.update(said)), HEAD + dumped(wanted))
    text = next(text for text in found if read_source("", text.encode()).data == wanted)
    return text if text.endswith("\n") else f"{text}\n"


def write_notice(root: Path, name: str, text: str) -> str:
    """Its path from the course's folder."""
    from ..model.kinds import NOTICE
    from ..stage import write_files

    path = NOTICE.file_of(name)
    write_files({path: text.encode()}, root)
    return path


def unlike_sessions(root: Path, sources: "Sources") -> Iterator[Problem]:
    """What the course's notices say otherwise than the sessions that are kept here.

    Of one that was set aside only that can be compared.
    """
    from ..exams.aside import set_aside
    from ..exams.publication import notice_problems
    from ..exams.store import SESSIONS, get
    from ..model.kinds import NOTICE

    for name, loaded in sources.all(NOTICE).items():
        if not (root / SESSIONS / name).is_dir():
            continue
        try:
            yield from notice_problems(loaded.file.place, get(root, name), loaded.model)
        except CoursewrightError:
            is_known = name in _unless_damaged(lambda: set_aside(root))
            if not is_known or loaded.model.void is None:
                code = "CW1120" if is_known else "CW1124"
                yield Problem(code, loaded.file.place(("title",)), {"session": name})


def _unless_damaged(read: Callable[[], Collection[str]]) -> Collection[str]:
    try:
        return read()
    except CoursewrightError:
        return ()


def against_notice(root: Path, kept: "Kept") -> Iterator[str]:
    """What is wrong between a session and its notice, in the words of an auditor's list."""
    from ..exams.publication import notice_problems, published
    from ..model.kinds import NOTICE

    path = NOTICE.file_of(kept.folder.name)
    try:
        found = notice_file(root, kept.folder.name)
    except SourceProblems as error:
        yield from (_told(problem) for problem in error.problems)
        return
    if found:
        yield from map(_told, notice_problems(found.file.place, kept, found.notice))
    elif published(kept):
        yield _("{file} is missing: the journal says that it was published").format(file=path)


def announced_journal(root: Path, name: str) -> str | None:
    """The digest of the journal that the notice of a session says, where there is one that can be read."""
    try:
        found = notice_file(root, name)
    except CoursewrightError:
        return None
    return found.notice.journal if found else None


def _told(problem: Problem) -> str:
    return f"{problem.place.file}:{problem.place.line}{_(': ')}{problem.message(_)}"
