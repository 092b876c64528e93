"""What earlier sessions used, with a warning of those of which it cannot be known."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CoursewrightError
from .terminal import _, say

if TYPE_CHECKING:
    from ..exams.exposure import Exposure


def earlier(root: Path) -> "Exposure":
    """Says which sessions are damaged, but for those that somebody set aside."""
    from ..exams.aside import set_aside
    from ..exams.exposure import exposure

    found = exposure(root)
    known: set[str] = set()
    with suppress(CoursewrightError):
        known = {*set_aside(root)}
    for name in found.damaged:
        if name not in known:
            _warn(name, is_counted=name not in found.unknown)
    return found


def _warn(name: str, *, is_counted: bool) -> None:
    if is_counted:
        said = _("the session “{name}” is damaged; which items it used was read from its keys")
    else:
        said = _(
            "the session “{name}” cannot be read: the items that it used are not counted, and may be used "
            "once more than they should"
        )
    what = _(
        "“coursewright exam verify {name}” says why; bring its folder back from the copy that you keep, or "
        "set it aside: “coursewright exam void {name} --reason …”"
    )
    say(f"{_('warning')}{_(': ')}{said.format(name=name)}", err=True)
    say(what.format(name=name), err=True)
