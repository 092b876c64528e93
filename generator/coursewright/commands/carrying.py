"""How many more sessions the bank carries, at most: a line an exam."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .terminal import _, say

if TYPE_CHECKING:
    from ..compiler import Checked
    from ..exams.plan import Use
    from ..model.blueprint import Blueprint


def say_capacity(checked: "Checked", id: str, blueprint: "Blueprint", uses: "Sequence[Use]") -> None:
    """Of an exam with rules for forms."""
    from ..exams.capacity import MOST, capacity
    from ..exams.unit import units

    pool = units(checked.vault.items.values(), blueprint)
    found = capacity(blueprint, pool, uses)
    if found is None:
        said = _("{exam}: the blueprint has no “exposure”, so items can be used in any number of sessions")
        say(said.format(exam=id))
    elif found == MOST:
        say(_("{exam}: items are left for {most} more sessions or more").format(exam=id, most=MOST))
    else:
        said = _.plural(
            "{exam}: items are left for at most {count} more session, an upper bound by counting",
            "{exam}: items are left for at most {count} more sessions, an upper bound by counting",
            found,
            exam=id,
        )
        say(said)
