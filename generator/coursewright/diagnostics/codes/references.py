"""CW03: references."""

from ...words import marked as _
from .rule import NEAR, Rule, error

RULES: dict[str, Rule] = {
    "CW0301": error(_("there is no {kind} “{id}”"), NEAR),
    "CW0302": error(
        _("the id “{id}” is already taken at {first}"), _("ids are unique: change one of the two")
    ),
    "CW0303": error(
        _("this leads in a circle: {cycle}"), _("one of them reports to someone else, or to nobody")
    ),
    "CW0304": error(_("this file is not listed in {list}"), _("add “{id}” there, or delete the file")),
    "CW0305": error(_("“{id}” is listed twice"), _("remove one of the two, or change its id")),
    "CW0306": error(
        _("“{id}” is reserved for exams and cannot be used for practice"),
        _("choose another item, or set its use to practice"),
    ),
    "CW0307": error(
        _("“{id}” is a question of the case “{case}” and is not asked without it"),
        _("name the case, “{case}”: its questions come with it, in their order"),
    ),
}
