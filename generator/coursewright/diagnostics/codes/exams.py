"""CW11: blueprints of exams."""

from ...words import marked as _
from .rule import Rule, error, warning

_TOGETHER = _("in conflict with it, besides the total: the demands in lines {lines}")
_WHOLE = _("the questions of a case stay together, which are too many in: {cases}")
_MORE = _(
    "change one of them or the total, or write items that fit; only items that a quiz or a check asks count"
)

_BESIDE = _("it cannot hold together with the total and (their lines in brackets): {others}")
_MOST = _("with the rest kept every form can have at most {most_had}")
_LEAST = _("with the rest kept some form has at least {least_had}")
_UNPROVED = _("the search was given up after {nodes} nodes: that there is no way was not proved")
_CASES = _("cases stay whole: those that count for it have {sizes} questions each")
_LOOSEN = _("loosen what is named here, or write items that fit, with “use: exam”")

_UNDRAWN = _("for it {wanted} items are wanted here, and {found} can be drawn of those for practice")

RULES: dict[str, Rule] = {
    "CW1101": error(
        _("a demand says how many either exactly or by limits"),
        _("write “items: 8”, or “min: 6” and “max: 10”, or one of these two; or limits of points alone"),
    ),
    "CW1102": error(
        _("at least {least} and at most {most} is no number of items"), _("let “min” be no larger than “max”")
    ),
    "CW1103": error(
        _("this demand does not say which items it is about"),
        _("write one or more of “chapter”, “objective”, “competency”, “level” and “type”"),
    ),
    "CW1104": error(
        _("this wants {wanted} items, and {found} can be drawn"),
        _("reserved for exams, and so never asked for practice: {reserved}"),
        _("asked by no quiz and no check: {unasked}"),
        _("write more of them, or want fewer; only items that a quiz or a check asks count"),
    ),
    "CW1105": error(
        _("this wants {wanted} items; of the {total} of the exam it can have at most {found}"),
        _TOGETHER,
        _WHOLE,
        _MORE,
    ),
    "CW1106": error(
        _("this allows {wanted} items; of the {total} of the exam it has at least {found}"),
        _TOGETHER,
        _WHOLE,
        _MORE,
    ),
    "CW1107": error(
        _("no way was found to draw {total} items so that every demand is met, after {steps} steps"),
        _TOGETHER,
        _WHOLE,
        _("give limits instead of exact numbers, drop a demand, or write items that fit"),
    ),
    "CW1108": error(
        _("at least {least} and at most {most} is no number of points"),
        _("let “min_points” be no larger than “max_points”"),
    ),
    "CW1109": error(
        _("“{id}” is banned, and a form must have it"),
        _("take it out of “banned”, or out of “anchors” and “pinned”"),
    ),
    "CW1110": error(
        _("“{id}” is an anchor: every form has it, and it need not be pinned"), _("take it out of “pinned”")
    ),
    "CW1111": error(
        _("“{id}” and “{other}” are enemies, and anchors of every form"),
        _("take one of them out of “anchors”, or out of this group"),
    ),
    "CW1112": error(
        _("“{id}” is for practice; forms are made of items that are reserved for exams"),
        _("name an item with “use: exam”, or write “use: exam” there"),
    ),
    "CW1113": error(
        _("“{id}” is a question of the case “{case}”, which is used whole"), _("name the case: {case}")
    ),
    "CW1114": error(
        _("every form ({forms} in all) wants {wanted} items; reserved for exams there are {found}"),
        _("two forms may share {shared}; with so many items some share at least {least_had}"),
        _("the questions of a case stay together, and no choice comes to {together}"),
        _("write items with “use: exam”, want fewer forms, or let them share more items (“overlap”)"),
    ),
    "CW1115": error(
        _("every form ({forms} in all) wants {wanted} of “{what}”; reserved for exams there are {found}"),
        _BESIDE,
        _MOST,
        _LEAST,
        _CASES,
        _UNPROVED,
        _LOOSEN,
    ),
    "CW1116": error(
        _("every form ({forms} in all) wants {wanted} points of “{what}”; all reserved have {found}"),
        _BESIDE,
        _MOST,
        _LEAST,
        _CASES,
        _UNPROVED,
        _LOOSEN,
    ),
    "CW1117": error(
        _("“{rule}” cannot be kept in every form ({forms} in all)"),
        _("it is about: {items}"),
        _("of {all} reserved items it leaves {left}"),
        _BESIDE,
        _("two forms may share {shared}; with the rest kept some share at least {least_had}"),
        _("a form may have {again} of an earlier form; with the rest kept some have at least {least_had}"),
        _("a form may have none of the other {spent}; with the rest kept some have at least {least_had}"),
        _UNPROVED,
        _LOOSEN,
    ),
    "CW1118": error(
        _("this exam has no “forms”, so it is a mock exam only"),
        _("write how its forms are made: “forms: {{count: 2}}”"),
    ),
    "CW1119": error(
        _("this is not the commitment to the keys of the session “{session}” that is kept here"),
        _("find out what was changed, and by whom: “coursewright exam verify {session}”"),
    ),
    "CW1120": error(
        _("the session “{session}” is void, and its notice does not say so"),
        _("write it into the notice with the same reason: “coursewright exam void {session} --reason …”"),
    ),
    "CW1121": error(
        _("the journal of the session “{session}” has no entry that was published with this digest"),
        _("entries were removed or changed since, or this was not written by “coursewright exam announce”"),
    ),
    "CW1122": error(
        _("the session “{session}” has another “{field}”: {wanted}"),
        _("announce it anew to change what was published: “coursewright exam announce {session}”"),
    ),
    "CW1123": error(
        _("this says that the session “{session}” is void, and its journal does not"),
        _("find out whether the journal was cut: “coursewright exam verify {session}”"),
    ),
    "CW1124": error(
        _("the session “{session}” that is kept here cannot be read, so its notice is compared with nothing"),
        _("“coursewright exam verify {session}” says why; bring its folder back from the copy that you keep"),
    ),
    "CW1125": error(
        _("every form ({forms} in all) may have at most {most} of “{what}”; there are {rest} other items"),
        _BESIDE,
        _LEAST,
        _UNPROVED,
        _LOOSEN,
    ),
    "CW1126": error(
        _("every form ({forms} in all) is to have {wanted} points; {items} items are worth {low} to {high}"),
        _BESIDE,
        _MOST,
        _LEAST,
        _UNPROVED,
        _("change the points, how many items there are, or what they are worth (“worth”)"),
    ),
    "CW1127": warning(
        _("a form is expected to take about {expected} minutes, and the exam has {minutes}"),
        _("give more time or want fewer items; or mend the “seconds” of the items, if they are estimates"),
    ),
    "CW1128": error(
        _("with the demands in lines {lines} this wants {wanted} items together, and the exam has {total}"),
        _("want fewer here or there, or write “items: {wanted}”"),
    ),
    "CW1129": warning(
        _("the site has neither mock exam nor sample paper of this exam: items for practice do not meet it"),
        _UNDRAWN,
        _TOGETHER,
        _WHOLE,
        _("forms for a session are made of reserved items alone: “exam check” says whether they can be"),
    ),
    "CW1130": error(
        _("the exam “{exam}” wants {wanted} items for practice for “{id}”, and there are {found} ({where})"),
        _("write more that test it into quizzes/bank/; a case is one for each objective that it tests"),
        _("or want fewer in the “minimum” of the exam"),
    ),
    "CW1131": error(
        _("the exam “{exam}” wants {wanted} reserved items for “{id}”, and there are {found} ({where})"),
        _("write more that test it, with “use: exam”; a case is one for each objective that it tests"),
        _("or want fewer in the “minimum” of the exam"),
    ),
}
