"""How things are worded, in the languages of whose words there is a list; and the labels around them."""

from collections.abc import Iterator

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.course import Course
from ..model.role import Role
from ..model.text import Source
from ..words import Language, Words
from ..words.language import named
from .verbs import LISTED, begins_with_verb, examples


def label_problems(file: SourceFile, course: Course) -> Iterator[Problem]:
    """Labels of the course's own language in another script: simplified Chinese in a traditional course."""
    own, script, _ = Language(course.language).subtags
    labels = Words(course.language).language
    its, theirs, _ = Language(labels.replace("_", "-")).subtags
    if own == its and script != theirs:
        values = {"found": named(f"{its}-{theirs}"), "expected": named(f"{own}-{script}")}
        yield Problem("CW0412", file.place(("language",)), values)


def wording_problems(file: SourceFile, model: Source, language: str) -> Iterator[Problem]:
    """Duties that begin with no known verb; no list of verbs is ever whole, so these are warnings."""
    if not isinstance(model, Role) or Language(language).subtags[0] not in LISTED:
        return
    for at, duty in enumerate(model.duties):
        if not begins_with_verb(duty.text):
            values = {"found": duty.text.strip()[:12], "verbs": examples(duty.text)}
            yield Problem("CW0409", file.place(("duties", at, "text")), values)
