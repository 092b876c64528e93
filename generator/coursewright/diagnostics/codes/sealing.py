"""CW13: sealed responses that came back. An error means that it does not count."""

from ...words import marked as _
from .rule import Rule, error, warning

_MADE_UP = _(
    "somebody sealed these answers without the page that was published: ask who handed them in, "
    "and ask the candidate for their own"
)
_YOURS = _("it counts; whether it should is for you to decide")
_AGAIN = _("ask the candidate for their answers again: the device keeps them until they are removed there")

RULES: dict[str, Rule] = {
    "CW1301": error(
        _("no sealed answers were found in this file"),
        _("read are files .cwr, texts that begin with CWR1, and pictures of their QR codes"),
    ),
    "CW1302": error(
        _("this file cannot be read, or is larger than {most} MiB"),
        _("answers to a hundred questions are a hundredth of that; leave out of the folder what is none"),
    ),
    "CW1303": error(
        _("these answers were altered or cut after they were sealed"),
        _AGAIN,
    ),
    "CW1304": error(
        _("no QR code of answers can be read in this picture"),
        _("take it again from nearer, straight and in even light"),
    ),
    "CW1305": error(
        _("of {count} QR codes of these answers there are missing: {missing}"),
        _("photograph those as well, and give all pictures together"),
    ),
    "CW1306": error(
        _("the QR codes of these answers do not fit together"),
        _("photograph all of them again, from the same screen"),
    ),
    "CW1307": error(
        _("these answers are sealed for another key than this session's"),
        _("grade them with their own session, on the machine where that was published"),
    ),
    "CW1308": error(
        _("what was sealed here is no response, or one of a later version"),
        _MADE_UP,
    ),
    "CW1309": error(
        _("the answers of candidate {number} are of another session, “{found}”"),
        _("take them out of these files, and grade them with their own session"),
    ),
    "CW1310": error(
        _("the answers of candidate {number} are of an exam that was not published here"),
        _("ask which page they had: it was altered, or was published on another machine"),
    ),
    "CW1311": error(
        _("the access code {ticket} … was not given to candidate {number} of this name"),
        _MADE_UP,
    ),
    "CW1312": error(
        _("candidate {number} was given form {wanted}, and these are answers to form {found}"),
        _MADE_UP,
    ),
    "CW1313": error(
        _("candidate {number} was given {wanted} minutes, and these answers say {found}"),
        _MADE_UP,
    ),
    "CW1314": warning(
        _("the same answers came in {other} as well; they count once"),
        _("nothing needs to be done"),
    ),
    "CW1315": warning(
        _("candidate {number}: these answers were saved before those in {other}, which count"),
        _("nothing needs to be done"),
    ),
    "CW1316": error(
        _("candidate {number} sat the exam more than once; another time is in {other}, and none counts"),
        _("ask the candidate which of them they handed in, and note why it is that one"),
        _("take the file that does not count out of the folder, keep it elsewhere, and grade again"),
    ),
    "CW1317": warning(
        _("candidate {number} did not submit; these answers are as they were saved last"),
        _YOURS,
    ),
    "CW1318": warning(
        _("candidate {number} ended {late} minutes after the exam was closed, by the clock of their device"),
        _YOURS,
    ),
    "CW1319": warning(
        _("candidate {number} took {found} minutes; they were given {wanted}"),
        _YOURS,
    ),
    "CW1320": warning(
        _("candidate {number}: the clock of the device was changed meanwhile"),
        _("it counts; nobody knows how long it took"),
    ),
    "CW1321": warning(
        _("candidate {number}: what came for question {question} is no answer to it; it counts as left open"),
        _MADE_UP,
    ),
    "CW1322": error(
        _("candidate {number}: whoever sealed these answers did not have the access code {ticket} …"),
        _MADE_UP,
    ),
    "CW1323": warning(
        _("candidate {number} began {early} minutes before the exam opened, by the clock of their device"),
        _("our own page lets nobody begin before: ask how it was opened; whether it counts you decide"),
    ),
    "CW1324": error(
        _("this is hidden, or no ordinary file, and was not read"),
        _("put answers there as an ordinary file whose name begins with no dot; else remove it"),
    ),
    "CW1325": warning(
        _("candidate {number} ended at {ended}, by the clock of their device: that is still to come"),
        _("that clock, or the one here, is wrong: how long they took may be wrong too; ask, then decide"),
    ),
    "CW1326": warning(
        _(
            "candidate {number} left the page of the exam ({count} ×, {seconds} s in all, "
            "{longest} s at the longest)"
        ),
        _("it counts: a message or a call is enough; compare with what was seen in the room"),
    ),
}
